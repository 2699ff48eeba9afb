import {untilAborted} from './abort.js';

/** Runs tasks, at most `limit` at a time, first come first served. A task whose signal is aborted before its turn is not run. */
export function createTurns(limit: number): (signal: AbortSignal, task: () => Promise<void>) => Promise<void> {
	let running = 0;
	let waiting: (() => void)[] = [];

	return async (signal, task) => {
		while (running >= limit) {
			const turn = new Promise<void>((resolve) => {
				waiting.push(resolve);
			});
			await untilAborted(turn, signal);
		}

		signal.throwIfAborted();
		running++;
		try {
			await task();
		} finally {
			running--;
			// All look again, in their order: one of them may have been aborted.
			const woken = waiting;
			waiting = [];
			for (const wake of woken) {
				wake();
			}
		}
	};
}
