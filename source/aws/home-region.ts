import {alwaysEnabledRegions, defaultRegionOf, partitionOf} from '../core/regions/regions.js';
import type {Environment, Profile} from './profile.js';

export type HomeRegionOptions = {
	/** `null`: by the environment and the profile. */
	readonly homeRegion: string | null;
	/** Regions asked for by name. */
	readonly asked: readonly string[] | null;
};

/** Where DescribeRegions and STS are asked. */
export function homeRegionOf(options: HomeRegionOptions, profile: Profile, env: Environment): string {
	return homeRegionSetting(options, profile, env)[0];
}

/** The same, with the name of the setting that says so; `null`: none does. */
export function homeRegionSetting(
	{homeRegion, asked}: HomeRegionOptions,
	profile: Profile,
	env: Environment,
): readonly [region: string, place: string | null] {
	const places: ReadonlyArray<readonly [string | null | undefined, string | null]> = [
		[homeRegion, null],
		[env['AWS_REGION'], 'AWS_REGION'],
		[profile.settings['region'], `region of profile "${profile.name}"`],
		// The SDK for JavaScript does not read it, but the AWS CLI does.
		[env['AWS_DEFAULT_REGION'], 'AWS_DEFAULT_REGION'],
	];
	for (const [region, place] of places) {
		if (region) {
			return [region, place];
		}
	}

	return [homeAmong(asked ?? []), null];
}

/** An asked region may be misspelt or not enabled; one that every account has can say so. */
function homeAmong(asked: readonly string[]): string {
	const partition = partitionOf(asked[0] ?? '');
	return asked.find((region) => alwaysEnabledRegions(partition).includes(region)) ?? defaultRegionOf(partition);
}
