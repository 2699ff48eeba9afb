import type {Clock, Timer, Timers} from '../core/ports.js';

/** Shows together what comes close together. */
export type Batch = {
	/** Something has come: it is shown soon. */
	readonly request: () => void;
	/** Something has come that somebody waits for: it is shown at once, after the work that is under way. */
	readonly hurry: () => void;
	/** Shows it now. */
	readonly run: () => void;
	/** Shows it no more. */
	readonly cancel: () => void;
};

/** Events that come this close together become one change of the state, and so one frame. */
const batchMs = 40;

/** Of the time, no more than a third is spent on showing what has come so far: with very many rows that takes longer than reading a page. */
const restPerRun = 2;

/** A clock that is set on meanwhile makes it no longer. */
const longestRestMs = 3000;

/** `show` may be called when there is nothing new. */
export function createBatch({clock, timers}: {readonly clock: Clock; readonly timers: Timers}, show: () => void): Batch {
	let timer: Timer | null = null;
	let tookMs = 0;

	function cancel(): void {
		timer?.cancel();
		timer = null;
	}

	function run(): void {
		cancel();
		const startedAt = clock().getTime();
		show();
		tookMs = clock().getTime() - startedAt;
	}

	return {
		request() {
			timer ??= timers.after(Math.max(batchMs, Math.min(longestRestMs, restPerRun * tookMs)), run);
		},
		hurry() {
			timer?.cancel();
			timer = timers.after(0, run);
		},
		run,
		cancel,
	};
}
