import {describe, expect, test} from 'vitest';
import {startDemoEndpoint} from '../source/demo/demo-endpoint.js';
import {type Capacity, type CapacityOptions, capacity, durationHours, sizeOf, UnknownRegionError, usageOf} from '../source/index.js';
import {type CapacityPorts, capacity as capacityWith} from '../source/library/capacity.js';
import {createAwsHome} from './aws/aws-home.js';
import {type FakeSource, failure, fakeSource} from './helpers/fake-source.js';
import {manualClock} from './helpers/manual-clock.js';
import {block, reservation} from './helpers/reservation.js';

describe('capacity', () => {
	const rows = [
		reservation({id: 'p5-1-free'}),
		reservation({id: 'p5-full', availableInstanceCount: 0}),
		reservation({id: 'g6-24-free', instanceType: 'g6.xlarge', totalInstanceCount: 64, availableInstanceCount: 24}),
		reservation({id: 'm7i', instanceType: 'm7i.large', accelerator: null}),
		reservation({id: 'over', state: 'expired'}),
		reservation({id: 'late', state: 'delayed'}),
		block({id: 'block-16'}),
		block({id: 'block-coming', state: 'scheduled'}),
	];
	const all = ['p5-1-free', 'p5-full', 'g6-24-free', 'm7i', 'late', 'block-16', 'block-coming'];

	test.each<readonly [string, CapacityOptions, readonly string[]]>([
		['nothing: all that have not ended, of both kinds', {}, all],
		['all: also those that have', {all: true}, rows.map(({id}) => id ?? '')],
		['kind odcr', {kind: 'odcr'}, all.slice(0, 5)],
		['kind block', {kind: 'block'}, ['block-16', 'block-coming']],
		['types, exact and by pattern', {instanceTypes: ['g6.xlarge', 'm7*']}, ['g6-24-free', 'm7i']],
		['gpuOnly', {gpuOnly: true}, all.filter((id) => id !== 'm7i')],
		['availableOnly', {availableOnly: true}, ['p5-1-free', 'g6-24-free', 'm7i']],
		['activeOnly', {activeOnly: true}, all.filter((id) => id !== 'late')],
		['minCapacity: free ones of an ODCR, the size of a block', {minCapacity: 10}, ['g6-24-free', 'block-16', 'block-coming']],
		['several at once', {kind: 'odcr', gpuOnly: true, availableOnly: true, minCapacity: 10}, ['g6-24-free']],
		['a type that nobody has', {instanceTypes: ['x9.mega']}, []],
	])('filters by %s', async (_, options, expected) => {
		const {reservations} = await read(fakeSource({'us-east-1': [rows]}), options);
		expect(reservations.map(({id}) => id)).toEqual(expected);
	});

	test('says how each region answered, and that the whole is not complete', async () => {
		const source = fakeSource({'us-west-2': [], 'us-east-1': [[reservation()]], 'eu-west-1': failure('throttled')});
		const {regions, isComplete, accountId, generatedAt} = await read(source);
		expect(regions.map(({region, status}) => `${region} ${status}`)).toEqual(['eu-west-1 throttled', 'us-east-1 ok', 'us-west-2 empty']);
		expect({isComplete, accountId, generatedAt}).toEqual({
			isComplete: false,
			accountId: '123456789012',
			generatedAt: new Date('2026-11-23T10:13:00Z'),
		});
		expect(source.isClosed).toBe(true);
	});

	test('a region that was asked for and is not enabled is missing', async () => {
		const source = fakeSource({'us-east-1': []}, {notEnabled: ['me-south-1']});
		expect((await read(source)).isComplete).toBe(true);
		expect((await read(source, {regions: ['us-east-1', 'me-south-1']})).isComplete).toBe(false);
	});

	test('no credentials is an error, and the source is closed', async () => {
		const source = fakeSource({});
		source.connectError = new Error('No credentials.');
		await expect(read(source)).rejects.toThrow('No credentials.');
		expect(source.isClosed).toBe(true);
	});

	test('a region that does not exist is an error that names the nearest one', async () => {
		const error = await read(fakeSource({'us-east-1': [], 'eu-west-1': []}), {regions: ['us-esat-1']}).catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(UnknownRegionError);
		expect(error).toMatchObject({
			message: 'Unknown region "us-esat-1". Did you mean us-east-1?',
			reason: 'unknown_region',
			region: 'us-esat-1',
			known: ['eu-west-1', 'us-east-1'],
			nearest: 'us-east-1',
		});
		await expect(read(fakeSource({'us-east-1': []}), {regions: ['mars-north-7']})).rejects.toMatchObject({
			message: 'Unknown region "mars-north-7".',
			nearest: null,
		});
	});

	test('stops with the reason of the signal', async () => {
		const controller = new AbortController();
		const reading = read(fakeSource({'us-east-1': 'hangs'}), {signal: controller.signal});
		controller.abort(new Error('enough'));
		await expect(reading).rejects.toThrow('enough');
	});

	test.each<readonly [object, string]>([
		[{kind: 'blocks'}, 'kind is "odcr" or "block", not "blocks".'],
		[{instanceTypes: 'p5.48xlarge'}, 'instanceTypes is a list of names, not "p5.48xlarge".'],
		[{regions: ['']}, 'regions is a list of names, not [""].'],
		[{regions: ['us-east-1', 'us-east-1a']}, '"us-east-1a" is not a region. Regions look like us-east-1.'],
		[{minCapacity: Number.NaN}, 'minCapacity is a number of instances, not null.'],
		[{minCapacity: 1.5}, 'minCapacity is a number of instances, not 1.5.'],
		[{timeoutMs: 0}, 'timeoutMs is a number of milliseconds, not 0.'],
		[{availableOnly: 'no'}, 'availableOnly is true or false, not "no".'],
		[
			{instance_types: ['p5.48xlarge']},
			'"instance_types" is not an option; there are kind, instanceTypes, regions, availableOnly, minCapacity, gpuOnly, activeOnly, all, profile, endpointUrl, timeoutMs, askMfaCode, signal.',
		],
	])('refuses %o before any call', async (options, message) => {
		const source = fakeSource({});
		await expect(read(source, options as CapacityOptions)).rejects.toMatchObject({name: 'CapacityError', reason: 'bad_setting', message});
		expect(source.calls).toEqual([]);
	});

	test('the guide’s example: is there room to train on 32 instances for a week?', async () => {
		await using home = await createAwsHome({AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret'});
		const endpoint = await startDemoEndpoint({scenario: 'guide', clock: () => new Date()});
		home.env['AWS_ENDPOINT_URL'] = endpoint.url;
		const blocks = await capacity({instanceTypes: ['p5.48xlarge'], kind: 'block', regions: ['us-east-1']});
		const odcrs = await capacity({instanceTypes: ['inf2.xlarge', 'g6.xlarge'], kind: 'odcr', availableOnly: true, minCapacity: 10});
		await endpoint.close();
		expect(
			blocks.reservations
				.filter(
					(one) => (sizeOf(one) ?? 0) >= 32 && (durationHours(one) ?? 0) >= 7 * 24 && ['scheduled', 'active'].includes(one.state ?? ''),
				)
				.map((one) => [one.instanceType, sizeOf(one), durationHours(one), one.availabilityZone, one.state]),
		).toEqual([['p5.48xlarge', 32, 168, 'us-east-1a', 'scheduled']]);
		expect(blocks.isComplete).toBe(true);
		expect(odcrs.reservations.every((one) => (usageOf(one)?.available ?? 0) >= 10)).toBe(true);
		expect(odcrs.reservations.length).toBeGreaterThan(0);
	});
});

async function read(source: FakeSource, options: CapacityOptions = {}): Promise<Capacity> {
	const ports: CapacityPorts = {...manualClock(), openSource: async () => source};
	return capacityWith(options, ports);
}
