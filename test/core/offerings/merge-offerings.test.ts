import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {emptyOfferingsWords, ineligibleTypeWords} from '../../../source/core/offerings/empty-offerings.js';
import {beginLargest, recordCount} from '../../../source/core/offerings/largest.js';
import {mergeOfferings} from '../../../source/core/offerings/merge-offerings.js';
import type {Offering} from '../../../source/core/offerings/offering.js';
import type {OfferingsResult} from '../../../source/core/offerings/offerings-result.js';
import type {OfferingRequest} from '../../../source/core/offerings/request.js';
import {offering} from '../../helpers/offering.js';

const fetchedAt = new Date('2026-11-23T10:13:00Z');

function ok(region: string, offerings: readonly Offering[] = []): OfferingsResult {
	return {region, status: offerings.length === 0 ? 'empty' : 'ok', offerings, fetchedAt};
}

function failed(region: string, status: 'denied' | 'timeout' | 'not_enabled'): OfferingsResult {
	return {region, status, failure: {status, code: 'Code', message: `It is ${status}.`, requestId: null}};
}

const statuses = ['empty', 'ok', 'ineligible', 'limited', 'needs_enablement', 'not_enabled', 'timeout'] as const;

function resultOf(region: string, status: (typeof statuses)[number]): OfferingsResult {
	switch (status) {
		case 'ok':
			return ok(region, [offering({region, id: `cbo-${region}`})]);
		case 'empty':
			return ok(region);
		case 'ineligible':
		case 'limited':
		case 'needs_enablement':
			return {region, status, message: 'No.'};
		case 'not_enabled':
		case 'timeout':
			return failed(region, status);
	}
}

const refused: OfferingsResult = {
	region: 'eu-west-3',
	status: 'ineligible',
	message: 'The instance type is not supported for Capacity Blocks.',
};
const limited: OfferingsResult = {region: 'ap-south-1', status: 'limited', message: 'You have reached your limit.'};
const one = offering({id: 'cbo-1'});
const two = offering({id: 'cbo-2', region: 'us-west-2', startDate: new Date('2026-11-30T11:30:00Z')});

describe('merging regions', () => {
	test('puts all offerings into one order and each region where it belongs', () => {
		const merged = mergeOfferings(
			[ok('us-west-2', [two]), refused, ok('us-east-2'), limited, failed('us-west-1', 'denied'), ok('us-east-1', [one])],
			null,
			'start',
		);
		expect(merged).toEqual({
			offerings: [two, one],
			answered: ['us-east-1', 'us-east-2', 'us-west-2'],
			ineligible: ['eu-west-3'],
			unread: [
				{region: 'ap-south-1', status: 'limited', message: 'You have reached your limit.'},
				{region: 'us-west-1', status: 'denied', message: 'It is denied.'},
			],
			notEnabled: [],
			isComplete: false,
		});
	});

	test('is complete when every region answered or cannot have the type', () => {
		expect(mergeOfferings([ok('us-east-1', [one]), refused], null).isComplete).toBe(true);
		expect(mergeOfferings([], null).isComplete).toBe(false);
	});

	test('misses a region that is not enabled only when it was asked for by name', () => {
		const results = [ok('us-east-1'), failed('me-south-1', 'not_enabled')];
		expect(mergeOfferings(results, null)).toMatchObject({isComplete: true, notEnabled: ['me-south-1'], unread: []});
		expect(mergeOfferings(results, ['us-east-1', 'me-south-1'])).toMatchObject({
			isComplete: false,
			notEnabled: [],
			unread: [{region: 'me-south-1'}],
		});
	});

	test('takes the later one of two results for a region, and an offering once', () => {
		expect(mergeOfferings([failed('us-east-1', 'timeout'), ok('us-east-1', [one, one])], null)).toMatchObject({
			offerings: [one],
			unread: [],
			isComplete: true,
		});
	});

	test('has every region in exactly one list', () => {
		const any = fc.array(
			fc
				.tuple(fc.constantFrom('a-1', 'b-1', 'c-1', 'd-1'), fc.constantFrom(...statuses))
				.map(([region, status]) => resultOf(region, status)),
			{maxLength: 8},
		);
		fc.assert(
			fc.property(any, fc.option(fc.subarray(['a-1', 'b-1', 'c-1', 'd-1']), {nil: null}), (results, asked) => {
				const {answered, ineligible, unread, notEnabled} = mergeOfferings(results, asked);
				const listed = [...answered, ...ineligible, ...unread.map(({region}) => region), ...notEnabled];
				expect(listed.toSorted()).toEqual([...new Set(results.map(({region}) => region))].toSorted());
			}),
		);
	});
});

describe('no offerings', () => {
	const request: OfferingRequest = {
		subject: {kind: 'instances', instanceType: 'p5.48xlarge', count: 32},
		hours: 150,
		startAfter: null,
		endBy: null,
		regions: null,
	};

	test('names count, type, length, window and regions', () => {
		const merged = mergeOfferings([ok('us-east-1'), ok('us-west-2')], null);
		expect(emptyOfferingsWords(request, merged, null)).toEqual([
			'No offering of 32 × p5.48xlarge for 7 d, starting within 8 weeks, in us-east-1 and us-west-2.',
			'A smaller count may exist: AWS does not tell which one does, but it can be searched by halving.',
		]);
		const window = {...request, startAfter: new Date('2026-12-01T00:00:00Z'), endBy: new Date('2026-12-20T00:00:00Z')};
		expect(emptyOfferingsWords(window, merged, null)[0]).toBe(
			'No offering of 32 × p5.48xlarge for 7 d, starting 2026-12-01 00:00 UTC or later and ending by 2026-12-20 00:00 UTC, in us-east-1 and us-west-2.',
		);
	});

	test('tells apart where the type has no blocks and what could not be asked', () => {
		expect(
			emptyOfferingsWords(
				{...request, subject: {...request.subject, count: 1}},
				mergeOfferings([ok('us-east-1'), refused, limited], null),
				null,
			),
		).toEqual([
			'No offering of 1 × p5.48xlarge for 7 d, starting within 8 weeks, in us-east-1.',
			'p5.48xlarge has no Capacity Blocks in eu-west-3.',
			'ap-south-1 could not be asked: You have reached your limit.',
		]);
		expect(emptyOfferingsWords(request, mergeOfferings([limited], null), null)).toEqual([
			'ap-south-1 could not be asked: You have reached your limit.',
		]);
	});

	test('ends with the largest count that was found, and how sure that is', () => {
		const merged = mergeOfferings([ok('us-east-1')], null);
		let search = beginLargest(4);
		expect(emptyOfferingsWords(request, merged, search)).toHaveLength(1);
		search = recordCount(search, [], true);
		expect(emptyOfferingsWords(request, merged, recordCount(search, [one], true))[1]).toBe(
			'The largest count found by halving is 1 (2 rounds).',
		);
		expect(emptyOfferingsWords(request, merged, recordCount(search, [], false))[1]).toBe(
			'No smaller count exists either, down to 1. Not every region could be asked for every count.',
		);
	});

	test('of a type that has no blocks anywhere says so, and which types have', () => {
		expect(ineligibleTypeWords('inf2.xlarge', ['us-east-1'], ['p5.48xlarge', 'trn2.48xlarge'])).toBe(
			'inf2.xlarge cannot be bought as a Capacity Block in us-east-1; where EC2 has the type, an On-Demand Capacity Reservation holds it. Types that can be: p5.48xlarge and trn2.48xlarge.',
		);
		expect(ineligibleTypeWords('inf2.xlarge', ['a-1', 'b-1', 'c-1', 'd-1', 'e-1', 'f-1', 'g-1'], null)).toBe(
			'inf2.xlarge cannot be bought as a Capacity Block in a-1, b-1, c-1, d-1, e-1 and 2 more; where EC2 has the type, an On-Demand Capacity Reservation holds it.',
		);
		expect(ineligibleTypeWords('p4de.24xlarge', ['us-east-1'], ['p4de.24xlarge'])).not.toContain('Types that can be');
	});

	test('of a type of UltraServers names those', () => {
		expect(ineligibleTypeWords('p6e-gb200.36xlarge', ['us-east-1'], ['p5.48xlarge', 'p6e-gb200.36xlarge'])).toBe(
			'p6e-gb200.36xlarge is sold in whole UltraServers only: search for u-p6e-gb200x72 and u-p6e-gb200x36 (--ultraserver-type).',
		);
	});
});
