import type {Stopwatch, Timers} from '../ports.js';
import {delay} from '../regions/abort.js';
import {callableAt, freshPace, isWorthRetrying, type Pace, recordCall, recordLimit, recordPassed, remainingMs} from './pace.js';

/** Keeps all searches of an account within AWS's pace. One for as long as the program runs: what was asked before counts. */
export type PaceKeeper = {
	/** Waits until the region may be asked, and counts the call. Rejects with the reason of `signal`. */
	readonly takeTurn: (region: string, signal: AbortSignal) => Promise<void>;
	/** The region answered, or failed for another reason than the pace. */
	readonly recordPassed: (region: string) => void;
	/** The region asked to wait. Returns whether it is worth to ask again then. */
	readonly recordLimit: (region: string) => boolean;
	/** Milliseconds until the last of the calls that are still to be made can be sent. */
	readonly remainingMs: (calls: ReadonlyMap<string, number>) => number;
	/** Whether the region asked to wait and has not answered since. */
	readonly isHeld: (region: string) => boolean;
};

/**
A call that had to wait is sent so much later than by the letter: the first calls may have been longer on the way than this one,
and AWS counts them when they arrive.
*/
const slackMs = 500;

/** By the stopwatch: a clock that is set back would make a search wait until it has caught up, one set forward would make it too fast for AWS. */
export function createPaceKeeper({stopwatch, timers}: {readonly stopwatch: Stopwatch; readonly timers: Timers}): PaceKeeper {
	const clock = () => new Date(stopwatch());
	let pace: Pace = freshPace;
	return {
		async takeTurn(region, signal) {
			for (let slack = slackMs; ; slack = 0) {
				signal.throwIfAborted();
				const now = clock();
				const waitMs = callableAt(pace, region, now).getTime() - now.getTime();
				if (waitMs <= 0) {
					pace = recordCall(pace, region, now);
					return;
				}

				await delay(waitMs + slack, timers, signal);
			}
		},
		recordPassed(region) {
			pace = recordPassed(pace, region);
		},
		recordLimit(region) {
			pace = recordLimit(pace, region, clock());
			return isWorthRetrying(pace, region);
		},
		remainingMs: (calls) => remainingMs(pace, calls, clock()),
		isHeld: (region) => (pace.get(region)?.limits ?? 0) > 0,
	};
}
