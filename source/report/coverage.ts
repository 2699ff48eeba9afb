import {hasAnswered, type RegionFailure, type RegionResult} from '../core/regions/region-result.js';
import type {CapacitySnapshot} from '../core/regions/snapshot.js';

export type FailedRegion = {readonly region: string; readonly failure: RegionFailure};

/** How many of the regions that count were read. One that is merely not enabled counts only when it was asked for by name. */
export type Coverage = {
	readonly asked: number;
	readonly answered: number;
	readonly failed: readonly FailedRegion[];
};

export function coverageOf(snapshot: CapacitySnapshot): Coverage {
	const counted = snapshot.regions.filter((result) => hasAnswered(result) || counts(result, snapshot.asked));
	const failed = counted.flatMap((result) => (hasAnswered(result) ? [] : [{region: result.region, failure: result.failure}]));
	return {asked: counted.length, answered: counted.length - failed.length, failed};
}

function counts(result: RegionResult, asked: readonly string[] | null): boolean {
	return result.status !== 'not_enabled' || (asked?.includes(result.region) ?? false);
}
