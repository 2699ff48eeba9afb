import {isComplete, type RegionResult} from './region-result.js';
import type {RegionDirectory} from './source.js';

/** What all asked regions answered, once. Reports and the library are made of it. */
export type CapacitySnapshot = {
	readonly generatedAt: Date;
	/** The caller's account, `null` when STS did not answer. */
	readonly accountId: string | null;
	/** The regions asked for by name; `null`: every enabled one. */
	readonly asked: readonly string[] | null;
	/** In the order of the regions' names. */
	readonly regions: readonly RegionResult[];
	/** `null`: DescribeRegions was not needed or has not answered. */
	readonly directory: RegionDirectory | null;
};

/** Nothing asked is not everything answered. */
export function isSnapshotComplete(snapshot: CapacitySnapshot): boolean {
	return snapshot.regions.length > 0 && isComplete(snapshot.regions, snapshot.asked);
}
