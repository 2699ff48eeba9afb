import {UnknownRegionError} from '../errors.js';
import type {RegionResult} from './region-result.js';
import type {RegionDirectory} from './source.js';

/** What to do once the account's regions are known. */
export type RegionPlan = {
	/** To be asked, those that are under way included. */
	readonly ask: readonly string[];
	/** Under way, but not in the account. */
	readonly drop: readonly string[];
	/** Asked for by name, but not enabled: answered without a call. */
	readonly refused: readonly RegionResult[];
};

/**
`asked`: regions asked for by name, `null` is every enabled one. `underWay`: those asked ahead of the directory.

Throws `UnknownRegionError` for a region that EC2 does not list. The built-in list does not claim to be complete: then any
region is tried.
*/
export function planRegions(directory: RegionDirectory, asked: readonly string[] | null, underWay: ReadonlySet<string>): RegionPlan {
	const enabled = new Map(directory.regions.map((region) => [region.name, region.isEnabled]));
	if (asked === null) {
		const ask = directory.regions.filter((region) => region.isEnabled).map((region) => region.name);
		return {ask, drop: [...underWay].filter((region) => enabled.get(region) !== true), refused: []};
	}

	if (directory.origin === 'builtin') {
		return {ask: asked, drop: [], refused: []};
	}

	const unknown = asked.find((region) => !enabled.has(region));
	if (unknown !== undefined) {
		throw new UnknownRegionError(unknown, [...enabled.keys()].toSorted());
	}

	return {
		ask: asked.filter((region) => enabled.get(region) === true),
		drop: [],
		refused: [...new Set(asked)].filter((region) => enabled.get(region) === false).map(notEnabled),
	};
}

function notEnabled(region: string): RegionResult {
	return {
		region,
		status: 'not_enabled',
		failure: {
			status: 'not_enabled',
			code: 'not-opted-in',
			message: 'The region is not enabled for this account: enable it in the account settings, or leave it out with --regions.',
			requestId: null,
		},
	};
}
