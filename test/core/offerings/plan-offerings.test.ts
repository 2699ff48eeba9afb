import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {roundLength, soldDays} from '../../../source/core/offerings/block-length.js';
import {bookableFrom, type OfferingsPlan, planOfferings} from '../../../source/core/offerings/plan-offerings.js';
import type {OfferingRequest} from '../../../source/core/offerings/request.js';

const now = new Date('2026-11-23T10:13:00Z');

function plan(parts: Partial<OfferingRequest> = {}): OfferingsPlan {
	return planOfferings(
		{
			subject: {kind: 'instances', instanceType: 'p5.48xlarge', count: 32},
			hours: 168,
			startAfter: null,
			endBy: null,
			regions: null,
			...parts,
		},
		now,
	);
}

function why(parts: Partial<OfferingRequest>): string {
	const planned = plan(parts);
	return planned.kind === 'ask' ? planned.notes.join(' ') : `${planned.kind}: ${planned.because}`;
}

describe('a length', () => {
	test('is sold by the day up to 14, then by 7 up to 182', () => {
		expect(soldDays.slice(0, 17)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 21, 28, 35]);
		expect([soldDays.length, soldDays.at(-1)]).toEqual([38, 182]);
	});

	test('that AWS sells stays, another one is rounded up with a note', () => {
		expect(roundLength(168)).toEqual({kind: 'sold', hours: 168, days: 7, note: null});
		expect(roundLength(30)).toEqual({
			kind: 'sold',
			hours: 48,
			days: 2,
			note: '1 d 6 h becomes 2 d: AWS sells Capacity Blocks by the day up to 14 days, then by 7 days up to 182.',
		});
		expect(roundLength(15 * 24)).toMatchObject({hours: 504, days: 21, note: expect.stringContaining('15 d becomes 21 d')});
	});

	test('of more than 182 days, or of none, is not sold', () => {
		expect(roundLength(182 * 24)).toMatchObject({kind: 'sold', days: 182});
		expect(roundLength(182 * 24 + 1)).toEqual({
			kind: 'not-sold',
			because: 'AWS sells Capacity Blocks of at most 182 days, and 182 d 1 h is longer. A block can be followed by another one.',
		});
		expect([0, -24, Number.NaN, Number.POSITIVE_INFINITY].map((hours) => roundLength(hours).kind)).toEqual(
			Array.from({length: 4}, () => 'not-sold'),
		);
	});

	test('is never rounded down, and by less than a step', () => {
		fc.assert(
			fc.property(fc.double({min: 0.01, max: 182 * 24, noNaN: true}), (hours) => {
				const length = roundLength(hours);
				expect(length.kind).toBe('sold');
				const days = length.kind === 'sold' ? length.days : 0;
				expect(days * 24).toBeGreaterThanOrEqual(hours);
				expect(soldDays).toContain(days);
				expect(days * 24 - hours).toBeLessThan(days <= 14 ? 24 : 168);
			}),
		);
	});
});

describe('AWS is asked', () => {
	test('for instances, with a window only where one was given', () => {
		expect(plan()).toEqual({
			kind: 'ask',
			call: {
				instanceType: 'p5.48xlarge',
				instanceCount: 32,
				ultraserverType: null,
				ultraserverCount: null,
				capacityDurationHours: 168,
				startDateRange: null,
				endDateRange: null,
			},
			notes: [],
		});
		const startAfter = new Date('2026-12-01T00:00:00Z');
		const endBy = new Date('2026-12-20T00:00:00Z');
		expect(plan({startAfter, endBy})).toMatchObject({call: {startDateRange: startAfter, endDateRange: endBy}, notes: []});
	});

	test('for UltraServers', () => {
		expect(plan({subject: {kind: 'ultraservers', ultraserverType: 'u-p6e-gb200x72', count: 2}})).toMatchObject({
			call: {instanceType: null, instanceCount: null, ultraserverType: 'u-p6e-gb200x72', ultraserverCount: 2},
		});
	});

	test('for the rounded length, which a note tells', () => {
		expect(plan({hours: 20})).toMatchObject({call: {capacityDurationHours: 24}, notes: [expect.stringContaining('20 h becomes 1 d')]});
	});

	test('without a start that is past, which a note tells', () => {
		expect(plan({startAfter: new Date('2026-11-01T00:00:00Z')})).toMatchObject({
			call: {startDateRange: null},
			notes: ['2026-11-01 00:00 UTC is past: any start from now on counts.'],
		});
	});

	test('for a window up to a day too short, since blocks end at 11:30 UTC and some are shorter than asked for', () => {
		expect(why({hours: 48, endBy: new Date('2026-11-25T09:00:00Z')})).toBe(
			'The window is shorter than 2 d: only offerings shorter than that can fit.',
		);
	});
});

describe('AWS is not asked', () => {
	test('for a start more than 8 weeks ahead: it says from which day it can be bought', () => {
		const startAfter = new Date('2027-04-15T00:00:00Z');
		expect(plan({startAfter})).toEqual({
			kind: 'too-early',
			bookableFrom: new Date('2027-02-18T00:00:00Z'),
			because:
				'AWS sells Capacity Blocks that start within 8 weeks: one that starts 2027-04-15 00:00 UTC can be bought from 2027-02-18 on.',
		});
		expect(plan({startAfter: new Date(now.getTime() + 56 * 86_400_000)}).kind).toBe('ask');
		expect(bookableFrom(startAfter, now)).toEqual(new Date('2027-02-18T00:00:00Z'));
		expect(bookableFrom(new Date('2026-12-01T00:00:00Z'), now)).toBeNull();
	});

	test('for a window in which nothing fits, however far off it is', () => {
		expect(why({endBy: new Date('2026-11-20T00:00:00Z')})).toBe(
			'never: Nothing can start after 2026-11-23 10:43 UTC and end by 2026-11-20 00:00 UTC.',
		);
		expect(why({endBy: new Date('2026-11-27T10:43:00Z')})).toBe(
			'never: From 2026-11-23 10:43 UTC to 2026-11-26 11:30 UTC, when the last block of the window ends, there are 3 d 47 min, too few for 7 d.',
		);
		const startAfter = new Date('2027-04-15T00:00:00Z');
		expect(['2026-12-01T23:59:59Z', '2027-04-16T23:59:59Z'].map((endBy) => why({startAfter, endBy: new Date(endBy)}))).toEqual([
			'never: Nothing can start after 2027-04-15 00:00 UTC and end by 2026-12-01 23:59 UTC.',
			'never: From 2027-04-15 00:00 UTC to 2027-04-16 11:30 UTC, when the last block of the window ends, there are 1 d 11 h 30 min, too few for 7 d.',
		]);
		expect(why({hours: 24, startAfter: new Date('2026-11-23T12:00:00Z'), endBy: new Date('2026-11-24T11:29:00Z')})).toBe(
			'never: Capacity Blocks end at 11:30 UTC, and none can start after 2026-11-23 12:00 UTC and end by 2026-11-24 11:29 UTC.',
		);
	});

	test('for a count that no block has', () => {
		const count = (of: number) => why({subject: {kind: 'instances', instanceType: 'p5.48xlarge', count: of}});
		expect([count(64), count(65), count(0), count(1.5)]).toEqual([
			'',
			'never: A Capacity Block has at most 64 instances, and an organisation at most 256 in all blocks of a day: ask for 64 or fewer, and for several blocks.',
			'never: A count must be a whole number of 1 or more.',
			'never: A count must be a whole number of 1 or more.',
		]);
	});

	test('for a length that is not sold', () => {
		expect(plan({hours: 200 * 24}).kind).toBe('never');
	});
});

test('whatever is asked of AWS is within its limits', () => {
	const instant = fc.option(fc.date({min: new Date('2026-10-01T00:00:00Z'), max: new Date('2027-06-01T00:00:00Z'), noInvalidDate: true}), {
		nil: null,
	});
	fc.assert(
		fc.property(
			fc.integer({min: -5, max: 200 * 24}),
			instant,
			instant,
			fc.integer({min: -1, max: 80}),
			(hours, startAfter, endBy, count) => {
				const planned = plan({hours, startAfter, endBy, subject: {kind: 'instances', instanceType: 'p5.48xlarge', count}});
				if (planned.kind === 'ask') {
					const {capacityDurationHours, instanceCount, startDateRange, endDateRange} = planned.call;
					expect(soldDays).toContain(capacityDurationHours / 24);
					expect(instanceCount).toBeGreaterThan(0);
					expect(instanceCount).toBeLessThanOrEqual(64);
					expect((startDateRange ?? now).getTime()).toBeLessThanOrEqual(now.getTime() + 56 * 86_400_000);
					expect((startDateRange ?? now).getTime()).toBeGreaterThanOrEqual(now.getTime());
					expect((endDateRange ?? new Date(8.64e15)).getTime()).toBeGreaterThan((startDateRange ?? now).getTime());
				}
			},
		),
	);
});
