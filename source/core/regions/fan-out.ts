import type {Clock, Timers} from '../ports.js';
import type {AcceleratorFacts} from '../reservations/accelerator.js';
import type {Reservation} from '../reservations/reservation.js';
import {delay, type LinkedAbort, linkAbort, untilAborted} from './abort.js';
import {planRegions} from './plan-regions.js';
import {readDirectory} from './read-directory.js';
import {readRegion} from './read-region.js';
import type {RegionResult} from './region-result.js';
import type {CapacitySource, RegionDirectory} from './source.js';
import {createTurns} from './turns.js';

/** What happens during one refresh, in the order in which it happens. */
export type FanOutEvent =
	/** DescribeRegions has answered, or its built-in substitute. Not sent when what was known before holds. */
	| {readonly type: 'directory'; readonly directory: RegionDirectory}
	/** These too are now in flight or wait for their turn. Each region is named once. */
	| {readonly type: 'asking'; readonly regions: readonly string[]}
	/** Asked ahead of DescribeRegions, but not in the account: forget them, and what they may have answered. */
	| {readonly type: 'dropped'; readonly regions: readonly string[]}
	/** One page, duplicates removed. */
	| {readonly type: 'page'; readonly region: string; readonly reservations: readonly Reservation[]}
	/** A region's answer, one for each region that was asked, or asked for, and not dropped; a later one replaces it. */
	| {readonly type: 'answered'; readonly result: RegionResult}
	/** Facts that the rows do not carry yet: see `withAccelerators`. */
	| {readonly type: 'accelerators'; readonly facts: AcceleratorFacts}
	| {readonly type: 'account'; readonly accountId: string | null};

export type FanOutOptions = {
	readonly source: CapacitySource;
	/** Regions asked for by name; `null`: every enabled one. */
	readonly asked: readonly string[] | null;
	/** Known from before; then DescribeRegions is not called again, and nothing waits for it. */
	readonly directory: RegionDirectory | null;
	/**
	What DescribeRegions said the last time: its regions are asked ahead of it, and it stands in when there is no answer. By default
	the always enabled regions are asked ahead, and the built-in list stands in.
	*/
	readonly lastDirectory?: RegionDirectory | null;
	/**
	Regions to ask ahead of DescribeRegions in place of those, in this order, which regions asked for by name follow too. By default there is
	no such order. It stands in for no answer.
	*/
	readonly askFirst?: readonly string[] | null;
	/** Calls it beside the regions all the same, since the known one only stands in for its answer. By default it does not. */
	readonly renewsDirectory?: boolean;
	/** Instance types that were described before. */
	readonly knownTypes: AcceleratorFacts;
	/** Regions in flight at once; `Infinity` for a first load and for reports. */
	readonly concurrency: number;
	/** Without a page of a region's answer, counted from its turn; also for DescribeRegions. */
	readonly timeoutMs: number;
	/** Milliseconds that a region waits before its turn, so that a background refresh does not come in one burst. */
	readonly startDelayMs?: (region: string) => number;
	readonly clock: Clock;
	readonly timers: Timers;
	readonly signal: AbortSignal;
	readonly onEvent: (event: FanOutEvent) => void;
	/** Whether to ask for the account id. */
	readonly needsAccount: boolean;
};

/**
One refresh over all regions. A region that fails is an event, not an error.

Rejects with the `CapacityError` of `source.connect`, with `UnknownRegionError` when a region was asked for that EC2 does
not list, with what `onEvent` threw, and with the reason of `signal`. All work is then aborted and no further event comes.
*/
export async function fanOut(options: FanOutOptions): Promise<void> {
	options.signal.throwIfAborted();
	const run = linkAbort(options.signal);
	try {
		await untilAborted(refresh(options, run), run.signal);
		run.signal.throwIfAborted();
	} finally {
		run.release();
		run.abort();
	}
}

/** The rows with these facts in place of the built-in ones; rows that stay as they are keep their identity, and so does the list. */
export function withAccelerators(reservations: readonly Reservation[], facts: AcceleratorFacts): readonly Reservation[] {
	let hasChanged = false;
	const rows = reservations.map((reservation) => {
		const {instanceType, accelerator: before} = reservation;
		const accelerator = instanceType === null ? undefined : facts.get(instanceType);
		if (
			accelerator === undefined ||
			accelerator === before ||
			(accelerator?.name === before?.name &&
				accelerator?.countPerInstance === before?.countPerInstance &&
				accelerator?.memoryMib === before?.memoryMib)
		) {
			return reservation;
		}

		hasChanged = true;
		return {...reservation, accelerator};
	});
	return hasChanged ? rows : reservations;
}

async function refresh(options: FanOutOptions, run: LinkedAbort): Promise<void> {
	const {source, asked, directory: known, askFirst = null, lastDirectory = null, renewsDirectory = false, needsAccount} = options;
	const {signal} = run;
	const emit = (event: FanOutEvent): void => {
		if (!signal.aborted) {
			try {
				options.onEvent(event);
			} catch (error) {
				run.abort(error);
			}
		}
	};

	await untilAborted(source.connect(signal), signal);
	const account = needsAccount ? source.accountId(signal).then((accountId) => emit({type: 'account', accountId})) : null;
	account?.catch(() => {});
	const renewal = known !== null && renewsDirectory ? renewDirectory(options, signal, emit) : null;
	renewal?.catch(() => {});
	const regions = createRegionCalls(options, signal, emit);
	const ahead = known === null ? askedAhead(options) : [];
	// The first to be asked waits the shortest, since they take turns: where an order is known that is the slowest region, and else
	// DescribeRegions, whose answer those that nobody knows of yet wait for.
	regions.ask(askFirst === null ? [] : ahead.slice(0, 1));
	const listing = known === null ? readDirectory({...options, signal}) : Promise.resolve(known);
	listing.catch(() => {});
	regions.ask(ahead);

	const listed = await listing;
	const directory = listed.origin === 'builtin' ? (lastDirectory ?? listed) : listed;
	const plan = planRegions(directory, asked, regions.underWay());
	if (known === null && directory === listed) {
		emit({type: 'directory', directory});
	}

	regions.drop(plan.drop);
	regions.refuse(plan.refused);
	regions.ask(plan.ask);
	await Promise.all([account, renewal, regions.finished()]);
}

/** What is asked before DescribeRegions has answered. */
function askedAhead({source, asked, askFirst = null, lastDirectory = null}: FanOutOptions): readonly string[] {
	if (asked !== null) {
		return inOrder(asked, askFirst ?? []);
	}

	return askFirst ?? (lastDirectory === null ? source.alwaysEnabledRegions : enabledIn(lastDirectory));
}

/** Those that the order does not know come first: how far they are is not known. */
function inOrder(regions: readonly string[], order: readonly string[]): readonly string[] {
	return regions.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}

function enabledIn({regions}: RegionDirectory): readonly string[] {
	return regions.filter(({isEnabled}) => isEnabled).map(({name}) => name);
}

/** The regions of one refresh: each is asked once. */
function createRegionCalls(options: FanOutOptions, signal: AbortSignal, emit: (event: FanOutEvent) => void) {
	const {concurrency, startDelayMs, timers} = options;
	const takeTurn = createTurns(concurrency);
	const typesAsked = new Set<string>();
	const calls = new Map<string, {readonly controller: AbortController; readonly finished: Promise<void>}>();
	// One listener for all: Node 20 warns of a leak when a signal has more than ten.
	signal.addEventListener(
		'abort',
		() => {
			for (const {controller} of calls.values()) {
				controller.abort(signal.reason);
			}
		},
		{once: true},
	);

	async function read(region: string, own: AbortSignal): Promise<void> {
		const milliseconds = startDelayMs?.(region) ?? 0;
		if (milliseconds > 0) {
			await delay(milliseconds, timers, own);
		}

		await takeTurn(own, async () => readRegion({...options, region, signal: own, typesAsked, onEvent: emit}));
	}

	function start(region: string): void {
		const controller = new AbortController();
		// `readRegion` rejects only when it was dropped or stopped.
		const finished = read(region, controller.signal).catch(() => {});
		calls.set(region, {controller, finished});
	}

	return {
		underWay: (): ReadonlySet<string> => new Set(calls.keys()),

		ask(names: readonly string[]): void {
			const fresh = [...new Set(names)].filter((region) => !calls.has(region));
			if (fresh.length > 0 && !signal.aborted) {
				emit({type: 'asking', regions: fresh});
				fresh.forEach(start);
			}
		},

		drop(names: readonly string[]): void {
			for (const region of names) {
				calls.get(region)?.controller.abort();
			}

			if (names.length > 0) {
				emit({type: 'dropped', regions: names});
			}
		},

		/** Answers in place of the region, or over its own answer: who is enabled must not depend on who is quicker. */
		refuse(results: readonly RegionResult[]): void {
			for (const result of results) {
				calls.get(result.region)?.controller.abort();
				emit({type: 'answered', result});
			}
		},

		async finished(): Promise<void> {
			await Promise.all([...calls.values()].map((call) => call.finished));
		},
	};
}

async function renewDirectory(options: FanOutOptions, signal: AbortSignal, emit: (event: FanOutEvent) => void): Promise<void> {
	const directory = await readDirectory({...options, signal});
	if (directory.origin === 'ec2') {
		emit({type: 'directory', directory});
	}
}
