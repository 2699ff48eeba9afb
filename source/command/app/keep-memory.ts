import {deepEqual} from 'fast-equals';
import type {Clock, Timers} from '../../core/ports.js';
import {hasPassed} from '../../core/regions/has-passed.js';
import {writeSnapshot} from '../../files/snapshot-cache.js';
import {writeViewState} from '../../files/view-state.js';
import type {WriteResult} from '../../files/write-atomically.js';
import {snapshotToKeep} from '../../store/cached-state.js';
import type {CapacityStore} from '../../store/create-store.js';
import type {Memory} from './read-memory.js';
import {viewOf, viewToRemember} from './view.js';

/** Between two writings while the app is open: what a terminal that is closed without a word may cost. */
const leastMs = 60_000;

/** How long leaving the app may wait for the disk. A write that is cut off leaves the old file. */
const patienceMs = 500;

export type KeepOptions = {
	readonly store: CapacityStore;
	readonly memory: Memory;
	readonly clock: Clock;
	readonly timers: Timers;
};

/** Keeps what the store shows, after a refresh and at most once a minute; returns how to do so a last time, which never rejects. */
export function keepMemory({store, memory, clock, timers}: KeepOptions): () => Promise<void> {
	const opened = viewOf(store.getState(), memory.key);
	let writing: Promise<void> | null = null;
	let keptAt: Date | null = null;
	let keptRefresh: Date | null = null;
	let keptView = memory.viewOnDisk;
	let hasFailed = false;

	async function write(): Promise<void> {
		const state = store.getState();
		const now = clock();
		keptAt = now;
		const {cache, state: folder} = memory;
		if (cache !== null && state.refreshedAt !== keptRefresh) {
			keptRefresh = state.refreshedAt;
			const snapshot = snapshotToKeep(state, now);
			tell(snapshot === null ? null : await writeSnapshot(cache.folder, cache.key, snapshot));
		}

		const view = viewToRemember(memory.view, opened, viewOf(store.getState(), memory.key));
		if (folder !== null && !deepEqual(view, keptView)) {
			keptView = view;
			tell(await writeViewState(folder, view));
		}
	}

	/** Once: the disk stays full. */
	function tell(result: WriteResult | null): void {
		if (result?.kind === 'failed' && !hasFailed) {
			hasFailed = true;
			store.getState().note(result.reason);
		}
	}

	const unsubscribe = store.subscribe(({refreshedAt, isRefreshing}) => {
		const isDue = keptAt === null || hasPassed(leastMs, keptAt, clock());
		if (refreshedAt !== null && refreshedAt !== keptRefresh && !isRefreshing && isDue && writing === null) {
			writing = write().finally(() => {
				writing = null;
			});
		}
	});

	return async () => {
		unsubscribe();
		const last = async () => {
			await writing;
			await write();
		};
		await Promise.race([last(), new Promise<void>((resolve) => void timers.after(patienceMs, resolve))]);
	};
}
