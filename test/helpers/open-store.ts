import type {CachedSnapshot} from '../../source/core/regions/cached-snapshot.js';
import {type CapacityStore, createCapacityStore} from '../../source/store/create-store.js';
import type {InitialView} from '../../source/store/view-slice.js';
import type {FakeSource} from './fake-source.js';
import {type ManualClock, manualClock} from './manual-clock.js';
import {sampleAccount} from './sample-account.js';

export type OpenStoreOptions = {
	readonly source?: FakeSource;
	readonly time?: ManualClock;
	/** Regions asked for by name. */
	readonly marked?: readonly string[] | null;
	readonly view?: InitialView;
	readonly cached?: CachedSnapshot | null;
};

export type OpenStore = {readonly store: CapacityStore; readonly source: FakeSource; readonly time: ManualClock};

/** The moment of which the drawn screens are. */
export const drawnAt = '2026-11-23T10:13:00Z';

/** A clock that will show `drawnAt` after so many milliseconds. */
export function clockBefore(milliseconds: number): ManualClock {
	return manualClock(new Date(Date.parse(drawnAt) - milliseconds).toISOString());
}

/** A store that has not started, over the sample account unless another source is given. */
export function createStore({
	source = sampleAccount(),
	time = manualClock(),
	marked = null,
	view = {},
	cached = null,
}: OpenStoreOptions = {}): OpenStore {
	const ports = {
		openSource: async () => source,
		...time,
		random: () => 0.5,
		intervalMs: 30_000,
		isIntervalExplicit: false,
		timeoutMs: 20_000,
	};
	return {store: createCapacityStore(ports, {marked, view, cached}), source, time};
}

/** A store after its first refresh, at `drawnAt` unless another clock is given. */
export async function openStore(options: OpenStoreOptions = {}): Promise<OpenStore> {
	const opened = createStore({time: clockBefore(100), ...options});
	opened.store.getState().start();
	await opened.time.advance(100);
	opened.store.getState().tick();
	return opened;
}
