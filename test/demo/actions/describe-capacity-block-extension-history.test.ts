import {
	type CapacityBlockExtension,
	DescribeCapacityBlockExtensionHistoryCommand,
	type DescribeCapacityBlockExtensionHistoryCommandInput,
	paginateDescribeCapacityBlockExtensionHistory,
} from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import {type BlockSpec, blockRow} from '../../../source/demo/block-row.js';
import type {DemoEndpoint} from '../../../source/demo/demo-endpoint.js';
import {extensionRows} from '../../../source/demo/extension-rows.js';
import {describeReservations, ec2, openEndpoint, scenarioWith, startedAt} from '../open-endpoint.js';

const accountId = '123456789012';
const trainium: BlockSpec = {
	id: 'cr-0000000a',
	blockId: 'cb-0000000a',
	instanceType: 'trn1.32xlarge',
	availabilityZone: 'us-east-1c',
	size: 8,
	free: 0,
	created: new Date('2026-11-01T09:00:00Z'),
	start: new Date('2026-11-16T11:30:00Z'),
	end: new Date('2026-11-24T11:30:00Z'),
	extensions: [
		{offeringId: 'cbe-1', hours: 24, bought: at('09:00'), settled: at('09:30'), isPaid: true, fee: '1830.14'},
		{offeringId: 'cbe-2', hours: 168, bought: at('09:45'), settled: at('10:10'), isPaid: false, fee: '12811.01'},
		{offeringId: 'cbe-3', hours: 48, bought: at('10:20'), settled: at('10:30'), isPaid: true, fee: '3660.29'},
	],
};
const hopper: BlockSpec = {
	...trainium,
	id: 'cr-0000000b',
	instanceType: 'p5.48xlarge',
	availabilityZone: 'us-east-1a',
	extensions: [{offeringId: 'cbe-9', hours: 24, bought: at('08:00'), settled: at('08:10'), isPaid: true, fee: '6041.09'}],
};

test('gives every field of the API to the SDK', async () => {
	const {endpoint} = await open();

	expect((await ask(endpoint))[0]).toEqual({
		CapacityReservationId: 'cr-0000000a',
		InstanceType: 'trn1.32xlarge',
		InstanceCount: 8,
		AvailabilityZone: 'us-east-1c',
		AvailabilityZoneId: 'use1-az1',
		CapacityBlockExtensionOfferingId: 'cbe-1',
		CapacityBlockExtensionDurationHours: 24,
		CapacityBlockExtensionStatus: 'payment-succeeded',
		CapacityBlockExtensionPurchaseDate: at('09:00'),
		CapacityBlockExtensionStartDate: new Date('2026-11-24T11:30:00Z'),
		CapacityBlockExtensionEndDate: new Date('2026-11-25T11:30:00Z'),
		UpfrontFee: '1830.14',
		CurrencyCode: 'USD',
		ZoneType: 'availability-zone',
	});
});

test('an extension is bought, and paid or not; the end of the block is later only when it is paid', async () => {
	const {endpoint, moveTo} = await open();
	const seen: unknown[] = [];
	for (const time of ['10:00', '10:10', '10:20', '10:30']) {
		moveTo(time);
		const [block] = await describeReservations(endpoint, 'us-east-1', {CapacityReservationIds: ['cr-0000000a']});
		const extensions = await ask(endpoint, {CapacityReservationIds: ['cr-0000000a']});
		seen.push([
			time,
			block?.EndDate?.getUTCDate(),
			...extensions.map(
				(each) =>
					`${each.CapacityBlockExtensionStatus} ${each.CapacityBlockExtensionStartDate?.getUTCDate()} to ${each.CapacityBlockExtensionEndDate?.toISOString().slice(5, 10)}`,
			),
		]);
	}

	expect(seen).toEqual([
		['10:00', 25, 'payment-succeeded 24 to 11-25', 'payment-pending 25 to 12-02'],
		['10:10', 25, 'payment-succeeded 24 to 11-25', 'payment-failed 25 to 12-02'],
		['10:20', 25, 'payment-succeeded 24 to 11-25', 'payment-failed 25 to 12-02', 'payment-pending 25 to 11-27'],
		['10:30', 27, 'payment-succeeded 24 to 11-25', 'payment-failed 25 to 12-02', 'payment-succeeded 25 to 11-27'],
	]);
});

test('a block is live and used until its later end', async () => {
	const {endpoint, moveTo} = await open();
	const stateAt = async (instant: string) => {
		moveTo(instant);
		const [block] = await describeReservations(endpoint, 'us-east-1', {CapacityReservationIds: ['cr-0000000a']});
		return [block?.State, block?.AvailableInstanceCount];
	};

	expect(await stateAt('2026-11-27T10:59:59Z')).toEqual(['active', 0]);
	expect(await stateAt('2026-11-27T11:20:00Z')).toEqual(['active', 8]);
	expect(await stateAt('2026-11-27T11:30:00Z')).toEqual(['expired', 0]);
});

test.each<readonly [string, readonly string[], readonly string[]]>([
	['availability-zone', ['us-east-1a'], ['cbe-9']],
	['availability-zone-id', ['use1-az1'], ['cbe-1', 'cbe-2']],
	['capacity-block-extension-offering-id', ['cbe-2', 'cbe-9'], ['cbe-2', 'cbe-9']],
	['capacity-block-extension-status', ['payment-pending'], ['cbe-2']],
	['capacity-reservation-id', ['cr-0000000b'], ['cbe-9']],
	['instance-type', ['trn*'], ['cbe-1', 'cbe-2']],
])('filters by %s %j', async (Name, values, offerings) => {
	const {endpoint} = await open();
	const found = await ask(endpoint, {Filters: [{Name, Values: [...values]}]});

	expect(found.map(({CapacityBlockExtensionOfferingId: offering}) => offering)).toEqual(offerings);
});

test('pages of one together are the unpaged answer', async () => {
	const {endpoint} = await open();
	const paged: CapacityBlockExtension[] = [];
	for await (const {CapacityBlockExtensions = []} of paginateDescribeCapacityBlockExtensionHistory(
		{client: ec2(endpoint), pageSize: 1},
		{},
	)) {
		expect(CapacityBlockExtensions.length).toBeLessThanOrEqual(1);
		paged.push(...CapacityBlockExtensions);
	}

	expect(paged).toHaveLength(3);
	expect(paged).toEqual(await ask(endpoint));
});

test('is empty where nothing was extended, and refuses ids that the region does not have', async () => {
	const endpoint = await openEndpoint(scenarioWith());

	await expect(ask(endpoint)).resolves.toEqual([]);
	await expect(ask(endpoint, {CapacityReservationIds: ['cr-0000000a']})).rejects.toMatchObject({
		name: 'InvalidCapacityReservationId.NotFound',
		message: "The capacity reservation 'cr-0000000a' does not exist",
	});
});

async function open(): Promise<{readonly endpoint: DemoEndpoint; readonly moveTo: (instant: string) => void}> {
	const epoch = at('10:00');
	let real = startedAt;
	const blocks = [trainium, hopper];
	const scenario = scenarioWith({
		epoch,
		rows: blocks.map((block) => blockRow(block, accountId)),
		extensionsIn: (region) => extensionRows(region, blocks),
	});
	return {
		endpoint: await openEndpoint(scenario, {clock: () => real}),
		moveTo(instant) {
			const moment = instant.length === 5 ? at(instant) : new Date(instant);
			real = new Date(startedAt.getTime() + moment.getTime() - epoch.getTime());
		},
	};
}

async function ask(
	endpoint: DemoEndpoint,
	input: DescribeCapacityBlockExtensionHistoryCommandInput = {},
): Promise<readonly CapacityBlockExtension[]> {
	const {CapacityBlockExtensions} = await ec2(endpoint).send(new DescribeCapacityBlockExtensionHistoryCommand(input));
	if (CapacityBlockExtensions === undefined) {
		throw new Error('An answer without a set.');
	}

	return CapacityBlockExtensions;
}

function at(time: string): Date {
	return new Date(`2026-11-23T${time}:00Z`);
}
