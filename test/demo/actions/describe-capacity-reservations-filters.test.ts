import {paginateDescribeCapacityReservations} from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import type {ReservationRow} from '../../../source/demo/scenario.js';
import {describeReservations, ec2, idsOf, openEndpoint, scenarioWith} from '../open-endpoint.js';

test.each<readonly [string, readonly string[], readonly string[]]>([
	['instance-type', ['p5.48xlarge'], ['cr-0000000a', 'cr-0000000c']],
	['instance-type', ['p5*', 'inf2.xlarge'], ['cr-0000000a', 'cr-0000000b', 'cr-0000000c']],
	['instance-type', ['p5.4?xlarge'], ['cr-0000000a', 'cr-0000000c']],
	['instance-type', ['P5.48XLARGE'], []],
	['instance-type', ['*'], ['cr-0000000a', 'cr-0000000b', 'cr-0000000c']],
	['instance-type', ['p5\\*'], []],
	['owner-id', ['210987654321'], ['cr-0000000c']],
	['instance-platform', ['Linux/*'], ['cr-0000000a', 'cr-0000000c']],
	['availability-zone', ['us-east-1b'], ['cr-0000000b']],
	['tenancy', ['dedicated'], ['cr-0000000b']],
	['outpost-arn', ['arn:aws:outposts:*'], ['cr-0000000b']],
	['state', ['active', 'scheduled'], ['cr-0000000a', 'cr-0000000c']],
	['start-date', ['2026-11-19T11:30:00.000Z'], ['cr-0000000a']],
	['start-date', ['2026-*'], ['cr-0000000a', 'cr-0000000c']],
	['end-date', ['2026-11-26*'], ['cr-0000000a']],
	['end-date-type', ['unlimited'], ['cr-0000000b']],
	['instance-match-criteria', ['open'], ['cr-0000000b']],
	['placement-group-arn', ['*/llm'], ['cr-0000000c']],
	['reservation-type', ['capacity-block'], ['cr-0000000a']],
])('filters by %s %j', async (Name, values, ids) => {
	const endpoint = await openEndpoint(scenarioWith({rows: filterable}));

	const found = await describeReservations(endpoint, 'us-east-1', {Filters: [{Name, Values: [...values]}]});
	expect(idsOf(found)).toEqual(ids);
});

test('all filters must match, also on the pages', async () => {
	const endpoint = await openEndpoint(scenarioWith({rows: [...filterable, ...filterable]}));
	const Filters = [
		{Name: 'instance-type', Values: ['p5*']},
		{Name: 'state', Values: ['active']},
	];

	const pages = [];
	for await (const {CapacityReservations} of paginateDescribeCapacityReservations({client: ec2(endpoint), pageSize: 1}, {Filters})) {
		pages.push(idsOf(CapacityReservations ?? []));
	}

	expect(pages).toEqual([['cr-0000000a'], ['cr-0000000a']]);
});

test.each([
	['capacity-reservation-type', ['default'], 'InvalidParameterValue', "The filter 'capacity-reservation-type' is invalid"],
	['constructor', ['x'], 'InvalidParameterValue', "The filter 'constructor' is invalid"],
	['state', [], 'InvalidParameterValue', "The filter 'state' has no values"],
	[
		'state',
		Array.from({length: 201}, String),
		'FilterLimitExceeded',
		'The maximum number of filter values specified on a single call is 200',
	],
	['state', ['x'.repeat(256)], 'FilterLimitExceeded', 'The maximum length for a filter value is 255 characters'],
])('refuses the filter %s', async (Name, Values, name, message) => {
	const endpoint = await openEndpoint(scenarioWith());

	await expect(describeReservations(endpoint, 'us-east-1', {Filters: [{Name, Values}]})).rejects.toMatchObject({name, message});
});

const filterable: readonly ReservationRow[] = [
	{
		capacityReservationId: 'cr-0000000a',
		ownerId: '123456789012',
		instanceType: 'p5.48xlarge',
		instancePlatform: 'Linux/UNIX',
		availabilityZone: 'us-east-1a',
		tenancy: 'default',
		state: 'active',
		startDate: new Date('2026-11-19T11:30:00Z'),
		endDate: new Date('2026-11-26T11:30:00Z'),
		endDateType: 'limited',
		instanceMatchCriteria: 'targeted',
		reservationType: 'capacity-block',
	},
	{
		capacityReservationId: 'cr-0000000b',
		ownerId: '123456789012',
		instanceType: 'inf2.xlarge',
		instancePlatform: 'Red Hat Enterprise Linux',
		availabilityZone: 'us-east-1b',
		tenancy: 'dedicated',
		outpostArn: 'arn:aws:outposts:us-east-1:123456789012:outpost/op-1',
		state: 'expired',
		startDate: new Date('2025-03-01T00:00:00Z'),
		endDateType: 'unlimited',
		instanceMatchCriteria: 'open',
		reservationType: 'default',
	},
	{
		capacityReservationId: 'cr-0000000c',
		ownerId: '210987654321',
		instanceType: 'p5.48xlarge',
		instancePlatform: 'Linux/UNIX',
		availabilityZone: 'us-east-1a',
		tenancy: 'default',
		state: 'scheduled',
		startDate: new Date('2026-12-01T11:30:00Z'),
		instanceMatchCriteria: 'targeted',
		placementGroupArn: 'arn:aws:ec2:us-east-1:210987654321:placement-group/llm',
		reservationType: 'default',
	},
];
