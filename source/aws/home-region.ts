import {alwaysEnabledRegions, defaultRegionOf, partitionOf} from '../core/regions.js';
import type {Environment, Profile} from './profile.js';

export type HomeRegionOptions = {
	/** `null`: by the environment and the profile. */
	readonly homeRegion: string | null;
	/** Regions asked for by name. */
	readonly asked: readonly string[] | null;
};

/** Where DescribeRegions and STS are asked. */
export function homeRegionOf({homeRegion, asked}: HomeRegionOptions, profile: Profile, env: Environment): string {
	return (
		homeRegion ||
		env['AWS_REGION'] ||
		profile.settings['region'] ||
		// The SDK for JavaScript does not read it, but the AWS CLI does.
		env['AWS_DEFAULT_REGION'] ||
		homeAmong(asked ?? [])
	);
}

/** An asked region may be misspelt or not enabled; one that every account has can say so. */
function homeAmong(asked: readonly string[]): string {
	const partition = partitionOf(asked[0] ?? '');
	return asked.find((region) => alwaysEnabledRegions(partition).includes(region)) ?? defaultRegionOf(partition);
}
