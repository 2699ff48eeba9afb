import {expect, test} from 'vitest';
import {CapacityError} from '../../source/core/errors.js';
import {createCapacityStore} from '../../source/store/create-store.js';
import {selectAllRows, selectCoverage, selectStaleRegions} from '../../source/store/selectors.js';
import {type FakeAnswer, type FakeSource, failure, fakeSource} from '../helpers/fake-source.js';
import {type ManualClock, manualClock} from '../helpers/manual-clock.js';
import {reservation} from '../helpers/reservation.js';

const east = reservation({id: 'cr-east', region: 'us-east-1'});
const west = reservation({id: 'cr-west', region: 'us-west-2'});

function open(answers: Readonly<Record<string, FakeAnswer>>, marked: readonly string[] | null = null) {
	const time = manualClock();
	const source = fakeSource(answers);
	return {time, source, store: storeOver(source, time, marked)};
}

function storeOver(source: FakeSource, {clock, stopwatch, timers}: ManualClock, marked: readonly string[] | null = null) {
	return createCapacityStore(
		{
			openSource: async () => source,
			clock,
			stopwatch,
			timers,
			random: () => 0.5,
			intervalMs: 30_000,
			isIntervalExplicit: false,
			timeoutMs: 20_000,
		},
		{marked},
	);
}

test('shows the rows of each region as it answers, not when the slowest has', async () => {
	const {store, time} = open({'us-east-1': [[east]], 'us-west-2': 'hangs'});
	store.getState().start();
	await time.advance(100);
	expect(selectAllRows(store.getState())).toEqual([east]);
	expect(selectCoverage(store.getState())).toMatchObject({wanted: 2, answered: 1, waiting: 1, failed: []});
});

test('the first rows are shown at once, those that follow them together', async () => {
	const {store, time, source} = open({'us-east-1': [[east]], 'us-west-2': [[west]], 'eu-west-1': 'hangs'});
	const answers = source.listReservations;
	source.listReservations = async function* (region, signal) {
		await new Promise((resolve) => {
			time.timers.after(region === 'us-east-1' ? 5 : 10, () => resolve(undefined));
		});
		yield* answers(region, signal);
	};
	store.getState().start();
	await time.advance(5);
	expect(selectAllRows(store.getState())).toEqual([east]);
	await time.advance(30);
	expect(selectAllRows(store.getState())).toEqual([east]);
	await time.advance(20);
	expect(selectAllRows(store.getState())).toEqual([east, west]);
});

test('very many rows, which take long to show, are shown less often while they come, and all at the end', async () => {
	const {store, time, source} = open({'us-east-1': [[]]});
	const pages = Array.from({length: 40}, (_, page) => [reservation({id: `cr-${page}`, region: 'us-east-1'})]);
	source.listReservations = async function* () {
		for (const page of pages) {
			await new Promise((resolve) => {
				time.timers.after(50, () => resolve(undefined));
			});
			yield page;
		}
	};
	const shown: number[] = [];
	store.subscribe((state, before) => {
		if (state.regions !== before.regions && selectAllRows(state).length > 0) {
			shown.push(selectAllRows(state).length);
			time.sleep(200);
		}
	});
	store.getState().start();
	await time.advance(10_000);
	expect(selectAllRows(store.getState())).toHaveLength(40);
	// Of some 5 s that the pages and the screen take, not one change for each page.
	expect(shown.length).toBeLessThan(12);
	expect(shown[0]).toBe(1);
});

test('asks again at the interval', async () => {
	const {store, time, source} = open({'us-east-1': [[east]]});
	store.getState().start();
	await time.advance(100);
	await time.advance(60_000);
	expect(source.calls).toEqual(['us-east-1', 'us-east-1', 'us-east-1']);
});

test('keeps the last good rows of a region that fails, marked stale with their age', async () => {
	const {store, time, source} = open({'us-east-1': [[east]], 'us-west-2': [[west]]});
	store.getState().start();
	await time.advance(100);
	source.answers.set('us-west-2', failure('throttled'));
	await time.advance(30_000);
	expect(selectAllRows(store.getState())).toEqual([east, west]);
	expect([...selectStaleRegions(store.getState())]).toEqual(['us-west-2']);
	expect(selectCoverage(store.getState())).toMatchObject({
		wanted: 2,
		answered: 1,
		stale: 1,
		failed: [{status: 'throttled', count: 1}],
		stalestAt: new Date('2026-11-23T10:13:00.000Z'),
	});
});

test('a region that is not enabled any more is one that failed, as long as rows of it are shown', async () => {
	const {store, time, source} = open({'us-east-1': [[east]], 'us-west-2': [[west]], 'eu-west-1': failure('not_enabled')});
	store.getState().start();
	await time.advance(100);
	expect(selectCoverage(store.getState())).toMatchObject({wanted: 2, answered: 2, failed: []});
	source.answers.set('us-west-2', failure('not_enabled'));
	await time.advance(30_000);
	expect(selectAllRows(store.getState())).toEqual([east, west]);
	expect(selectCoverage(store.getState())).toMatchObject({wanted: 2, answered: 1, stale: 1, failed: [{status: 'not_enabled', count: 1}]});
});

test('forgets half-read rows of a region whose first reading fails', async () => {
	const {store, time, source} = open({'us-east-1': [[east]]});
	source.listReservations = async function* () {
		yield [east];
		await new Promise((resolve) => {
			time.timers.after(1000, () => resolve(undefined));
		});
		throw new Error('reset');
	};
	store.getState().start();
	await time.advance(100);
	expect(selectAllRows(store.getState())).toEqual([east]);
	await time.advance(1000);
	expect(selectAllRows(store.getState())).toEqual([]);
	expect(selectCoverage(store.getState())).toMatchObject({answered: 0, failed: [{status: 'failed', count: 1}]});
});

test('unchanged rows keep their identity across refreshes, changed ones do not', async () => {
	const other = reservation({id: 'cr-other', region: 'us-east-1'});
	const {store, time, source} = open({'us-east-1': [[east, other]]});
	store.getState().start();
	await time.advance(100);
	const before = selectAllRows(store.getState());
	await time.advance(30_000);
	expect(selectAllRows(store.getState())).toBe(before);
	source.answers.set('us-east-1', [[{...east}, {...other, availableInstanceCount: 0}]]);
	await time.advance(30_000);
	const after = selectAllRows(store.getState());
	expect(after[0]).toBe(before[0]);
	expect(after[1]).toEqual({...other, availableInstanceCount: 0});
});

test('a newer refresh overtakes an older one, whose late answer changes nothing', async () => {
	const {store, time, source} = open({'us-east-1': 'hangs'});
	store.getState().start();
	await time.advance(100);
	source.answers.set('us-east-1', [[east]]);
	void store.getState().refresh();
	await time.advance(100);
	expect(selectAllRows(store.getState())).toEqual([east]);
	await time.advance(25_000);
	expect(selectCoverage(store.getState())).toMatchObject({answered: 1, failed: []});
});

test('a region that does not answer in time is a failure, and the others are refreshed all the same', async () => {
	const {store, time} = open({'us-east-1': [[east]], 'us-west-2': 'hangs'});
	store.getState().start();
	await time.advance(20_100);
	expect(selectCoverage(store.getState())).toMatchObject({answered: 1, waiting: 0, failed: [{status: 'timeout', count: 1}]});
	expect(store.getState().isRefreshing).toBe(false);
});

test('a throttled region is left alone for longer and longer, and asked by hand all the same', async () => {
	const {store, time, source} = open({'us-east-1': failure('throttled')});
	store.getState().start();
	await time.advance(100);
	await time.advance(59_000);
	expect(source.calls).toHaveLength(1);
	await time.advance(31_000);
	expect(source.calls).toHaveLength(2);
	void store.getState().refresh();
	await time.advance(100);
	expect(source.calls).toHaveLength(3);
});

test('what falls due while everything is read is not read beside it', async () => {
	const {store, time, source} = open({'us-east-1': [[east]]});
	store.getState().start();
	await time.advance(29_990);
	source.answers.set('us-east-1', 'hangs');
	void store.getState().refresh();
	await time.advance(100);
	expect(source.calls).toEqual(['us-east-1', 'us-east-1']);
});

test('a reading that ends late does not make another one of the same region begin again', async () => {
	const {store, time, source} = open({'us-east-1': [[east]], 'us-west-2': [[west]]});
	store.getState().start();
	await time.advance(29_000);
	source.answers.set('us-east-1', [[{...east, availableInstanceCount: 0}]]);
	source.answers.set('us-west-2', 'hangs');
	await time.advance(2000);
	// What has just changed is read again 10 s later, long before the other region is given up.
	source.answers.set('us-east-1', 'hangs');
	await time.advance(24_000);
	expect(source.calls.filter((region) => region === 'us-east-1')).toHaveLength(3);
});

test('paused, it asks no more until it goes on', async () => {
	const {store, time, source} = open({'us-east-1': [[east]]});
	store.getState().start();
	await time.advance(100);
	store.getState().togglePause();
	await time.advance(300_000);
	expect(source.calls).toHaveLength(1);
	store.getState().togglePause();
	await time.advance(100);
	expect(source.calls).toHaveLength(2);
});

test('stopped, it leaves no timer behind and closes its source', async () => {
	const {store, time, source} = open({'us-east-1': 'hangs'});
	store.getState().start();
	await time.advance(100);
	store.getState().stop();
	await time.advance(0);
	expect(time.pending()).toBe(0);
	expect(source.isClosed).toBe(true);
});

test('without credentials it says so, and recovers once there are some', async () => {
	const {store, time, source} = open({'us-east-1': [[east]]});
	source.connectError = new CapacityError('no_credentials', 'No credentials.');
	store.getState().start();
	await time.advance(100);
	expect(store.getState().connection).toEqual({status: 'failed', error: source.connectError});
	source.connectError = null;
	await time.advance(30_000);
	expect(store.getState().connection).toEqual({status: 'connected'});
	expect(selectAllRows(store.getState())).toEqual([east]);
});

test('rows that were read before the credentials went are stale, until they are read again', async () => {
	const {store, time, source} = open({'us-east-1': [[east]], 'us-west-2': [], 'eu-west-1': failure('denied')});
	store.getState().start();
	await time.advance(100);
	expect(selectStaleRegions(store.getState())).toEqual(new Set());
	source.connectError = new CapacityError('expired_credentials', 'Expired.');
	await store.getState().refresh();
	expect(selectAllRows(store.getState())).toEqual([east]);
	expect(selectStaleRegions(store.getState())).toEqual(new Set(['us-east-1', 'us-west-2']));
	expect(selectCoverage(store.getState())).toMatchObject({
		wanted: 3,
		answered: 0,
		stale: 2,
		stalestAt: new Date('2026-11-23T10:13:00.000Z'),
		fetchedAt: null,
	});
	source.connectError = null;
	await time.advance(30_000);
	expect(selectStaleRegions(store.getState())).toEqual(new Set());
	expect(selectCoverage(store.getState())).toMatchObject({answered: 2, stale: 0});
});

test('a region that is unmarked is neither asked nor counted, and its rows are hidden; marking it fetches', async () => {
	const {store, time, source} = open({'us-east-1': [[east]], 'us-west-2': [[west]]});
	store.getState().start();
	await time.advance(100);
	store.getState().toggleRegion('us-west-2');
	expect(selectAllRows(store.getState())).toEqual([east]);
	expect(selectCoverage(store.getState())).toMatchObject({wanted: 1, answered: 1});
	source.calls.length = 0;
	await time.advance(30_000);
	expect(source.calls).toEqual(['us-east-1']);
	store.getState().toggleRegion('us-west-2');
	await time.advance(100);
	expect(source.calls).toEqual(['us-east-1', 'us-west-2']);
	expect(store.getState().marked).toBeNull();
	expect(selectAllRows(store.getState())).toEqual([east, west]);
});

test('asks only the regions that were asked for by name', async () => {
	const {store, time, source} = open({'us-east-1': [[east]], 'us-west-2': [[west]]}, ['us-west-2']);
	store.getState().start();
	await time.advance(100);
	expect(source.calls).toEqual(['us-west-2']);
	expect(selectCoverage(store.getState())).toMatchObject({wanted: 1, answered: 1});
});
