import {expect, test} from 'vitest';
import {collectSnapshot} from '../../../source/core/regions/collect-snapshot.js';
import type {FanOutOptions} from '../../../source/core/regions/fan-out.js';
import type {CapacitySource} from '../../../source/core/regions/source.js';
import {type FakeSource, failure, fakeSource} from '../../helpers/fake-source.js';
import {manualClock} from '../../helpers/manual-clock.js';
import {reservation} from '../../helpers/reservation.js';

const {clock, timers} = manualClock();
const now = new Date('2026-11-23T10:13:00Z');

test('the regions come by name, each with its answer, and the account and the directory with them', async () => {
	const [east, west] = [reservation({region: 'us-east-1'}), reservation({region: 'us-west-2'})];
	const source = fakeSource(
		{'us-west-2': [[west]], 'us-east-1': [[east]], 'eu-west-1': [], 'ap-south-1': failure('denied')},
		{notEnabled: ['me-south-1']},
	);
	expect(await collectSnapshot(optionsOf(source))).toEqual({
		generatedAt: now,
		accountId: '123456789012',
		asked: null,
		regions: [
			{region: 'ap-south-1', status: 'denied', failure: failure('denied')},
			{region: 'eu-west-1', status: 'empty', reservations: [], fetchedAt: now},
			{region: 'us-east-1', status: 'ok', reservations: [east], fetchedAt: now},
			{region: 'us-west-2', status: 'ok', reservations: [west], fetchedAt: now},
		],
		directory: await source.listRegions(new AbortController().signal),
	});
});

test('the rows carry what EC2 says of their types, and what was known before', async () => {
	const source = fakeSource({
		'us-east-1': [
			[
				reservation({id: '1', instanceType: 'x9.large', accelerator: null}),
				reservation({id: '2', instanceType: 'y9.large', accelerator: null}),
			],
		],
	});
	const x9 = {name: 'X9', countPerInstance: 2, memoryMib: null};
	const y9 = {name: 'Y9', countPerInstance: 4, memoryMib: null};
	source.describeAccelerators = async () => new Map([['x9.large', x9]]);
	const snapshot = await collectSnapshot({...optionsOf(source), knownTypes: new Map([['y9.large', y9]])});
	expect(snapshot.regions[0]).toMatchObject({reservations: [{accelerator: x9}, {accelerator: y9}]});
});

test('a region that was asked ahead and turned out not to be in the account leaves no trace', async () => {
	const source = {...fakeSource({'us-east-1': []}), alwaysEnabledRegions: ['us-east-1', 'sa-east-1']};
	const snapshot = await collectSnapshot(optionsOf(source));
	expect(snapshot.regions.map(({region}) => region)).toEqual(['us-east-1']);
});

test('who wants to know is told of what happens', async () => {
	const events: string[] = [];
	await collectSnapshot({...optionsOf(fakeSource({'us-east-1': []})), onEvent: ({type}) => events.push(type)});
	expect(events.toSorted()).toEqual(['account', 'answered', 'asking', 'directory']);
});

test('it rejects as the refresh does', async () => {
	const source = fakeSource({'us-east-1': []});
	await expect(collectSnapshot({...optionsOf(source), asked: ['us-esat-1']})).rejects.toThrow('Unknown region "us-esat-1".');
});

function optionsOf(source: CapacitySource | FakeSource): Omit<FanOutOptions, 'onEvent'> {
	return {
		source,
		asked: null,
		directory: null,
		knownTypes: new Map(),
		concurrency: Number.POSITIVE_INFINITY,
		timeoutMs: 30_000,
		clock,
		timers,
		signal: new AbortController().signal,
		needsAccount: true,
	};
}
