import {
	type CapacityBlockExtensionOffering,
	DescribeCapacityBlockExtensionOfferingsCommand,
	type DescribeCapacityBlockExtensionOfferingsCommandInput,
	DescribeCapacityBlockOfferingsCommand,
} from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import {type BlockSpec, blockRow} from '../../../source/demo/block-row.js';
import type {DemoEndpoint} from '../../../source/demo/demo-endpoint.js';
import {extensionRows} from '../../../source/demo/extension-rows.js';
import type {Pool} from '../../../source/demo/market.js';
import type {WireReservation} from '../../../source/demo/scenario.js';
import {ec2, openEndpoint, scenarioWith, startedAt} from '../open-endpoint.js';

const accountId = '123456789012';
const id = 'cr-0000000000000000b';
const pool: Pool = {instanceType: 'p5.48xlarge', availabilityZone: 'us-east-1a', size: 16, rate: 30};
const block: BlockSpec = {
	id,
	blockId: 'cb-0000000000000000b',
	instanceType: 'p5.48xlarge',
	availabilityZone: 'us-east-1a',
	size: 16,
	free: 4,
	created: new Date('2026-11-01T09:00:00Z'),
	start: new Date('2026-11-20T11:30:00Z'),
	end: new Date('2026-11-27T11:30:00Z'),
};
const day = {CapacityReservationId: id, CapacityBlockExtensionDurationHours: 24};

test('gives every field of the API to the SDK', async () => {
	expect(await ask(await open(block), {...day, CapacityBlockExtensionDurationHours: 168})).toEqual([
		{
			CapacityBlockExtensionOfferingId: expect.stringMatching(/^cbe-[0-9a-f]{17}$/),
			InstanceType: 'p5.48xlarge',
			InstanceCount: 16,
			AvailabilityZone: 'us-east-1a',
			AvailabilityZoneId: 'use1-az4',
			StartDate: new Date('2026-11-20T11:30:00Z'),
			CapacityBlockExtensionStartDate: new Date('2026-11-27T11:30:00Z'),
			CapacityBlockExtensionEndDate: new Date('2026-12-04T11:30:00Z'),
			CapacityBlockExtensionDurationHours: 168,
			UpfrontFee: '80640.00',
			CurrencyCode: 'USD',
			Tenancy: 'default',
			ZoneType: 'availability-zone',
		},
	]);
});

test('a block that has not started is extended by its size, which only its tag has', async () => {
	const [offering] = await ask(await open({...block, start: new Date('2026-11-25T11:30:00Z')}), day);

	expect(offering).toMatchObject({InstanceCount: 16, UpfrontFee: '11520.00'});
});

test.each<readonly [string, Partial<Pool>, number]>([
	['in another zone', {availabilityZone: 'us-east-1b'}, 0],
	['of another type', {instanceType: 'p5en.48xlarge'}, 0],
	['too few', {size: 15}, 0],
	['booked after the end', {bookings: [{count: 1, start: block.end, end: new Date('2026-11-28T11:30:00Z')}]}, 0],
	['booked until the end', {bookings: [{count: 16, start: block.start, end: block.end}]}, 1],
	['of UltraServers', {ultraserverType: 'u-p6e-gb200x72'}, 0],
])('where what AWS has is %s', async (_what, differs, count) => {
	await expect(ask(await open(block, {...pool, ...differs}), day)).resolves.toHaveLength(count);
});

test('without a market no block can be extended', async () => {
	const endpoint = await openEndpoint(scenarioWith({rows: [blockRow(block, accountId)]}));

	await expect(ask(endpoint, day)).resolves.toEqual([]);
});

test.each<readonly [string, Partial<BlockSpec>, string, string]>([
	[
		'that AWS waits to be paid',
		{start: new Date('2026-11-25T11:30:00Z'), paid: new Date('2026-11-23T12:00:00Z')},
		'IncorrectState',
		`The Capacity Block '${id}' is payment-pending. It can be extended while it is active or scheduled.`,
	],
	[
		'that is over',
		{end: new Date('2026-11-22T11:30:00Z')},
		'IncorrectState',
		`The Capacity Block '${id}' is expired. It can be extended while it is active or scheduled.`,
	],
	[
		'whose last extension is not paid yet',
		{extensions: [extension('2026-11-23T09:00:00Z', '2026-11-23T10:00:01Z')]},
		'IncorrectState',
		`The Capacity Block '${id}' has an extension whose payment is pending.`,
	],
	[
		'in its last hour',
		{end: new Date('2026-11-23T10:59:59Z')},
		'UnsupportedOperation',
		`The Capacity Block '${id}' can be extended from 56 days until 1 hour before it ends at 2026-11-23T10:59:59.000Z.`,
	],
	[
		'more than 56 days before its end',
		{end: new Date('2027-01-18T10:00:01Z')},
		'UnsupportedOperation',
		`The Capacity Block '${id}' can be extended from 56 days until 1 hour before it ends at 2027-01-18T10:00:01.000Z.`,
	],
])('refuses a block %s', async (_what, differs, name, message) => {
	await expect(ask(await open({...block, ...differs}), day)).rejects.toMatchObject({name, message, $metadata: {httpStatusCode: 400}});
});

test.each([
	['an hour before', '2026-11-23T11:00:00Z'],
	['56 days before', '2027-01-18T10:00:00Z'],
])('extends a block %s its end', async (_what, end) => {
	await expect(ask(await open({...block, end: new Date(end)}), day)).resolves.toHaveLength(1);
});

test('a block is extended after the extension that is paid, also when another was not', async () => {
	const extensions = [
		extension('2026-11-21T09:00:00Z', '2026-11-21T10:00:00Z'),
		{...extension('2026-11-22T09:00:00Z', '2026-11-22T10:00:00Z'), isPaid: false},
	];
	const [offering] = await ask(await open({...block, extensions}), day);

	expect(offering?.CapacityBlockExtensionStartDate).toEqual(new Date('2026-12-04T11:30:00Z'));
});

test('a block lasts at most 182 days, extensions included', async () => {
	const long = {...block, start: new Date('2026-06-05T11:30:00Z')};

	await expect(ask(await open(long), {...day, CapacityBlockExtensionDurationHours: 168})).resolves.toHaveLength(1);
	await expect(ask(await open(long), {...day, CapacityBlockExtensionDurationHours: 192})).rejects.toMatchObject({
		name: 'InvalidParameterValue',
		message:
			'192 is an invalid value for CapacityBlockExtensionDurationHours. A Capacity Block must not last longer than 182 days in total.',
	});
});

test.each<readonly [Partial<DescribeCapacityBlockExtensionOfferingsCommandInput>, string, string]>([
	[
		{CapacityBlockExtensionDurationHours: undefined},
		'MissingParameter',
		'The request must contain the parameter CapacityBlockExtensionDurationHours',
	],
	[{CapacityReservationId: undefined}, 'MissingParameter', 'The request must contain the parameter CapacityReservationId'],
	[
		{CapacityReservationId: 'cb-0000000000000000b'},
		'InvalidCapacityReservationId.Malformed',
		'Invalid ID: "cb-0000000000000000b" (expecting "cr-...")',
	],
	[
		{CapacityReservationId: 'cr-00000000000000009'},
		'InvalidCapacityReservationId.NotFound',
		"The capacity reservation 'cr-00000000000000009' does not exist",
	],
	[{CapacityReservationId: 'cr-00000000'}, 'InvalidParameterValue', "The capacity reservation 'cr-00000000' is not a Capacity Block."],
	[{CapacityReservationId: 'cr-00000001'}, 'UnsupportedOperation', "The Capacity Block 'cr-00000001' can be extended by its owner only."],
	[
		{CapacityBlockExtensionDurationHours: 36},
		'InvalidParameterValue',
		'36 is an invalid value for CapacityBlockExtensionDurationHours. CapacityBlockExtensionDurationHours must be in 1-day increments up to 14 days (336 hours) or in 7-day increments up to 182 days (4368 hours).',
	],
])('refuses %j', async (differs, name, message) => {
	const input = {...day, ...differs} as DescribeCapacityBlockExtensionOfferingsCommandInput;

	await expect(ask(await open(block), input)).rejects.toMatchObject({name, message, $metadata: {httpStatusCode: 400}});
});

test('has ten calls of its own, beside those of the search', async () => {
	const endpoint = await open(block);
	for (let call = 0; call < 10; call++) {
		await ask(endpoint, day);
	}

	await expect(ask(endpoint, day)).rejects.toMatchObject({
		name: 'CapacityBlockDescribeLimitExceeded',
		message: expect.stringContaining('DescribeCapacityBlockExtensionOfferings'),
	});
	const search = {InstanceType: 'p5.48xlarge', InstanceCount: 1, CapacityDurationHours: 24} as const;
	await expect(ec2(endpoint).send(new DescribeCapacityBlockOfferingsCommand(search))).resolves.toBeDefined();
});

function extension(bought: string, settled: string) {
	return {offeringId: 'cbe-1', hours: 168, bought: new Date(bought), settled: new Date(settled), isPaid: true, fee: '1.00'};
}

/** At 2026-11-23T10:00:00Z, beside the block also an ODCR and a block of another account. */
async function open(spec: BlockSpec, market = pool): Promise<DemoEndpoint> {
	const others: readonly WireReservation[] = [
		{capacityReservationId: 'cr-00000000', ownerId: accountId, reservationType: 'default', state: 'active'},
		{capacityReservationId: 'cr-00000001', ownerId: '210987654321', reservationType: 'capacity-block', state: 'active'},
	];
	return openEndpoint(
		scenarioWith({
			rows: [...others, blockRow(spec, accountId)],
			extensionsIn: (region) => extensionRows(region, [spec]),
			market: {pools: [market]},
		}),
		{clock: () => startedAt},
	);
}

async function ask(
	endpoint: DemoEndpoint,
	input: DescribeCapacityBlockExtensionOfferingsCommandInput,
): Promise<readonly CapacityBlockExtensionOffering[]> {
	const {CapacityBlockExtensionOfferings} = await ec2(endpoint).send(new DescribeCapacityBlockExtensionOfferingsCommand(input));
	if (CapacityBlockExtensionOfferings === undefined) {
		throw new Error('An answer without a set.');
	}

	return CapacityBlockExtensionOfferings;
}
