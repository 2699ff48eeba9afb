import {describe, expect, test} from 'vitest';
import {CapacityError} from '../../source/core/errors.js';
import type {CachedSnapshot} from '../../source/core/regions/cached-snapshot.js';
import type {RegionDirectory} from '../../source/core/regions/source.js';
import {snapshotToKeep} from '../../source/store/cached-state.js';
import {selectAllRows, selectCoverage, selectStaleRegions} from '../../source/store/selectors.js';
import {type FakeAnswer, failure, fakeSource} from '../helpers/fake-source.js';
import {manualClock} from '../helpers/manual-clock.js';
import {createStore} from '../helpers/open-store.js';
import {reservation} from '../helpers/reservation.js';

const savedAt = new Date('2026-11-23T07:13:00Z');
const keptEast = reservation({id: 'cr-east', region: 'us-east-1', totalInstanceCount: 8, availableInstanceCount: 8});
const keptWest = reservation({id: 'cr-west', region: 'us-west-2'});
const liveEast = reservation({id: 'cr-east', region: 'us-east-1', totalInstanceCount: 8, availableInstanceCount: 2});
const account = '123456789012';

function directoryOf(...names: readonly string[]): RegionDirectory {
	return {origin: 'ec2', regions: names.map((name) => ({name, isEnabled: true}))};
}

function kept(overrides: Partial<CachedSnapshot> = {}): CachedSnapshot {
	return {
		savedAt,
		accountId: account,
		directory: directoryOf('us-east-1', 'us-west-2'),
		regions: [
			{region: 'us-east-1', fetchedAt: savedAt, reservations: [keptEast]},
			{region: 'us-west-2', fetchedAt: new Date('2026-11-23T06:13:00Z'), reservations: [keptWest]},
		],
		facts: new Map(),
		...overrides,
	};
}

async function open(answers: Readonly<Record<string, FakeAnswer>>, cached = kept(), marked: readonly string[] | null = null) {
	const time = manualClock();
	const source = fakeSource(answers);
	const {store} = createStore({source, time, cached, marked});
	const ids = () => selectAllRows(store.getState()).map((row) => row.id);
	const stale = () => [...selectStaleRegions(store.getState())];
	const start = async () => {
		store.getState().start();
		await time.advance(100);
	};
	return {time, source, store, ids, stale, start};
}

describe('a store that begins with a cached snapshot', () => {
	test('shows its rows before anything is asked, all of them stale, and says how old they are', async () => {
		const {store, ids, stale} = await open({});
		expect(ids()).toEqual(['cr-east', 'cr-west']);
		expect(stale()).toEqual(['us-east-1', 'us-west-2']);
		expect(selectCoverage(store.getState())).toEqual({
			wanted: 2,
			answered: 0,
			waiting: 2,
			failed: [],
			stale: 0,
			stalestAt: null,
			cachedAt: new Date('2026-11-23T06:13:00Z'),
			fetchedAt: null,
		});
	});

	test('replaces them region by region', async () => {
		const {store, start, ids, stale} = await open({'us-east-1': [[liveEast]], 'us-west-2': 'hangs'});
		await start();
		expect(selectAllRows(store.getState())).toEqual([liveEast, keptWest]);
		expect(ids()).toEqual(['cr-east', 'cr-west']);
		expect(stale()).toEqual(['us-west-2']);
		expect(selectCoverage(store.getState())).toMatchObject({answered: 1, waiting: 1, cachedAt: new Date('2026-11-23T06:13:00Z')});
	});

	test('keeps those of a region that fails, with their age', async () => {
		const {store, start, stale} = await open({'us-east-1': [[liveEast]], 'us-west-2': failure('denied')});
		await start();
		expect(stale()).toEqual(['us-west-2']);
		expect(selectCoverage(store.getState())).toMatchObject({
			stale: 1,
			stalestAt: new Date('2026-11-23T06:13:00Z'),
			cachedAt: null,
			failed: [{status: 'denied', count: 1}],
		});
	});

	test('keeps them when there are no credentials', async () => {
		const {store, source, start, ids, stale} = await open({'us-east-1': [[liveEast]]});
		source.connectError = new CapacityError('no_credentials', 'There are no AWS credentials.');
		await start();
		expect(store.getState().connection).toMatchObject({status: 'failed'});
		expect(ids()).toEqual(['cr-east', 'cr-west']);
		expect(stale()).toEqual(['us-east-1', 'us-west-2']);
	});

	test('what differs from it is no change: nobody was watching', async () => {
		const {store, start} = await open({'us-east-1': [[liveEast]], 'us-west-2': [[]]});
		await start();
		const {events, changeMarks, histories} = store.getState();
		expect(selectAllRows(store.getState())).toEqual([liveEast]);
		expect({events, marks: changeMarks.size, histories: histories.size}).toEqual({events: [], marks: 0, histories: 0});
	});

	test('asks for the regions and the account all the same, and once', async () => {
		const {store, source, start, time} = await open({'us-east-1': [[liveEast]], 'eu-west-1': [[]]});
		const asked: string[] = [];
		const {listRegions, accountId} = source;
		source.listRegions = async (signal) => {
			asked.push('regions');
			return listRegions(signal);
		};
		source.accountId = async (signal) => {
			asked.push('account');
			return accountId(signal);
		};
		await start();
		await time.advance(60_000);
		expect(asked.toSorted()).toEqual(['account', 'regions']);
		expect(selectAllRows(store.getState())).toEqual([liveEast]);
		expect(selectCoverage(store.getState())).toMatchObject({wanted: 2, answered: 2});
	});

	test('asks its regions ahead of DescribeRegions, and forgets those that the account does not have any more', async () => {
		const {store, source, ids, start, time} = await open({'us-east-1': [[liveEast]], 'us-west-2': [[keptWest]]});
		const {listRegions} = source;
		source.listRegions = async (signal) => {
			await new Promise((resolve) => {
				time.timers.after(1000, () => resolve(undefined));
			});
			source.answers.delete('us-west-2');
			return listRegions(signal);
		};
		await start();
		expect(source.calls).toEqual(['us-east-1', 'us-west-2']);
		expect(selectAllRows(store.getState())).toEqual([liveEast, keptWest]);
		await time.advance(1000);
		expect(ids()).toEqual(['cr-east']);
		expect([...store.getState().regions.keys()]).toEqual(['us-east-1']);
		expect(source.calls).toEqual(['us-east-1', 'us-west-2']);
	});

	test('shows only what is asked for by name', async () => {
		const {ids} = await open({}, kept(), ['us-west-2']);
		expect(ids()).toEqual(['cr-west']);
	});

	test('drops what is left of it when STS names another account, and says so', async () => {
		const {store, start, ids, stale} = await open(
			{'us-east-1': [[liveEast]], 'us-west-2': 'hangs'},
			kept({accountId: '999999999999', regions: [...kept().regions]}),
		);
		expect(store.getState().accountId).toBe('999999999999');
		await start();
		expect(store.getState().accountId).toBe(account);
		expect(ids()).toEqual(['cr-east']);
		expect(stale()).toEqual([]);
		expect(store.getState().events).toMatchObject([
			{
				type: 'note',
				text: 'These credentials are of account 123456789012. What was kept of account 999999999999 is no longer shown.',
			},
		]);
	});

	test('keeps it when STS does not answer', async () => {
		const {store, source, start, ids} = await open({'us-east-1': 'hangs', 'us-west-2': 'hangs'}, kept({accountId: '999999999999'}));
		source.accountId = async () => null;
		await start();
		expect(ids()).toEqual(['cr-east', 'cr-west']);
		expect(store.getState()).toMatchObject({accountId: '999999999999', isAccountConfirmed: false});
	});
});

describe('the snapshot to keep', () => {
	const now = new Date('2026-11-23T10:20:00Z');

	test('is none before a region has answered, so that nothing replaces a good one', async () => {
		const {store, source, start} = await open({});
		expect(snapshotToKeep(store.getState(), now)).toBeNull();
		source.connectError = new CapacityError('no_credentials', 'There are no AWS credentials.');
		await start();
		expect(snapshotToKeep(store.getState(), now)).toBeNull();
	});

	test('has every region with the time of its own rows', async () => {
		const {store, start} = await open({'us-east-1': [[liveEast]], 'us-west-2': failure('timeout')});
		await start();
		expect(snapshotToKeep(store.getState(), now)).toEqual({
			savedAt: now,
			accountId: account,
			directory: directoryOf('us-east-1', 'us-west-2'),
			regions: [
				{region: 'us-east-1', fetchedAt: new Date('2026-11-23T10:13:00Z'), reservations: [liveEast]},
				{region: 'us-west-2', fetchedAt: new Date('2026-11-23T06:13:00Z'), reservations: [keptWest]},
			],
			facts: new Map([['p5.48xlarge', liveEast.accelerator]]),
		});
	});

	test('leaves out regions that the account does not have any more', async () => {
		const {store, start} = await open({'us-east-1': [[liveEast]]});
		await start();
		expect(snapshotToKeep(store.getState(), now)?.regions.map(({region}) => region)).toEqual(['us-east-1']);
	});
});

test('a note becomes an event', () => {
	const {store} = createStore();
	store.getState().note('The cache is damaged.');
	expect(store.getState().events).toEqual([
		{type: 'note', text: 'The cache is damaged.', at: new Date('2026-11-23T10:13:00Z'), sequence: 1},
	]);
});
