import {
	type CapacityReservation,
	DescribeCapacityReservationsCommand,
	type DescribeCapacityReservationsCommandInput,
	paginateDescribeCapacityReservations,
} from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import type {DemoEndpoint} from '../../../source/demo/demo-endpoint.js';
import type {ReservationRow} from '../../../source/demo/scenario.js';
import {describeReservations, ec2, idsOf, openEndpoint, scenarioWith} from '../open-endpoint.js';

test('gives every field of the API to the SDK', async () => {
	const date = new Date('2026-11-19T11:30:00Z');
	const endpoint = await openEndpoint(
		scenarioWith({
			rows: [
				{
					capacityReservationId: 'cr-00000001',
					ownerId: '123456789012',
					capacityReservationArn: 'arn:aws:ec2:us-east-1:123456789012:capacity-reservation/cr-00000001',
					availabilityZoneId: 'use1-az4',
					instanceType: 'p5.48xlarge',
					instancePlatform: 'Linux/UNIX',
					availabilityZone: 'us-east-1a',
					tenancy: 'default',
					totalInstanceCount: 32,
					availableInstanceCount: 2,
					ebsOptimized: true,
					ephemeralStorage: false,
					state: 'active',
					startDate: date,
					endDate: date,
					endDateType: 'limited',
					instanceMatchCriteria: 'targeted',
					createDate: date,
					tagSet: [{key: 'Name', value: 'a & <b>'}],
					capacityAllocationSet: [{allocationType: 'used', count: 30, allocationMetadataList: [{key: 'k', value: 'v'}]}],
					reservationType: 'default',
					commitmentInfo: {committedInstanceCount: 8, commitmentEndDate: date, commitmentDuration: 60},
					interruptibleCapacityAllocation: {instanceCount: 4, status: 'active'},
					interruptionInfo: {sourceCapacityReservationId: 'cr-2', interruptionType: 'adhoc'},
					adjustmentDetails: {startDate: date},
				},
			],
		}),
	);

	expect(await describeReservations(endpoint, 'us-east-1')).toEqual([
		{
			CapacityReservationId: 'cr-00000001',
			OwnerId: '123456789012',
			CapacityReservationArn: 'arn:aws:ec2:us-east-1:123456789012:capacity-reservation/cr-00000001',
			AvailabilityZoneId: 'use1-az4',
			InstanceType: 'p5.48xlarge',
			InstancePlatform: 'Linux/UNIX',
			AvailabilityZone: 'us-east-1a',
			Tenancy: 'default',
			TotalInstanceCount: 32,
			AvailableInstanceCount: 2,
			EbsOptimized: true,
			EphemeralStorage: false,
			State: 'active',
			StartDate: date,
			EndDate: date,
			EndDateType: 'limited',
			InstanceMatchCriteria: 'targeted',
			CreateDate: date,
			Tags: [{Key: 'Name', Value: 'a & <b>'}],
			CapacityAllocations: [{AllocationType: 'used', Count: 30, AllocationMetadata: [{Key: 'k', Value: 'v'}]}],
			ReservationType: 'default',
			CommitmentInfo: {CommittedInstanceCount: 8, CommitmentEndDate: date, CommitmentDuration: 60},
			InterruptibleCapacityAllocation: {InstanceCount: 4, Status: 'active'},
			InterruptionInfo: {SourceCapacityReservationId: 'cr-2', InterruptionType: 'adhoc'},
			AdjustmentDetails: {StartDate: date},
		},
	]);
});

test.each([1, 2, 7, 1000])('pages of %i together are the unpaged answer', async (pageSize) => {
	const endpoint = await openEndpoint('scale-60');

	const unpaged = await describeReservations(endpoint, 'us-east-1');
	expect(unpaged).toHaveLength(14);
	expect(await readAllPages(endpoint, pageSize)).toEqual(unpaged);
});

test('no page is longer than the region allows', async () => {
	const endpoint = await openEndpoint(
		scenarioWith({rows: rowsOf(5), regions: [{name: 'us-east-1', optInStatus: 'opt-in-not-required', pageLimit: 2}]}),
	);

	expect(idsOf(await describeReservations(endpoint, 'us-east-1', {MaxResults: 100}))).toEqual(['cr-00000000', 'cr-00000001']);
	expect(await readAllPages(endpoint, 100)).toHaveLength(5);
});

test('a token stays good while reservations come and go before it', async () => {
	let real = new Date('2030-01-01T00:00:00Z');
	const epoch = new Date('2026-11-23T10:00:00Z');
	const rows = rowsOf(6);
	const appearing: ReservationRow = (now) => (now > epoch ? {capacityReservationId: 'cr-new'} : null);
	const disappearing: ReservationRow = (now) => (now > epoch ? null : {capacityReservationId: 'cr-old'});
	const endpoint = await openEndpoint(scenarioWith({epoch, rows: [appearing, disappearing, ...rows]}), {clock: () => real});

	const first = await describePage(endpoint, {MaxResults: 3});
	real = new Date('2030-01-01T01:00:00Z');
	const second = await describePage(endpoint, {MaxResults: 3, NextToken: first.NextToken});
	expect(idsOf(first.CapacityReservations ?? [])).toEqual(['cr-old', 'cr-00000000', 'cr-00000001']);
	expect(idsOf(second.CapacityReservations ?? [])).toEqual(['cr-00000002', 'cr-00000003', 'cr-00000004']);
});

test('the last page has no token', async () => {
	const endpoint = await openEndpoint(scenarioWith({rows: rowsOf(4)}));

	const first = await describePage(endpoint, {MaxResults: 2});
	const second = await describePage(endpoint, {MaxResults: 2, NextToken: first.NextToken});
	expect(first.NextToken).toEqual(expect.any(String));
	expect(second.NextToken).toBeUndefined();
});

test('refuses a token that it has not given out for this region', async () => {
	const endpoint = await openEndpoint(
		scenarioWith({
			regions: ['us-east-1', 'eu-west-1'].map((name) => ({name, optInStatus: 'opt-in-not-required'})),
			reservationsIn: () => rowsOf(4),
		}),
	);
	const {NextToken} = await describePage(endpoint, {MaxResults: 2});

	for (const token of ['', 'x', 'MTAuYWJj', `${NextToken}`.replace(/^.../, 'AAA')]) {
		await expect(describePage(endpoint, {NextToken: token}), token).rejects.toMatchObject({
			name: 'InvalidNextToken',
			$metadata: {httpStatusCode: 400},
		});
	}

	await expect(describeReservations(endpoint, 'eu-west-1', {NextToken})).rejects.toMatchObject({name: 'InvalidNextToken'});
});

test.each([0, -1, 1001])('refuses %i as MaxResults', async (MaxResults) => {
	const endpoint = await openEndpoint(scenarioWith());

	await expect(describePage(endpoint, {MaxResults})).rejects.toMatchObject({
		name: 'InvalidParameterValue',
		message: `Value ( ${MaxResults} ) for parameter maxResults is invalid. Expecting a value between 1 and 1000.`,
	});
});

test('finds reservations by id, in the order of the region', async () => {
	const endpoint = await openEndpoint(scenarioWith({rows: rowsOf(12)}));

	const found = await describeReservations(endpoint, 'us-east-1', {CapacityReservationIds: ['cr-0000000b', 'cr-00000002']});
	expect(idsOf(found)).toEqual(['cr-00000002', 'cr-0000000b']);
});

test.each([
	['cr-0000000f', 'InvalidCapacityReservationId.NotFound', "The capacity reservation 'cr-0000000f' does not exist"],
	['cr-', 'InvalidCapacityReservationId.Malformed', 'Invalid ID: "cr-" (expecting "cr-...")'],
	['i-00000001', 'InvalidCapacityReservationId.Malformed', 'Invalid ID: "i-00000001" (expecting "cr-...")'],
])('refuses the id %s', async (id, name, message) => {
	const endpoint = await openEndpoint(scenarioWith({rows: rowsOf(3)}));

	await expect(describePage(endpoint, {CapacityReservationIds: ['cr-00000001', id]})).rejects.toMatchObject({
		name,
		message,
		$metadata: {httpStatusCode: 400},
	});
});

test('a dry run says that it would have worked, or why not', async () => {
	const endpoint = await openEndpoint(
		scenarioWith({
			regions: ['us-east-1', 'eu-west-1'].map((name) => ({name, optInStatus: 'opt-in-not-required'})),
			faults: [{region: 'eu-west-1', kind: 'deny'}],
		}),
	);

	await expect(describeReservations(endpoint, 'us-east-1', {DryRun: true})).rejects.toMatchObject({
		name: 'DryRunOperation',
		$metadata: {httpStatusCode: 412},
	});
	await expect(describeReservations(endpoint, 'eu-west-1', {DryRun: true})).rejects.toMatchObject({name: 'UnauthorizedOperation'});
	await expect(describeReservations(endpoint, 'us-east-1', {DryRun: false})).resolves.toHaveLength(1);
});

function rowsOf(count: number): readonly ReservationRow[] {
	return Array.from({length: count}, (_, index) => ({capacityReservationId: `cr-${index.toString(16).padStart(8, '0')}`}));
}

async function describePage(endpoint: DemoEndpoint, input: DescribeCapacityReservationsCommandInput) {
	return ec2(endpoint).send(new DescribeCapacityReservationsCommand(input));
}

async function readAllPages(endpoint: DemoEndpoint, pageSize: number): Promise<readonly CapacityReservation[]> {
	const reservations: CapacityReservation[] = [];
	for await (const {CapacityReservations} of paginateDescribeCapacityReservations({client: ec2(endpoint), pageSize}, {})) {
		reservations.push(...(CapacityReservations ?? []));
	}

	return reservations;
}
