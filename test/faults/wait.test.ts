import {describe, expect, test} from 'vitest';
import {type WaitReport, waitForGoal} from '../../source/command/wait/wait-for-goal.js';
import {createCapacityStore} from '../../source/store/create-store.js';
import {expectedOfEach, type FaultCase, forEachFault, type Phase, timeout} from './fault-table.js';
import {faulty, faultyIds, home, openFaultyWorld, optIn, optInId, timeoutMs} from './faulty-world.js';

/** One more than the rounds after which what is not found is lost. */
const faultyReadings = 4;

type Told = {
	/** How it stood after each finished round, and how many free instances were known of. */
	readonly rounds: readonly string[];
	readonly because: string;
	/** The most of one kind in any reading. */
	readonly requests: number;
};

/** Waits until 8 instances of one reservation are free, which they are from the second reading on. */
async function wait(
	fault: FaultCase,
	phase: Phase,
	id: string,
	readings: readonly [number, number],
	asked: readonly string[] | null = null,
): Promise<Told> {
	await using world = await openFaultyWorld({fault, phase, readings, isEverywhere: asked !== null});
	const store = createCapacityStore(
		{...world, random: () => 0.5, intervalMs: 30_000, isIntervalExplicit: true, timeoutMs},
		{marked: asked},
	);
	const rounds: string[] = [];
	const tell = ({outcome, numbers}: WaitReport) => rounds.push(`${outcome}, ${numbers.free} free`);
	const {ended} = waitForGoal({
		goal: {target: {kind: 'ids', ids: [id]}, until: {kind: 'available', minCapacity: 8, isSingle: false}},
		patienceMs: 24 * 3_600_000,
		store,
		clock: world.clock,
		stopwatch: world.stopwatch,
		timers: world.timers,
		signal: new AbortController().signal,
		onRound: tell,
	});
	let because = '';
	let isEnded = false;
	void ended.then((report) => {
		tell(report);
		({because} = report);
		isEnded = true;
	});
	await world.settleReading();
	for (let reading = 1; reading <= readings[1] + 2 && !isEnded; reading++) {
		await world.nextReading();
	}

	store.getState().stop();
	return {rounds, because, requests: world.mostRequests()};
}

const satisfied = (id: string, {attempts}: FaultCase): Told => ({
	rounds: ['satisfied, 8 free'],
	because: `8 instances free, 8 wanted: ${id} 8.`,
	requests: attempts,
});
const [, , goalId] = faultyIds;

describe.concurrent('a wait when a fault meets', {timeout}, () => {
	test.each(['first page', 'second page'] as const)(
		'the %s of the region, from the beginning: it goes on, knows of none, and takes nothing for lost',
		async (phase) => {
			const told = await forEachFault(async (_, fault) => wait(fault, phase, goalId, [0, faultyReadings - 1]));
			expect(told).toEqual(
				expectedOfEach((each) => {
					// A region that is not enabled, and never was, is none of the account’s: then it is not there.
					const isLost = each.status === 'not_enabled';
					const lost = `${goalId} was not found in 3 rounds running in which all 2 regions answered: check the id, the account and --regions.`;
					return isLost
						? {rounds: ['waiting, null free', 'waiting, null free', 'impossible, null free'], because: lost, requests: 1}
						: {...satisfied(goalId, each), rounds: [...Array(faultyReadings).fill('waiting, null free'), 'satisfied, 8 free']};
				}),
			);
		},
	);

	test.each(['first page', 'second page'] as const)(
		'the %s of the region, in a refresh: what was read before counts no more, and is not lost',
		async (phase) => {
			const told = await forEachFault(async (_, fault) => wait(fault, phase, goalId, [1, faultyReadings]));
			expect(told).toEqual(
				expectedOfEach((each) => ({
					...satisfied(goalId, each),
					rounds: ['waiting, 0 free', ...Array(faultyReadings).fill('waiting, null free'), 'satisfied, 8 free'],
				})),
			);
		},
	);

	test('the facts of instance types, or STS: it does not matter', async () => {
		for (const phase of ['instance types', 'STS'] as const) {
			const told = await forEachFault(async (_, fault) => wait(fault, phase, goalId, [0, 1]));
			expect(told).toEqual(
				expectedOfEach((each) => ({...satisfied(goalId, each), rounds: ['waiting, 0 free', 'satisfied, 8 free'], requests: each.attempts})),
			);
		}
	});

	test('the list of regions: what may be in a region that is not in the built-in one is not lost, and found once the fault is gone', async () => {
		const told = await forEachFault(async (_, fault) => wait(fault, 'regions', optInId, [0, faultyReadings - 1]));
		expect(told).toEqual(
			expectedOfEach((each) => ({
				...satisfied(optInId, each),
				rounds: [...Array(faultyReadings).fill('waiting, null free'), 'satisfied, 8 free'],
				// In the time that it takes to give the list up, a region that has changed is read twice.
				requests: each.isSilent === true ? 2 : each.attempts,
			})),
		);
	});

	test('all regions: it ends after five rounds in which nothing could be read', async () => {
		const told = await forEachFault(async (_, fault) => wait(fault, 'first page', goalId, [0, 9], [home, faulty]));
		expect(told).toEqual(
			expectedOfEach(({attempts}) => ({
				rounds: [...Array(4).fill('waiting, null free'), 'unreadable, null free'],
				because: expect.stringMatching(/^Nothing could be read in 5 rounds running: us-gov-(east|west)-1: \w/),
				requests: attempts,
			})),
		);
	});

	test('another region: what is seen is so', async () => {
		const told = await forEachFault(async (_, fault) => wait(fault, 'first page', optInId, [0, 1]));
		expect(told).toEqual(expectedOfEach((each) => ({...satisfied(optInId, each), requests: expect.any(Number)})));
		expect(optIn).not.toBe(faulty);
	});
});
