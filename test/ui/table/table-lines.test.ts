import fc from 'fast-check';
import {expect, test} from 'vitest';
import {safeText} from '../../../source/core/words/safe-text.js';
import {asciiGlyphs, unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {textOf, widthOf} from '../../../source/ui/line.js';
import {blockColumns} from '../../../source/ui/table/block-columns.js';
import type {CellContext} from '../../../source/ui/table/column.js';
import {fitColumns} from '../../../source/ui/table/fit-columns.js';
import {odcrColumns} from '../../../source/ui/table/odcr-columns.js';
import {headingLine, rowLine} from '../../../source/ui/table/table-lines.js';
import {reservations} from '../../core/arbitrary.js';
import {liveIn} from '../../helpers/live-in.js';
import {block, reservation} from '../../helpers/reservation.js';
import {sampleBlocks, sampleOdcrs} from '../../helpers/sample-account.js';

const sort = {key: 'free', descending: true} as const;
const context: CellContext = {
	now: new Date('2026-11-23T10:13:00Z'),
	zone: 'utc',
	glyphs: unicodeGlyphs,
	accountId: '123456789012',
	prices: null,
	barWidth: 8,
	isStale: false,
};

test('the first of the dates names the zone for all, whichever that is', () => {
	const heading = (columns: typeof blockColumns, rows: readonly Parameters<typeof rowLine>[0][], width: number, zone: 'utc' | 'local') =>
		textOf(headingLine(fitColumns(columns, rows, width, false), sort, zone)).replace(/ {2,}/g, '  ');
	expect(heading(odcrColumns, sampleOdcrs(), 120, 'utc')).toContain('  ENDS UTC  ');
	expect(heading(odcrColumns, sampleOdcrs(), 120, 'local')).toContain('  ENDS local  ');
	expect(heading(blockColumns, sampleBlocks(), 120, 'utc')).toContain('  START UTC  USABLE UNTIL  ');
	expect(heading(blockColumns, sampleBlocks(), 120, 'local')).toContain('  START local  USABLE UNTIL  ');
	expect(heading(blockColumns, sampleBlocks(), 80, 'utc')).toContain('  USABLE UTC  ');
	expect(heading(blockColumns, sampleBlocks(), 80, 'local')).toContain('  USABLE local  ');
});

test('the sorted column stands out, also in a bold heading without colour', () => {
	const line = headingLine(fitColumns(odcrColumns, sampleOdcrs(), 120, false), sort, 'utc');
	expect(line.filter(({isBold}) => isBold).map(({text}) => text.trim())).toEqual(['FREE']);
});

test('local time is written in the rows', () => {
	liveIn('Europe/Berlin');
	const placed = fitColumns(blockColumns, [block()], 120, false);
	expect(textOf(rowLine(block(), placed, {...context, zone: 'local'}, {isSelected: false}))).toContain('Nov 19 12:30');
});

test('only the selected row has the gutter', () => {
	const placed = fitColumns(odcrColumns, sampleOdcrs(), 120, false);
	expect(textOf(rowLine(reservation(), placed, context, {isSelected: true})).slice(0, 4)).toBe(' ▌p5');
	expect(textOf(rowLine(reservation(), placed, context, {isSelected: false})).slice(0, 4)).toBe('  p5');
	expect(textOf(rowLine(reservation(), placed, {...context, glyphs: asciiGlyphs}, {isSelected: true})).slice(0, 4)).toBe(' >p5');
});

test('a number is never cut, since it would be another number: its column is as wide as the widest, at any width', () => {
	const h100 = {name: 'H100', countPerInstance: 8, memoryMib: null};
	const count = fc.oneof(fc.nat(9), fc.nat(Number.MAX_SAFE_INTEGER), fc.constant(Number.MAX_SAFE_INTEGER));
	fc.assert(
		fc.property(reservations, count, fc.nat(900), fc.integer({min: 60, max: 200}), (rows, total, usedPart, width) => {
			const capacityAllocations = [{allocationType: 'used', count: usedPart, metadata: {}}];
			const large = {totalInstanceCount: total, availableInstanceCount: total, accelerator: h100};
			const odcrs = [...rows, reservation({...large, interruptible: true}), reservation({totalInstanceCount: 1, capacityAllocations})];
			const blocks = [...rows, block(large), block({totalInstanceCount: 1, capacityAllocations})];
			for (const [columns, all] of [[odcrColumns, odcrs] as const, [blockColumns, blocks] as const]) {
				const placed = fitColumns(columns, all, width, true);
				expect(widthOf(headingLine(placed, sort, 'utc'))).toBeLessThanOrEqual(width);
				const numbers = placed.filter(({column}) => ['total', 'size', 'free', 'used', 'percent', 'accelerators'].includes(column.id));
				const cut = numbers.filter((place) => all.some((row) => widthOf(place.column.cell(row, context)) > place.width));
				expect(cut.map(({column}) => column.id)).toEqual([]);
			}
		}),
	);
});

test('large numbers push out columns, down to the four that never leave', () => {
	const large = reservation({totalInstanceCount: 9_999_999_999, availableInstanceCount: 8_888_888_888, interruptible: true});
	const drawn = (width: number) => {
		const placed = fitColumns(odcrColumns, [large, reservation()], width, false);
		return [headingLine(placed, sort, 'utc'), rowLine(large, placed, context, {isSelected: false})].map((line) => textOf(line).trimEnd());
	};
	expect(drawn(80)).toEqual([
		'  TYPE         AZ                    ACCEL      TOTAL        FREE STATE',
		'  p5.48xlarge  us-east-1a 79999999992 H100 9999999999 ↩8888888888 active',
	]);
	expect(drawn(60)).toEqual(['  TYPE         AZ                FREE STATE', '  p5.48xlarge  us-east-1a ↩8888888888 active']);
});

test('rows are exactly as wide as their heading, whatever AWS calls things', () => {
	const word = fc
		.oneof(fc.string({unit: 'grapheme', maxLength: 60}), fc.constantFrom('日本語のインスタンス型', '👩‍👩‍👧👩‍👩‍👧', 'p5.48xlarge'))
		.map(safeText);
	fc.assert(
		fc.property(reservations, word, fc.integer({min: 60, max: 200}), fc.boolean(), (rows, text, width, isStale) => {
			const hostile = rows.map((row) => ({...row, instanceType: text, availabilityZone: text, state: text, tags: {Name: text}}));
			for (const columns of [odcrColumns, blockColumns]) {
				const placed = fitColumns(columns, hostile, width, isStale);
				const heading = widthOf(headingLine(placed, sort, 'utc'));
				expect(heading).toBeLessThanOrEqual(width);
				expect(hostile.filter((row) => widthOf(rowLine(row, placed, {...context, isStale}, {isSelected: false})) !== heading)).toEqual([]);
			}
		}),
	);
});
