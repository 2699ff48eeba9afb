import {partitionOf} from '../core/regions/regions.js';
import {resolveEndpoints} from './endpoints.js';
import {homeRegionOf} from './home-region.js';
import {type Environment, readProfile, usesEnvironmentKeys} from './profile.js';

/** Whose capacity it will be, as far as the settings tell before anything is asked. */
export type Identity = {
	/** `null`: keys in the environment are used. */
	readonly profile: string | null;
	/** Of the environment; `null`: a profile is used. */
	readonly accessKeyId: string | null;
	/** A custom EC2 endpoint. */
	readonly endpointUrl: string | null;
	readonly partition: string;
};

export type IdentityOptions = {
	/** By `--profile`. */
	readonly profile: string | null;
	/** By `--endpoint-url`. */
	readonly endpointUrl: string | null;
	/** Regions asked for by name. */
	readonly asked: readonly string[] | null;
};

/** Reads the AWS config files and asks nobody. Rejects with `CapacityError` (`bad_setting`). */
export async function readIdentity({profile, endpointUrl, asked}: IdentityOptions, env: Environment): Promise<Identity> {
	const read = await readProfile(profile, env);
	const keyId = usesEnvironmentKeys(read, env) ? (env['AWS_ACCESS_KEY_ID'] ?? null) : null;
	return {
		profile: keyId === null ? read.name : null,
		accessKeyId: keyId,
		endpointUrl: resolveEndpoints({endpointUrl, stsAtEndpoint: false}, read, env).ec2,
		partition: partitionOf(homeRegionOf({homeRegion: null, asked}, read, env)),
	};
}
