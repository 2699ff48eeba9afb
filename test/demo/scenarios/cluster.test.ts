import {type CapacityReservation, DescribeRegionsCommand} from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import type {DemoEndpoint} from '../../../source/demo/demo-endpoint.js';
import {describeReservations, ec2, openEndpoint} from '../open-endpoint.js';
import {readAccount} from '../read-account.js';

const ended = ['expired', 'cancelled', 'unsupported'];

test('begins with twelve ODCRs', async () => {
	const odcrs = visible(await readAccount(await openEndpoint('cluster')), 'default');

	expect(
		odcrs.map((odcr) =>
			[
				odcr.InstanceType,
				odcr.AvailabilityZone,
				odcr.TotalInstanceCount,
				odcr.AvailableInstanceCount,
				odcr.State,
				odcr.InstanceMatchCriteria,
				nameOf(odcr) ?? `by ${odcr.OwnerId}`,
			].join(' '),
		),
	).toEqual([
		'g5.48xlarge ap-south-1a 1 0 assessing targeted pilot',
		'g6.2xlarge eu-west-1b 16 4 active open serve-eu',
		'g6e.12xlarge eu-west-1a 8 0 scheduled targeted q4-launch',
		'inf2.xlarge us-east-1a 32 12 active open embed',
		'p5.48xlarge us-east-1a 8 8 active open eval-burst',
		'p4d.24xlarge us-east-1c 16 2 active targeted finetune',
		'p5.48xlarge us-east-1a 32 2 active targeted train-llm-a',
		'm7i.metal-24xl us-east-1b 4 0 active open ctl-plane',
		'trn2.48xlarge us-east-2b 4 1 active targeted neuron-lab',
		'g6.xlarge us-west-2a 64 24 active open serve-chat',
		'p5en.48xlarge us-west-2b 16 16 active targeted rl-west',
		'p5.48xlarge us-west-2c 2 0 active targeted by 210987654321',
	]);
});

test('begins with five blocks, one of them 47 minutes before its drain', async () => {
	const endpoint = await openEndpoint('cluster');
	const blocks = visible(await readAccount(endpoint), 'capacity-block').toSorted((a, b) => at(a.StartDate) - at(b.StartDate));

	expect(
		blocks.map((block) =>
			[
				block.InstanceType,
				block.AvailabilityZone,
				sizeOf(block),
				block.AvailableInstanceCount,
				block.State,
				block.StartDate?.toISOString(),
				block.EndDate?.toISOString(),
			].join(' '),
		),
	).toEqual([
		'p5.48xlarge us-west-2b 16 0 active 2026-11-16T11:30:00.000Z 2026-11-23T11:30:00.000Z',
		'p5.48xlarge us-east-1a 32 2 active 2026-11-19T11:30:00.000Z 2026-11-26T11:30:00.000Z',
		'p6-b200.48xlarge us-east-2a 8 0 scheduled 2026-11-24T11:30:00.000Z 2026-12-08T11:30:00.000Z',
		'trn1.32xlarge us-east-1c 64 0 scheduled 2026-12-01T11:30:00.000Z 2026-12-08T11:30:00.000Z',
		'p5e.48xlarge us-west-2a 8 0 payment-pending 2026-12-14T11:30:00.000Z 2026-12-15T11:30:00.000Z',
	]);
	expect(endpoint.now()).toEqual(new Date('2026-11-23T10:13:00Z'));
});

test('has ended ones of both kinds', async () => {
	const all = (await readAccount(await openEndpoint('cluster'))).filter(({State = ''}) => ended.includes(State));

	expect(all.filter(({ReservationType}) => ReservationType === 'default').map(({State}) => State)).toEqual([
		'cancelled',
		'cancelled',
		'unsupported',
		'expired',
	]);
	expect(all.filter(({ReservationType}) => ReservationType === 'capacity-block').map(({State}) => State)).toEqual([
		'expired',
		'expired',
		'expired',
		'expired',
	]);
});

test('has seventeen enabled regions, of which the organisation denies one', async () => {
	const endpoint = await openEndpoint('cluster');
	const {Regions = []} = await ec2(endpoint).send(new DescribeRegionsCommand({}));
	const {Regions: all = []} = await ec2(endpoint).send(new DescribeRegionsCommand({AllRegions: true}));

	expect(Regions).toHaveLength(17);
	expect(all).toHaveLength(34);
	expect(Regions.find(({RegionName}) => RegionName === 'me-south-1')?.OptInStatus).toBe('opted-in');
	await expect(describeReservations(endpoint, 'me-south-1')).rejects.toMatchObject({
		name: 'UnauthorizedOperation',
		message: expect.stringContaining('explicit deny in a service control policy'),
	});
});

test('a block that drains loses its instances and expires', async () => {
	const {endpoint, moveTo} = await openMoving();
	const seen: unknown[] = [];
	for (const instant of ['10:59:59', '11:00:00', '11:05:00', '11:09:00', '11:30:00']) {
		moveTo(`2026-11-23T${instant}Z`);
		const [block] = await describeReservations(endpoint, 'us-west-2', {CapacityReservationIds: ['cr-0d1c2b3a4f5e69780']});
		seen.push([instant, block?.State, block?.AvailableInstanceCount, block?.CapacityAllocations?.[0]?.Count]);
	}

	expect(seen).toEqual([
		['10:59:59', 'active', 0, 16],
		['11:00:00', 'active', 2, 14],
		['11:05:00', 'active', 10, 6],
		['11:09:00', 'active', 16, undefined],
		['11:30:00', 'expired', 0, undefined],
	]);
});

test('a share is accepted, a reservation carved, a block paid, and counts move', async () => {
	const {endpoint, moveTo} = await openMoving();

	moveTo('2026-11-23T10:15:00Z');
	expect((await describeReservations(endpoint, 'eu-central-1')).map(({State, OwnerId}) => [State, OwnerId])).toEqual([
		['delayed', '210987654321'],
	]);

	moveTo('2026-11-23T10:17:00Z');
	const [source, carved] = await describeReservations(endpoint, 'us-west-2', {Filters: [{Name: 'instance-type', Values: ['p5en.*']}]});
	expect(source).toMatchObject({
		TotalInstanceCount: 12,
		AvailableInstanceCount: 12,
		InterruptibleCapacityAllocation: {InstanceCount: 4, InterruptibleCapacityReservationId: carved?.CapacityReservationId},
	});
	expect(carved).toMatchObject({
		TotalInstanceCount: 4,
		Interruptible: true,
		InterruptionInfo: {SourceCapacityReservationId: source?.CapacityReservationId},
	});

	moveTo('2026-11-23T10:58:00Z');
	const [paid] = await describeReservations(endpoint, 'us-west-2', {CapacityReservationIds: ['cr-04f6e8d0c2b1a3957']});
	expect(paid?.State).toBe('scheduled');

	const free = new Set<number | undefined>();
	for (const instant of ['10:13:00', '10:14:30', '10:15:15', '10:16:00', '10:16:45', '10:17:30']) {
		moveTo(`2026-11-23T${instant}Z`);
		const [chat] = await describeReservations(endpoint, 'us-west-2', {CapacityReservationIds: ['cr-0a7f3e9d5c1b82460']});
		free.add(chat?.AvailableInstanceCount);
	}

	expect([...free]).toEqual([24, 22, 21, 23, 25, 26]);
});

function visible(reservations: readonly CapacityReservation[], type: string): readonly CapacityReservation[] {
	return reservations.filter(({ReservationType, State = ''}) => ReservationType === type && !ended.includes(State));
}

function nameOf({Tags = []}: CapacityReservation): string | undefined {
	return Tags.find(({Key}) => Key === 'Name')?.Value;
}

function sizeOf({Tags = []}: CapacityReservation): string | undefined {
	return Tags.find(({Key}) => Key === 'aws:ec2capacityreservation:incrementalRequestedQuantity')?.Value;
}

function at(date: Date | undefined): number {
	return date?.getTime() ?? Number.NaN;
}

/** The scenario, with its clock in the hands of the test. */
async function openMoving(): Promise<{readonly endpoint: DemoEndpoint; readonly moveTo: (instant: string) => void}> {
	const epoch = new Date('2026-11-23T10:13:00Z');
	let real = epoch;
	const endpoint = await openEndpoint('cluster', {clock: () => real});
	return {
		endpoint,
		moveTo(instant) {
			real = new Date(instant);
		},
	};
}
