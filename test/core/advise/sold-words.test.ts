import {describe, expect, test} from 'vitest';
import {costLines} from '../../../source/core/advise/advice-costs.js';
import {adviceJson} from '../../../source/core/advise/advice-json.js';
import {isSameSearch, searchOfAdvice} from '../../../source/core/advise/advice-offerings.js';
import type {AdviceRequest} from '../../../source/core/advise/advice-request.js';
import {adviceWords} from '../../../source/core/advise/advice-words.js';
import {type Advice, adviseCapacity} from '../../../source/core/advise/advise-capacity.js';
import {noPrices} from '../../../source/core/cost/price.js';
import {beginLargest, type LargestSearch, recordCount} from '../../../source/core/offerings/largest.js';
import {mergeOfferings} from '../../../source/core/offerings/merge-offerings.js';
import {type Offering, parseFee} from '../../../source/core/offerings/offering.js';
import type {OfferingsResult} from '../../../source/core/offerings/offerings-result.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {offering} from '../../helpers/offering.js';
import {block} from '../../helpers/reservation.js';

const now = new Date('2026-11-23T10:00:00Z');

const training: AdviceRequest = {
	workload: 'training',
	schedule: 'fixed',
	instanceType: 'p5.48xlarge',
	count: 32,
	length: {unit: 'days', amount: 7},
	start: null,
	regions: null,
};

const input = {rows: [], coverage: [{region: 'us-east-1', status: 'read', fetchedAt: now}], isBlockType: true, now} as const;

/** The advice after AWS sold `offerings` in us-east-1, and did not answer in the regions of `failed`. */
function adviseWith(
	offerings: readonly Offering[],
	{
		request = training,
		failed = [],
		largest = null,
	}: {request?: AdviceRequest; failed?: readonly string[]; largest?: LargestSearch | null} = {},
): Advice {
	const search = searchOfAdvice(request, adviseCapacity({...input, request, sold: null}), now);
	if (search === null) {
		throw new Error('Nothing to ask.');
	}

	const results: readonly OfferingsResult[] = [
		{region: 'us-east-1', status: offerings.length === 0 ? 'empty' : 'ok', offerings, fetchedAt: now},
		...failed.map((region) => ({region, status: 'limited' as const, message: 'Too many.'})),
	];
	return adviseCapacity({...input, request, sold: {search, merged: mergeOfferings(results, null), largest}});
}

const early = offering({id: 'cb-early', startDate: new Date('2026-11-25T11:30:00Z'), upfrontFee: parseFee('300000.00')});
const cheap = offering({id: 'cb-cheap', upfrontFee: parseFee('200000.00')});
const between = offering({id: 'cb-between', startDate: new Date('2026-11-27T11:30:00Z'), upfrontFee: parseFee('250000.00')});
const short = offering({id: 'cb-short', durationHours: 160});

describe('what AWS sells of the block that is advised', () => {
	test('is named: the earliest and the cheapest with their fees, and the line that leads to buying them', () => {
		const {headline, reasons, next} = adviceWords(training, adviseWith([cheap, between, early, short]), now);
		expect(headline).toBe('Buy a Capacity Block: 32 × p5.48xlarge for 7 d.');
		expect(reasons.slice(-3)).toEqual([
			'Earliest to buy: cb-early, 32 instances in us-east-1a from 2026-11-25 11:30 UTC for 7 d, USD 300,000.00 up front.',
			'Cheapest to buy: cb-cheap, 32 instances in us-east-1a from 2026-12-01 11:30 UTC for 7 d, USD 200,000.00 up front.',
			'1 more offering would do.',
		]);
		expect(next).toEqual([
			{text: 'The line that buys it, with its terms:', command: 'truffle offerings --instance-type p5.48xlarge --count 32 --days 7'},
		]);
		expect(costLines(training, adviseWith([cheap, early]), noPrices, now)).toEqual([
			'USD 200,000.00 for the cheapest block that would do, up front, used or not; operating system fees come on top.',
		]);
	});

	test('is named once when the earliest is the cheapest, and no cheapest of several currencies', () => {
		const one = adviceWords(training, adviseWith([cheap]), now).reasons.at(-1);
		expect(one).toMatch(/^Earliest and cheapest to buy: cb-cheap, .* USD 200,000\.00 up front\.$/);
		const [last] = adviceWords(training, adviseWith([early, {...cheap, currencyCode: 'CNY'}]), now).reasons.slice(-1);
		expect(last).toBe('1 more offering would do.');
	});

	test('that starts before the day that is named, or is too short, does not do', () => {
		const request = {...training, start: new Date('2026-11-26T00:00:00Z')};
		const offerings = adviceJson(request, adviseWith([early, cheap, between, short], {request}), noPrices, now).offerings;
		expect(offerings?.map((fields) => fields.capacity_block_offering_id)).toEqual(['cb-between', 'cb-cheap']);
		const words = adviceWords(training, adviseWith([short]), now);
		expect(words.headline).toBe('Buy a Capacity Block, of which AWS sells none just now: 32 × p5.48xlarge for 7 d.');
		expect(words.reasons.at(-1)).toBe('AWS sells 1 block of the type and count, but none that lasts 7 d in time.');
	});

	test('when it is none is said, with the line that looks for the largest count', () => {
		const {headline, reasons, next} = adviceWords(training, adviseWith([]), now);
		expect(headline).toBe('Buy a Capacity Block, of which AWS sells none just now: 32 × p5.48xlarge for 7 d.');
		expect(reasons).toContain('No offering of 32 × p5.48xlarge for 7 d, starting within 8 weeks, in us-east-1.');
		expect(next).toEqual([
			{text: 'The largest count that AWS sells:', command: 'truffle offerings --instance-type p5.48xlarge --count 32 --days 7 --largest'},
		]);
	});

	test('of a largest count that is known is named', () => {
		let largest = recordCount(beginLargest(4), [], true);
		largest = recordCount(largest, [offering({instanceCount: 1})], true);
		const request = {...training, count: 4};
		const {reasons, next} = adviceWords(request, adviseWith([], {request, largest}), now);
		expect(reasons.at(-1)).toBe('The largest count found by halving is 1 (2 rounds).');
		expect(next).toEqual([{text: 'The line that buys 1:', command: 'truffle offerings --instance-type p5.48xlarge --count 1 --days 7'}]);
	});

	test('is not passed off as complete', () => {
		const some = adviceWords(training, adviseWith([cheap], {failed: ['us-west-2']}), now);
		expect(some.caveats.at(-1)).toBe('us-west-2 could not be asked: Too many.');
		const none = adviceWords(training, adviseWith([], {failed: ['us-west-2']}), now);
		expect(none.headline).toBe('Buy a Capacity Block: 32 × p5.48xlarge for 7 d.');
		expect(none.reasons).toContain('us-west-2 could not be asked: Too many.');
	});
});

describe('AWS is asked', () => {
	const searchOf = (request: AdviceRequest, rows: readonly Reservation[] = []) =>
		searchOfAdvice(request, adviseCapacity({...input, rows, request, sold: null}), now);

	test('for the block of the advice, from the day that is named on', () => {
		expect(searchOf({...training, start: new Date('2026-12-14T00:00:00Z')})).toEqual({
			subject: {kind: 'instances', instanceType: 'p5.48xlarge', count: 32},
			hours: 168,
			startAfter: new Date('2026-12-14T00:00:00Z'),
			endBy: null,
			regions: null,
		});
		expect(searchOf({...training, length: {unit: 'hours', amount: 24}})?.hours).toBe(24.5);
		expect(searchOf({...training, count: 100})?.subject.count).toBe(64);
		expect(searchOf({...training, instanceType: 'p6e-gb200.36xlarge', count: 20})?.subject).toEqual({
			kind: 'ultraservers',
			ultraserverType: 'u-p6e-gb200x72',
			count: 2,
		});
	});

	test('for nothing where what is held serves, an ODCR is advised, or no block is sold yet', () => {
		const held = block({
			id: 'cr-held',
			state: 'scheduled',
			totalInstanceCount: 32,
			startDate: new Date('2026-12-01T11:30:00Z'),
			endDate: {kind: 'limited', at: new Date('2026-12-11T11:30:00Z')},
		});
		expect(searchOf(training, [held])).toBeNull();
		expect(searchOf({...training, schedule: 'open', length: null})).toBeNull();
		expect(searchOf({...training, start: new Date('2027-04-15T00:00:00Z')})).toBeNull();
		expect(searchOf({...training, length: {unit: 'days', amount: 200}})).toBeNull();
		expect(searchOf({...training, count: null})).toBeNull();
	});
});

test('two searches are the same when all that AWS is asked is', () => {
	const search = {
		subject: {kind: 'instances', instanceType: 'a.b', count: 1},
		hours: 24,
		startAfter: now,
		endBy: null,
		regions: null,
	} as const;
	expect(isSameSearch(search, {...search, startAfter: new Date(now)})).toBe(true);
	expect(isSameSearch(search, {...search, regions: ['us-east-1']})).toBe(false);
});
