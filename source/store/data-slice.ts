import type {StateCreator} from 'zustand/vanilla';
import {CapacityError} from '../core/errors.js';
import {type FanOutEvent, fanOut} from '../core/fan-out.js';
import type {Timer} from '../core/ports.js';
import type {CapacitySource} from '../core/source.js';
import {applyEvent, type FetchedState, withoutPending} from './apply-event.js';
import {enabledRegions, wantedRegions} from './selectors.js';
import type {CapacityState, DataActions, DataState, StorePorts} from './types.js';

/** Regions in flight at once in a background refresh; the first asks all together. */
const backgroundConcurrency = 10;

/** Events that come close together become one change of the state, and so one frame. */
const batchMs = 40;

export function createDataSlice(
	ports: StorePorts,
	marked: readonly string[] | null,
): StateCreator<CapacityState, [], [], DataState & DataActions> {
	return (set, get) => {
		let opening: Promise<CapacitySource> | null = null;
		let source: CapacitySource | null = null;
		let current: AbortController | null = null;
		let next: Timer | null = null;
		let batch: {events: FanOutEvent[]; timer: Timer} | null = null;
		let isStopped = false;

		async function openSource(): Promise<CapacitySource> {
			opening ??= ports.openSource();
			try {
				source = await opening;
				return source;
			} catch (error) {
				opening = null;
				throw error;
			}
		}

		function collect(event: FanOutEvent): void {
			batch ??= {events: [], timer: ports.timers.after(batchMs, flush)};
			batch.events.push(event);
		}

		function flush(): void {
			const events = batch?.events ?? [];
			batch?.timer.cancel();
			batch = null;
			if (events.length > 0) {
				const now = ports.clock();
				set((state) => {
					const fetched = events.reduce<FetchedState>((data, event) => applyEvent(data, event, now, ports.intervalMs), state);
					return {...fetched, connection: {status: 'connected'}, now};
				});
			}
		}

		/** `regions`: only these, in the background. `null`: all wanted ones, at once. */
		async function run(regions: readonly string[] | null): Promise<void> {
			current?.abort();
			flush();
			next?.cancel();
			const controller = new AbortController();
			current = controller;
			set((state) => ({isRefreshing: true, regions: withoutPending(state.regions)}));
			try {
				const opened = await openSource();
				const {directory, facts, marked: wanted, accountId} = get();
				await fanOut({
					source: opened,
					asked: regions ?? wanted,
					directory,
					knownTypes: facts,
					concurrency: regions === null ? Number.POSITIVE_INFINITY : backgroundConcurrency,
					timeoutMs: ports.timeoutMs,
					clock: ports.clock,
					timers: ports.timers,
					signal: controller.signal,
					needsAccount: accountId === null,
					onEvent(event) {
						if (current === controller) {
							collect(event);
						}
					},
				});
			} catch (error) {
				if (current === controller && !controller.signal.aborted) {
					// What came before the failure must not be taken for a recovery from it.
					flush();
					set({connection: {status: 'failed', error: asCapacityError(error)}});
				}
			}

			if (current === controller) {
				flush();
				current = null;
				const now = ports.clock();
				set((state) => ({isRefreshing: false, refreshedAt: now, now, regions: withoutPending(state.regions)}));
				schedule();
			}
		}

		function schedule(): void {
			next?.cancel();
			if (!isStopped && !get().isPaused) {
				// Up to a tenth earlier or later, so that many watchers of one account do not ask in step.
				next = ports.timers.after(ports.intervalMs * (0.9 + 0.2 * ports.random()), refreshInBackground);
			}
		}

		function refreshInBackground(): void {
			const state = get();
			const now = ports.clock();
			const isFirst = state.connection.status === 'failed' || state.directory === null;
			void run(isFirst ? null : wantedRegions(state).filter((region) => !isResting(state, region, now)));
		}

		return {
			connection: {status: 'connecting'},
			directory: null,
			accountId: null,
			regions: new Map(),
			marked,
			facts: new Map(),
			isRefreshing: false,
			refreshedAt: null,
			isPaused: false,
			now: ports.clock(),

			refresh: async () => run(null),

			start() {
				void run(null);
			},

			stop() {
				isStopped = true;
				current?.abort();
				current = null;
				next?.cancel();
				batch?.timer.cancel();
				batch = null;
				source?.close();
			},

			togglePause() {
				const isPaused = !get().isPaused;
				set({isPaused});
				if (isPaused) {
					next?.cancel();
				} else if (current === null) {
					void run(null);
				}
			},

			toggleRegion(region) {
				const state = get();
				const wanted = wantedRegions(state);
				const isMarked = wanted.includes(region);
				const kept = isMarked ? wanted.filter((name) => name !== region) : [...wanted, region].toSorted();
				const all = enabledRegions(state);
				set({marked: all.length > 0 && all.every((name) => kept.includes(name)) && kept.length === all.length ? null : kept});
				if (!isMarked) {
					void run(current === null ? [region] : null);
				}
			},

			toggleAllRegions() {
				const isAll = get().marked === null;
				set({marked: isAll ? [] : null});
				if (!isAll) {
					void run(null);
				}
			},

			tick() {
				set({now: ports.clock()});
			},
		};
	};
}

function isResting(state: DataState, region: string, now: Date): boolean {
	const until = state.regions.get(region)?.restsUntil ?? null;
	return until !== null && until > now;
}

function asCapacityError(error: unknown): CapacityError {
	return error instanceof CapacityError
		? error
		: new CapacityError('bad_setting', `The regions could not be read: ${error instanceof Error ? error.message : String(error)}`, {
				cause: error,
			});
}
