import {expect, test} from 'vitest';
import {type WaitEnd, type WaitReport, waitForGoal} from '../../../source/command/wait/wait-for-goal.js';
import {CapacityError, UnknownRegionError} from '../../../source/core/errors.js';
import type {WaitCondition} from '../../../source/core/wait/wait-goal.js';
import {createCapacityStore} from '../../../source/store/create-store.js';
import {type FakeSource, failure, fakeSource} from '../../helpers/fake-source.js';
import {type ManualClock, manualClock} from '../../helpers/manual-clock.js';
import {reservation} from '../../helpers/reservation.js';

const id = 'cr-0123456789abcdef0';
const start = Date.parse('2026-11-23T10:13:00Z');

type Waiting = {
	readonly time: ManualClock;
	/** What was told, as seconds since the start, outcome and reason. */
	readonly told: readonly string[];
	/** How it ended, `null` while it has not. */
	readonly end: () => WaitEnd | Error | null;
	readonly interrupt: () => void;
	/** Of the timers that the wait itself has set. */
	readonly lengths: readonly number[];
};

function wait(
	source: FakeSource,
	{
		until = {kind: 'available', minCapacity: 8, isSingle: false},
		patienceMs = 14_400_000,
	}: {until?: WaitCondition; patienceMs?: number} = {},
): Waiting {
	const time = manualClock();
	const controller = new AbortController();
	const told: string[] = [];
	const lengths: number[] = [];
	let end: WaitEnd | Error | null = null;
	const tell = ({outcome, because, at}: WaitReport) => told.push(`${Math.floor((at.getTime() - start) / 1000)} s ${outcome}: ${because}`);
	const store = createCapacityStore({
		openSource: async () => source,
		...time,
		random: () => 0.5,
		intervalMs: 30_000,
		isIntervalExplicit: true,
		timeoutMs: 20_000,
	});
	const {ended} = waitForGoal({
		goal: {target: {kind: 'ids', ids: [id]}, until},
		patienceMs,
		store,
		clock: time.clock,
		stopwatch: time.stopwatch,
		timers: {
			after(milliseconds, callback) {
				lengths.push(milliseconds);
				return time.timers.after(milliseconds, callback);
			},
		},
		signal: controller.signal,
		onRound: tell,
	});
	ended.then(
		(report) => {
			end = report;
			tell(report);
		},
		(error: Error) => {
			end = error;
		},
	);
	return {time, told, end: () => end, interrupt: () => controller.abort(), lengths};
}

function free(count: number) {
	return [[reservation({id, key: id, totalInstanceCount: 16, availableInstanceCount: count})]];
}

test('ends as soon as so many are free, and leaves nothing behind', async () => {
	const source = fakeSource({'us-east-1': free(0), 'eu-west-1': []});
	const {time, told} = wait(source);
	await time.advance(1000);
	source.answers.set('us-east-1', free(8));
	await time.advance(30_000);
	expect(told).toEqual(['0 s waiting: 0 of 8 wanted instances free.', `30 s satisfied: 8 instances free, 8 wanted: ${id} 8.`]);
	expect(source.isClosed).toBe(true);
	expect(time.pending()).toBe(0);
});

test('a region that hangs keeps nobody from what another one has', async () => {
	const {time, told} = wait(fakeSource({'us-east-1': free(9), 'eu-west-1': 'hangs'}));
	await time.advance(1000);
	expect(told).toEqual([`0 s satisfied: 9 instances free, 8 wanted: ${id} 9.`]);
});

test('rows of an earlier round count no more once their region fails', async () => {
	const source = fakeSource({'us-east-1': free(7), 'eu-west-1': []});
	const {time, told} = wait(source);
	await time.advance(1000);
	source.answers.set('us-east-1', failure('denied', 'It is denied.'));
	await time.advance(30_000);
	expect(told).toEqual([
		'0 s waiting: 7 of 8 wanted instances free.',
		`30 s waiting: ${id} not found; 1 of 2 regions answered (us-east-1: It is denied).`,
	]);
});

test('a region that fails and rests holds up no round', async () => {
	const {time, told, end} = wait(fakeSource({'us-east-1': free(0), 'eu-west-1': failure('denied', 'It is denied.')}));
	await time.advance(120_000);
	expect(new Set(told.map((line) => line.replace(/^\d+ s /, '')))).toEqual(
		new Set(['waiting: 0 of 8 wanted instances free; 1 of 2 regions answered (eu-west-1: It is denied).']),
	);
	expect(told.length).toBeGreaterThanOrEqual(4);
	expect(end()).toBeNull();
});

test('what three whole rounds do not find is impossible', async () => {
	const {time, told} = wait(fakeSource({'us-east-1': [], 'eu-west-1': []}));
	await time.advance(61_000);
	expect(told).toEqual([
		`0 s waiting: ${id} not found.`,
		`30 s waiting: ${id} not found.`,
		`60 s impossible: ${id} was not found in 3 rounds running in which all 2 regions answered: check the id, the account and --regions.`,
	]);
});

test('ends when the time is over, with the last word on what it saw', async () => {
	const {time, told} = wait(fakeSource({'us-east-1': free(3)}), {patienceMs: 75_000});
	await time.advance(80_000);
	expect(told.at(-1)).toBe('75 s timed_out: 3 of 8 wanted instances free.');
});

test('looks at the clock in between: no timer outlasts what Node can count, or a sleep of the laptop', async () => {
	const {time, lengths, end} = wait(fakeSource({'us-east-1': free(3)}), {patienceMs: 720 * 3_600_000});
	await time.advance(180_000);
	expect(Math.max(...lengths)).toBe(60_000);
	expect(end()).toBeNull();
});

test.each([-5, 5])('gives up after as long as it was told to, when the clock is set by %i hours meanwhile', async (hours) => {
	const {time, told, end} = wait(fakeSource({'us-east-1': free(3)}), {patienceMs: 300_000});
	await time.advance(100_000);
	time.step(hours * 3_600_000);
	await time.advance(199_000);
	expect(end()).toBeNull();
	await time.advance(1000);
	expect(end()).toMatchObject({outcome: 'timed_out', waitedMs: 300_000});
	expect(told.at(-1)).toBe(`${hours * 3600 + 300} s timed_out: 3 of 8 wanted instances free.`);
});

test('the sleep of a laptop counts', async () => {
	const {time, end} = wait(fakeSource({'us-east-1': free(3)}), {patienceMs: 4 * 3_600_000});
	await time.advance(100_000);
	time.sleep(4 * 3_600_000);
	await time.advance(60_000);
	expect(end()).toMatchObject({outcome: 'timed_out'});
});

test('says what it knows when the time is over before the first round', async () => {
	const {time, told} = wait(fakeSource({'us-east-1': [], 'eu-west-1': 'hangs'}), {patienceMs: 5000});
	await time.advance(6000);
	expect(told).toEqual(['5 s timed_out: 1 of 2 regions answered so far.']);
});

test('each failed connection is a round in which nothing could be read', async () => {
	const source = fakeSource({'us-east-1': free(8)});
	source.connectError = new CapacityError('no_credentials', 'No credentials.');
	const {time, told} = wait(source);
	await time.advance(45_000);
	expect(told).toHaveLength(5);
	expect(told.at(-1)).toBe('40 s unreadable: Nothing could be read in 5 rounds running: No credentials.');
});

test('goes on by itself once the credentials are renewed', async () => {
	const source = fakeSource({'us-east-1': free(8)});
	source.connectError = new CapacityError('expired_credentials', 'Expired.');
	const {time, told} = wait(source);
	await time.advance(5000);
	source.connectError = null;
	await time.advance(10_000);
	expect(told.at(-1)).toBe(`10 s satisfied: 8 instances free, 8 wanted: ${id} 8.`);
});

test('a setting that cannot work is an error at once', async () => {
	const source = fakeSource({'us-east-1': free(0)});
	const error = new UnknownRegionError('us-east-9', ['us-east-1']);
	source.connectError = error;
	const {time, end} = wait(source);
	await time.advance(1000);
	expect(end()).toBe(error);
	expect(time.pending()).toBe(0);
});

test('can be interrupted', async () => {
	const {time, told, interrupt} = wait(fakeSource({'us-east-1': free(0)}));
	await time.advance(1000);
	interrupt();
	await time.advance(0);
	expect(told.at(-1)).toBe('1 s interrupted: 0 of 8 wanted instances free.');
	expect(time.pending()).toBe(0);
});
