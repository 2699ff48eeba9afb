import {wantedRegions} from './selectors.js';
import type {DataState, RegionState} from './types.js';

/** Regions that fall due this soon after one another are read together. */
const togetherMs = 1000;

/** After a failed connection: soon, since somebody may just have renewed the credentials, and trying costs no call to EC2. */
const reconnectMs = 10_000;

/** The wanted regions that are to be read now. Those that keep failing come last: they may hang, and hold the turns of those that answer. */
export function dueRegions(state: DataState, now: Date): readonly string[] {
	const limit = now.getTime() + togetherMs;
	const failuresOf = (name: string) => state.regions.get(name)?.failures ?? 0;
	return wantedRegions(state)
		.filter((name) => isFree(state.regions.get(name)) && dueTime(state.regions.get(name)) <= limit)
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

	const times = wantedRegions(state)
		.map((name) => state.regions.get(name))
		.filter(isFree)
		.map(dueTime);
	return times.length === 0 ? null : Math.max(1, Math.min(...times) - now.getTime());
}

/** Nothing is known of what there is to read, so everything has to be begun again. */
export function needsConnection({connection, directory}: DataState): boolean {
	return connection.status !== 'connected' || directory === null;
}

function isFree(region: RegionState | undefined): boolean {
	return region === undefined || region.askedAt === null;
}

function dueTime(region: RegionState | undefined): number {
	return region?.dueAt?.getTime() ?? 0;
}
