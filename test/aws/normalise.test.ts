import type {CapacityReservation} from '@aws-sdk/client-ec2';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {normalise} from '../../source/aws/normalise.js';
import type {Reservation} from '../../source/core/reservation.js';

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

test('rows without an id have keys of their own, over all pages', () => {
	const keys = [...normalise('us-east-1', [{}, {}], 0), ...normalise('us-east-1', [{}, {CapacityReservationId: ''}], 2)].map(
		({key}) => key,
	);
	expect(keys).toEqual(['us-east-1/#0', 'us-east-1/#1', 'us-east-1/#2', 'us-east-1/#3']);
});

test('it never throws, whatever comes', () => {
	const names = [
		'CapacityReservationId',
		'TotalInstanceCount',
		'StartDate',
		'EndDateType',
		'Tags',
		'CapacityAllocations',
		'CommitmentInfo',
		'AdjustmentDetails',
	];
	const row = fc.dictionary(fc.constantFrom(...names), fc.anything({withNullPrototype: true, withDate: true}));
	fc.assert(
		fc.property(fc.oneof(fc.anything(), fc.array(fc.oneof(row, fc.anything()))), (page) => {
			for (const reservation of normalise('us-east-1', page, 0)) {
				expect(reservation.key).toMatch(/^us-east-1\/./);
			}
		}),
	);
});

function one(given: Readonly<Record<string, unknown>>): Reservation {
	const [reservation] = normalise('us-east-1', [given], 0);
	if (reservation === undefined) {
		throw new Error('No reservation came out.');
	}

	return reservation;
}
