import {expect, test} from 'vitest';
import type {CapacityEvent} from '../../source/core/events/events.js';
import {RegionError} from '../../source/core/regions/source.js';
import {createCapacityStore} from '../../source/store/create-store.js';
import type {CapacityState} from '../../source/store/types.js';
import {type FakeAnswer, failure, fakeSource} from '../helpers/fake-source.js';
import {manualClock} from '../helpers/manual-clock.js';
import {block, reservation} from '../helpers/reservation.js';

const minute = 60_000;
const row = reservation({id: 'cr-1'});

async function watch(
	answers: Readonly<Record<string, FakeAnswer>>,
	options: {readonly intervalMs?: number; readonly isIntervalExplicit?: boolean} = {},
) {
	const time = manualClock();
	const source = fakeSource(answers);
	const store = createCapacityStore({
		openSource: async () => source,
		clock: time.clock,
		stopwatch: time.stopwatch,
		timers: time.timers,
		random: () => 0.5,
		intervalMs: 30_000,
		isIntervalExplicit: false,
		timeoutMs: 20_000,
		...options,
	});
	store.getState().start();
	await time.advance(100);
	const callsTo = (region: string) => source.calls.filter((name) => name === region).length;
	return {time, source, store, callsTo};
}

/** What the events say, oldest first. */
function told(state: CapacityState): readonly string[] {
	return state.events.toReversed().map(textOf);
}

function textOf(event: CapacityEvent): string {
	switch (event.type) {
		case 'reservation':
			return `${event.change.id} ${event.change.what} ${event.change.from} ${event.change.to}`;
		case 'region':
			return `${event.region} ${event.what}`;
		case 'credentials':
			return `credentials ${event.what}`;
		case 'note':
			return event.text;
	}
}

test('a region with reservations is read at the interval, one without every 5 minutes', async () => {
	const {time, callsTo} = await watch({'us-east-1': [[row]], 'eu-west-1': []});
	await time.advance(10 * minute);
	expect([callsTo('us-east-1'), callsTo('eu-west-1')]).toEqual([21, 3]);
});

test('an explicit interval below 5 minutes holds for regions without reservations too', async () => {
	const {time, callsTo} = await watch({'us-east-1': [[row]], 'eu-west-1': []}, {intervalMs: minute, isIntervalExplicit: true});
	await time.advance(10 * minute);
	expect([callsTo('us-east-1'), callsTo('eu-west-1')]).toEqual([11, 11]);
});

test('a quiet account of 17 regions, 3 of them with reservations, is asked 528 times an hour', async () => {
	const quiet = Array.from({length: 14}, (_, index) => [`quiet-${index}`, []] as const);
	const busy = ['a', 'b', 'c'].map((name) => [name, [[reservation({id: `cr-${name}`, region: name})]]] as const);
	const {time, source} = await watch(Object.fromEntries<FakeAnswer>([...quiet, ...busy]));
	source.calls.length = 0;
	await time.advance(60 * minute);
	expect(source.calls).toHaveLength(528);
});

test('a region in which a block is about to start is read every 10 s', async () => {
	const soon = block({state: 'scheduled', startDate: new Date('2026-11-23T10:20:00Z')});
	const {time, callsTo} = await watch({'us-east-1': [[soon]], 'us-west-2': [[row]]});
	await time.advance(minute);
	expect([callsTo('us-east-1'), callsTo('us-west-2')]).toEqual([7, 3]);
});

test('a region whose counts changed is read every 10 s for 5 minutes', async () => {
	const {time, source, callsTo} = await watch({'us-east-1': [[row]]});
	source.answers.set('us-east-1', [[{...row, availableInstanceCount: 0}]]);
	await time.advance(30_000);
	const before = callsTo('us-east-1');
	await time.advance(5 * minute);
	expect(callsTo('us-east-1') - before).toBe(30);
	await time.advance(5 * minute);
	expect(callsTo('us-east-1') - before).toBe(40);
});

test('a failing region is left alone for longer and longer, never for more than 5 minutes', async () => {
	const {time, callsTo} = await watch({'us-east-1': [[row]], 'us-west-2': failure('failed')});
	await time.advance(60 * minute);
	expect(callsTo('us-west-2')).toBeGreaterThan(12);
	expect(callsTo('us-west-2')).toBeLessThan(25);
});

test('a hung region delays no other', async () => {
	const {time, callsTo} = await watch({'us-east-1': [[row]], 'us-west-2': 'hangs'});
	await time.advance(5 * minute);
	expect(callsTo('us-east-1')).toBe(11);
});

test('nor do more of them than are read at once, all due after a sleep', async () => {
	const hung = Object.fromEntries(Array.from({length: 16}, (_, index): [string, FakeAnswer] => [`eu-west-${index + 1}`, 'hangs']));
	const {time, callsTo} = await watch({...hung, 'us-east-1': [[row]]});
	await time.advance(20_000);
	time.sleep(8 * 60 * minute);
	const before = callsTo('us-east-1');
	await time.advance(100);
	expect(callsTo('us-east-1') - before).toBe(1);
});

test('after a sleep there is one refresh, not a burst', async () => {
	const {time, callsTo} = await watch({'us-east-1': [[row]], 'eu-west-1': []});
	time.sleep(8 * 60 * minute);
	await time.advance(100);
	expect([callsTo('us-east-1'), callsTo('eu-west-1')]).toEqual([2, 2]);
	await time.advance(29_000);
	expect(callsTo('us-east-1')).toBe(2);
});

test('a clock that is set back by a day delays nothing', async () => {
	const {time, store, source, callsTo} = await watch({'us-east-1': [[row]], 'us-west-2': failure('failed'), 'eu-west-1': []});
	source.answers.set('us-east-1', [[{...row, availableInstanceCount: 3}]]);
	await time.advance(30_000);
	expect(store.getState().changeMarks.size).toBe(1);
	time.step(-24 * 60 * minute);
	store.getState().tick();
	expect(store.getState().changeMarks.size).toBe(0);
	const regions = ['us-east-1', 'us-west-2', 'eu-west-1'];
	const before = regions.map(callsTo);
	await time.advance(10 * minute);
	expect(regions.map((region, index) => callsTo(region) - (before[index] ?? 0))).toEqual([20, 4, 2]);
	expect(store.getState().regions.get('us-east-1')?.cadence).toMatchObject({everyMs: 30_000, reason: 'matching'});
});

test('changes are told, the newest first, and marked for 10 s', async () => {
	const {time, source, store} = await watch({'us-east-1': [[row]]});
	source.answers.set('us-east-1', [[{...row, availableInstanceCount: 3}, reservation({id: 'cr-2'})]]);
	await time.advance(30_000);
	expect(told(store.getState())).toEqual(['cr-1 free 1 3', 'cr-1 used 3 1', 'cr-2 new null 4']);
	expect(store.getState().changeMarks.get(row.key)?.parts).toEqual(
		new Map([
			['free', 'up'],
			['used', 'down'],
		]),
	);
	store.getState().tick();
	expect(store.getState().changeMarks.size).toBe(2);
	await time.advance(10_000);
	store.getState().tick();
	expect(store.getState().changeMarks.size).toBe(0);
});

test('a failed region never makes its reservations gone; what went meanwhile is told once it answers', async () => {
	const other = reservation({id: 'cr-2'});
	const {time, source, store} = await watch({'us-east-1': [[row, other]]});
	source.answers.set('us-east-1', failure('failed'));
	await time.advance(5 * minute);
	expect(told(store.getState())).toEqual(['us-east-1 failed']);
	source.answers.set('us-east-1', [[row]]);
	await time.advance(10 * minute);
	expect(told(store.getState())).toEqual(['us-east-1 failed', 'us-east-1 recovered', 'cr-2 gone active null']);
});

test('a region that was asked ahead of DescribeRegions and is not in the account leaves no event', async () => {
	const time = manualClock();
	const source = fakeSource({'us-east-1': [[row]]});
	const {listRegions} = source;
	const answers = source.listReservations;
	Object.assign(source, {
		alwaysEnabledRegions: ['us-east-1', 'ap-northeast-3'],
		listReservations: (region: string, signal: AbortSignal) => {
			if (region === 'ap-northeast-3') {
				throw new RegionError(failure('denied'));
			}

			return answers(region, signal);
		},
		listRegions: async (signal: AbortSignal) => {
			await new Promise<void>((resolve) => {
				time.timers.after(500, resolve);
			});
			return listRegions(signal);
		},
	});
	const store = createCapacityStore({
		openSource: async () => source,
		clock: time.clock,
		stopwatch: time.stopwatch,
		timers: time.timers,
		random: () => 0.5,
		intervalMs: 30_000,
		isIntervalExplicit: false,
		timeoutMs: 20_000,
	});
	store.getState().start();
	await time.advance(300);
	expect(told(store.getState())).toEqual(['ap-northeast-3 failed']);
	await time.advance(500);
	expect(told(store.getState())).toEqual([]);
	expect([...store.getState().regions.keys()]).toEqual(['us-east-1']);
});

test('expired credentials are one event, and once one region knows them again all are read at once', async () => {
	const west = reservation({id: 'cr-west', region: 'us-west-2'});
	const {time, source, store} = await watch({'us-east-1': [[row]], 'us-west-2': [[west]], 'eu-west-1': []});
	for (const region of source.answers.keys()) {
		source.answers.set(region, failure('expired_credentials'));
	}

	await time.advance(6 * minute);
	expect(told(store.getState())).toEqual(['credentials expired']);
	source.answers
		.set('us-east-1', [[row]])
		.set('us-west-2', [[west]])
		.set('eu-west-1', []);
	await time.advance(minute);
	expect(told(store.getState())).toEqual(['credentials expired', 'credentials renewed']);
	expect([...store.getState().regions.values()].every((region) => region.answer.status === 'ok')).toBe(true);
});

test('a week of refreshes keeps its events, histories and timers bounded', async () => {
	const {time, source, store} = await watch({'us-east-1': [[row]], 'us-west-2': [[reservation({id: 'cr-w', region: 'us-west-2'})]]});
	let free = 0;
	const listReservations = source.listReservations;
	source.listReservations = (region, signal) => {
		free = (free + 1) % 5;
		source.answers.set('us-east-1', [[{...row, availableInstanceCount: free}]]);
		source.calls.length = 0;
		return listReservations(region, signal);
	};
	for (let day = 0; day < 7; day++) {
		await time.advance(24 * 60 * minute);
		store.getState().tick();
	}

	const state = store.getState();
	expect(state.events).toHaveLength(5000);
	expect(state.histories.get(row.key)?.samples.length).toBeLessThanOrEqual(120);
	expect(state.changeMarks.size).toBeLessThanOrEqual(1);
	expect(time.pending()).toBeLessThanOrEqual(2);
}, 120_000);
