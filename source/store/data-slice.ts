import type {StateCreator} from 'zustand/vanilla';
import {createOpener} from '../core/create-opener.js';
import type {CapacityError} from '../core/errors.js';
import {nothingObserved, observeError} from '../core/events/observe.js';
import type {Timer} from '../core/ports.js';
import {type FanOutEvent, fanOut} from '../core/regions/fan-out.js';
import {applyEvent, type FetchedState, withAsked, withHappenings, withoutPending} from './apply-event.js';
import {asCapacityError} from './as-capacity-error.js';
import {createAskAgain} from './ask-again.js';
import type {CachedState} from './cached-state.js';
import {withoutOldMarks} from './change-marks.js';
import {createBatch} from './create-batch.js';
import {dueRegions, knownRegions, needsConnection, nextDueMs} from './due-regions.js';
import {enabledRegions, wantedRegions} from './selectors.js';
import type {CapacityState, DataActions, DataState, StorePorts} from './types.js';

/** Regions in flight at once in a background reading; the first asks all together. */
const backgroundConcurrency = 10;

/** One fan-out. `regions`: these, in the background; `null`: all wanted ones, overtaking whatever is under way. */
type Run = {readonly controller: AbortController; readonly regions: readonly string[] | null; events: FanOutEvent[]};

export function createDataSlice(
	ports: StorePorts,
	marked: readonly string[] | null,
	cached: CachedState | null,
): StateCreator<CapacityState, [], [], DataState & DataActions> {
	return (set, get) => {
		let next: Timer | null = null;
		let isStopped = false;
		/** DescribeRegions has answered in this session. */
		let isListed = false;
		/** Nobody looks at an empty screen any more. */
		let hasRows = cached !== null;
		const isTimeToAskAgain = createAskAgain(ports.clock);
		const source = createOpener(ports.openSource);
		const runs = new Set<Run>();
		const batch = createBatch(ports, applyEvents);

		function collect(run: Run, event: FanOutEvent): void {
			if (runs.has(run)) {
				isListed ||= event.type === 'directory' && event.directory.origin === 'ec2';
				run.events.push(event);
				if (event.type === 'page' && !hasRows) {
					hasRows = true;
					batch.hurry();
				} else {
					batch.request();
				}
			}
		}

		function applyEvents(): void {
			const events = [...runs].flatMap((run) => run.events.splice(0));
			if (events.length === 0) {
				return;
			}

			const now = ports.clock();
			const moment = {...ports, now};
			const wasExpired = get().observation.expired !== null;
			set((state) => {
				const fetched = events.reduce<FetchedState>((data, event) => applyEvent(data, event, moment), state);
				return {...fetched, connection: {status: 'connected'}, now};
			});
			// Credentials that are good again are good in every region: none should wait for its turn.
			if (wasExpired && get().observation.expired === null && !isStopped) {
				void begin(null);
			} else {
				schedule();
			}
		}

		async function begin(regions: readonly string[] | null): Promise<void> {
			if (regions === null) {
				overtake();
			}

			const run: Run = {controller: new AbortController(), regions, events: []};
			runs.add(run);
			// Named at once: what is due must not be read a second time beside this run.
			set((state) => ({isRefreshing: true, ...withAsked(state, regions ?? knownRegions(state), ports.clock())}));
			schedule();
			try {
				await read(run);
			} catch (error) {
				if (runs.has(run) && !run.controller.signal.aborted) {
					// What came before the failure must not be taken for a recovery from it.
					batch.run();
					fail(asCapacityError(error));
				}
			}

			if (runs.has(run)) {
				batch.run();
				end(run);
			}
		}

		async function read(run: Run): Promise<void> {
			const opened = await source.open();
			const {directory, facts, marked: wanted, isAccountConfirmed} = get();
			const isAsking = run.regions === null && (needsConnection(get()) || directory?.origin === 'builtin');
			const asksAgain = isTimeToAskAgain(run.regions === null);
			await fanOut({
				source: opened,
				asked: run.regions ?? wanted,
				// A cached list or a built-in one stands in for one that could not be had.
				directory: isAsking ? null : directory,
				lastDirectory: directory?.origin === 'ec2' ? directory : null,
				// Regions that are wanted by name come from no list.
				renewsDirectory: asksAgain && !isListed && wanted === null,
				knownTypes: facts,
				concurrency: run.regions === null ? Number.POSITIVE_INFINITY : backgroundConcurrency,
				timeoutMs: ports.timeoutMs,
				clock: ports.clock,
				timers: ports.timers,
				signal: run.controller.signal,
				needsAccount: asksAgain && !isAccountConfirmed,
				onEvent: (event) => collect(run, event),
			});
		}

		/** Ends every run without waiting for it; what it has brought so far counts. */
		function overtake(): void {
			batch.run();
			for (const run of runs) {
				run.controller.abort();
			}

			runs.clear();
			set((state) => ({regions: withoutPending(state.regions, () => true)}));
		}

		function fail(error: CapacityError): void {
			const now = ports.clock();
			set((state) => {
				const {observation, happenings} = observeError(state.observation, error, now);
				return {...withHappenings(state, happenings, now), observation, connection: {status: 'failed', error}};
			});
		}

		function end(run: Run): void {
			runs.delete(run);
			const now = ports.clock();
			const others = new Set([...runs].flatMap(({regions}) => regions ?? []));
			const isEnded = (region: string) => (run.regions?.includes(region) ?? true) && !others.has(region);
			set((state) => ({isRefreshing: runs.size > 0, refreshedAt: now, now, regions: withoutPending(state.regions, isEnded)}));
			schedule();
		}

		/** One timer, for the region that is due first: after a sleep it runs once, for all that have become due meanwhile. */
		function schedule(): void {
			next?.cancel();
			const isOpening = needsConnection(get()) && runs.size > 0;
			const waitMs = isStopped || isOpening || get().isPaused ? null : nextDueMs(get(), ports.clock(), ports.intervalMs);
			next = waitMs === null ? null : ports.timers.after(waitMs, readDueRegions);
		}

		function readDueRegions(): void {
			void begin(needsConnection(get()) ? null : dueRegions(get(), ports.clock()));
		}

		return {
			connection: {status: 'connecting'},
			directory: null,
			accountId: null,
			isAccountConfirmed: false,
			isAccountUnknown: false,
			regions: new Map(),
			marked,
			facts: new Map(),
			events: [],
			observation: nothingObserved,
			histories: new Map(),
			changeMarks: new Map(),
			isRefreshing: false,
			refreshedAt: null,
			isPaused: false,
			now: ports.clock(),
			...cached,

			refresh: async () => begin(null),

			start() {
				void begin(null);
			},

			stop() {
				isStopped = true;
				get().cancelSearch();
				for (const run of runs) {
					run.controller.abort();
				}

				runs.clear();
				next?.cancel();
				batch.cancel();
				source.opened()?.close();
			},

			togglePause() {
				const isPaused = !get().isPaused;
				set({isPaused});
				if (isPaused) {
					next?.cancel();
				} else if (runs.size === 0) {
					void begin(null);
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
					void begin([region]);
				}
			},

			toggleAllRegions() {
				const isAll = get().marked === null;
				set({marked: isAll ? [] : null});
				if (!isAll) {
					void begin(null);
				}
			},

			tick() {
				const now = ports.clock();
				set((state) => ({now, changeMarks: withoutOldMarks(state.changeMarks, now)}));
			},

			note(text) {
				set((state) => withHappenings(state, [{type: 'note', text}], ports.clock()));
			},
		};
	};
}
