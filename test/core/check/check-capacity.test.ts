import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type CheckVerdict, checkCapacity} from '../../../source/core/check/check-capacity.js';
import {type CheckCoverage, coverageOf} from '../../../source/core/check/check-coverage.js';
import {checkJson} from '../../../source/core/check/check-json.js';
import type {CheckRequest} from '../../../source/core/check/check-request.js';
import {checkWords} from '../../../source/core/check/check-words.js';
import {mergeOfferings} from '../../../source/core/offerings/merge-offerings.js';
import type {Offering} from '../../../source/core/offerings/offering.js';
import type {OfferingsResult} from '../../../source/core/offerings/offerings-result.js';
import type {RegionResult} from '../../../source/core/regions/region-result.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {offering} from '../../helpers/offering.js';
import {block, reservation} from '../../helpers/reservation.js';
import {reservations} from '../arbitrary.js';

const now = new Date('2026-11-23T10:00:00Z');
const east: CheckCoverage = {region: 'us-east-1', status: 'read', fetchedAt: now};

const request: CheckRequest = {
	instanceType: 'p5.48xlarge',
	count: 32,
	length: {unit: 'days', amount: 7},
	by: null,
	regions: null,
	placement: 'cluster',
};

type Given = {
	readonly coverage?: readonly CheckCoverage[];
	readonly sold?: readonly OfferingsResult[];
	readonly asked?: Partial<CheckRequest>;
};

function check(rows: readonly Reservation[], {coverage = [east], sold, asked = {}}: Given = {}): CheckVerdict {
	const offerings = sold === undefined ? null : mergeOfferings(sold, null);
	return checkCapacity({rows, coverage, request: {...request, ...asked}, offerings, now});
}

/** Headline, reasons, caveats and next steps, one a line. */
function told(rows: readonly Reservation[], given: Given = {}): readonly string[] {
	const asked = {...request, ...given.asked};
	const {headline, reasons, caveats, next} = checkWords(asked, check(rows, given), now);
	return [
		headline,
		...reasons.map((text) => `  ${text}`),
		...caveats.map((text) => `! ${text}`),
		...next.map(({text, command}) => `> ${command === null ? text : `${text} ${command}`}`),
	];
}

function sells(...offerings: readonly Offering[]): readonly OfferingsResult[] {
	return [{region: 'us-east-1', status: offerings.length === 0 ? 'empty' : 'ok', offerings, fetchedAt: now}];
}

/** Live, with 32 free, for 8 more days. */
const live = block({
	id: 'cr-live',
	capacityBlockId: 'cb-live',
	availabilityZone: 'us-east-1a',
	totalInstanceCount: 32,
	availableInstanceCount: 32,
	endDate: {kind: 'limited', at: new Date('2026-12-01T11:30:00Z')},
});

/** 32 for exactly 7 days, from tomorrow. */
const scheduled = block({
	id: 'cr-sched',
	capacityBlockId: 'cb-sched',
	state: 'scheduled',
	totalInstanceCount: 32,
	availableInstanceCount: 0,
	startDate: new Date('2026-11-24T11:30:00Z'),
	endDate: {kind: 'limited', at: new Date('2026-12-01T11:30:00Z')},
});

const odcr = reservation({id: 'cr-odcr', totalInstanceCount: 40, availableInstanceCount: 40});
const expected = (outcome: CheckVerdict['outcome']) => ({outcome});

describe('fits now', () => {
	test('in a live block with room and time enough', () => {
		expect(told([live])).toEqual([
			'Fits now: 32 × p5.48xlarge for 7 d.',
			'  32 of Capacity Block cr-live in us-east-1a: 32 free, usable until 2026-12-01 11:00 UTC, 8 d 1 h.',
		]);
	});

	test('now, and in another place later, which is said', () => {
		expect(told([scheduled, odcr])[2]).toBe('  1 other place would do as well: cr-sched from 2026-11-24 on.');
	});

	test('to the minute at which AWS begins to terminate', () => {
		const until = (at: string) => check([{...live, endDate: {kind: 'limited', at: new Date(at)}}]).outcome;
		expect([until('2026-11-30T10:30:00Z'), until('2026-11-30T10:29:59Z')]).toEqual(['now', 'no']);
	});

	test('in a block before an ODCR, and says what else would do', () => {
		expect(told([odcr, live])).toEqual([
			'Fits now: 32 × p5.48xlarge for 7 d.',
			'  32 of Capacity Block cr-live in us-east-1a: 32 free, usable until 2026-12-01 11:00 UTC, 8 d 1 h.',
			'  1 other place would do as well: cr-odcr.',
		]);
	});

	test('in a live ODCR rather than in a block that should have started', () => {
		const late = {...scheduled, startDate: new Date('2026-11-23T09:55:00Z')};
		expect(check([late, odcr])).toMatchObject({outcome: 'now', fits: [{uses: [{source: {reservation: odcr}}]}, {at: now, isNow: false}]});
	});

	test('in ODCRs of one zone, which promises no closeness', () => {
		const half = {...odcr, id: 'cr-half', key: 'us-east-1/cr-half', totalInstanceCount: 20, availableInstanceCount: 20};
		const other = {...half, id: 'cr-open', key: 'us-east-1/cr-open', instanceMatchCriteria: 'open'};
		expect(told([half, other])).toEqual([
			'Fits now: 32 × p5.48xlarge for 7 d.',
			'  20 of ODCR cr-half in us-east-1a: 20 free, until it is cancelled.',
			'  12 of ODCR cr-open in us-east-1a: 20 free, until it is cancelled.',
			'! cr-open is open: any matching launch may take the instances first.',
			'! One zone, but no cluster placement group and no UltraCluster: that the instances are close together is not promised.',
		]);
	});

	test('in an ODCR of a cluster placement group without that caveat', () => {
		const grouped = {...odcr, placementGroupArn: 'arn:aws:ec2:us-east-1:123456789012:placement-group/pg'};
		expect(told([grouped]).filter((line) => line.startsWith('!'))).toEqual([]);
	});

	test('across zones only when the placement is any', () => {
		const half = {...odcr, id: 'cr-a', key: 'cr-a', totalInstanceCount: 20, availableInstanceCount: 20};
		const other = {...half, id: 'cr-b', key: 'cr-b', availabilityZone: 'us-east-1b'};
		expect(check([half, other])).toMatchObject({outcome: 'no', missing: {instances: 12, hours: null}});
		expect(check([half, other], {asked: {placement: 'any'}})).toMatchObject({outcome: 'now', fits: [{place: {kind: 'odcrs'}}]});
		expect(check([half, {...live, availableInstanceCount: 12}], {asked: {placement: 'any'}})).toMatchObject({
			fits: [{place: {kind: 'all'}}],
		});
	});

	test('not across platforms, tenancies or Outposts, which need images and launches of their own', () => {
		const half = {...odcr, id: 'cr-a', key: 'cr-a', totalInstanceCount: 20, availableInstanceCount: 20};
		for (const parts of [
			{instancePlatform: 'SUSE Linux'},
			{tenancy: 'dedicated'},
			{outpostArn: 'arn:aws:outposts:us-east-1:1:outpost/op-1'},
		]) {
			expect(check([half, {...half, ...parts, id: 'cr-b', key: 'cr-b'}], {asked: {placement: 'any'}})).toMatchObject(expected('no'));
		}
	});

	test('in several reservations of one UltraServer block', () => {
		const parts = ['cr-u1', 'cr-u2'].map((id) => ({
			...live,
			id,
			key: id,
			capacityBlockId: 'cb-u',
			totalInstanceCount: 18,
			availableInstanceCount: 18,
		}));
		expect(check(parts)).toMatchObject({outcome: 'now', fits: [{place: {kind: 'block'}, uses: [{instances: 18}, {instances: 14}]}]});
	});

	test('whichever regions are missing, which are named', () => {
		expect(told([live], {coverage: [east, {region: 'us-west-2', status: 'unread', message: 'It is throttled.'}]})).toEqual([
			'Fits now: 32 × p5.48xlarge for 7 d.',
			'  32 of Capacity Block cr-live in us-east-1a: 32 free, usable until 2026-12-01 11:00 UTC, 8 d 1 h.',
			'! us-west-2 could not be read: It is throttled.',
		]);
	});
});

describe('fits later', () => {
	test('in a scheduled block, whose days are counted as AWS sells them', () => {
		expect(told([scheduled])).toEqual([
			'Fits later, from 2026-11-24 11:30 UTC (in 25 h): 32 × p5.48xlarge for 7 d.',
			'  32 of Capacity Block cr-sched in us-east-1a: scheduled, 32 in all, usable until 2026-12-01 11:00 UTC, 6 d 23 h 30 min.',
			'! AWS terminates the instances of cr-sched before its end: the last half hour of its days (hour for P6e-GB200) cannot be used.',
		]);
	});

	test('but hours are counted as they can be used', () => {
		expect(check([scheduled], {asked: {length: {unit: 'hours', amount: 168}}})).toMatchObject(expected('no'));
		expect(check([scheduled], {asked: {length: {unit: 'hours', amount: 167.5}}})).toMatchObject(expected('later'));
	});

	test('is not said when something fits now', () => {
		expect(check([scheduled, odcr])).toMatchObject({outcome: 'now', at: now});
	});

	test('in a block that is not paid yet, which is said', () => {
		expect(told([{...scheduled, state: 'payment-pending'}])).toContain(
			'! cr-sched is not paid yet: AWS releases it when the payment fails within 12 hours.',
		);
	});

	test('in a block that should have started, but is not active', () => {
		const late = {...scheduled, startDate: new Date('2026-11-23T09:55:00Z')};
		expect(told([late])[0]).toBe('Fits later, as soon as it becomes active: 32 × p5.48xlarge for 7 d.');
	});

	test('in a live and a coming block together, from when the second one starts', () => {
		const part = {...live, totalInstanceCount: 16, availableInstanceCount: 16};
		const coming = {...scheduled, totalInstanceCount: 16, startDate: new Date('2026-11-24T09:00:00Z')};
		expect(check([part, coming], {asked: {placement: 'any', length: {unit: 'hours', amount: 48}}})).toMatchObject({
			outcome: 'later',
			at: coming.startDate,
		});
	});

	test('in an offering, when they were asked for', () => {
		expect(told([], {sold: sells(offering())})).toEqual([
			'Fits later, if a block is bought, from 2026-12-01 11:30 UTC (in 8 d): 32 × p5.48xlarge for 7 d.',
			'  To buy: cbo-0123456789abcdef0, 32 instances in us-east-1a from 2026-12-01 11:30 UTC for 7 d, USD 215,040.00 up front.',
			'> The line that buys it, with its terms: truffle offerings --instance-type p5.48xlarge --count 32 --days 7',
		]);
		expect(check([scheduled], {sold: sells(offering())})).toMatchObject({
			at: scheduled.startDate,
			offerings: [{id: 'cbo-0123456789abcdef0'}],
		});
	});

	test('not in an offering of another size, length, type, region or date', () => {
		const outcome = (parts: Partial<Offering>, asked: Partial<CheckRequest> = {}) =>
			check([], {sold: sells(offering(parts)), asked}).outcome;
		expect([
			outcome({}),
			outcome({instanceCount: 31}),
			outcome({durationHours: 167}),
			outcome({instanceType: 'p5e.48xlarge'}),
			outcome({}, {regions: ['us-west-2']}),
			outcome({}, {by: new Date('2026-12-08T11:29:00Z')}),
			outcome({}, {by: new Date('2026-12-08T11:30:00Z')}),
			outcome({startDate: null}),
			outcome({startDate: new Date('2026-11-23T09:00:00Z')}),
			outcome({}, {length: {unit: 'hours', amount: 168}}),
		]).toEqual(['later', 'no', 'no', 'no', 'no', 'no', 'later', 'no', 'no', 'no']);
	});
});

describe('what is sold', () => {
	test('a region that could not be asked is said, and leaves the answer open', () => {
		const limited: OfferingsResult = {region: 'us-west-2', status: 'limited', message: 'Too many searches.'};
		expect(told([], {sold: [...sells(offering()), limited]})).toContain('! us-west-2 could not be asked: Too many searches.');
		expect(told([], {sold: [limited]}).slice(0, 3)).toEqual([
			'Does not fit in what can be counted on: 32 × p5.48xlarge for 7 d.',
			'  Nothing of p5.48xlarge is free or coming.',
			'  us-west-2 could not be asked: Too many searches.',
		]);
	});

	test('types of UltraServers are asked for by the smallest UltraServer that holds them', () => {
		const searchFor = (count: number, instanceType = 'p6e-gb200.36xlarge') => check([], {asked: {instanceType, count}}).search.subject;
		expect([searchFor(9), searchFor(10), searchFor(19), searchFor(6, 'trn2u.48xlarge'), searchFor(4, 'trn2.48xlarge')]).toEqual([
			{kind: 'ultraservers', ultraserverType: 'u-p6e-gb200x36', count: 1},
			{kind: 'ultraservers', ultraserverType: 'u-p6e-gb200x72', count: 1},
			{kind: 'ultraservers', ultraserverType: 'u-p6e-gb200x72', count: 2},
			{kind: 'ultraservers', ultraserverType: 'u-trn2x64', count: 2},
			{kind: 'instances', instanceType: 'trn2.48xlarge', count: 4},
		]);
		expect(told([], {asked: {instanceType: 'trn2u.48xlarge', count: 6}}).at(-1)).toBe(
			'> What AWS sells: truffle offerings --ultraserver-type u-trn2x64 --count 2 --days 7',
		);
	});

	test('and fit by the instances that their UltraServers hold', () => {
		const servers = {instanceType: null, instanceCount: null, ultraserverType: 'u-trn2x64', ultraserverCount: 2};
		const outcome = (count: number) => check([], {asked: {instanceType: 'trn2u.48xlarge', count}, sold: sells(offering(servers))}).outcome;
		expect([outcome(8), outcome(9)]).toEqual(['later', 'no']);
	});
});

describe('does not fit', () => {
	test('for want of instances, which are counted', () => {
		const small = {...odcr, totalInstanceCount: 40, availableInstanceCount: 10};
		expect(told([small, {...odcr, id: 'cr-full', key: 'cr-full', availableInstanceCount: 0}])).toEqual([
			'Does not fit: 32 × p5.48xlarge for 7 d.',
			'  ODCR cr-odcr in us-east-1a: 10 of the 32 now.',
			'  1 reservation of the type has nothing free.',
			'  22 instances missing.',
			'> What AWS sells: truffle offerings --instance-type p5.48xlarge --count 32 --days 7',
		]);
	});

	test('for want of time, which is counted', () => {
		const short = {...live, endDate: {kind: 'limited', at: new Date('2026-11-26T10:30:00Z')}} as const;
		expect(told([short])).toEqual([
			'Does not fit: 32 × p5.48xlarge for 7 d.',
			'  Capacity Block cr-live in us-east-1a: 32 now, but all 32 only for 3 d of the 7 d.',
			'> What AWS sells: truffle offerings --instance-type p5.48xlarge --count 32 --days 7',
		]);
		expect(check([short]).missing).toEqual({instances: 0, hours: 96});
	});

	test('in time, when all that fits comes too late', () => {
		const by = new Date('2026-11-30T12:00:00Z');
		expect(told([scheduled], {asked: {by}})).toEqual([
			'Does not fit: 32 × p5.48xlarge for 7 d by 2026-11-30 12:00 UTC.',
			'  Capacity Block cr-sched in us-east-1a: 32 from 2026-11-24 11:30 UTC, too late to be over by 2026-11-30 12:00 UTC.',
			'> What AWS sells: truffle offerings --instance-type p5.48xlarge --count 32 --days 7 --end-by 2026-11-30T12:00:00Z',
		]);
		expect(check([scheduled], {asked: {by}}).missing).toEqual({instances: 0, hours: null});
	});

	test('for a date by which no run can be over, however many instances come later', () => {
		const by = new Date('2026-11-25T23:59:59Z');
		expect(told([scheduled, {...live, availableInstanceCount: 20}], {asked: {count: 64, by}}).slice(1, 3)).toEqual([
			'  Capacity Block cr-sched in us-east-1a: 32 of the 64 from 2026-11-24 11:30 UTC, too late to be over by 2026-11-25 23:59 UTC.',
			'  Capacity Block cr-live in us-east-1a: 20 of the 64 now, too late to be over by 2026-11-25 23:59 UTC.',
		]);
		expect(check([scheduled, live], {asked: {count: 64, by}}).missing).toEqual({instances: 0, hours: null});
	});

	test('for want of instances, of which those that start too late are none', () => {
		const given = {asked: {count: 64, by: new Date('2026-12-01T00:00:00Z')}};
		expect(told([scheduled, {...live, availableInstanceCount: 20}], given).slice(1, 4)).toEqual([
			'  Capacity Block cr-live in us-east-1a: 20 of the 64 now.',
			'  Capacity Block cr-sched in us-east-1a: 32 of the 64 from 2026-11-24 11:30 UTC, too late to be over by 2026-12-01 00:00 UTC.',
			'  44 instances missing.',
		]);
		expect(check([scheduled], given).missing).toEqual({instances: 64, hours: null});
	});

	test('in several places together, of which only those that are there at that time are named', () => {
		const ending = {...live, endDate: {kind: 'limited', at: new Date('2026-11-24T11:00:00Z')}} as const;
		const part = {...odcr, totalInstanceCount: 2, availableInstanceCount: 2};
		const given = {asked: {count: 40, placement: 'any'}} as const;
		const [, ...reasons] = told([ending, scheduled, part], given).filter((line) => !line.startsWith('>'));
		expect(reasons).toEqual([
			'  Together cr-sched and cr-odcr in us-east-1a: 34 of the 40 from 2026-11-24 11:30 UTC.',
			'  Capacity Block cr-sched in us-east-1a: 32 of the 40 from 2026-11-24 11:30 UTC.',
			'  Capacity Block cr-live in us-east-1a: 32 of the 40 now for 1 d 30 min of the 7 d.',
			'  6 instances missing.',
		]);
		expect(checkJson({...request, ...given.asked}, check([ending, scheduled, part], given), now).nearest[0]).toMatchObject({
			place: 'all',
			instances: 34,
			reservations: [{reservation_id: 'cr-sched'}, {reservation_id: 'cr-odcr'}],
		});
	});

	test('in a block that is taken whole, whose days count as AWS sells them', () => {
		expect(told([scheduled], {asked: {count: 33}})[1]).toBe(
			'  Capacity Block cr-sched in us-east-1a: 32 of the 33 from 2026-11-24 11:30 UTC.',
		);
		const longer = {asked: {length: {unit: 'days', amount: 8}}} as const;
		expect(told([scheduled], longer)[1]).toBe(
			'  Capacity Block cr-sched in us-east-1a: 32 from 2026-11-24 11:30 UTC, but all 32 only for 7 d of the 8 d.',
		);
		expect(check([scheduled], longer).missing).toEqual({instances: 0, hours: 24});
		expect(told([scheduled], {asked: {count: 33, length: {unit: 'hours', amount: 168}}})[1]).toContain('for 6 d 23 h 30 min of the 7 d.');
	});

	test('where there is nothing at all', () => {
		expect(told([])).toEqual([
			'Does not fit: 32 × p5.48xlarge for 7 d.',
			'  Nothing of p5.48xlarge is free or coming.',
			'> What AWS sells: truffle offerings --instance-type p5.48xlarge --count 32 --days 7',
		]);
	});

	test('in what AWS sells, when it was asked', () => {
		expect(told([], {sold: sells()}).slice(2)).toEqual([
			'  No offering of 32 × p5.48xlarge for 7 d, starting within 8 weeks, in us-east-1.',
			'  A smaller count may exist: AWS does not tell which one does, but it can be searched by halving.',
			'> The largest count that AWS sells, searched by halving: truffle offerings --instance-type p5.48xlarge --count 32 --days 7 --largest',
		]);
		expect(told([], {sold: sells(), asked: {count: 1}}).filter((line) => line.startsWith('>'))).toEqual([]);
		expect(told([], {sold: sells(offering({durationHours: 150}))}).slice(2)).toEqual([
			'  AWS sells 1 block of the type and count, but none that lasts 7 d in time.',
		]);
	});

	test('in one place, when several would do, which is said', () => {
		const half = {...odcr, id: 'cr-a', key: 'cr-a', totalInstanceCount: 20, availableInstanceCount: 20};
		const other = {...half, id: 'cr-b', key: 'cr-b', region: 'us-west-2', availabilityZone: 'us-west-2b'};
		const given = {coverage: [east, {...east, region: 'us-west-2'}], asked: {regions: ['us-east-1', 'us-west-2']}};
		expect(told([half, other], given).filter((line) => line.startsWith('>'))).toEqual([
			'> In several places, which are not close together, it fits now: truffle check --instance-type p5.48xlarge --count 32 --days 7 --regions us-east-1,us-west-2 --placement any',
			'> What AWS sells: truffle offerings --instance-type p5.48xlarge --count 32 --days 7 --regions us-east-1,us-west-2',
		]);
		expect(check([half, other], {...given, asked: {...given.asked, count: 41}}).scattered).toBeNull();
		expect(check([half, other], {...given, asked: {...given.asked, placement: 'any'}}).scattered).toBeNull();
	});

	test('and a date further off than AWS sells is answered with the day from which it can be booked', () => {
		const by = new Date('2027-04-22T00:00:00Z');
		expect(check([], {asked: {by}}).bookableFrom).toEqual(new Date('2027-02-18T00:00:00Z'));
		expect(told([], {asked: {by}}).at(-1)).toBe(
			'> AWS sells blocks that start within 8 weeks: one that ends by 2027-04-22 00:00 UTC and starts no sooner than it must can be bought from 2027-02-18 on.',
		);
		expect(check([odcr], {asked: {by}})).toMatchObject(expected('now'));
	});

	test('and no search is proposed for a time in which no block is long enough', () => {
		const next = (by: string, length: CheckRequest['length']) => told([], {asked: {by: new Date(by), length}}).at(-1);
		expect(next('2026-11-23T23:59:59Z', {unit: 'hours', amount: 9})).toBe(
			'> A Capacity Block ends at 11:30 UTC: one that ends by 2026-11-23 23:59 UTC lasts at most 1 h, too short for the run.',
		);
		expect(next('2026-11-24T10:00:00Z', {unit: 'hours', amount: 9})).toContain('lasts at most 1 h, too short');
		expect(next('2026-11-24T23:59:59Z', {unit: 'days', amount: 2})).toContain('lasts at most 1 d 1 h, too short');
		expect(next('2026-11-24T11:30:00Z', {unit: 'hours', amount: 9})).toContain(
			'truffle offerings --instance-type p5.48xlarge --count 32 --days 1',
		);
	});

	test('and what AWS cannot be asked for says why', () => {
		const line = 'truffle advise --workload training --instance-type inf2.xlarge --count';
		const words = '> inf2.xlarge is not sold as Capacity Blocks. Where EC2 has the type, an ODCR holds it; the line that creates one:';
		expect(told([], {asked: {instanceType: 'inf2.xlarge'}}).at(-1)).toBe(`${words} ${line} 32 --days 7`);
		expect(told([], {asked: {instanceType: 'inf2.xlarge', count: 65}}).at(-1)).toBe(`${words} ${line} 65 --days 7`);
		expect(told([], {asked: {instanceType: 'inf2.xlarge', placement: 'any', regions: ['eu-west-1']}}).at(-1)).toContain(
			'truffle advise --workload inference --instance-type inf2.xlarge --count 32 --days 7 --regions eu-west-1',
		);
		expect(told([], {asked: {instanceType: 'p7.48xlarge'}}).at(-1)).toContain('> What AWS sells: truffle offerings');
		expect(told([], {asked: {count: 65}}).at(-1)).toContain('> A Capacity Block has at most 64 instances');
		expect(told([], {asked: {length: {unit: 'days', amount: 200}}}).at(-1)).toContain('> AWS sells Capacity Blocks of at most 182 days');
	});
});

describe('never counted without saying so', () => {
	test.each([
		[{interruptible: true}, '40 instances of cr-odcr, since its owner can take it back at any moment.'],
		[
			{interruption: {sourceCapacityReservationId: 'cr-src', interruptionType: 'adhoc'}},
			'40 instances of cr-odcr, since its owner can take it back at any moment.',
		],
		[{state: 'assessing'}, '40 instances of cr-odcr, since AWS has not agreed to it yet.'],
		[{state: 'delayed'}, '40 instances of cr-odcr (delayed), since its state says that it cannot be relied on.'],
		[{state: 'hibernating'}, '40 instances of cr-odcr (hibernating), since its state says that it cannot be relied on.'],
		[
			{availableInstanceCount: null},
			'an unknown number of instances of cr-odcr, since AWS did not say for certain how much is free, when it starts or when it ends.',
		],
		[
			{state: 'scheduled', startDate: null},
			'40 instances of cr-odcr, since AWS did not say for certain how much is free, when it starts or when it ends.',
		],
		[
			{endDate: {kind: 'unknown'}},
			'40 instances of cr-odcr, since AWS did not say for certain how much is free, when it starts or when it ends.',
		],
		[{launchStatus: 'unlaunchable'}, '40 instances of cr-odcr, since AWS says that nothing can be launched into it.'],
	] as const)('%o', (parts, words) => {
		expect(told([{...odcr, ...parts}])).toContain(`! Not counted: ${words}`);
		expect(check([{...odcr, ...parts}])).toMatchObject({outcome: 'no', isWhole: false});
		expect(told([{...odcr, ...parts}]).slice(0, 2)).toEqual([
			'Does not fit in what can be counted on: 32 × p5.48xlarge for 7 d.',
			'  Nothing of p5.48xlarge that can be counted on is free or coming.',
		]);
	});

	test('rows of a region that did not answer this time', () => {
		const coverage: readonly CheckCoverage[] = [
			{region: 'us-east-1', status: 'stale', fetchedAt: new Date('2026-11-23T09:56:00Z'), message: 'It is throttled.'},
		];
		const west = {...odcr, region: 'us-west-2', totalInstanceCount: 8, availableInstanceCount: 8};
		expect(
			told([odcr, west], {coverage: [...coverage, {region: 'us-west-2', status: 'read', fetchedAt: now}]}).filter((line) =>
				line.startsWith('!'),
			),
		).toEqual([
			'! Not counted: 40 instances of cr-odcr, since its region did not answer this time.',
			'! us-east-1 was read 4 min ago and not this time: It is throttled.',
		]);
		expect(check([odcr], {coverage}).outcome).toBe('unreadable');
	});

	test('regions that could not be read: nothing is said of what they hold', () => {
		const coverage: readonly CheckCoverage[] = [
			{region: 'us-east-1', status: 'read', fetchedAt: now},
			{region: 'us-west-2', status: 'unread', message: 'It is denied.'},
		];
		expect(told([], {coverage}).slice(0, 2)).toEqual([
			'Does not fit in what can be counted on: 32 × p5.48xlarge for 7 d.',
			'  Nothing of p5.48xlarge is free or coming in the 1 of 2 regions that answered.',
		]);
	});

	test('a block that is over, or another type or region, is no capacity at all', () => {
		const others = [
			{...live, state: 'expired'},
			{...live, state: 'payment-failed'},
			{...live, instanceType: 'p4d.24xlarge'},
			{...live, instanceType: null},
		];
		expect(check(others).sources).toEqual({counted: [], aside: [], full: []});
		expect(check([live], {asked: {regions: ['us-west-2']}}).sources.counted).toEqual([]);
	});
});

test('nothing is known when no region could be read, but offerings are', () => {
	const coverage: readonly CheckCoverage[] = [{region: 'us-east-1', status: 'unread', message: 'It is denied.'}];
	expect(told([], {coverage})).toEqual([
		'Not known, since no region could be read: 32 × p5.48xlarge for 7 d.',
		'! us-east-1 could not be read: It is denied.',
		'> What is wrong, and what helps: truffle doctor',
	]);
	expect(check([], {coverage: []})).toMatchObject({outcome: 'unreadable', isWhole: false});
	expect(check([], {coverage, sold: sells(offering())})).toMatchObject(expected('later'));
});

test('regions that could not be read for one reason are named together', () => {
	const unread = (region: string, message: string): CheckCoverage => ({region, status: 'unread', message});
	const coverage = [east, unread('eu-west-1', 'It is denied.'), unread('us-west-2', 'It is slow.'), unread('sa-east-1', 'It is denied.')];
	expect(told([live], {coverage}).filter((line) => line.startsWith('!'))).toEqual([
		'! eu-west-1 and sa-east-1 could not be read: It is denied.',
		'! us-west-2 could not be read: It is slow.',
	]);
});

describe('coverage', () => {
	const failure = (region: string, status: 'throttled' | 'not_enabled'): RegionResult => ({
		region,
		status,
		failure: {status, code: 'Code', message: `It is ${status}.`, requestId: null},
	});

	test('is what the regions answered', () => {
		const results: readonly RegionResult[] = [
			{region: 'us-east-1', status: 'empty', reservations: [], fetchedAt: now},
			failure('us-west-2', 'throttled'),
			failure('me-south-1', 'not_enabled'),
		];
		expect(coverageOf(results, null)).toEqual([east, {region: 'us-west-2', status: 'unread', message: 'It is throttled.'}]);
		expect(coverageOf(results, ['us-east-1', 'me-south-1', 'eu-west-1'], new Map([['us-west-2', now]]))).toEqual([
			east,
			{region: 'us-west-2', status: 'stale', fetchedAt: now, message: 'It is throttled.'},
			{region: 'me-south-1', status: 'unread', message: 'It is not_enabled.'},
			{region: 'eu-west-1', status: 'unread', message: 'It has not answered.'},
		]);
	});
});

test('the JSON form says the same in numbers', () => {
	expect(checkJson(request, check([live]), now)).toMatchObject({
		version: 1,
		verdict: 'now',
		because: 'Fits now: 32 × p5.48xlarge for 7 d.',
		generated_at: '2026-11-23T10:00:00Z',
		request: {instance_type: 'p5.48xlarge', count: 32, hours: 168, counted_in: 'days', by: null, regions: null, placement: 'cluster'},
		starts_at: '2026-11-23T10:00:00Z',
		missing: null,
		complete: true,
		fits: [
			{
				kind: 'block',
				now: true,
				starts_at: '2026-11-23T10:00:00Z',
				reservations: [
					{
						reservation_id: 'cr-live',
						capacity_block_id: 'cb-live',
						instances: 32,
						free: 32,
						usable_until: '2026-12-01T11:00:00Z',
						state: 'active',
					},
				],
			},
		],
		regions: [{region: 'us-east-1', status: 'read', fetched_at: '2026-11-23T10:00:00Z', error: null}],
	});
	expect(checkJson(request, check([{...odcr, interruptible: true}], {sold: sells(offering())}), now)).toMatchObject({
		verdict: 'later',
		complete: false,
		offerings: [{capacity_block_offering_id: 'cbo-0123456789abcdef0', upfront_fee: '215040.0000', price_per_accelerator_hour: 5}],
		not_counted: [{reservation_id: 'cr-odcr', reason: 'interruptible', instances: 40}],
	});
	expect(checkJson(request, check([{...odcr, availableInstanceCount: 30}]), now)).toMatchObject({
		verdict: 'no',
		missing: {instances: 2, hours: null},
		nearest: [{kind: 'too-few', place: 'zone', instances: 30, reservations: [{reservation_id: 'cr-odcr'}]}],
	});
});

describe('whatever an account holds', () => {
	const asked = fc.record({
		count: fc.integer({min: 1, max: 64}),
		length: fc.record({unit: fc.constantFrom('days' as const, 'hours' as const), amount: fc.integer({min: 1, max: 40})}),
		placement: fc.constantFrom('cluster' as const, 'any' as const),
		by: fc.option(fc.constantFrom(new Date('2026-12-10T00:00:00Z'), new Date('2027-06-01T00:00:00Z')), {nil: null}),
	});

	test('a fit has exactly the instances asked for, takes none twice and lasts as long as asked', () => {
		fc.assert(
			fc.property(reservations, asked, (rows, parts) => {
				const {fits, sources, outcome, misses, missing} = check(rows, {asked: parts, coverage: [east, {...east, region: 'us-west-2'}]});
				for (const {uses, at, isNow} of fits) {
					const hours = parts.length.amount * (parts.length.unit === 'days' ? 24 : 1);
					expect(uses.reduce((sum, {instances}) => sum + instances, 0)).toBe(parts.count);
					expect(new Set(uses.map(({source}) => source.reservation.key)).size).toBe(uses.length);
					for (const {source, instances} of uses) {
						expect(instances).toBeGreaterThan(0);
						expect(instances).toBeLessThanOrEqual(source.free);
						expect(sources.counted).toContain(source);
						expect(isNow && !source.isLive).toBe(false);
						const lastsMs = (source.until?.getTime() ?? Number.POSITIVE_INFINITY) - at.getTime();
						expect(lastsMs).toBeGreaterThanOrEqual(hours * 3_600_000 - (parts.length.unit === 'days' ? 1_800_000 : 0));
					}

					expect(at.getTime() + hours * 3_600_000).toBeLessThanOrEqual(parts.by?.getTime() ?? Number.POSITIVE_INFINITY);
				}

				expect(outcome).toBe(fits.length === 0 ? 'no' : fits.some(({isNow}) => isNow) ? 'now' : 'later');
				expect(missing === null).toBe(fits.length > 0);
				expect(misses.every(({lasting}) => fits.length === 0 && (lasting < parts.count || parts.by !== null))).toBe(true);
			}),
		);
	});

	test('any placement fits wherever a cluster does, and no later', () => {
		fc.assert(
			fc.property(reservations, asked, (rows, parts) => {
				const close = check(rows, {asked: {...parts, placement: 'cluster'}});
				const any = check(rows, {asked: {...parts, placement: 'any'}});
				expect(close.fits.length === 0 || (any.at ?? now) <= (close.at ?? now)).toBe(true);
			}),
		);
	});
});
