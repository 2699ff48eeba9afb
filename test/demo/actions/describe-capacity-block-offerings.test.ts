import {
	type CapacityBlockOffering,
	DescribeCapacityBlockOfferingsCommand,
	paginateDescribeCapacityBlockOfferings,
} from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import type {Pool} from '../../../source/demo/market.js';
import {ec2, openEndpoint, scenarioWith, startedAt} from '../open-endpoint.js';
import {askOfferings, marketEpoch, openMarket, p5, week} from '../open-market.js';

test('gives every field of the API to the SDK', async () => {
	const endpoint = await openMarket([p5]);

	expect(
		await askOfferings(endpoint, {
			...week,
			StartDateRange: new Date('2026-10-10T00:00:00Z'),
			EndDateRange: new Date('2026-10-17T12:00:00Z'),
		}),
	).toEqual([
		{
			CapacityBlockOfferingId: expect.stringMatching(/^cb-[0-9a-f]{17}$/),
			InstanceType: 'p5.48xlarge',
			AvailabilityZone: 'us-east-1a',
			InstanceCount: 16,
			StartDate: new Date('2026-10-10T11:30:00Z'),
			EndDate: new Date('2026-10-17T11:30:00Z'),
			CapacityBlockDurationHours: 168,
			CapacityBlockDurationMinutes: 0,
			UpfrontFee: '80640.00',
			CurrencyCode: 'USD',
			Tenancy: 'default',
			ZoneType: 'availability-zone',
		},
	]);
});

test('a block that starts at once is shorter or longer than asked for, since all end at 11:30 UTC', async () => {
	const offerings = await askOfferings(await openMarket([p5]), {...week, CapacityDurationHours: 24});

	expect(offerings.map(linesOf)).toEqual([
		'10-03T02:53 10-03T11:30 8h37 4136.00',
		'10-03T02:53 10-04T11:30 32h37 15656.00',
		'10-03T11:30 10-04T11:30 24h0 11520.00',
		'10-04T11:30 10-05T11:30 24h0 11520.00',
		'10-05T11:30 10-06T11:30 24h0 11520.00',
		'10-06T11:30 10-07T11:30 24h0 11520.00',
	]);
});

test.each([
	['2026-10-03T09:00:00Z', ['10-03T09:30 10-03T11:30', '10-03T09:30 10-04T11:30', '10-03T11:30 10-04T11:30']],
	['2026-10-03T09:00:01Z', ['10-03T09:31 10-04T11:30', '10-03T11:30 10-04T11:30', '10-04T11:30 10-05T11:30']],
	['2026-10-03T11:00:00Z', ['10-03T11:30 10-04T11:30', '10-04T11:30 10-05T11:30', '10-05T11:30 10-06T11:30']],
	['2026-10-03T11:00:01Z', ['10-03T11:31 10-04T11:30', '10-03T11:31 10-05T11:30', '10-04T11:30 10-05T11:30']],
])('at %s a day begins half an hour later, or at block times', async (instant, spans) => {
	const offerings = await askOfferings(await openMarket([p5], {epoch: new Date(instant)}), {...week, CapacityDurationHours: 24});

	expect(offerings.slice(0, 3).map((offering) => linesOf(offering).split(' ').slice(0, 2).join(' '))).toEqual(spans);
});

test('the earliest six of all zones are offered, the cheaper of two first', async () => {
	const offerings = await askOfferings(await openMarket([p5, {...p5, availabilityZone: 'us-east-1b', rate: 29}]), {
		...week,
		StartDateRange: new Date('2026-10-20T11:30:00Z'),
	});

	expect(offerings.map(({AvailabilityZone, StartDate}) => `${AvailabilityZone} ${StartDate?.getUTCDate()}`)).toEqual([
		'us-east-1b 20',
		'us-east-1a 20',
		'us-east-1b 21',
		'us-east-1a 21',
		'us-east-1b 22',
		'us-east-1a 22',
	]);
});

test('what is booked is not offered: fewer instances or other days are', async () => {
	const booked = {count: 10, start: new Date('2026-10-06T11:30:00Z'), end: new Date('2026-10-20T11:30:00Z')};
	const endpoint = await openMarket([{...p5, bookings: [booked]}]);
	const starts = async (InstanceCount: number) =>
		(await askOfferings(endpoint, {...week, InstanceCount})).map(({StartDate}) => StartDate?.toISOString().slice(5, 10));

	expect((await starts(6))[0]).toBe('10-03');
	expect((await starts(7))[0]).toBe('10-20');
	expect(await starts(17)).toEqual([]);
});

test('an end bounds the end of a block, not its start', async () => {
	const endpoint = await openMarket([p5]);
	const ends = async (until: string) =>
		(await askOfferings(endpoint, {...week, EndDateRange: new Date(until)})).map((offering) =>
			linesOf(offering).split(' ').slice(0, 2).join(' '),
		);

	expect(await ends('2026-10-10T11:30:00Z')).toEqual(['10-03T02:53 10-09T11:30', '10-03T02:53 10-10T11:30', '10-03T11:30 10-10T11:30']);
	expect(await ends('2026-10-09T11:29:00Z')).toEqual([]);
});

test('a block starts at most eight weeks ahead', async () => {
	const endpoint = await openMarket([p5]);

	expect((await askOfferings(endpoint, {...week, StartDateRange: new Date('2026-11-27T00:00:00Z')})).map(linesOf)).toEqual([
		'11-27T11:30 12-04T11:30 168h0 80640.00',
	]);
	await expect(askOfferings(endpoint, {...week, StartDateRange: new Date('2026-11-28T02:22:31Z')})).rejects.toMatchObject({
		name: 'InvalidParameterValue',
		message:
			'Value ( 2026-11-28T02:22:31.000Z ) for parameter StartDateRange is invalid. A Capacity Block can start up to 8 weeks from now.',
	});
});

test('the longest block is of 182 days, and none that starts at once is longer', async () => {
	const [first] = await askOfferings(await openMarket([p5]), {...week, CapacityDurationHours: 4368});

	expect(first?.CapacityBlockDurationHours).toBe(4352);
	expect(
		(await askOfferings(await openMarket([p5]), {...week, CapacityDurationHours: 4368})).some(
			({CapacityBlockDurationHours: hours = 0}) => hours > 4368,
		),
	).toBe(false);
});

test('Local Zones are offered to who asks for all zones', async () => {
	const endpoint = await openMarket([p5, {...p5, availabilityZone: 'us-east-1-atl-2a'}]);
	const input = {...week, StartDateRange: new Date('2026-11-27T00:00:00Z')};

	expect((await askOfferings(endpoint, input)).map(({ZoneType}) => ZoneType)).toEqual(['availability-zone']);
	expect(
		(await askOfferings(endpoint, {...input, AllAvailabilityZones: true})).map(({AvailabilityZone, ZoneType}) => [
			AvailabilityZone,
			ZoneType,
		]),
	).toEqual([
		['us-east-1a', 'availability-zone'],
		['us-east-1-atl-2a', 'local-zone'],
	]);
});

test('an offering keeps its id while its price lasts', async () => {
	let real = startedAt;
	const raised = new Date(marketEpoch.getTime() + 60_000);
	const endpoint = await openMarket([{...p5, rate: (now) => (now < raised ? 30 : 31)}], {clock: () => real});
	const input = {...week, StartDateRange: new Date('2026-11-27T00:00:00Z')};
	const ids = [];
	for (const second of [0, 59, 60]) {
		real = new Date(startedAt.getTime() + second * 1000);
		const [offering] = await askOfferings(endpoint, input);
		ids.push(`${offering?.CapacityBlockOfferingId} ${offering?.UpfrontFee}`);
	}

	expect(ids[1]).toBe(ids[0]);
	expect(ids[2]).not.toBe(ids[0]);
	expect(ids[2]).toMatch(/ 83328\.00$/);
});

test('pages of two together are the unpaged answer', async () => {
	const endpoint = await openMarket([p5]);
	const paged: CapacityBlockOffering[] = [];
	for await (const {CapacityBlockOfferings = []} of paginateDescribeCapacityBlockOfferings(
		{client: ec2(endpoint), pageSize: 2},
		{...week},
	)) {
		expect(CapacityBlockOfferings.length).toBeLessThanOrEqual(2);
		paged.push(...CapacityBlockOfferings);
	}

	expect(paged).toEqual(await askOfferings(endpoint, week));
});

test('a token is good for its own search only', async () => {
	const endpoint = await openMarket([p5]);
	const {NextToken} = await ec2(endpoint).send(new DescribeCapacityBlockOfferingsCommand({...week, MaxResults: 1}));

	await expect(askOfferings(endpoint, {...week, NextToken})).resolves.toHaveLength(5);
	await expect(askOfferings(endpoint, {...week, InstanceCount: 1, NextToken})).rejects.toMatchObject({name: 'InvalidNextToken'});
});

test('without a market, what AWS sells as blocks is sold out', async () => {
	const endpoint = await openEndpoint(scenarioWith());

	await expect(askOfferings(endpoint, week)).resolves.toEqual([]);
	for (const InstanceType of ['g6.xlarge', 'p6e-gb200.36xlarge']) {
		await expect(askOfferings(endpoint, {...week, InstanceType})).rejects.toThrow('is not supported for Capacity Blocks');
	}
});

test('UltraServers are for accounts that AWS has enabled', async () => {
	const pool: Pool = {
		instanceType: 'p6e-gb200.36xlarge',
		ultraserverType: 'u-p6e-gb200x72',
		availabilityZone: 'us-east-1-dfw-2a',
		size: 2,
		rate: 761.904,
	};
	const input = {UltraserverType: 'u-p6e-gb200x72', UltraserverCount: 1, CapacityDurationHours: 168, AllAvailabilityZones: true};
	const enabled = await openMarket([pool], {hasUltraServers: true});

	await expect(askOfferings(await openMarket([pool]), input)).rejects.toMatchObject({
		name: 'UnauthorizedOperation',
		message: 'This AWS Account is not authorized to call DescribeCapacityBlockOfferings API when requesting an EC2 UltraServer',
		$metadata: {httpStatusCode: 403},
	});
	expect((await askOfferings(enabled, {...input, StartDateRange: new Date('2026-11-27T00:00:00Z')}))[0]).toEqual({
		CapacityBlockOfferingId: expect.stringMatching(/^cb-/),
		UltraserverType: 'u-p6e-gb200x72',
		UltraserverCount: 1,
		AvailabilityZone: 'us-east-1-dfw-2a',
		StartDate: new Date('2026-11-27T11:30:00Z'),
		EndDate: new Date('2026-12-04T11:30:00Z'),
		CapacityBlockDurationHours: 168,
		CapacityBlockDurationMinutes: 0,
		UpfrontFee: '127999.87',
		CurrencyCode: 'USD',
		Tenancy: 'default',
		ZoneType: 'local-zone',
	});
	await expect(askOfferings(enabled, {...week, InstanceType: 'p6e-gb200.36xlarge'})).rejects.toThrow('The instance type');
	await expect(askOfferings(enabled, {...input, UltraserverType: 'u-trn3x144'})).rejects.toThrow(
		"The UltraServer type 'u-trn3x144' is not supported for Capacity Blocks in 'us-east-1'.",
	);
});

function linesOf(offering: CapacityBlockOffering): string {
	const [start, end] = [offering.StartDate, offering.EndDate].map((date) => date?.toISOString().slice(5, 16));
	return `${start} ${end} ${offering.CapacityBlockDurationHours}h${offering.CapacityBlockDurationMinutes} ${offering.UpfrontFee}`;
}
