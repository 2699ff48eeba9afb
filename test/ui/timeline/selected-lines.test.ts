import {describe, expect, test} from 'vitest';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {asciiGlyphs, unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {textOf} from '../../../source/ui/line.js';
import type {CellContext} from '../../../source/ui/table/column.js';
import {selectedLines} from '../../../source/ui/timeline/selected-lines.js';
import {liveIn} from '../../helpers/live-in.js';
import {block, reservation} from '../../helpers/reservation.js';

const context: CellContext = {
	now: new Date('2026-11-23T10:13:00Z'),
	zone: 'utc',
	glyphs: unicodeGlyphs,
	accountId: '123456789012',
	prices: null,
	barWidth: 8,
	isStale: false,
};
const rlSweep = block({
	id: 'cr-0d1c2b3a4f5e69780',
	startDate: new Date('2026-11-16T11:30:00Z'),
	endDate: {kind: 'limited', at: new Date('2026-11-23T11:30:00Z')},
});

function linesOf(of: Reservation, width: number, overrides: Partial<CellContext> = {}): readonly string[] {
	return selectedLines(of, {...context, ...overrides}, width).map(textOf);
}

test('says exactly what it is and when, and less and less of it on narrower terminals', () => {
	expect(linesOf(rlSweep, 120)).toEqual([
		'  p5.48xlarge ×16 · 128 H100 · us-east-1a · cr-0d1c2b3a4f5e69780 · active, 16 of 16 used',
		'  Nov 16 11:30 → Nov 23 11:30 UTC, 7d     usable until Nov 23 11:00 UTC, 47m left; then terminated !',
	]);
	expect(linesOf(rlSweep, 80)).toEqual([
		'  p5.48xlarge ×16 · 128 H100 · us-east-1a · active, 16 of 16 used',
		'  Nov 16 11:30 → Nov 23 11:30 UTC, 7d   usable until Nov 23 11:00, 47m left !',
	]);
	expect(linesOf(rlSweep, 72)[1]).toBe('  Nov 16 11:30 → Nov 23 11:30 UTC  usable until 11:00, 47m left !');
	expect(linesOf(rlSweep, 60)).toEqual([
		'  p5.48xlarge ×16 · us-east-1a · active, 16 of 16 used',
		'  Nov 16 11:30 → usable until Nov 23 11:00 UTC, 47m left !',
	]);
});

test('in ASCII', () => {
	expect(linesOf(rlSweep, 120, {glyphs: asciiGlyphs}).join('')).toMatch(/^[ -~]*$/);
	expect(linesOf(rlSweep, 80, {glyphs: asciiGlyphs})[1]).toContain('Nov 16 11:30 -> Nov 23 11:30 UTC');
});

test('a stale one says so', () => {
	expect(linesOf(rlSweep, 80, {isStale: true})[0]).toContain(' · ~active, 16 of 16 used');
});

describe('the usable end', () => {
	test.each([
		[
			'of one that drains',
			{endDate: {kind: 'limited', at: new Date('2026-11-23T10:30:00Z')}},
			'usable until Nov 23 10:00 UTC, being terminated !',
		],
		['of a coming one', {state: 'scheduled'}, 'usable until Nov 26 11:00 UTC'],
		['of an expired one is past', {state: 'expired'}, 'was usable until Nov 26 11:00 UTC'],
	] as const)('%s', (_, overrides, text) => {
		expect(linesOf(block(overrides), 120)[1]?.split('     ')[1]).toBe(text);
	});

	test.each(['failed', 'payment-failed', 'cancelled', 'a-new-state'])('is not said of one that is %s', (state) => {
		expect(linesOf(block({state}), 120)[1]?.trimEnd()).toBe('  Nov 19 11:30 → Nov 26 11:30 UTC, 7d');
	});

	test('keeps its day where that is not the day of the end', () => {
		const short = block({endDate: {kind: 'limited', at: new Date('2026-11-26T00:15:00Z')}});
		expect(linesOf(short, 78)[1]).toBe('  Nov 19 11:30 → Nov 26 00:15 UTC  usable until Nov 25 23:45, 2d 13h left');
	});
});

describe('zones', () => {
	test('the local time of the usable end stands beside it', () => {
		liveIn('Europe/Berlin');
		expect(linesOf(block(), 150)[1]).toContain('usable until Nov 26 11:00 UTC (12:00 local), 3d 0h left');
	});

	test('local dates on two sides of a change to winter time each name their zone', () => {
		liveIn('Europe/Berlin');
		const across = block({startDate: new Date('2026-10-19T11:30:00Z'), endDate: {kind: 'limited', at: new Date('2026-10-26T11:30:00Z')}});
		expect(linesOf(across, 150, {zone: 'local'})[1]).toContain('Oct 19 13:30 UTC+2 → Oct 26 12:30 UTC+1, 7d');
	});

	test('every date has a zone beside it or after it, at every width', () => {
		liveIn('Asia/Kolkata');
		for (let width = 60; width <= 200; width++) {
			expect(linesOf(rlSweep, width)[1]).toContain(' UTC');
			expect(linesOf(rlSweep, width, {zone: 'local'})[1]).toContain(' UTC+5:30');
		}
	});
});

test.each([
	['without an end', reservation({endDate: {kind: 'unlimited'}}), 'Nov 1 00:00 UTC → until cancelled'],
	['whose end AWS did not say', block({endDate: {kind: 'unknown'}}), 'Nov 19 11:30 UTC → end unknown'],
	['whose start AWS did not say', block({startDate: null, state: 'a-new-state'}), 'start unknown → Nov 26 11:30 UTC'],
	[
		'that ends before it starts',
		block({startDate: new Date('2026-12-24T11:30:00Z'), state: 'a-new-state'}),
		'Dec 24 11:30 → Nov 26 11:30 UTC, ends before it starts',
	],
	['that AWS calls unlimited, as no block is', block({endDate: {kind: 'unlimited'}}), 'Nov 19 11:30 UTC → end unknown'],
	['of which nothing is known but that word', block({startDate: null, endDate: {kind: 'unlimited'}}), 'start unknown → end unknown'],
	['of which it said neither', block({startDate: null, endDate: {kind: 'unknown'}}), 'start unknown → end unknown'],
])('one %s', (_, of, text) => {
	expect(linesOf(of, 120)[1]?.trim()).toBe(text);
});

test('what is missing is never called null', () => {
	const unknown = block({instanceType: null, availabilityZone: null, id: null, state: null, totalInstanceCount: null, accelerator: null});
	expect(linesOf(unknown, 120)[0]).toBe('  – ×? · us-east-1 · state unknown');
});
