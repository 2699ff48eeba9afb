import {describe, expect, test} from 'vitest';
import {CapacityError} from '../../source/core/errors.js';
import {builtinDirectory} from '../../source/core/regions/regions.js';
import type {RegionDirectory} from '../../source/core/regions/source.js';
import {selectAllRows, selectCoverage} from '../../source/store/selectors.js';
import {type FakeSource, fakeSource} from '../helpers/fake-source.js';
import {manualClock} from '../helpers/manual-clock.js';
import {createStore} from '../helpers/open-store.js';
import {reservation} from '../helpers/reservation.js';

const minute = 60_000;
const west = reservation({id: 'cr-west', key: 'cr-west', region: 'us-gov-west-1'});
const south = reservation({id: 'cr-south', key: 'cr-south', region: 'us-gov-south-1'});

/** A partition of two regions, and a third one that only DescribeRegions knows; whether it answers is up to the test. */
function open({marked = null, cached = null}: Pick<Parameters<typeof createStore>[0] & object, 'marked' | 'cached'> = {}) {
	const source = fakeSource({'us-gov-west-1': [[west]], 'us-gov-east-1': [], 'us-gov-south-1': [[south]]});
	const asked = {regions: 0, account: 0, isAnswering: false};
	const list = source.listRegions;
	Object.assign(source, {
		async listRegions(signal: AbortSignal): Promise<RegionDirectory> {
			asked.regions += 1;
			return asked.isAnswering ? list(signal) : builtinDirectory('aws-us-gov', 'DescribeRegions failed (Unavailable).');
		},
		async accountId() {
			asked.account += 1;
			return asked.isAnswering ? '123456789012' : null;
		},
	} satisfies Partial<FakeSource>);
	return {...createStore({source, time: manualClock(), marked, cached}), asked};
}

describe('a list of regions that could not be had at the beginning', () => {
	test('is asked for again in the background, and its regions are read', async () => {
		const {store, time, asked} = open();
		store.getState().start();
		await time.advance(100);
		expect(selectAllRows(store.getState())).toEqual([west]);
		asked.isAnswering = true;
		await time.advance(6 * minute);
		expect(store.getState().directory?.origin).toBe('ec2');
		expect(selectAllRows(store.getState())).toEqual([south, west]);
		expect(selectCoverage(store.getState())).toMatchObject({wanted: 3, answered: 3});
	});

	test('is asked for at most every five minutes, and no more once it has come', async () => {
		const {store, time, asked} = open();
		store.getState().start();
		await time.advance(60 * minute);
		expect(asked.regions).toBeGreaterThanOrEqual(10);
		expect(asked.regions).toBeLessThanOrEqual(13);
		asked.isAnswering = true;
		await time.advance(6 * minute);
		const before = asked.regions;
		await time.advance(60 * minute);
		expect(asked.regions).toBe(before);
	});

	test('is of no use where regions are wanted by name', async () => {
		const {store, time, asked} = open({marked: ['us-gov-west-1']});
		store.getState().start();
		await time.advance(30 * minute);
		expect(asked.regions).toBe(1);
		expect(selectAllRows(store.getState())).toEqual([west]);
	});
});

describe('a list of regions that cannot be had any more', () => {
	test('leaves the one that was had before, and all rows', async () => {
		const {store, time, source, asked} = open();
		asked.isAnswering = true;
		store.getState().start();
		await time.advance(100);
		source.connectError = new CapacityError('expired_credentials', 'Expired.');
		await store.getState().refresh();
		source.connectError = null;
		asked.isAnswering = false;
		await store.getState().refresh();
		expect(asked.regions).toBe(2);
		expect(store.getState().directory?.origin).toBe('ec2');
		expect(selectAllRows(store.getState())).toEqual([south, west]);
		expect(selectCoverage(store.getState())).toMatchObject({wanted: 3, answered: 3, stale: 0});
	});

	test('leaves the one of an earlier session, and is asked for again', async () => {
		const at = new Date('2026-11-23T10:00:00Z');
		const directory: RegionDirectory = {
			origin: 'ec2',
			regions: ['us-gov-west-1', 'us-gov-south-1'].map((name) => ({name, isEnabled: true})),
		};
		const regions = [{region: 'us-gov-south-1', fetchedAt: at, reservations: [south]}];
		const {store, time, asked} = open({cached: {savedAt: at, accountId: null, directory, regions, facts: new Map()}});
		store.getState().start();
		await time.advance(100);
		expect(selectAllRows(store.getState())).toEqual([south, west]);
		asked.isAnswering = true;
		await time.advance(6 * minute);
		expect(store.getState().directory?.regions).toHaveLength(3);
		expect(selectCoverage(store.getState())).toMatchObject({wanted: 3, answered: 3});
	});
});

test('what did not answer is asked for again as soon after the clock was set back', async () => {
	const {store, time, asked} = open();
	store.getState().start();
	await time.advance(6 * minute);
	time.step(-24 * 60 * minute);
	const before = {...asked};
	await time.advance(6 * minute);
	expect(asked.regions).toBeGreaterThan(before.regions);
	expect(asked.account).toBeGreaterThan(before.account);
});

test('an account that STS did not tell is asked for again, at most every five minutes, until it does', async () => {
	const {store, time, asked} = open();
	store.getState().start();
	await time.advance(60 * minute);
	expect(asked.account).toBeGreaterThanOrEqual(10);
	expect(asked.account).toBeLessThanOrEqual(13);
	asked.isAnswering = true;
	await time.advance(6 * minute);
	const before = asked.account;
	expect(store.getState().accountId).toBe('123456789012');
	await time.advance(60 * minute);
	expect(asked.account).toBe(before);
});
