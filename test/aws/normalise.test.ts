import type {CapacityReservation} from '@aws-sdk/client-ec2';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {normalise} from '../../source/aws/normalise.js';
import type {Reservation} from '../../source/core/reservations/reservation.js';
import {isoText} from '../../source/core/words/iso-text.js';
import {findUnsafe} from '../helpers/find-unsafe.js';

const start = new Date('2026-11-19T11:30:00Z');
const end = new Date('2026-11-26T11:30:00Z');
const create = new Date('2026-10-01T08:00:00Z');

test('every field that AWS documents arrives under its own name', () => {
	const given: CapacityReservation = {
		CapacityReservationId: 'cr-0123456789abcdef0',
		OwnerId: '123456789012',
		CapacityReservationArn: 'arn:aws:ec2:us-east-1:123456789012:capacity-reservation/cr-0123456789abcdef0',
		AvailabilityZoneId: 'use1-az4',
		InstanceType: 'p5.48xlarge',
		InstancePlatform: 'Linux/UNIX',
		AvailabilityZone: 'us-east-1a',
		Tenancy: 'default',
		TotalInstanceCount: 16,
		AvailableInstanceCount: 2,
		EbsOptimized: true,
		EphemeralStorage: false,
		State: 'active',
		StartDate: start,
		EndDate: end,
		EndDateType: 'limited',
		InstanceMatchCriteria: 'targeted',
		CreateDate: create,
		Tags: [
			{Key: 'Name', Value: 'train'},
			{Key: 'empty', Value: ''},
		],
		OutpostArn: 'arn:aws:outposts:us-east-1:123456789012:outpost/op-1',
		CapacityReservationFleetId: 'crf-1',
		PlacementGroupArn: 'arn:aws:ec2:us-east-1:123456789012:placement-group/pg',
		CapacityAllocations: [{AllocationType: 'used', Count: 14, AllocationMetadata: [{Key: 'k', Value: 'v'}]}],
		ReservationType: 'capacity-block',
		UnusedReservationBillingOwnerId: '210987654321',
		CommitmentInfo: {CommittedInstanceCount: 8, CommitmentEndDate: end, CommitmentDuration: 86_400},
		DeliveryPreference: 'incremental',
		CapacityBlockId: 'cb-0123456789abcdef0',
		Interruptible: true,
		InterruptibleCapacityAllocation: {
			InstanceCount: 1,
			TargetInstanceCount: 2,
			Status: 'updating',
			InterruptibleCapacityReservationId: 'cr-2',
			InterruptionType: 'adhoc',
			ZeroSizePreference: 'retain',
		},
		InterruptionInfo: {SourceCapacityReservationId: 'cr-3', InterruptionType: 'adhoc'},
		AdjustmentStatus: 'requested',
		AdjustmentDetails: {StartDate: start, EndDateType: 'limited', CommitmentDuration: 7200},
		OriginalStartDate: create,
		ZeroSizePreference: 'default',
		LaunchStatus: 'launchable',
	};
	expect(normalise('us-east-1', [given], 0)).toEqual<readonly Reservation[]>([
		{
			key: 'us-east-1/cr-0123456789abcdef0',
			kind: 'block',
			region: 'us-east-1',
			id: 'cr-0123456789abcdef0',
			arn: 'arn:aws:ec2:us-east-1:123456789012:capacity-reservation/cr-0123456789abcdef0',
			ownerId: '123456789012',
			availabilityZone: 'us-east-1a',
			availabilityZoneId: 'use1-az4',
			instanceType: 'p5.48xlarge',
			instancePlatform: 'Linux/UNIX',
			tenancy: 'default',
			totalInstanceCount: 16,
			availableInstanceCount: 2,
			ebsOptimized: true,
			ephemeralStorage: false,
			state: 'active',
			startDate: start,
			endDate: {kind: 'limited', at: end},
			createDate: create,
			instanceMatchCriteria: 'targeted',
			tags: {Name: 'train', empty: ''},
			outpostArn: 'arn:aws:outposts:us-east-1:123456789012:outpost/op-1',
			capacityReservationFleetId: 'crf-1',
			placementGroupArn: 'arn:aws:ec2:us-east-1:123456789012:placement-group/pg',
			capacityAllocations: [{allocationType: 'used', count: 14, metadata: {k: 'v'}}],
			reservationType: 'capacity-block',
			unusedReservationBillingOwnerId: '210987654321',
			commitment: {committedInstanceCount: 8, commitmentEndDate: end, commitmentDurationSeconds: 86_400},
			deliveryPreference: 'incremental',
			capacityBlockId: 'cb-0123456789abcdef0',
			interruptible: true,
			interruptibleAllocation: {
				instanceCount: 1,
				targetInstanceCount: 2,
				status: 'updating',
				interruptibleCapacityReservationId: 'cr-2',
				interruptionType: 'adhoc',
				zeroSizePreference: 'retain',
			},
			interruption: {sourceCapacityReservationId: 'cr-3', interruptionType: 'adhoc'},
			adjustmentStatus: 'requested',
			adjustmentDetails: {StartDate: '2026-11-19T11:30:00Z', EndDateType: 'limited', CommitmentDuration: '7200'},
			originalStartDate: create,
			zeroSizePreference: 'default',
			launchStatus: 'launchable',
			accelerator: {name: 'H100', countPerInstance: 8, memoryMib: 81_920},
		},
	]);
});

test('what AWS does not say is null, not zero and not none', () => {
	expect(one({})).toEqual<Reservation>({
		key: 'us-east-1/#0',
		kind: 'odcr',
		region: 'us-east-1',
		id: null,
		arn: null,
		ownerId: null,
		availabilityZone: null,
		availabilityZoneId: null,
		instanceType: null,
		instancePlatform: null,
		tenancy: null,
		totalInstanceCount: null,
		availableInstanceCount: null,
		ebsOptimized: null,
		ephemeralStorage: null,
		state: null,
		startDate: null,
		endDate: {kind: 'unknown'},
		createDate: null,
		instanceMatchCriteria: null,
		tags: {},
		outpostArn: null,
		capacityReservationFleetId: null,
		placementGroupArn: null,
		capacityAllocations: [],
		reservationType: null,
		unusedReservationBillingOwnerId: null,
		commitment: null,
		deliveryPreference: null,
		capacityBlockId: null,
		interruptible: null,
		interruptibleAllocation: null,
		interruption: null,
		adjustmentStatus: null,
		adjustmentDetails: {},
		originalStartDate: null,
		zeroSizePreference: null,
		launchStatus: null,
		accelerator: null,
	});
});

describe('rule 1: one answer holds both kinds', () => {
	const tag = {Key: 'aws:ec2capacityreservation:capacityReservationType', Value: 'capacity-block'};
	test.each([
		['ReservationType says block', {ReservationType: 'capacity-block'}, 'block'],
		['ReservationType says default', {ReservationType: 'default'}, 'odcr'],
		['ReservationType goes before the tag', {ReservationType: 'default', Tags: [tag]}, 'odcr'],
		['without ReservationType the tag decides', {Tags: [tag]}, 'block'],
		['so it does for a ReservationType that is new', {ReservationType: 'capacity-thing', Tags: [tag]}, 'block'],
		['else it is an ODCR', {}, 'odcr'],
	])('%s', (_, given, kind) => {
		expect(one(given).kind).toBe(kind);
	});
});

describe('end dates', () => {
	test.each([
		['unlimited', {EndDateType: 'unlimited'}, {kind: 'unlimited'}],
		['unlimited with a date of its cancelling', {EndDateType: 'unlimited', EndDate: end}, {kind: 'unlimited'}],
		['limited', {EndDateType: 'limited', EndDate: end}, {kind: 'limited', at: end}],
		['limited without a date', {EndDateType: 'limited'}, {kind: 'unknown'}],
		['limited with no real date', {EndDateType: 'limited', EndDate: new Date('nonsense')}, {kind: 'unknown'}],
		['a date without a type', {EndDate: end}, {kind: 'limited', at: end}],
		['a type that is new', {EndDateType: 'someday'}, {kind: 'unknown'}],
	])('%s', (_, given, expected) => {
		expect(one(given).endDate).toEqual(expected);
	});
});

test.each([0, 1, 64, 1_000_000])('a count of %s stays', (count) => {
	expect(one({TotalInstanceCount: count}).totalInstanceCount).toBe(count);
});

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300, '4', null, {}])('a count of %s is unknown', (count) => {
	expect(one({TotalInstanceCount: count}).totalInstanceCount).toBeNull();
});

test('unknown states and types pass through', () => {
	expect(one({State: 'hibernating', InstanceType: 'q9.mega'})).toMatchObject({
		state: 'hibernating',
		instanceType: 'q9.mega',
		accelerator: null,
	});
});

test('rule 10: strings are made safe, wherever they are', () => {
	const evil = 'a\u001b]0;x\u0007\u001b[31mb\u202ec\nd';
	const safe = 'abc d';
	const given = one({
		CapacityReservationId: evil,
		State: evil,
		Tags: [{Key: evil, Value: evil}],
		CapacityAllocations: [{AllocationType: evil, AllocationMetadata: [{Key: evil, Value: evil}]}],
		AdjustmentDetails: {EndDateType: evil},
		InterruptionInfo: {InterruptionType: evil},
	});
	expect(given).toMatchObject({
		key: `us-east-1/${safe}`,
		id: safe,
		state: safe,
		tags: {[safe]: safe},
		capacityAllocations: [{allocationType: safe, count: null, metadata: {[safe]: safe}}],
		adjustmentDetails: {EndDateType: safe},
		interruption: {sourceCapacityReservationId: null, interruptionType: safe},
	});
});

test('a tag may have any name', () => {
	const {tags} = one({
		Tags: [{Key: '__proto__', Value: 'p'}, {Key: 'constructor', Value: 'c'}, {Key: 'toString'}, {Value: 'no key'}],
	});
	expect(Object.entries(tags)).toEqual([
		['__proto__', 'p'],
		['constructor', 'c'],
		['toString', ''],
	]);
	expect(one({}).tags['toString']).toBeUndefined();
});

test('what two reservations have none of is kept once, and nobody can change it', () => {
	const [one, other] = normalise('us-east-1', [{EndDateType: 'unlimited'}, {EndDateType: 'unlimited'}], 0);
	expect(other?.tags).toBe(one?.tags);
	expect(other?.adjustmentDetails).toBe(one?.adjustmentDetails);
	expect(other?.capacityAllocations).toBe(one?.capacityAllocations);
	for (const shared of [one?.tags, one?.adjustmentDetails, one?.capacityAllocations, one?.endDate]) {
		expect(Object.isFrozen(shared)).toBe(true);
	}
});

test('what two reservations have in common is kept once, and nobody can change it', () => {
	const given = {
		InstanceType: 'p5.48xlarge',
		CapacityAllocations: [{AllocationType: 'used', Count: 4}],
		StartDate: start,
		CreateDate: new Date(start),
	};
	const [one, other] = normalise('us-east-1', [given, given], 0);
	expect(other?.accelerator).toBe(one?.accelerator);
	expect(other?.capacityAllocations).toBe(one?.capacityAllocations);
	expect(one?.capacityAllocations).toEqual([{allocationType: 'used', count: 4, metadata: {}}]);
	for (const shared of [one?.accelerator, one?.capacityAllocations, one?.capacityAllocations[0]]) {
		expect(Object.isFrozen(shared)).toBe(true);
	}

	expect(one?.createDate).toBe(one?.startDate);
});

test('allocations that differ stay what they are', () => {
	const allocations = [
		[{AllocationType: 'used', Count: 4}],
		[{AllocationType: 'used', Count: 5}],
		[{AllocationType: 'future', Count: 4}],
		[{AllocationType: 'used', Count: 4, AllocationMetadata: [{Key: 'a', Value: 'b'}]}],
		[{Count: 4}],
		[{AllocationType: 'used'}],
	];
	const rows = normalise(
		'us-east-1',
		allocations.map((given) => ({CapacityAllocations: given})),
		0,
	);
	expect(rows.map(({capacityAllocations}) => capacityAllocations)).toEqual([
		[{allocationType: 'used', count: 4, metadata: {}}],
		[{allocationType: 'used', count: 5, metadata: {}}],
		[{allocationType: 'future', count: 4, metadata: {}}],
		[{allocationType: 'used', count: 4, metadata: {a: 'b'}}],
		[{allocationType: null, count: 4, metadata: {}}],
		[{allocationType: 'used', count: null, metadata: {}}],
	]);
});

test('rows without an id have keys of their own, over all pages', () => {
	const keys = [...normalise('us-east-1', [{}, {}], 0), ...normalise('us-east-1', [{}, {CapacityReservationId: ''}], 2)].map(
		({key}) => key,
	);
	expect(keys).toEqual(['us-east-1/#0', 'us-east-1/#1', 'us-east-1/#2', 'us-east-1/#3']);
});

const textNames = [
	'CapacityReservationId',
	'CapacityReservationArn',
	'OwnerId',
	'AvailabilityZone',
	'AvailabilityZoneId',
	'InstanceType',
	'InstancePlatform',
	'Tenancy',
	'State',
	'EndDateType',
	'InstanceMatchCriteria',
	'OutpostArn',
	'CapacityReservationFleetId',
	'PlacementGroupArn',
	'ReservationType',
	'UnusedReservationBillingOwnerId',
	'DeliveryPreference',
	'CapacityBlockId',
	'AdjustmentStatus',
	'ZeroSizePreference',
	'LaunchStatus',
];
const countNames = ['TotalInstanceCount', 'AvailableInstanceCount', 'EbsOptimized', 'EphemeralStorage', 'Interruptible'];
const dateNames = ['StartDate', 'EndDate', 'CreateDate', 'OriginalStartDate'];

describe('whatever comes', () => {
	const hostile = fc.oneof(
		fc.string({unit: 'binary', maxLength: 20}),
		fc.constantFrom('\u001b[31m', '\u001b]0;x\u0007', '\u009b1m', 'a\u202eb', '\u2066', '\r\n', '\u0000', '\u007f', '\ud800', ''),
		fc.constantFrom('capacity-block', 'limited', 'unlimited', 'active'),
	);
	const value: fc.Arbitrary<unknown> = fc.oneof(
		hostile,
		fc.double(),
		fc.integer(),
		fc.date(),
		fc.boolean(),
		fc.anything({withNullPrototype: true, withDate: true, values: [hostile, fc.date(), fc.double()]}),
	);
	const tags = fc.array(fc.oneof(fc.record({Key: value, Value: value}, {requiredKeys: []}), value), {maxLength: 4});
	const allocations = fc.array(fc.oneof(fc.record({AllocationType: value, Count: value, AllocationMetadata: tags}), value), {maxLength: 3});
	const fieldsOf = (names: readonly string[]) => fc.dictionary(fc.constantFrom(...names), value);
	const row = fc
		.tuple(
			fieldsOf(textNames),
			fieldsOf(countNames),
			fieldsOf(dateNames),
			fc.record(
				{
					Tags: fc.oneof(tags, value),
					CapacityAllocations: fc.oneof(allocations, value),
					CommitmentInfo: fc.oneof(fieldsOf(['CommittedInstanceCount', 'CommitmentEndDate', 'CommitmentDuration']), value),
					InterruptibleCapacityAllocation: fc.oneof(fieldsOf(['InstanceCount', 'Status', 'InterruptionType']), value),
					InterruptionInfo: fc.oneof(fieldsOf(['SourceCapacityReservationId', 'InterruptionType']), value),
					AdjustmentDetails: fc.oneof(fc.dictionary(hostile, value), value),
				},
				{requiredKeys: []},
			),
		)
		.map((parts) => Object.assign({}, ...parts) as Record<string, unknown>);
	const page = fc.oneof(fc.array(row, {maxLength: 3}), fc.array(fc.oneof(row, value), {maxLength: 4}), value);

	test('it never throws, and gives a row for each object', () => {
		fc.assert(
			fc.property(page, fc.nat(1000), (given, position) => {
				const rows = normalise('us-east-1', given, position);
				expect(rows.length).toBe(Array.isArray(given) ? given.filter((item) => typeof item === 'object' && item !== null).length : 0);
				for (const {key} of rows) {
					expect(key).toMatch(/^us-east-1\/./);
				}
			}),
			{numRuns: 300},
		);
	});

	test('no text has a control character, a mark of direction or half a character, nor the name of a tag or detail', () => {
		fc.assert(
			fc.property(page, (given) => {
				expect(findUnsafe(normalise('us-east-1', given, 0))).toEqual([]);
			}),
			{numRuns: 300},
		);
	});

	test('every count is a whole number and every date one that four digits of a year can write, or null', () => {
		fc.assert(
			fc.property(page, (given) => {
				for (const each of normalise('us-east-1', given, 0)) {
					for (const count of countsOf(each)) {
						expect(count === null || (Number.isSafeInteger(count) && count >= 0)).toBe(true);
					}

					for (const date of datesOf(each)) {
						expect(date === null ? '1970-01-01T00:00:00Z' : isoText(date)).toMatch(/^(?:19[7-9]\d|[2-9]\d{3})-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
					}
				}
			}),
			{numRuns: 300},
		);
	});
});

test('a date that no calendar of AWS can have is not known', () => {
	const dates = ['0001-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '+010000-01-01T00:00:00Z', '+275760-09-13T00:00:00Z'];
	for (const date of dates.map((text) => new Date(text))) {
		expect(one({StartDate: date, EndDate: date, EndDateType: 'limited'})).toMatchObject({startDate: null, endDate: {kind: 'unknown'}});
	}

	const last = new Date('9999-12-31T23:59:59.999Z');
	expect(one({StartDate: new Date(0), EndDate: last})).toMatchObject({startDate: new Date(0), endDate: {kind: 'limited', at: last}});
});

function countsOf(reservation: Reservation): readonly (number | null)[] {
	const {totalInstanceCount, availableInstanceCount, capacityAllocations, commitment, interruptibleAllocation} = reservation;
	return [
		totalInstanceCount,
		availableInstanceCount,
		...capacityAllocations.map(({count}) => count),
		commitment?.committedInstanceCount ?? null,
		commitment?.commitmentDurationSeconds ?? null,
		interruptibleAllocation?.instanceCount ?? null,
		interruptibleAllocation?.targetInstanceCount ?? null,
	];
}

function datesOf({startDate, endDate, createDate, originalStartDate, commitment}: Reservation): readonly (Date | null)[] {
	const end = endDate.kind === 'limited' ? endDate.at : null;
	return [startDate, end, createDate, originalStartDate, commitment?.commitmentEndDate ?? null];
}

function one(given: Readonly<Record<string, unknown>>): Reservation {
	const [reservation] = normalise('us-east-1', [given], 0);
	if (reservation === undefined) {
		throw new Error('No reservation came out.');
	}

	return reservation;
}
