import {DescribeInstanceTypesCommand, DescribeRegionsCommand} from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import type {DemoEndpoint} from '../../../source/demo/demo-endpoint.js';
import {describeReservations, ec2, openEndpoint, startedAt} from '../open-endpoint.js';
import {readAccount} from '../read-account.js';

const cluster = 'cr-0b1e6f2a7c94d3058';
const draining = 'cr-0d9c4b7e1a6f28305';
const pool = 'cr-0c7f1a5d3e9b46820';

test('begins half a minute before a block of 32 starts, among quiet reservations', async () => {
	const {endpoint} = await openMoving();
	const all = await readAccount(endpoint);

	expect(endpoint.now()).toEqual(new Date('2026-11-23T11:29:30Z'));
	expect(
		all.map((reservation) =>
			[
				reservation.ReservationType === 'capacity-block' ? 'block' : 'odcr',
				reservation.InstanceType,
				reservation.AvailabilityZone,
				reservation.TotalInstanceCount,
				reservation.AvailableInstanceCount,
				reservation.State,
				reservation.Tags?.find(({Key}) => Key === 'Name')?.Value ?? `by ${reservation.OwnerId}`,
			].join(' '),
		),
	).toEqual([
		'odcr g6.2xlarge eu-west-1b 16 4 active serve-eu',
		'odcr p4d.24xlarge us-east-1c 4 4 active by 210987654321',
		'odcr m7i.metal-24xl us-east-1a 4 0 active ctl-plane',
		'odcr inf2.xlarge us-east-1b 32 12 active embed',
		'block p5.48xlarge us-east-1a 0 0 scheduled train-llm-b',
		'odcr p5en.48xlarge us-east-2b 16 0 active eval-pool',
		'block p6-b200.48xlarge us-east-2a 0 0 scheduled b200-bench',
		'odcr g6.xlarge us-west-2a 64 24 active serve-chat',
		'block p5.48xlarge us-west-2b 16 0 active rl-sweep',
	]);
});

test('has seventeen enabled regions and knows every type in them', async () => {
	const {endpoint} = await openMoving();
	const client = ec2(endpoint);
	const {Regions = []} = await client.send(new DescribeRegionsCommand({}));
	const types = new Set((await readAccount(endpoint)).map(({InstanceType}) => InstanceType ?? ''));
	const {InstanceTypes = []} = await client.send(
		new DescribeInstanceTypesCommand({Filters: [{Name: 'instance-type', Values: [...types]}]}),
	);

	expect(Regions).toHaveLength(17);
	expect(new Set(InstanceTypes.map(({InstanceType}) => InstanceType))).toEqual(types);
});

test('the block becomes active after 30 s and ends in a week', async () => {
	const {endpoint, moveTo} = await openMoving();
	const seen: unknown[] = [];
	for (const second of [29.999, 30]) {
		moveTo(second);
		const [block] = await describeReservations(endpoint, 'us-east-1', {CapacityReservationIds: [cluster]});
		seen.push([block?.State, block?.TotalInstanceCount, block?.AvailableInstanceCount, block?.EndDate?.toISOString()]);
	}

	expect(seen).toEqual([
		['scheduled', 0, 0, '2026-11-30T11:30:00.000Z'],
		['active', 32, 32, '2026-11-30T11:30:00.000Z'],
	]);
});

test('the cluster fills in steps, the last instance late', async () => {
	const {endpoint, moveTo} = await openMoving();
	const changes: (readonly [number, number])[] = [];
	// Without the half minute in which the credentials are expired.
	for (const second of range(30, 420).filter((each) => each < 120 || each >= 150)) {
		moveTo(second);
		const [block] = await describeReservations(endpoint, 'us-east-1', {CapacityReservationIds: [cluster]});
		const used = block?.CapacityAllocations?.[0]?.Count ?? 0;
		expect(block?.AvailableInstanceCount).toBe(32 - used);
		if (used !== changes.at(-1)?.[1]) {
			changes.push([second, used]);
		}
	}

	expect(changes).toEqual([
		[30, 0],
		[45, 12],
		[70, 16],
		[95, 18],
		[115, 21],
		[150, 23],
		[170, 26],
		[205, 28],
		[235, 29],
		[250, 30],
		[270, 31],
		[390, 32],
	]);
});

test('an ODCR becomes free in two steps', async () => {
	const {endpoint, moveTo} = await openMoving();
	const seen: unknown[] = [];
	for (const second of [0, 19, 20, 59, 60, 3600]) {
		moveTo(second);
		const [odcr] = await describeReservations(endpoint, 'us-east-2', {CapacityReservationIds: [pool]});
		seen.push([second, odcr?.TotalInstanceCount, odcr?.AvailableInstanceCount]);
	}

	expect(seen).toEqual([
		[0, 16, 0],
		[19, 16, 0],
		[20, 16, 8],
		[59, 16, 8],
		[60, 16, 16],
		[3600, 16, 16],
	]);
});

test('a share is withdrawn after 90 s', async () => {
	const {endpoint, moveTo} = await openMoving();
	const partners = async () => (await describeReservations(endpoint, 'us-east-1')).filter(({OwnerId}) => OwnerId === '210987654321').length;

	moveTo(89);
	expect(await partners()).toBe(1);
	moveTo(90);
	expect(await partners()).toBe(0);
});

test('one region is throttled for a minute, and no other', async () => {
	const {endpoint, moveTo} = await openMoving();
	const seen: unknown[] = [];
	for (const second of [29, 30, 89, 90]) {
		moveTo(second);
		seen.push([second, await statusOf(endpoint, 'eu-west-1'), await statusOf(endpoint, 'us-east-1')]);
	}

	expect(seen).toEqual([
		[29, 'ok', 'ok'],
		[30, 'RequestLimitExceeded', 'ok'],
		[89, 'RequestLimitExceeded', 'ok'],
		[90, 'ok', 'ok'],
	]);
});

test('the credentials are expired in every region for half a minute', async () => {
	const {endpoint, moveTo} = await openMoving();
	const {Regions = []} = await ec2(endpoint).send(new DescribeRegionsCommand({}));
	const seen: unknown[] = [];
	for (const second of [119, 120, 149, 150]) {
		moveTo(second);
		const statuses = await Promise.all(Regions.map(({RegionName = ''}) => statusOf(endpoint, RegionName)));
		seen.push([second, [...new Set(statuses)]]);
	}

	expect(seen).toEqual([
		[119, ['ok']],
		[120, ['RequestExpired']],
		[149, ['RequestExpired']],
		[150, ['ok']],
	]);
	moveTo(130);
	await expect(ec2(endpoint).send(new DescribeRegionsCommand({}))).rejects.toMatchObject({name: 'RequestExpired'});
});

test('another block drains an hour after the epoch', async () => {
	const {endpoint, moveTo} = await openMoving();
	const seen: unknown[] = [];
	for (const minutes of [60, 60.5, 65, 90.5]) {
		moveTo(minutes * 60);
		const [block] = await describeReservations(endpoint, 'us-west-2', {CapacityReservationIds: [draining]});
		seen.push([minutes, block?.State, block?.CapacityAllocations?.[0]?.Count, block?.EndDate?.toISOString()]);
	}

	expect(seen).toEqual([
		[60, 'active', 16, '2026-11-23T13:00:00.000Z'],
		[60.5, 'active', 14, '2026-11-23T13:00:00.000Z'],
		[65, 'active', 8, '2026-11-23T13:00:00.000Z'],
		[90.5, 'expired', undefined, '2026-11-23T13:00:00.000Z'],
	]);
});

test('at speed 60 the hour passes in a minute', async () => {
	let real = startedAt;
	const endpoint = await openEndpoint('bring-up', {clock: () => real, speed: 60});

	real = new Date(startedAt.getTime() + 6500);
	const [block] = await describeReservations(endpoint, 'us-east-1', {CapacityReservationIds: [cluster]});
	expect(endpoint.now()).toEqual(new Date('2026-11-23T11:36:00Z'));
	expect(block).toMatchObject({State: 'active', TotalInstanceCount: 32, AvailableInstanceCount: 0});
});

async function statusOf(endpoint: DemoEndpoint, region: string): Promise<string> {
	return describeReservations(endpoint, region).then(
		() => 'ok',
		(error: Error) => error.name,
	);
}

function range(from: number, to: number): readonly number[] {
	return Array.from({length: (to - from) / 5}, (_, index) => from + index * 5);
}

/** The scenario, with its clock in the hands of the test: seconds after the epoch. */
async function openMoving(): Promise<{readonly endpoint: DemoEndpoint; readonly moveTo: (second: number) => void}> {
	let real = startedAt;
	const endpoint = await openEndpoint('bring-up', {clock: () => real});
	return {
		endpoint,
		moveTo(second) {
			real = new Date(startedAt.getTime() + second * 1000);
		},
	};
}
