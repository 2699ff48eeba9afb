import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {planExtension} from '../../../source/core/offerings/extension.js';
import {beginLargest, recordCount} from '../../../source/core/offerings/largest.js';
import {mergeOfferings} from '../../../source/core/offerings/merge-offerings.js';
import type {Offering} from '../../../source/core/offerings/offering.js';
import type {OfferingsResult} from '../../../source/core/offerings/offerings-result.js';
import {planOfferings} from '../../../source/core/offerings/plan-offerings.js';
import type {OfferingRequest} from '../../../source/core/offerings/request.js';
import type {ExtensionSearch} from '../../../source/core/offerings/search-extensions.js';
import {type OfferingsSearch, unansweredSearch} from '../../../source/core/offerings/search-offerings.js';
import type {OfferingsReport} from '../../../source/report/offerings/offerings-report.js';
import {nothingText} from '../../../source/report/offerings/offerings-text.js';
import {renderOfferings} from '../../../source/report/offerings/render-offerings.js';
import {failure} from '../../helpers/fake-source.js';
import {offering} from '../../helpers/offering.js';
import {readCsv} from '../../helpers/read-csv.js';
import {block} from '../../helpers/reservation.js';
import {readSchema} from '../../helpers/schemas.js';
import {snapshotOf} from '../guide-data.js';

const now = new Date('2026-11-23T10:13:00Z');

const request: OfferingRequest = {
	subject: {kind: 'instances', instanceType: 'p5.48xlarge', count: 32},
	hours: 160,
	startAfter: null,
	endBy: null,
	regions: null,
};

const held = snapshotOf([
	block({id: 'cr-1', availabilityZone: 'us-west-2b', region: 'us-west-2'}),
	block({
		id: 'cr-2',
		startDate: new Date('2026-12-06T11:30:00Z'),
		endDate: {kind: 'limited', at: new Date('2026-12-16T11:30:00Z')},
		state: 'scheduled',
	}),
]);

function answered(region: string, ...offerings: readonly Offering[]): OfferingsResult {
	return {region, status: offerings.length === 0 ? 'empty' : 'ok', offerings, fetchedAt: now};
}

function report(results: readonly OfferingsResult[], differs: Partial<Extract<OfferingsSearch, {kind: 'searched'}>> = {}): OfferingsReport {
	const base = unansweredSearch(request, now);
	if (base.kind !== 'searched') {
		throw new Error('It is not asked for.');
	}

	const search = {...base, results, merged: mergeOfferings(results, null), ...differs};
	return {kind: 'search', search, held, isAscii: false, now};
}

const two = [
	answered('us-east-1', offering({id: 'cbo-1'})),
	answered('us-west-2', offering({region: 'us-west-2', id: 'cbo-2', upfrontFee: {text: '430080.0000', amount: 430_080}})),
	{region: 'eu-west-1', status: 'ineligible', message: 'No.'},
	{region: 'me-south-1', status: 'denied', failure: failure('denied', 'Not allowed.')},
] as const satisfies readonly OfferingsResult[];

describe('the table', () => {
	test('has fee, prices, real length and what is held beside, and the lines that buy', () => {
		expect(renderOfferings(report(two), 'table').split('\n')).toEqual([
			'📊 Capacity Block Offerings:',
			'   Asked For: 32 × p5.48xlarge for 6 d 16 h, starting within 8 weeks',
			'   Note: 6 d 16 h becomes 7 d: AWS sells Capacity Blocks by the day up to 14 days, then by 7 days up to 182.',
			'   Offerings: 2 in us-east-1 and us-west-2',
			'   Cheapest Hour: USD 40.000 for an instance, USD 5.000 for one H100',
			'   Regions: 2 of 4 searched, 1 without blocks of the type, 1 unread (me-south-1 denied)',
			'',
			'+---+------------+------------------+------------------+--------+------------+--------+---------+---------------------+',
			'| # | AZ         | Start UTC        | End UTC          | Length | Fee USD    | Inst-h | Accel-h | Beside Held         |',
			'+---+------------+------------------+------------------+--------+------------+--------+---------+---------------------+',
			'| 1 | us-east-1a | 2026-12-01 11:30 | 2026-12-08 11:30 | 7 d    | 215,040.00 | 40.000 | 5.000   | with ×16 us-east-1a |',
			'| 2 | us-west-2a | 2026-12-01 11:30 | 2026-12-08 11:30 | 7 d    | 430,080.00 | 80.000 | 10.000  | with ×16 us-east-1a |',
			'+---+------------+------------------+------------------+--------+------------+--------+---------+---------------------+',
			'',
			'To buy, run one of these lines yourself; it charges the fee at once and in full, and operating system fees come on top:',
			'  1  aws ec2 purchase-capacity-block --region us-east-1 --capacity-block-offering-id cbo-1 --instance-platform Linux/UNIX',
			'  2  aws ec2 purchase-capacity-block --region us-west-2 --capacity-block-offering-id cbo-2 --instance-platform Linux/UNIX',
			'A Capacity Block cannot be cancelled, moved or resized, and its fee is not paid back. It can be extended.',
			'AWS terminates the instances 30 min before the end (60 min for P6e-GB200).',
			'Prices and offerings change by the minute; truffle buys nothing.',
			'',
		]);
	});

	test('marks what is shorter than asked for, and says why', () => {
		const short = offering({id: 'cbo-3', durationHours: 159.75});
		const lines = renderOfferings(report([answered('us-east-1', short, offering({id: 'cbo-1'}))]), 'table').split('\n');
		expect(lines.filter((line) => line.includes(' * '))).toEqual([expect.stringContaining('| 6 d 15 h 45 min * |')]);
		expect(lines).toContain('* shorter than the 6 d 16 h asked for: all blocks end at 11:30 UTC.');
		expect(renderOfferings(report(two), 'table')).not.toContain('*');
	});

	test('without offerings says what was asked, and how to ask for less', () => {
		const empty = [answered('us-east-1'), {region: 'us-west-2', status: 'limited', message: 'Too many.'} as const];
		expect(renderOfferings(report(empty), 'table').split('\n').slice(3)).toEqual([
			'   Offerings: none',
			'   Regions: 1 of 2 searched, 1 unread (us-west-2 limited)',
			'',
			'No offering of 32 × p5.48xlarge for 7 d, starting within 8 weeks, in us-east-1.',
			'us-west-2 could not be asked: Too many.',
			'A smaller count may exist: AWS does not tell which one does, but it can be searched by halving.',
			'Add --largest to look for the largest count that there is.',
			'',
		]);
	});

	test('in a window that is too short for the length it is not the count that is to be changed', () => {
		const tight = {...request, endBy: new Date('2026-11-29T12:00:00Z')};
		const text = renderOfferings(report([answered('us-east-1')], {request: tight}), 'table');
		expect(text).toContain('\nA later --end-by leaves room for more.\n');
		expect(text).not.toContain('--largest');
	});

	test('lists the largest count when nothing of the asked one is for sale', () => {
		const half = recordCount(beginLargest(32), [offering({instanceCount: 16})], true);
		const largest = [24, 20, 18, 17].reduce((search) => recordCount(search, [], true), half);
		const text = renderOfferings(report([answered('us-east-1')], {largest}), 'table');
		expect(text).toContain('   Offerings: 1 in us-east-1, of 16, the largest count found\n');
		expect(text).toContain('The largest count found by halving is 16 (5 rounds).\n');
		expect(text).toContain('| 215,040.00 | 80.000 | 10.000  |');
	});

	test('a type without blocks is explained, with the type that may be meant', () => {
		const typo: OfferingRequest = {...request, subject: {kind: 'instances', instanceType: 'p5.48xlrge', count: 1}};
		const results = [{region: 'us-east-1', status: 'ineligible', message: 'No.'} as const];
		const text = renderOfferings(report(results, {request: typo, blockTypes: ['p4d.24xlarge', 'p5.48xlarge']}), 'table');
		expect(text.split('\n').slice(-3)).toEqual([
			'p5.48xlrge cannot be bought as a Capacity Block in us-east-1; where EC2 has the type, an On-Demand Capacity Reservation holds it. Types that can be: p4d.24xlarge and p5.48xlarge.',
			'Did you mean p5.48xlarge?',
			'',
		]);
	});

	test('no type is said to be meant instead of itself', () => {
		const servers: OfferingRequest = {...request, subject: {kind: 'instances', instanceType: 'p6e-gb200.36xlarge', count: 18}};
		const results = [{region: 'us-east-1', status: 'ineligible', message: 'No.'} as const];
		const text = renderOfferings(report(results, {request: servers, blockTypes: ['p5.48xlarge', 'p6e-gb200.36xlarge']}), 'table');
		expect(text.split('\n').slice(-2)).toEqual([
			'p6e-gb200.36xlarge is sold in whole UltraServers only: search for u-p6e-gb200x72 and u-p6e-gb200x36 (--ultraserver-type).',
			'',
		]);
	});

	test('a date too far off is answered with the day from which it is sold', () => {
		const startAfter = new Date('2027-05-01T00:00:00Z');
		const plan = planOfferings({...request, startAfter}, now);
		if (plan.kind === 'ask') {
			throw new Error('It is asked for.');
		}

		const search: OfferingsSearch = {kind: 'not-asked', request: {...request, startAfter}, plan};
		const far: OfferingsReport = {kind: 'search', search, held, isAscii: false, now};
		expect(renderOfferings(far, 'table')).toContain('can be bought from 2027-03-06 on.');
		expect(JSON.parse(renderOfferings(far, 'json'))).toMatchObject({bookable_from: '2027-03-06T00:00:00Z', offerings: [], complete: true});
	});

	test('in ASCII has no other character', () => {
		expect(renderOfferings({...report(two), isAscii: true}, 'table')).toMatch(/^[\n -~]+$/);
	});
});

describe('an extension', () => {
	const own = block({id: 'cr-1', region: 'us-west-2', availabilityZone: 'us-west-2b'});
	const extension = {
		...offering({
			region: 'us-west-2',
			id: 'cbe-1',
			startDate: new Date('2026-11-26T11:30:00Z'),
			endDate: new Date('2026-11-27T11:30:00Z'),
			durationHours: 24,
			instanceCount: 16,
		}),
		reservationId: 'cr-1',
		blockStartDate: null,
	};

	function extending(offerings: readonly (typeof extension)[], hours = 24): OfferingsReport {
		const plan = planExtension(own, hours, now);
		if (plan.kind !== 'ask') {
			throw new Error('It is not asked for.');
		}

		const result = {region: 'us-west-2', status: offerings.length === 0 ? 'empty' : 'ok', offerings, fetchedAt: now} as const;
		const search: ExtensionSearch = {kind: 'searched', block: own, plan, generatedAt: now, result};
		return {kind: 'extension', search, hours, shortestLine: 'truffle offerings --extend cr-1 --days 1', held, isAscii: false, now};
	}

	test('names the block and the line that extends it', () => {
		const text = renderOfferings(extending([extension]), 'table');
		expect(text).toContain('   Asked For: more time for cr-1, 16 × p5.48xlarge in us-west-2b, which ends 2026-11-26 11:30 UTC\n');
		expect(text).toContain(
			'  1  aws ec2 purchase-capacity-block-extension --region us-west-2 --capacity-reservation-id cr-1 --capacity-block-extension-offering-id cbe-1\n',
		);
		expect(text).toContain('| 9 d before ×16 us-east-1a |');
	});

	test('that does not exist is said', () => {
		expect(renderOfferings(extending([]), 'table')).toMatch(/\n\nAWS offers no extension of cr-1 by 1 d just now\.\n$/);
		expect(nothingText(extending([extension]))).toEqual([]);
	});

	test('of more than a day that does not exist leaves it open whether a shorter one does, and how to look for it', () => {
		const why = [
			'AWS offers no extension of cr-1 by 7 d just now.',
			'A shorter one may exist: AWS answers for the length that is asked for, and says nothing of others.',
			'To look for the shortest: truffle offerings --extend cr-1 --days 1',
		];
		expect(renderOfferings(extending([], 168), 'table').trimEnd().split('\n').slice(-3)).toEqual(why);
		expect(nothingText(extending([], 168))).toEqual(why);
	});

	test('has its own id in JSON', () => {
		const data = JSON.parse(renderOfferings(extending([extension]), 'json'));
		expect(readSchema('offerings-v1')(data)).toEqual([]);
		expect(data).toMatchObject({
			request: {extend: 'cr-1', count: 16},
			offerings: [{capacity_block_offering_id: null, capacity_block_extension_offering_id: 'cbe-1', held_before: null}],
		});
	});
});

describe('for programs', () => {
	test('JSON and YAML are one object, which the schema describes', () => {
		const data = JSON.parse(renderOfferings(report(two), 'json'));
		expect(readSchema('offerings-v1')(data)).toEqual([]);
		expect(parse(renderOfferings(report(two), 'yaml'))).toEqual(data);
		expect(data).toMatchObject({
			version: 1,
			generated_at: '2026-11-23T10:13:00Z',
			complete: false,
			account_id: '123456789012',
			request: {instance_type: 'p5.48xlarge', count: 32, hours: 160},
			regions: [
				{region: 'eu-west-1', status: 'ineligible', error: 'No.', fetched_at: null},
				{region: 'me-south-1', status: 'denied', error: 'Not allowed.', fetched_at: null},
				{region: 'us-east-1', status: 'ok', error: null, fetched_at: '2026-11-23T10:13:00Z'},
				{region: 'us-west-2', status: 'ok', error: null, fetched_at: '2026-11-23T10:13:00Z'},
			],
			held: {complete: true, regions_asked: 2, regions_answered: 2},
			largest: null,
		});
		expect(data.offerings[0]).toEqual({
			capacity_block_offering_id: 'cbo-1',
			capacity_block_extension_offering_id: null,
			region: 'us-east-1',
			availability_zone: 'us-east-1a',
			zone_type: 'availability-zone',
			instance_type: 'p5.48xlarge',
			instance_count: 32,
			ultraserver_type: null,
			ultraserver_count: null,
			start_date: '2026-12-01T11:30:00Z',
			end_date: '2026-12-08T11:30:00Z',
			usable_until: '2026-12-08T11:00:00Z',
			duration_hours: 168,
			upfront_fee: '215040.0000',
			currency_code: 'USD',
			price_per_instance_hour: 40,
			price_per_accelerator_hour: 5,
			tenancy: 'default',
			accelerator: {name: 'H100', count_per_instance: 8, total: 256},
			held_beside: ['cr-2'],
			held_before: {reservation_id: 'cr-1', gap_hours: 120},
			held_after: null,
			purchase_command:
				'aws ec2 purchase-capacity-block --region us-east-1 --capacity-block-offering-id cbo-1 --instance-platform Linux/UNIX',
			terms: expect.arrayContaining([expect.stringContaining('cannot be cancelled')]),
		});
	});

	test('nothing that AWS did not say is a zero', () => {
		const bare = offering({
			id: null,
			availabilityZone: null,
			instanceCount: null,
			instanceType: null,
			startDate: null,
			endDate: null,
			durationHours: null,
			upfrontFee: null,
			currencyCode: null,
			accelerator: null,
		});
		const data = JSON.parse(renderOfferings(report([answered('us-east-1', bare)]), 'json'));
		expect(readSchema('offerings-v1')(data)).toEqual([]);
		expect(JSON.stringify(data.offerings)).not.toMatch(/:0[,}]/);
		expect(renderOfferings(report([answered('us-east-1', bare)]), 'table')).toContain('AWS gave no id by which it could be bought');
	});

	test('CSV has a row per offering, and no formula', () => {
		const sly = offering({id: '=1+1', availabilityZone: '@a'});
		const [header, row] = readCsv(renderOfferings(report([answered('us-east-1', sly)]), 'csv'));
		expect(header?.slice(0, 4)).toEqual([
			'capacity_block_offering_id',
			'capacity_block_extension_offering_id',
			'region',
			'availability_zone',
		]);
		expect([row?.[0], row?.[3], row?.at(-1)]).toEqual(["'=1+1", "'@a", '']);
	});
});
