import type {CapacityError} from '../../core/errors.js';
import type {Clock, Stopwatch, Timers} from '../../core/ports.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import type {WaitNumbers} from '../../core/wait/wait-findings.js';
import type {WaitGoal} from '../../core/wait/wait-goal.js';
import {type WaitOutcome, type WaitVerdict, waitBegins, waitVerdict} from '../../core/wait/wait-verdict.js';
import {counted} from '../../core/words/counted.js';
import type {CapacityStore} from '../../store/create-store.js';
import {selectCoverage} from '../../store/selectors.js';
import type {Connection} from '../../store/types.js';
import {nothingTaken, readRound} from './read-round.js';

/** How a wait stands or has ended. */
export type WaitReport = {
	readonly outcome: WaitOutcome | 'timed_out' | 'interrupted';
	/** One sentence. */
	readonly because: string;
	readonly numbers: WaitNumbers;
	readonly reservations: readonly Reservation[];
	/** Finished ones. */
	readonly rounds: number;
	readonly startedAt: Date;
	readonly at: Date;
	/** Since the start, whatever the clock was set to meanwhile. */
	readonly waitedMs: number;
};

/** A report that is the last one. */
export type WaitEnd = WaitReport & {readonly outcome: Exclude<WaitReport['outcome'], 'waiting'>};

export type WaitSetting = {
	readonly goal: WaitGoal;
	readonly patienceMs: number;
	/** Not started yet. It is stopped when the wait ends. */
	readonly store: CapacityStore;
	readonly clock: Clock;
	readonly stopwatch: Stopwatch;
	readonly timers: Timers;
	/** Aborted by ctrl-c. */
	readonly signal: AbortSignal;
	/** After each finished round that does not end the wait. */
	readonly onRound: (report: WaitReport) => void;
};

export type Wait = {
	/** How it stands now. */
	readonly report: () => WaitReport;
	/** Rejects with the `CapacityError` that no patience mends. */
	readonly ended: Promise<WaitEnd>;
};

/** A timer may be set for longer than Node can count, and stands still while a laptop sleeps: the stopwatch is looked at in between. */
const longestTimerMs = 60_000;

/** Reads rounds until one decides, the patience ends, or it is interrupted. */
export function waitForGoal({goal, patienceMs, store, clock, stopwatch, timers, signal, onRound}: WaitSetting): Wait {
	const startedAt = clock();
	const startedMs = stopwatch();
	let taken = nothingTaken;
	let memory = waitBegins;
	let rounds = 0;
	let latest: WaitVerdict | null = null;

	function report<Outcome extends WaitReport['outcome']>(outcome: Outcome): WaitReport & {readonly outcome: Outcome} {
		const {because, numbers, reservations} = latest ?? unread(store, goal);
		return {outcome, because, numbers, reservations, rounds, startedAt, at: clock(), waitedMs: stopwatch() - startedMs};
	}

	/** What the store's latest change decides; `null`: nothing. */
	function look(): WaitOutcome | null {
		const next = readRound(store.getState(), taken);
		if (next === null) {
			return null;
		}

		const verdict = waitVerdict(goal, memory, next.round);
		if (next.isFinished) {
			({taken} = next);
			memory = verdict.state;
			rounds += 1;
			latest = verdict;
			return verdict.verdict;
		}

		// What has been seen is so, whatever the others will say.
		if (verdict.verdict === 'satisfied') {
			latest = verdict;
			return 'satisfied';
		}

		return null;
	}

	const ended = new Promise<WaitEnd>((resolve, reject) => {
		let timer = timers.after(Math.min(patienceMs, longestTimerMs), checkDeadline);
		const unsubscribe = store.subscribe(onChange);
		signal.addEventListener('abort', interrupt, {once: true});

		function release(): void {
			timer.cancel();
			unsubscribe();
			signal.removeEventListener('abort', interrupt);
			store.getState().stop();
		}

		function end(outcome: WaitEnd['outcome']): void {
			release();
			resolve(report(outcome));
		}

		function onChange(): void {
			const error = fatalError(store.getState().connection);
			if (error !== null) {
				release();
				reject(error);
				return;
			}

			const outcome = look();
			if (outcome === 'waiting') {
				onRound(report('waiting'));
			} else if (outcome !== null) {
				end(outcome);
			}
		}

		function checkDeadline(): void {
			const restMs = startedMs + patienceMs - stopwatch();
			if (restMs <= 0) {
				end('timed_out');
			} else {
				timer = timers.after(Math.min(restMs, longestTimerMs), checkDeadline);
			}
		}

		function interrupt(): void {
			end('interrupted');
		}
	});
	store.getState().start();
	return {report: () => report('waiting'), ended};
}

/** Before the first round has finished. */
function unread(store: CapacityStore, {until}: WaitGoal): Pick<WaitReport, 'because' | 'numbers' | 'reservations'> {
	const {wanted, answered} = selectCoverage(store.getState());
	return {
		because: wanted === 0 ? 'no region has been asked yet.' : `${answered} of ${counted(wanted, 'region')} answered so far.`,
		numbers: {free: null, wanted: until.kind === 'available' ? until.minCapacity : null, regionsAsked: wanted, regionsAnswered: answered},
		reservations: [],
	};
}

function fatalError(connection: Connection): CapacityError | null {
	if (connection.status !== 'failed') {
		return null;
	}

	const {reason} = connection.error;
	return reason === 'unknown_region' || reason === 'bad_setting' ? connection.error : null;
}
