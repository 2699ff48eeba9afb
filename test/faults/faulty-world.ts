import {createEc2Source, type Ec2SourceOptions} from '../../source/aws/ec2-source.js';
import type {Timers} from '../../source/core/ports.js';
import type {CapacitySource} from '../../source/core/regions/source.js';
import {startDemoEndpoint} from '../../source/demo/demo-endpoint.js';
import {odcrRow} from '../../source/demo/odcr-row.js';
import type {Scenario} from '../../source/demo/scenario.js';
import {settingsAt} from '../aws/local-ec2.js';
import {settle} from '../helpers/manual-clock.js';
import {type FaultCase, type Phase, phases} from './fault-table.js';

/**
A partition in which every account has two regions, so that few calls are made. The account has a third one, which nobody knows
but DescribeRegions.
*/
export const home = 'us-gov-west-1';
export const faulty = 'us-gov-east-1';
export const optIn = 'us-gov-south-1';

export const accountId = '123456789012';

/** Of these the last one is on the second page of the faulty region. */
export const faultyIds = ['cr-0000000000000000a', 'cr-0000000000000000b', 'cr-0000000000000000c'] as const;
export const homeId = 'cr-00000000000000000';
export const optInId = 'cr-0000000000000000d';

/** Per region and reading. Less than what lies between two readings of a region. */
export const timeoutMs = 20_000;

/** More than the longest that a region rests. */
const betweenReadingsMs = 400_000;

const epoch = new Date('2026-11-23T10:13:00Z');

/** Shorter ones than this run in real time. */
const longestRealMs = 100;

export type FaultyWorld = {
	readonly clock: () => Date;
	readonly stopwatch: () => number;
	readonly timers: Timers;
	readonly settings: Ec2SourceOptions;
	readonly openSource: () => Promise<CapacitySource>;
	/** Lets everything that was asked be answered, or run into its deadline. */
	readonly settleReading: () => Promise<void>;
	/** Goes to the next reading: all that rests is due. */
	readonly nextReading: () => Promise<void>;
	/** Requests of the present reading: `region action page`, and how many. */
	readonly requests: () => Readonly<Record<string, number>>;
	/** The most of one kind in any reading. */
	readonly mostRequests: () => number;
	[Symbol.asyncDispose](): Promise<void>;
};

export type FaultyWorldOptions = {
	readonly fault: FaultCase;
	readonly phase: Phase;
	/** The readings that meet the fault, from 0. */
	readonly readings: readonly [first: number, last: number];
	/** Every region fails, not only one; two are to be asked for by name. */
	readonly isEverywhere?: boolean;
};

/**
An account behind a real endpoint and the real SDK, and a clock that stands still between readings.

In the faulty region nothing is free at the first reading, and 8 instances of its last reservation are from the second on.
*/
export async function openFaultyWorld({fault, phase, readings, isEverywhere = false}: FaultyWorldOptions): Promise<FaultyWorld> {
	const {action, page, isRegional} = phases[phase];
	const [from, until] = [instantOf(readings[0]), instantOf(readings[1] + 1)];
	let now = epoch.getTime();
	let seen: string[] = [];
	let most = 0;
	/** Calls under way that nothing but their deadline ends. */
	let silent = 0;
	const endpoint = await startDemoEndpoint({
		scenario: {
			...faultyAccount,
			faults: [{...fault.fault, action, page, from, until, ...(isRegional && !isEverywhere ? {region: faulty} : {})}],
		},
		clock: () => new Date(now),
		onRequest(request) {
			seen.push(`${request.region} ${request.action}${request.page === 'later' ? ' later' : ''}`);
			const isMet = request.action === action && request.page === page && now >= from.getTime() && now < until.getTime();
			silent += isMet && fault.isSilent === true && (!isRegional || isEverywhere || request.region === faulty) ? 1 : 0;
		},
	});
	const {timers, fire, underWay: realTimers} = steppedTimers(() => now);
	const {counted, underWay: calls} = countCalls();
	const settings = {...settingsAt(endpoint.url), homeRegion: home, timers};

	const requests = () =>
		Object.fromEntries([...new Set(seen)].toSorted().map((name) => [name, seen.filter((each) => each === name).length]));

	/** Nothing is under way that would come to an end by itself. */
	const isStill = () => realTimers() === 0 && (calls() === 0 || calls() === silent);

	async function settleReading(): Promise<void> {
		for (;;) {
			await settle();
			if (!isStill()) {
				await new Promise((resolve) => {
					setTimeout(resolve, 10);
				});
			} else if (calls() === 0) {
				silent = 0;
				return;
			} else {
				silent = 0;
				now += timeoutMs;
				fire();
			}
		}
	}

	return {
		clock: () => new Date(now),
		stopwatch: () => now,
		timers,
		settings,
		openSource: async () => counted(createEc2Source(settings)),
		settleReading,
		async nextReading() {
			const reading = Math.floor((now - epoch.getTime()) / betweenReadingsMs) + 1;
			now = instantOf(reading).getTime();
			most = Math.max(most, ...Object.values(requests()));
			seen = [];
			fire();
			await settleReading();
		},
		requests,
		mostRequests: () => Math.max(most, ...Object.values(requests())),
		[Symbol.asyncDispose]: () => endpoint.close(),
	};
}

function instantOf(reading: number): Date {
	return new Date(epoch.getTime() + reading * betweenReadingsMs);
}

/** What is in it; its faults are up to the test. */
export const faultyAccount: Scenario = {
	name: 'faulty',
	epoch,
	accountId,
	regions: [
		{name: home, optInStatus: 'opt-in-not-required'},
		{name: faulty, optInStatus: 'opt-in-not-required', pageLimit: 2},
		{name: optIn, optInStatus: 'opted-in'},
	],
	reservationsIn(region) {
		const ids = {[home]: [homeId], [faulty]: faultyIds, [optIn]: [optInId]}[region] ?? [];
		return ids.map((id) =>
			odcrRow(
				{
					id,
					// AWS alone knows how much memory the accelerators of the faulty region have.
					instanceType: region === faulty ? 'p6e-gb200.36xlarge' : 'p5.48xlarge',
					availabilityZone: `${region}a`,
					total: 16,
					free: (at) =>
						region === home || (id === faultyIds[2] && at < instantOf(1)) ? 0 : id === faultyIds[2] || region === optIn ? 8 : 0,
					created: new Date('2026-03-02T09:15:27Z'),
					match: 'open',
				},
				accountId,
			),
		);
	},
};

/** Short waits are real; for long ones time is moved, and `fire` runs what has become due. */
function steppedTimers(now: () => number) {
	const due = new Set<{readonly at: number; readonly callback: () => void}>();
	let real = 0;
	const timers: Timers = {
		after(milliseconds, callback) {
			if (milliseconds > longestRealMs) {
				const timer = {at: now() + milliseconds, callback};
				due.add(timer);
				return {cancel: () => void due.delete(timer)};
			}

			let isPending = true;
			real += 1;
			const end = () => {
				real -= isPending ? 1 : 0;
				isPending = false;
			};
			const timeout = setTimeout(() => {
				end();
				callback();
			}, milliseconds);
			return {
				cancel() {
					end();
					clearTimeout(timeout);
				},
			};
		},
	};
	return {
		timers,
		underWay: () => real,
		fire() {
			for (const timer of [...due].filter(({at}) => at <= now()).toSorted((a, b) => a.at - b.at)) {
				if (due.delete(timer)) {
					timer.callback();
				}
			}
		},
	};
}

/** Sources, and how many of their calls are under way. */
function countCalls() {
	let calls = 0;
	async function count<Value>(call: Promise<Value>): Promise<Value> {
		calls += 1;
		try {
			return await call;
		} finally {
			calls -= 1;
		}
	}

	return {
		underWay: () => calls,
		counted: (source: CapacitySource): CapacitySource => ({
			get alwaysEnabledRegions() {
				return source.alwaysEnabledRegions;
			},
			connect: async (signal) => count(source.connect(signal)),
			listRegions: async (signal) => count(source.listRegions(signal)),
			async *listReservations(region, signal) {
				calls += 1;
				try {
					yield* source.listReservations(region, signal);
				} finally {
					calls -= 1;
				}
			},
			describeAccelerators: async (region, types, signal) => count(source.describeAccelerators(region, types, signal)),
			listPrices: async (places, onPrice, signal) => count(source.listPrices(places, onPrice, signal)),
			describeBlockTypes: async (region, signal) => count(source.describeBlockTypes(region, signal)),
			knowsType: async (region, type, signal) => count(source.knowsType(region, type, signal)),
			findOfferings: async (region, call, paced) => count(source.findOfferings(region, call, paced)),
			findExtensions: async (region, call, paced) => count(source.findExtensions(region, call, paced)),
			accountId: async (signal) => count(source.accountId(signal)),
			close: () => source.close(),
		}),
	};
}
