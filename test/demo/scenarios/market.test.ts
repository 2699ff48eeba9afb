import {
	type CapacityReservation,
	DescribeCapacityBlockExtensionHistoryCommand,
	DescribeCapacityBlockExtensionOfferingsCommand,
	DescribeCapacityBlockOfferingsCommand,
} from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import type {DemoEndpoint} from '../../../source/demo/demo-endpoint.js';
import {describeReservations, ec2, openEndpoint, startedAt} from '../open-endpoint.js';
import {readAccount} from '../read-account.js';

const regions = ['us-east-1', 'us-east-2', 'us-west-2', 'eu-north-1', 'ap-northeast-1'];

test('begins with nine ODCRs', async () => {
	const {endpoint} = await open();
	const odcrs = (await readAccount(endpoint)).filter(({ReservationType}) => ReservationType === 'default');

	expect(
		odcrs.map((odcr) =>
			[odcr.InstanceType, odcr.AvailabilityZone, odcr.TotalInstanceCount, odcr.AvailableInstanceCount, odcr.State, nameOf(odcr)].join(' '),
		),
	).toEqual([
		'g6e.12xlarge eu-west-1a 8 0 scheduled holiday-peak',
		'inf2.xlarge us-east-1b 40 24 active api-base',
		'p4d.24xlarge us-east-1c 8 3 active finetune-c',
		'p4d.24xlarge us-east-1d 8 5 active finetune-d',
		'p5en.48xlarge us-east-2b 8 8 active long-context',
		'g6.xlarge us-west-2a 32 12 active notebooks',
		'g6e.12xlarge us-west-2b 6 1 active render',
		'g6e.12xlarge us-west-2b 4 4 active render-spare',
		'p5.48xlarge us-west-2c 2 2 active debug',
	]);
	expect(odcrs.filter(({Interruptible}) => Interruptible).map(nameOf)).toEqual(['render-spare']);
	expect(odcrs.filter(({PlacementGroupArn}) => PlacementGroupArn).map(nameOf)).toEqual(['long-context']);
});

test('begins with a block that fits now, one that fits later, one that is too small and one that is used up', async () => {
	const {endpoint} = await open();
	const blocks = (await readAccount(endpoint)).filter(({ReservationType}) => ReservationType === 'capacity-block');

	expect(
		blocks.map((block) =>
			[
				block.InstanceType,
				block.AvailabilityZone,
				sizeOf(block),
				block.AvailableInstanceCount,
				block.State,
				block.StartDate?.toISOString().slice(0, 16),
				block.EndDate?.toISOString().slice(0, 16),
				nameOf(block),
			].join(' '),
		),
	).toEqual([
		'p5.48xlarge us-east-1a 24 20 active 2026-11-20T11:30 2026-12-04T11:30 pretrain-a',
		'trn1.32xlarge us-east-1c 16 0 active 2026-11-09T11:30 2026-11-30T11:30 neuron-pretrain',
		'p5.48xlarge us-east-2a 4 4 active 2026-11-22T11:30 2026-11-29T11:30 reward-model',
		'p5.48xlarge us-west-2b 32 0 scheduled 2026-12-01T11:30 2026-12-11T11:30 pretrain-b',
	]);
	expect(endpoint.now()).toEqual(new Date('2026-11-23T10:13:00Z'));
});

test('32 for a week: the first offering of each region, as the market moves', async () => {
	const {endpoint, moveTo} = await open();
	const seen: unknown[] = [];
	for (const seconds of [0, 59, 60, 119, 120, 180]) {
		moveTo(seconds);
		const found = await Promise.all(regions.map((region) => search(endpoint, region, {count: 32, days: 7})));
		seen.push([seconds, ...found.map(([first]) => first ?? null)]);
	}

	const january = 'us-east-1a 2027-01-15T11:30 168h0 169150.46';
	const december = 'us-west-2b 2026-12-01T11:30 168h0 169150.46';
	const stockholm = 'eu-north-1a 2026-12-07T11:30 168h0 179300.35';
	expect(seen).toEqual([
		[0, january, null, 'us-west-2b 2026-11-23T10:43 144h47 145774.81', null, null],
		[59, january, null, 'us-west-2b 2026-11-23T10:44 144h46 145758.03', null, null],
		[60, january, null, december, null, null],
		[119, january, null, december, null, null],
		[120, january, null, december, stockholm, null],
		[180, january, null, 'us-west-2b 2026-12-01T11:30 168h0 177606.91', stockholm, null],
	]);
});

test('what ap-northeast-1 has is sold out after four minutes, until Christmas', async () => {
	const {endpoint, moveTo} = await open();
	const first = async () => (await search(endpoint, 'ap-northeast-1', {count: 16, days: 7, after: '2026-12-01T00:00:00Z'}))[0];

	expect(await first()).toBe('ap-northeast-1a 2026-12-01T11:30 168h0 95155.20');
	moveTo(240);
	expect(await first()).toBe('ap-northeast-1a 2026-12-24T11:30 168h0 95155.20');
});

test.each([
	[64, 10, '2026-12-21T00:00:00Z', ['us-west-2b']],
	[32, 28, undefined, []],
	[16, 28, undefined, ['us-east-1a', 'us-west-2b', 'ap-northeast-1a']],
	[32, 7, '2027-01-15T00:00:00Z', ['us-east-1a']],
	[64, 7, '2027-01-15T00:00:00Z', []],
])('%i p5.48xlarge for %i days from %s are in %j', async (count, days, after, zones) => {
	const {endpoint} = await open();
	const found = await Promise.all(
		regions.map((region) => search(endpoint, region, {count, days, ...(after === undefined ? {} : {after})})),
	);

	expect([...new Set(found.flat().map((line) => line.split(' ')[0]))]).toEqual(zones);
});

test('one type is sold and has none left, one is sold elsewhere only, one never is', async () => {
	const {endpoint} = await open();

	await expect(search(endpoint, 'us-east-2', {type: 'trn2.48xlarge', count: 1, days: 1})).resolves.toEqual([]);
	await expect(search(endpoint, 'eu-north-1', {type: 'trn2.48xlarge', count: 1, days: 1})).rejects.toThrow(
		'not supported for Capacity Blocks',
	);
	await expect(search(endpoint, 'us-east-1', {type: 'inf2.xlarge', count: 1, days: 1})).rejects.toThrow(
		'not supported for Capacity Blocks',
	);
});

test('the account is not enabled for UltraServers', async () => {
	const {endpoint} = await open();
	const command = new DescribeCapacityBlockOfferingsCommand({UltraserverType: 'u-trn2x64', UltraserverCount: 1, CapacityDurationHours: 24});

	await expect(ec2(endpoint, 'us-east-2').send(command)).rejects.toMatchObject({name: 'UnauthorizedOperation'});
});

test('a block can be extended for a day but not for a week, another when its last extension is paid', async () => {
	const {endpoint, moveTo} = await open();
	const extend = async (region: string, id: string, hours: number) => {
		const input = {CapacityReservationId: id, CapacityBlockExtensionDurationHours: hours};
		const {CapacityBlockExtensionOfferings = []} = await ec2(endpoint, region).send(
			new DescribeCapacityBlockExtensionOfferingsCommand(input),
		);
		return CapacityBlockExtensionOfferings.map((each) => `${each.CapacityBlockExtensionEndDate?.toISOString()} ${each.UpfrontFee}`);
	};
	const pretrain = ['us-west-2', 'cr-0e8b2f6a4c1d97035'] as const;
	const neuron = ['us-east-1', 'cr-07b3e9d5f1a6c2048'] as const;

	expect(await extend(...pretrain, 24)).toEqual(['2026-12-12T11:30:00.000Z 24164.35']);
	expect(await extend(...pretrain, 168)).toEqual([]);
	await expect(extend(...neuron, 24)).rejects.toMatchObject({name: 'IncorrectState'});

	moveTo(600);
	expect(await extend(...neuron, 24)).toEqual(['2026-12-08T11:30:00.000Z 3660.29']);
	const [block] = await describeReservations(endpoint, 'us-east-1', {CapacityReservationIds: [neuron[1]]});
	expect(block?.EndDate).toEqual(new Date('2026-12-07T11:30:00Z'));
});

test('two extensions were bought, at the rate of the market', async () => {
	const {endpoint} = await open();
	const {CapacityBlockExtensions = []} = await ec2(endpoint, 'us-east-1').send(new DescribeCapacityBlockExtensionHistoryCommand({}));

	expect(
		CapacityBlockExtensions.map((each) =>
			[each.CapacityBlockExtensionStatus, each.CapacityBlockExtensionEndDate?.toISOString(), each.UpfrontFee].join(' '),
		),
	).toEqual(['payment-succeeded 2026-11-30T11:30:00.000Z 25622.02', 'payment-pending 2026-12-07T11:30:00.000Z 25622.02']);
});

function nameOf({Tags = []}: CapacityReservation): string | undefined {
	return Tags.find(({Key}) => Key === 'Name')?.Value;
}

function sizeOf({Tags = []}: CapacityReservation): string | undefined {
	return Tags.find(({Key}) => Key === 'aws:ec2capacityreservation:incrementalRequestedQuantity')?.Value;
}

type Search = {readonly type?: string; readonly count: number; readonly days: number; readonly after?: string};

async function search(
	endpoint: DemoEndpoint,
	region: string,
	{type = 'p5.48xlarge', count, days, after}: Search,
): Promise<readonly string[]> {
	const {CapacityBlockOfferings = []} = await ec2(endpoint, region).send(
		new DescribeCapacityBlockOfferingsCommand({
			InstanceType: type,
			InstanceCount: count,
			CapacityDurationHours: days * 24,
			StartDateRange: after === undefined ? undefined : new Date(after),
		}),
	);
	return CapacityBlockOfferings.map(
		(each) =>
			`${each.AvailabilityZone} ${each.StartDate?.toISOString().slice(0, 16)} ${each.CapacityBlockDurationHours}h${each.CapacityBlockDurationMinutes} ${each.UpfrontFee}`,
	);
}

/** The scenario, with its clock in the hands of the test: seconds after the epoch. */
async function open(): Promise<{readonly endpoint: DemoEndpoint; readonly moveTo: (seconds: number) => void}> {
	let real = startedAt;
	return {
		endpoint: await openEndpoint('market', {clock: () => real}),
		moveTo(seconds) {
			real = new Date(startedAt.getTime() + seconds * 1000);
		},
	};
}
