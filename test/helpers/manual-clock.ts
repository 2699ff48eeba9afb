import type {Clock, Stopwatch, Timers} from '../../source/core/ports.js';

export type ManualClock = {
	readonly clock: Clock;
	readonly stopwatch: Stopwatch;
	readonly timers: Timers;
	/** Moves time on, running what falls due in order, and lets promises settle in between. */
	advance(milliseconds: number): Promise<void>;
	/** Moves time on while nothing runs, as when a laptop sleeps; what fell due runs at the next `advance`. */
	sleep(milliseconds: number): void;
	/** Sets the clock forward, or back, while timers go on as before. */
	step(milliseconds: number): void;
	/** Timers that have not run or been cancelled. */
	pending(): number;
};

/** Time that stands still until it is moved. */
export function manualClock(start = '2026-11-23T10:13:00Z'): ManualClock {
	let now = Date.parse(start);
	/** What the clock shows beyond the time that timers count. */
	let stepped = 0;
	let nextId = 0;
	const due = new Map<number, {readonly at: number; readonly callback: () => void}>();
	return {
		clock: () => new Date(now + stepped),
		stopwatch: () => now,
		timers: {
			after(milliseconds, callback) {
				const id = nextId++;
				due.set(id, {at: now + milliseconds, callback});
				return {cancel: () => void due.delete(id)};
			},
		},
		async advance(milliseconds) {
			const end = now + milliseconds;
			await settle();
			for (;;) {
				const next = [...due].filter(([, {at}]) => at <= end).toSorted((one, other) => one[1].at - other[1].at || one[0] - other[0])[0];
				if (next === undefined) {
					break;
				}

				due.delete(next[0]);
				now = Math.max(now, next[1].at);
				next[1].callback();
				await settle();
			}

			now = end;
		},
		sleep(milliseconds) {
			now += milliseconds;
		},
		step(milliseconds) {
			stepped += milliseconds;
		},
		pending: () => due.size,
	};
}

/** Lets everything that is ready to run, run: a turn of the event loop for each of a few rounds of promises. */
export async function settle(): Promise<void> {
	for (let round = 0; round < 5; round++) {
		await new Promise((resolve) => {
			setImmediate(resolve);
		});
	}
}
