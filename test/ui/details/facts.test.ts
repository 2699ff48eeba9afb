import {describe, expect, test} from 'vitest';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {factsOf} from '../../../source/ui/details/facts.js';
import {liveIn} from '../../helpers/live-in.js';
import {block, reservation} from '../../helpers/reservation.js';

const now = new Date('2026-11-23T10:13:00Z');
const us = '123456789012';
const partner = '210987654321';

function facts(of: Reservation, context: Partial<Parameters<typeof factsOf>[1]> = {}): Readonly<Record<string, string>> {
	const all = factsOf(of, {now, zone: 'utc', accountId: us, arrow: '→', ...context});
	expect(new Set(all.map(({label}) => label)).size).toBe(all.length);
	return Object.fromEntries(all.map(({label, text}) => [label, text]));
}

test('an ODCR: what it is, whose, and what it costs', () => {
	expect(facts(reservation({tags: {Name: 'train', team: 'llm'}}))).toEqual({
		WINDOW: 'Nov 1 00:00 UTC → until cancelled',
		MATCH: 'targeted: a launch must name it',
		TERMS: 'every instance is billed at the On-Demand rate, used or not',
		OWNER: '123456789012 (you)',
		PLATFORM: 'Linux/UNIX, default tenancy',
		CREATED: 'Nov 1 00:00 UTC',
		TAGS: 'Name=train  team=llm',
		ARN: 'arn:aws:ec2:us-east-1:123456789012:capacity-reservation/cr-0123456789abcdef0',
	});
});

test('counts that contradict each other are named as AWS gives them', () => {
	expect(facts(reservation({totalInstanceCount: 7, availableInstanceCount: 20}))['COUNTS']).toBe(
		'AWS says that 20 of 7 instances are free; how many really are is unknown.',
	);
	expect(facts(reservation())).not.toHaveProperty('COUNTS');
});

test('a block: when it can be used, until when it can be extended', () => {
	expect(facts(block({tags: {}}))).toEqual({
		WINDOW: 'Nov 19 11:30 UTC → Nov 26 11:30 UTC, 7d',
		USABLE: 'until Nov 26 11:00 UTC: 3d 0h left, then its instances are terminated',
		BLOCK: 'cb-0b10c00000000000b, targeted, UltraCluster placement implied',
		TERMS: 'paid up front, cannot be cancelled; it can be extended until Nov 26 10:30 UTC',
		OWNER: '123456789012 (you)',
		PLATFORM: 'Linux/UNIX, default tenancy',
		CREATED: 'Nov 1 00:00 UTC',
		ARN: 'arn:aws:ec2:us-east-1:123456789012:capacity-reservation/cr-0b10c00000000000b',
	});
});

describe('the usable end of a block', () => {
	const usable = (overrides: Partial<Reservation>) => facts(block(overrides))['USABLE'];
	const endingIn = (minutes: number) => ({endDate: {kind: 'limited', at: new Date(now.getTime() + minutes * 60_000)}}) as const;
	test.each([
		['within the hour it warns', endingIn(77), 'until Nov 23 11:00 UTC: 47m left, then its instances are terminated !'],
		['then they are being terminated', endingIn(29), 'until Nov 23 10:12 UTC; its instances are being terminated !'],
		['a coming block has one too', {...endingIn(60 * 24 * 9), state: 'scheduled'}, 'until Dec 2 09:43 UTC'],
		['an ended one had one', {...endingIn(-60), state: 'expired'}, 'until Nov 23 08:43 UTC'],
		['a failed one never had', {...endingIn(60), state: 'payment-failed'}, undefined],
		['nor has one without an end', {endDate: {kind: 'unknown'}}, undefined],
		[
			'P6e-GB200 has an hour to leave',
			{...endingIn(180), instanceType: 'p6e-gb200.36xlarge'},
			'until Nov 23 12:13 UTC: 2h 0m left, then its instances are terminated',
		],
	] as const)('%s', (_, overrides, text) => {
		expect(usable(overrides)).toBe(text);
	});
});

describe('what starts', () => {
	const starts = (at: string, state = 'scheduled') => facts(reservation({state, startDate: new Date(at)}))['STARTS'];
	test.each([
		['2026-12-08T06:00:00Z', 'in 14d'],
		['2026-11-23T10:13:00Z', 'in 0s'],
		['2026-11-21T06:00:00Z', 'was due 2d 4h ago'],
	])('at %s: %s', (at, text) => {
		expect(starts(at)).toBe(text);
	});

	test('is said of what is coming only', () => {
		expect(starts('2026-12-08T06:00:00Z', 'active')).toBe(undefined);
		expect(facts(block({state: 'scheduled', startDate: new Date('2026-11-24T11:30:00Z')}))['STARTS']).toBe('in 1d 1h');
	});
});

describe('rule 8: that idle capacity is billed is said of what this account owns or pays for', () => {
	const billed = 'every instance is billed at the On-Demand rate, used or not';
	const terms = (overrides: Partial<Reservation>, accountId: string | null = us) => facts(reservation(overrides), {accountId})['TERMS'];
	test.each([
		['its own', {}, us, billed],
		['shared with it', {ownerId: partner}, us, undefined],
		['shared, but billed to it', {ownerId: partner, unusedReservationBillingOwnerId: us}, us, billed],
		['its own, but billed to another', {unusedReservationBillingOwnerId: partner}, us, undefined],
		['nobody knows whose', {}, null, billed],
		['not there yet', {state: 'scheduled'}, us, undefined],
		['late', {state: 'delayed'}, us, undefined],
		['failed', {state: 'failed'}, us, undefined],
		['ended', {state: 'expired'}, us, undefined],
		['in an unknown state', {state: 'hibernating'}, us, undefined],
		['winding down', {state: 'cancelling'}, us, 'its capacity is released, but it is billed until it is cancelled'],
		['winding down, of another', {state: 'cancelling', ownerId: partner}, us, undefined],
	] as const)('%s', (_, overrides, accountId, text) => {
		expect(terms(overrides, accountId)).toBe(text);
	});
});

describe('the terms of a block', () => {
	const terms = (overrides: Partial<Reservation>) => facts(block(overrides))['TERMS'];
	const end = (at: string) => ({endDate: {kind: 'limited', at: new Date(at)}}) as const;
	const paid = 'paid up front, cannot be cancelled';
	test.each([
		['can be extended until an hour before its end', end('2026-11-23T11:13:01Z'), `${paid}; it can be extended until Nov 23 10:13 UTC`],
		['and no longer then', end('2026-11-23T11:13:00Z'), paid],
		['a scheduled one can', {state: 'scheduled'}, `${paid}; it can be extended until Nov 26 10:30 UTC`],
		['one that is being set up cannot', {state: 'pending'}, paid],
		['one that is shared can be by its owner only', {ownerId: partner}, paid],
		['one that is not paid yet', {state: 'payment-pending'}, 'the payment is under way, which can take 12 hours'],
		['one that was never paid', {state: 'payment-failed'}, undefined],
		['one that is over', {state: 'expired'}, undefined],
	] as const)('%s', (_, overrides, text) => {
		expect(terms(overrides)).toBe(text);
	});
});

test('a limited ODCR says how AWS ends it', () => {
	const limited = reservation({endDate: {kind: 'limited', at: new Date('2027-02-03T00:00:00Z')}});
	expect(facts(limited)['WINDOW']).toBe(
		'Nov 1 00:00 UTC → Feb 3 2027 00:00 UTC, 94d; AWS ends it within the hour after, running instances go on as On-Demand',
	);
});

test('a future-dated ODCR: what was committed, how it is delivered, what was moved', () => {
	const future = reservation({
		state: 'scheduled',
		startDate: new Date('2026-12-08T06:00:00Z'),
		commitment: {committedInstanceCount: 8, commitmentEndDate: new Date('2027-01-05T06:00:00Z'), commitmentDurationSeconds: 2_419_200},
		deliveryPreference: 'incremental',
		originalStartDate: new Date('2026-12-01T06:00:00Z'),
		adjustmentStatus: 'applied',
		adjustmentDetails: {startDate: '2026-12-08T06:00:00Z'},
	});
	expect(facts(future)).toMatchObject({
		STARTS: 'in 14d',
		COMMITTED: '8 instances, until Jan 5 2027 06:00 UTC, for 28d',
		DELIVERY: 'incremental',
		'MOVED FROM': 'Dec 1 06:00 UTC',
		ADJUSTMENT: 'applied, startDate=2026-12-08T06:00:00Z',
	});
});

test('an interruptible reservation and the one it was carved from name each other', () => {
	const spare = reservation({
		interruptible: true,
		interruption: {sourceCapacityReservationId: 'cr-source', interruptionType: 'adhoc'},
	});
	expect(facts(spare)['RECLAIM']).toBe(
		"interruptible: the owner can take it back at any time, instances get 2 minutes' notice; carved from cr-source",
	);
	const source = reservation({
		interruptibleAllocation: {
			instanceCount: 4,
			targetInstanceCount: 6,
			status: 'active',
			interruptibleCapacityReservationId: 'cr-spare',
			interruptionType: 'adhoc',
			zeroSizePreference: null,
		},
	});
	expect(facts(source)['CARVED OUT']).toBe('4 instances as interruptible, cr-spare, active, adhoc, target 6');
	expect(facts(reservation({interruptible: false}))['RECLAIM']).toBe(undefined);
});

test('a shared reservation says whose it is, and who pays for what is idle', () => {
	expect(facts(reservation({ownerId: partner}))['OWNER']).toBe('210987654321 (shared with you)');
	expect(facts(reservation({ownerId: partner, unusedReservationBillingOwnerId: us}))['OWNER']).toBe(
		'210987654321 (shared with you), idle capacity billed to 123456789012 (you)',
	);
	expect(facts(reservation({ownerId: null}))['OWNER']).toBe('unknown');
	expect(facts(reservation(), {accountId: null})['OWNER']).toBe(us);
});

test('an UltraServer block says whether it can be launched into', () => {
	const ultraServer = block({instanceType: 'p6e-gb200.36xlarge', launchStatus: 'unlaunchable', zeroSizePreference: 'retain'});
	expect(facts(ultraServer)).toMatchObject({LAUNCH: 'unlaunchable', 'AT ZERO': 'retain'});
});

test('where it is placed, and what it belongs to', () => {
	const placed = reservation({
		ebsOptimized: true,
		placementGroupArn: 'arn:aws:ec2:us-east-1:123456789012:placement-group/llm',
		outpostArn: 'arn:aws:outposts:us-east-1:123456789012:outpost/op-1',
		capacityReservationFleetId: 'crf-1',
		capacityAllocations: [
			{allocationType: 'used', count: 3, metadata: {}},
			{allocationType: 'future', count: null, metadata: {}},
			{allocationType: null, count: 1, metadata: {}},
		],
	});
	expect(facts(placed)).toMatchObject({
		STORAGE: 'EBS-optimised',
		PLACEMENT: 'arn:aws:ec2:us-east-1:123456789012:placement-group/llm',
		OUTPOST: 'arn:aws:outposts:us-east-1:123456789012:outpost/op-1',
		FLEET: 'crf-1',
		ALLOCATED: '3 used, unknown number future, 1 of unknown kind',
	});
});

test('what AWS did not say is left out or called unknown, never null', () => {
	const unknown: Reservation = {
		...reservation({id: null, arn: null, ownerId: null, state: null, startDate: null, createDate: null, endDate: {kind: 'unknown'}}),
		instancePlatform: null,
		tenancy: null,
		instanceMatchCriteria: null,
		ebsOptimized: null,
	};
	expect(facts(unknown)).toEqual({WINDOW: 'start unknown → end unknown', OWNER: 'unknown'});
	expect(JSON.stringify(facts({...unknown, kind: 'block'}))).not.toMatch(/null|undefined|NaN/);
});

test('a block is never said to last until it is cancelled', () => {
	expect(facts(block({endDate: {kind: 'unlimited'}}))['WINDOW']).toBe('Nov 19 11:30 UTC → end unknown');
});

test('an end before the start is said to be so', () => {
	const crossed = block({startDate: new Date('2026-12-24T11:30:00Z')});
	expect(facts(crossed)['WINDOW']).toBe('Dec 24 11:30 UTC → Nov 26 11:30 UTC, ends before it starts');
});

test('local time names the zone of each date by itself', () => {
	liveIn('Europe/Berlin');
	const acrossTheChange = block({
		startDate: new Date('2026-10-19T11:30:00Z'),
		endDate: {kind: 'limited', at: new Date('2026-10-26T11:30:00Z')},
	});
	expect(facts(acrossTheChange, {zone: 'local'})['WINDOW']).toBe('Oct 19 13:30 UTC+2 → Oct 26 12:30 UTC+1, 7d');
});
