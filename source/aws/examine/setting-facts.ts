import type {Ec2Connection} from '../ec2-connection.js';
import type {Ec2SourceOptions} from '../ec2-source.js';
import {ec2Setting} from '../endpoints.js';
import {homeRegionSetting} from '../home-region.js';
import {caBundleSetting, hasProxy} from '../request-handler.js';

/** What the settings say before anybody is asked. A place is the name of the setting that says it. */
export type SettingFacts = {
	readonly homeRegion: string;
	/** `null`: no setting does. */
	readonly homeRegionPlace: string | null;
	/** `null`: the endpoint is AWS's own, or the demo's. */
	readonly endpointPlace: string | null;
	/** `null`: Node's own authorities are trusted. */
	readonly caBundle: {readonly path: string; readonly place: string} | null;
	readonly hasProxy: boolean;
};

export function settingFacts(options: Ec2SourceOptions, {profile, homeRegion}: Ec2Connection): SettingFacts {
	const isDemo = options.credentials !== null;
	const env = isDemo ? {} : options.env;
	const [path, place] = caBundleSetting(profile, env) ?? [];
	return {
		homeRegion,
		homeRegionPlace: homeRegionSetting(options, profile, env)[1],
		endpointPlace: isDemo ? null : (ec2Setting(options.endpointUrl, profile, env)?.[1] ?? null),
		caBundle: path === undefined || place === undefined ? null : {path, place},
		hasProxy: options.useProxy && hasProxy(env),
	};
}
