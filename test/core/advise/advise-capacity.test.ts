import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {costLines} from '../../../source/core/advise/advice-costs.js';
import {adviceJson} from '../../../source/core/advise/advice-json.js';
import type {AdviceRequest} from '../../../source/core/advise/advice-request.js';
import {adviceWords} from '../../../source/core/advise/advice-words.js';
import {type Advice, adviseCapacity} from '../../../source/core/advise/advise-capacity.js';
import type {CheckCoverage} from '../../../source/core/check/check-coverage.js';
import {noPrices, type Prices, priceKey} from '../../../source/core/cost/price.js';
import {isBlockTypeBuiltin} from '../../../source/core/offerings/block-types.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {block, reservation} from '../../helpers/reservation.js';
import {reservations} from '../arbitrary.js';

const now = new Date('2026-11-23T10:00:00Z');
const east: CheckCoverage = {region: 'us-east-1', status: 'read', fetchedAt: now};

const training: AdviceRequest = {
	workload: 'training',
	schedule: 'fixed',
	instanceType: 'p5.48xlarge',
	count: 32,
	length: {unit: 'days', amount: 7},
	start: null,
	regions: null,
};

const serving: AdviceRequest = {
	...training,
	workload: 'inference',
	schedule: 'open',
	instanceType: 'inf2.xlarge',
	count: 20,
	length: null,
};

function advise(request: AdviceRequest, rows: readonly Reservation[], coverage: readonly CheckCoverage[] = [east]): Advice {
	const isBlockType = request.instanceType === null ? null : isBlockTypeBuiltin(request.instanceType);
	return adviseCapacity({request, rows, coverage, isBlockType, sold: null, now});
}

/** Headline, reasons, caveats, alternatives and next steps, one a line. */
function told(request: AdviceRequest, rows: readonly Reservation[], coverage: readonly CheckCoverage[] = [east]): readonly string[] {
	const {headline, reasons, caveats, otherwise, next} = adviceWords(request, advise(request, rows, coverage), now);
	return [
		headline,
		...reasons.map((text) => `  ${text}`),
		...caveats.map((text) => `! ${text}`),
		...otherwise.map((text) => `? ${text}`),
		...next.flatMap(({text, command}) => (command === null ? [`> ${text}`] : [`> ${text}`, `$ ${command}`])),
	];
}

const coming = block({
	id: 'cr-coming',
	state: 'scheduled',
	totalInstanceCount: 32,
	startDate: new Date('2026-12-01T11:30:00Z'),
	endDate: {kind: 'limited', at: new Date('2026-12-11T11:30:00Z')},
});

const base = reservation({id: 'cr-base', instanceType: 'inf2.xlarge', totalInstanceCount: 40, availableInstanceCount: 24});

describe('what is held comes first', () => {
	test('an ODCR for a service, which is billed anyway', () => {
		expect(told(serving, [base])).toEqual([
			'Use what you hold: 20 × inf2.xlarge without a fixed end.',
			'  20 of ODCR cr-base in us-east-1a: 24 free, until it is cancelled.',
			'  An ODCR is billed at the On-Demand rate anyway, used or not.',
			'? An ODCR of its own, if the held capacity is meant for something else.',
			'> How to launch into cr-base:',
			'$ truffle snippet --id cr-base --for run-instances',
		]);
	});

	test('a block that is coming for a run that names no day', () => {
		expect(told(training, [coming])).toEqual([
			'Use what you hold, from 2026-12-01 on: 32 × p5.48xlarge for 7 d.',
			'  32 of Capacity Block cr-coming in us-east-1a: scheduled, 32 in all, usable until 2026-12-11 11:00 UTC, 9 d 23 h 30 min.',
			'  The fee of a block is paid already.',
			'? A Capacity Block of its own, if the held capacity is meant for something else.',
			'> Until 32 instances of cr-coming can be launched:',
			'$ truffle wait --id cr-coming --for active --timeout 195h',
		]);
	});

	test('on the day that is named, or within a day of it', () => {
		const held = (start: string) => advise({...training, start: new Date(start)}, [coming]).held?.at ?? null;
		expect(held('2026-12-01T00:00:00Z')).toEqual(coming.startDate);
		expect(held('2026-12-02T00:00:00Z')).toEqual(new Date('2026-12-02T00:00:00Z'));
		expect(held('2026-11-29T00:00:00Z')).toBeNull();
		expect(held('2026-12-06T00:00:00Z')).toBeNull();
		expect(told({...training, start: new Date('2026-11-29T00:00:00Z')}, [coming])[2]).toBe(
			'  You hold cr-coming, which would do from 2026-12-01 on.',
		);
	});

	test('but nothing that ends by itself serves what has no end', () => {
		const dated = {...base, endDate: {kind: 'limited', at: new Date('2027-11-01T00:00:00Z')}} as const;
		expect(told(serving, [dated]).slice(0, 3)).toEqual([
			'Create an ODCR: 20 × inf2.xlarge without a fixed end.',
			'  A service has no end: an ODCR lasts until it is cancelled, and its instances can always be launched.',
			'  Held, but not enough: ODCR cr-base in us-east-1a: 24 now, but all 20 only for 342 d 14 h.',
		]);
	});

	test('and never stale or interruptible capacity, which is named', () => {
		const lines = told(serving, [{...base, interruptible: true}]);
		expect(lines[0]).toBe('Create an ODCR: 20 × inf2.xlarge without a fixed end.');
		expect(lines).toContain('  You hold nothing of inf2.xlarge that can be counted on and that is free or coming.');
		expect(lines).toContain('! Not counted: 24 instances of cr-base, since its owner can take it back at any moment.');
	});

	test('training counts only what is close together', () => {
		const half = reservation({id: 'cr-a', totalInstanceCount: 16, availableInstanceCount: 16});
		const other = {...half, id: 'cr-b', key: 'cr-b', availabilityZone: 'us-east-1b'};
		expect(advise({...training, schedule: 'open', length: null}, [half, other]).held).toBeNull();
		expect(advise({...serving, instanceType: 'p5.48xlarge', count: 32}, [half, other]).held).not.toBeNull();
	});
});

describe('else the guide', () => {
	test('a block for a run, with what it binds to and where to look', () => {
		expect(told({...training, start: new Date('2026-12-14T00:00:00Z'), regions: ['us-east-1']}, [])).toEqual([
			'Buy a Capacity Block: 32 × p5.48xlarge for 7 d, starting 2026-12-14.',
			'  The run has a fixed schedule: a block is paid for its own time only, and its instances are close together in an EC2 UltraCluster.',
			'  You hold nothing of p5.48xlarge that is free or coming.',
			'! It is paid at once and in full, and cannot be cancelled, moved or resized. It can be extended.',
			'! AWS begins to terminate its instances 30 min before its end: save the work before that.',
			'? An ODCR: from when it is created until it is cancelled, at the On-Demand rate, used or not; close together in a cluster placement group only.',
			'> What AWS sells, and the line that buys it:',
			'$ truffle offerings --instance-type p5.48xlarge --count 32 --days 7 --start-after 2026-12-14T00:00:00Z --regions us-east-1',
		]);
	});

	test('a block that is not sold yet, with the day from which it is', () => {
		const lines = told({...training, start: new Date('2027-04-15T00:00:00Z')}, []);
		expect(lines[0]).toBe('Buy a Capacity Block, from 2027-02-18 on: 32 × p5.48xlarge for 7 d, starting 2027-04-15.');
		expect(lines).toContain(
			'  AWS sells blocks that start within 8 weeks: one that starts on 2027-04-15 can be bought from 2027-02-18 on.',
		);
		expect(lines.at(-2)).toBe('> From 2027-02-18 on, what AWS sells and the line that buys it:');
	});

	test('what a block cannot give is said', () => {
		const caveats = (parts: Partial<AdviceRequest>) =>
			told({...training, ...parts}, [])
				.filter((line) => line.startsWith('!'))
				.slice(2);
		expect(caveats({count: 300, length: {unit: 'days', amount: 16}})).toEqual([
			'! 16 d becomes 21 d: AWS sells Capacity Blocks by the day up to 14 days, then by 7 days up to 182.',
			'! A block has at most 64 instances: 300 are 5 blocks, each close together in itself only.',
			'! An organisation has at most 256 instances in all its blocks of a day: ask AWS for more.',
		]);
		expect(caveats({length: {unit: 'days', amount: 200}})).toEqual([
			'! A block lasts at most 182 days, extensions included: 200 d take 2, and each is sold from 8 weeks before its start on.',
		]);
		expect(told({...training, length: {unit: 'days', amount: 365}}, [])).toEqual(
			expect.arrayContaining([
				'Buy Capacity Blocks, one after another: 32 × p5.48xlarge for 365 d.',
				'! A block lasts at most 182 days, extensions included: 365 d take 3, and each is sold from 8 weeks before its start on.',
				'$ truffle offerings --instance-type p5.48xlarge --count 32 --days 182',
			]),
		);
		expect(caveats({instanceType: 'p7.48xlarge'})).toEqual([
			'! Whether p7.48xlarge is sold as Capacity Blocks is not known here; the search tells.',
		]);
		expect(told({...training, instanceType: 'p6e-gb200.36xlarge'}, [])).toContain(
			'! AWS begins to terminate its instances 60 min before its end: save the work before that.',
		);
	});

	test('types of UltraServers are looked for by UltraServers', () => {
		const next = (count: number) => told({...training, instanceType: 'p6e-gb200.36xlarge', count}, []).at(-1);
		expect([next(18), next(80)]).toEqual([
			'$ truffle offerings --ultraserver-type u-p6e-gb200x72 --count 1 --days 7',
			'$ truffle offerings --ultraserver-type u-p6e-gb200x72 --count 5 --days 7',
		]);
		expect(told({...training, instanceType: 'p6e-gb200.36xlarge', count: 80}, []).join('\n')).not.toContain('at most 64 instances');
	});

	test('an ODCR for a service: only what is missing, in the zone where the others are', () => {
		expect(told({...serving, count: 50}, [base])).toEqual([
			'Create an ODCR: 50 × inf2.xlarge without a fixed end.',
			'  A service has no end: an ODCR lasts until it is cancelled, and its instances can always be launched.',
			'  Held, but not enough: ODCR cr-base in us-east-1a: 24 of the 50 now.',
			'  26 more are needed.',
			'! It is billed at the On-Demand rate from when it is active until it is cancelled, used or not. Savings Plans and regional Reserved Instances count for it.',
			'! Reserve the base load only: what is added at peaks can be On-Demand without a reservation.',
			'! It counts towards the On-Demand vCPU quota, and when AWS has no such instances free, creating it fails.',
			'? On-Demand without a reservation: nothing is paid while nothing runs, but a launch fails when AWS has no such instances free.',
			'> The line that creates it, to be run by you; it costs money.',
			'$ aws ec2 create-capacity-reservation --region us-east-1 --availability-zone us-east-1a --instance-type inf2.xlarge --instance-platform Linux/UNIX --instance-count 26 --instance-match-criteria targeted --end-date-type unlimited',
		]);
	});

	test('more instances than AWS takes in one request are several ODCRs', () => {
		const lines = (count: number) => told({...serving, count, regions: ['us-east-1']}, [base]);
		expect(lines(100_000)).toContain('! AWS takes at most 1000 instances in one request: 99976 are 100 ODCRs.');
		expect(lines(100_000).at(-2)).toBe('> The line that creates the first 1000, to be run by you; it costs money.');
		expect(lines(100_000).at(-1)).toContain(' --instance-count 1000 ');
		expect(lines(1024).join('\n')).not.toContain('in one request');
		expect(lines(1024).at(-1)).toContain(' --instance-count 1000 ');
	});

	test('a future-dated ODCR where the missing ones are enough for AWS', () => {
		const request: AdviceRequest = {...serving, instanceType: 'g6.xlarge', count: 12, start: new Date('2026-12-20T00:00:00Z')};
		const held = {...base, instanceType: 'g6.xlarge', availableInstanceCount: 4};
		expect(told(request, [held]).slice(-2)).toEqual([
			'> The line that requests it, to be run by you; it costs money. Set COMMITMENT first, the commitment in seconds, 1209600 (14 d) or more.',
			'$ aws ec2 create-capacity-reservation --region us-east-1 --availability-zone us-east-1a --instance-type g6.xlarge --instance-platform Linux/UNIX --instance-count 8 --instance-match-criteria targeted --start-date 2026-12-20T00:00:00Z --commitment-duration "$COMMITMENT" --delivery-preference incremental --end-date-type unlimited',
		]);
		expect(told(request, [{...held, availableInstanceCount: 5}]).slice(0, 3)).toEqual([
			'Create an ODCR on 2026-12-20: 12 × g6.xlarge without a fixed end, starting 2026-12-20.',
			'  A service has no end: an ODCR lasts until it is cancelled, and its instances can always be launched.',
			'  Only ODCRs of 32 vCPUs or more together can be dated ahead, so create it on 2026-12-20, if AWS has the instances then.',
		]);
	});

	test('an ODCR that ends by itself for a run of a type without blocks', () => {
		const request: AdviceRequest = {
			...training,
			instanceType: 'inf2.xlarge',
			start: new Date('2026-11-24T00:00:00Z'),
			regions: ['eu-west-1'],
		};
		expect(told(request, []).slice(-2)).toEqual([
			'> The line that creates it, to be run by you on 2026-11-24; it costs money. Set ZONE first.',
			'$ aws ec2 create-capacity-reservation --region eu-west-1 --availability-zone "$ZONE" --instance-type inf2.xlarge --instance-platform Linux/UNIX --instance-count 32 --instance-match-criteria targeted --end-date-type limited --end-date 2026-12-01T00:00:00Z',
		]);
	});

	test('an ODCR that begins at once ends by itself, too', () => {
		const request: AdviceRequest = {...training, instanceType: 'inf2.xlarge', start: null, regions: ['eu-west-1']};
		expect(told(request, []).at(-1)).toMatch(/ --end-date-type limited --end-date 2026-11-30T10:00:00Z$/);
	});

	test('without a type it says what can be said, and asks for the rest', () => {
		const bare: AdviceRequest = {...training, instanceType: null, count: null, length: null};
		expect(told(bare, [], []).at(0)).toBe('Buy a Capacity Block: training with a fixed schedule.');
		expect(told(bare, [], []).at(-1)).toBe('> With a type, a count and a length, what you hold and what AWS sells is looked at.');
		expect(told({...bare, schedule: 'open'}, [], []).at(-1)).toBe('> With a type and a count, what you hold is looked at.');
	});
});

test('never says what the guide had wrong', () => {
	for (const workload of ['training', 'inference', 'development'] as const) {
		for (const schedule of ['fixed', 'open'] as const) {
			const text = told({...training, workload, schedule, length: null}, []).join('\n');
			expect(text).not.toMatch(/pay only|no reservation fee|14 days|cannot be changed|cheaper|lower cost/i);
			expect(text).toMatch(/used or not/);
		}
	}
});

describe('costs', () => {
	const place = {instanceType: 'inf2.xlarge', region: 'us-east-1', tenancy: 'default'} as const;
	const prices: Prices = new Map([[priceKey(place), {usdPerHour: 0.7582, source: {kind: 'builtin', publishedOn: '2026-07-20'}}]]);
	const costs = (parts: Partial<AdviceRequest>, rows: readonly Reservation[] = [], known: Prices = prices) =>
		costLines({...serving, ...parts}, advise({...serving, ...parts}, rows), known, now);

	test('of an ODCR are those of what is missing, with the source named', () => {
		expect(costs({count: 50}, [base])).toEqual([
			'26 × inf2.xlarge in us-east-1: $19.71 an hour, used or not.',
			'Linux On-Demand list price, without discounts, Savings Plans and Reserved Instances; built-in table of 2026-07-20.',
		]);
		const run: Partial<AdviceRequest> = {schedule: 'fixed', length: {unit: 'days', amount: 7}, regions: ['us-east-1']};
		expect(costs({...run, count: 10})[0]).toBe('10 × inf2.xlarge in us-east-1: $7.58 an hour, used or not, $1,273.78 for 7 d.');
	});

	test('that are not known are said to be', () => {
		expect(costs({})).toEqual(['Not known: an On-Demand price is that of a region. Name one with --regions.']);
		expect(costs({regions: ['us-east-1']}, [], noPrices)).toEqual([
			'Not known: no On-Demand price of inf2.xlarge in us-east-1 is at hand.',
		]);
		expect(costs({regions: ['us-east-1'], count: null})).toEqual(['Not known: how many instances.']);
	});

	test('of a block are never computed, and what is held costs no more', () => {
		expect(costLines(training, advise(training, []), prices, now)).toEqual([
			'The fee of a block is known only of an offering; it is paid whether the block is used or not.',
		]);
		expect(costs({}, [base])).toEqual([]);
	});
});

test('the JSON form says the same', () => {
	expect(adviceJson(serving, advise(serving, [base]), noPrices, now)).toMatchObject({
		version: 1,
		advice: 'held',
		because: 'Use what you hold: 20 × inf2.xlarge without a fixed end.',
		request: {workload: 'inference', schedule: 'open', instance_type: 'inf2.xlarge', count: 20, hours: null, counted_in: null, start: null},
		held: {kind: 'zone', reservations: [{reservation_id: 'cr-base', instances: 20}]},
		instances_to_get: 0,
		from: '2026-11-23T10:00:00Z',
		complete: true,
	});
	const late = {...training, start: new Date('2027-04-15T00:00:00Z')};
	expect(adviceJson(late, advise(late, []), noPrices, now)).toMatchObject({
		advice: 'block',
		held: null,
		instances_to_get: 32,
		from: '2027-02-18T00:00:00Z',
		request: {hours: 168, counted_in: 'days', start: '2027-04-15T00:00:00Z'},
	});
});

test('whatever an account holds and whatever is asked, every word is one', () => {
	const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, {nil: null});
	const anyRequest: fc.Arbitrary<AdviceRequest> = fc
		.record({
			workload: fc.constantFrom('training' as const, 'inference' as const, 'development' as const),
			instanceType: orNull(fc.constantFrom('p5.48xlarge', 'g6.xlarge', 'p7.48xlarge', 'inf2.xlarge', 'p6e-gb200.36xlarge')),
			count: orNull(fc.integer({min: 1, max: 400})),
			length: orNull(fc.record({unit: fc.constantFrom('days' as const, 'hours' as const), amount: fc.integer({min: 1, max: 400})})),
			start: orNull(fc.date({min: new Date('2026-01-01T00:00:00Z'), max: new Date('2028-01-01T00:00:00Z'), noInvalidDate: true})),
			regions: orNull(fc.constantFrom(['us-east-1'], ['us-east-1', 'us-west-2'])),
		})
		.map((parts) => ({...parts, schedule: parts.length === null ? 'open' : 'fixed'}));
	fc.assert(
		fc.property(reservations, anyRequest, (rows, request) => {
			const coverage = [east, {...east, region: 'us-west-2'}];
			const text = told(request, rows, coverage).join('\n');
			expect(text).not.toMatch(/undefined|NaN|Infinity|null|\[object/);
			const {held, missing} = advise(request, rows, coverage);
			expect(held === null || held.uses.reduce((sum, {instances}) => sum + instances, 0) === request.count).toBe(true);
			expect(missing === null || (missing >= 1 && missing <= (request.count ?? 0))).toBe(true);
			expect(JSON.stringify(adviceJson(request, advise(request, rows, coverage), noPrices, now))).not.toMatch(/Infinity|NaN/);
		}),
	);
});
