import {wantedRegions} from './selectors.js';
import type {DataState, RegionState} from './types.js';

/** Regions that fall due this soon after one another are read together. */
const togetherMs = 1000;

/** After a failed connection: soon, since somebody may just have renewed the credentials, and trying costs no call to EC2. */
const reconnectMs = 10_000;

/** The wanted regions that are to be read now. Those that keep failing come last: they may hang, and hold the turns of those that answer. */
export function dueRegions(state: DataState, now: Date): readonly string[] {
	const failuresOf = (name: string) => state.regions.get(name)?.failures ?? 0;
	return wantedRegions(state)
		.filter((name) => isFree(state.regions.get(name)) && untilDueMs(state.regions.get(name), now) <= togetherMs)
		.toSorted((one, other) => failuresOf(one) - failuresOf(other));
}

/** What a reading of everything will ask, as far as it is known at its beginning. */
export function knownRegions(state: DataState): readonly string[] {
	return needsConnection(state) ? [] : wantedRegions(state);
}

/** Milliseconds until the next region is to be read, at least one; `null`: none will be. */
export function nextDueMs(state: DataState, now: Date, intervalMs: number): number | null {
	if (needsConnection(state)) {
		return Math.min(reconnectMs, intervalMs);
	}

	const waits = wantedRegions(state)
		.map((name) => state.regions.get(name))
		.filter(isFree)
		.map((region) => untilDueMs(region, now));
	return waits.length === 0 ? null : Math.max(1, Math.min(...waits));
}

/** Nothing is known of what there is to read, so everything has to be begun again. */
export function needsConnection({connection, directory}: DataState): boolean {
	return connection.status !== 'connected' || directory === null;
}

/** Milliseconds until the region is to be read. Where that is far longer than it ever waits, the clock was set back: then it is now. */
export function untilDueMs(region: RegionState | undefined, now: Date): number {
	if (region?.dueAt == null || region.cadence === null) {
		return 0;
	}

	const waitMs = Math.max(0, region.dueAt.getTime() - now.getTime());
	return waitMs > 2 * region.cadence.everyMs ? 0 : waitMs;
}

function isFree(region: RegionState | undefined): boolean {
	return region === undefined || region.askedAt === null;
}
