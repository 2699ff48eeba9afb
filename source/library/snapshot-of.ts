import {collectSnapshot} from '../core/regions/collect-snapshot.js';
import type {CapacitySnapshot} from '../core/regions/snapshot.js';
import type {CapacitySource} from '../core/regions/source.js';
import {nameNearest} from '../format/name-nearest.js';
import type {LibraryPorts} from './library-ports.js';

export type Reading = {
	readonly source: CapacitySource;
	/** `null`: every enabled one. */
	readonly regions: readonly string[] | null;
	readonly timeoutMs: number;
	readonly signal: AbortSignal;
	readonly needsAccount: boolean;
};

/** Reads all regions once. Rejects as `collectSnapshot` does; a region that does not exist comes with the nearest one. */
export async function snapshotOf(
	{source, regions, timeoutMs, signal, needsAccount}: Reading,
	{clock, timers}: Pick<LibraryPorts, 'clock' | 'timers'>,
): Promise<CapacitySnapshot> {
	try {
		return await collectSnapshot({
			source,
			asked: regions,
			directory: null,
			knownTypes: new Map(),
			concurrency: Number.POSITIVE_INFINITY,
			timeoutMs,
			clock,
			timers,
			signal,
			needsAccount,
		});
	} catch (error) {
		throw nameNearest(error);
	}
}

/** An empty list of regions names none, as where it is left out. */
export function namedRegions(regions: readonly string[] | undefined): readonly string[] | null {
	return regions === undefined || regions.length === 0 ? null : regions;
}
