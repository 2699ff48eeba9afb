import {CapacityError} from '../core/errors.js';
import {delay} from '../core/regions/abort.js';
import type {Reservation, ReservationKind} from '../core/reservations/reservation.js';
import {emptyQuery} from '../core/rows/query.js';
import type {WaitNumbers, WaitRound} from '../core/wait/wait-findings.js';
import type {WaitCondition, WaitGoal, WaitTarget} from '../core/wait/wait-goal.js';
import {type WaitOutcome, waitBegins, waitVerdict} from '../core/wait/wait-verdict.js';
import {
	aFunction,
	aSignal,
	aSwitch,
	checkOptions,
	instances,
	milliseconds,
	oneOf,
	optional,
	type Rules,
	refuseUnless,
	someIds,
	someNames,
	someRegions,
} from './option-rules.js';
import {snapshotOf} from './snapshot-of.js';
import {type CallOptions, type OpenCall, type TruffleContext, withSource} from './truffle-context.js';

/** What is waited for: by ids, or by filters, which combine by AND. */
export type WaitOptions = CallOptions & {
	/** `cr-…`, and `cb-…` for all reservations of a block. */
	readonly ids?: readonly string[] | undefined;
	/** Exact names or globs. */
	readonly instanceTypes?: readonly string[] | undefined;
	readonly gpuOnly?: boolean | undefined;
	/** Default: both. */
	readonly kind?: ReservationKind | undefined;
	/** Default: `available`: so many instances are free. */
	readonly until?: WaitCondition['kind'] | undefined;
	/** With `available`: so many, added up. Default: 1. */
	readonly minCapacity?: number | undefined;
	/** With `available`: all of them in one reservation. */
	readonly single?: boolean | undefined;
	/** Milliseconds between two readings. Default: 30,000. */
	readonly intervalMs?: number | undefined;
	/** Milliseconds after which it is given up. Default: 4 hours. */
	readonly patienceMs?: number | undefined;
	/** After each reading that does not end it. */
	readonly onRound?: ((report: WaitReport) => void) | undefined;
};

/** How it stands, or has ended. */
export type WaitReport = {
	readonly outcome: WaitOutcome | 'timed_out';
	/** One sentence with the numbers. */
	readonly because: string;
	readonly numbers: WaitNumbers;
	/** What was found of what is waited for, by the regions that answered. */
	readonly reservations: readonly Reservation[];
	readonly rounds: number;
	readonly startedAt: Date;
	readonly at: Date;
};

const rules: Rules<WaitOptions> = {
	ids: optional(someIds),
	instanceTypes: optional(someNames),
	gpuOnly: optional(aSwitch),
	kind: optional(oneOf('odcr', 'block')),
	until: optional(oneOf('available', 'active', 'ended')),
	minCapacity: optional(instances),
	single: optional(aSwitch),
	intervalMs: optional(milliseconds),
	patienceMs: optional(milliseconds),
	onRound: optional(aFunction),
	regions: optional(someRegions),
	signal: optional(aSignal),
};

const hour = 3_600_000;

/** AWS would throttle more. */
const leastIntervalMs = 5000;

/** See `Truffle.wait`. */
export async function wait(context: TruffleContext, options: WaitOptions): Promise<WaitReport> {
	checkOptions(options, rules);
	const {intervalMs = 30_000, patienceMs = 4 * hour, onRound} = options;
	const goal: WaitGoal = {target: targetOf(options), until: conditionOf(options)};
	const {clock, stopwatch, timers} = context.ports;
	const startedAt = clock();
	const deadline = stopwatch() + patienceMs;
	return withSource(context, options, async (opened) => {
		let state = waitBegins;
		for (let rounds = 1; ; rounds++) {
			const verdict = waitVerdict(goal, state, await readRound(context, opened));
			const {because, numbers, reservations} = verdict;
			const report = {outcome: verdict.verdict, because, numbers, reservations, rounds, startedAt, at: clock()};
			const restMs = deadline - stopwatch();
			if (verdict.verdict !== 'waiting') {
				return report;
			}

			if (restMs <= 0) {
				return {...report, outcome: 'timed_out'};
			}

			onRound?.(report);
			// The last reading is made when the time is over.
			await delay(Math.min(Math.max(intervalMs, leastIntervalMs), restMs), timers, opened.signal);
			state = verdict.state;
		}
	});
}

/** Credentials that expire may be renewed: a round in which nobody can be asked is a round, too. */
async function readRound({timeoutMs, ports}: TruffleContext, {source, regions, signal}: OpenCall): Promise<WaitRound> {
	try {
		return await snapshotOf({source, regions, timeoutMs, signal, needsAccount: false}, ports);
	} catch (error) {
		if (error instanceof CapacityError && (error.reason === 'no_credentials' || error.reason === 'expired_credentials')) {
			return {regions: [], asked: regions, error};
		}

		throw error;
	}
}

function targetOf({ids, instanceTypes = [], gpuOnly = false, kind, regions}: WaitOptions): WaitTarget {
	const isFiltered = instanceTypes.length > 0 || gpuOnly || kind !== undefined;
	if (ids !== undefined && ids.length > 0) {
		refuseUnless(!isFiltered, 'ids already say which ones are waited for; leave out the filters.');
		return {kind: 'ids', ids: ids.map((id) => id.toLowerCase())};
	}

	refuseUnless(isFiltered || (regions ?? []).length > 0, 'Nothing to wait for: name ids, instanceTypes, gpuOnly, kind or regions.');
	return {kind: 'query', query: {...emptyQuery, instanceTypes, gpuOnly}, kinds: kind === undefined ? ['odcr', 'block'] : [kind]};
}

function conditionOf({until = 'available', minCapacity, single}: WaitOptions): WaitCondition {
	if (until === 'available') {
		return {kind: until, minCapacity: minCapacity ?? 1, isSingle: single ?? false};
	}

	refuseUnless(
		minCapacity === undefined && single === undefined,
		`minCapacity and single count free instances: they go with until "available".`,
	);
	return {kind: until};
}
