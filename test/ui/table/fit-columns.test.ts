import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {blockColumns} from '../../../source/ui/table/block-columns.js';
import type {Column} from '../../../source/ui/table/column.js';
import {fitColumns} from '../../../source/ui/table/fit-columns.js';
import {odcrColumns} from '../../../source/ui/table/odcr-columns.js';
import {reservations} from '../../core/arbitrary.js';
import {reservation} from '../../helpers/reservation.js';
import {sampleBlocks, sampleOdcrs} from '../../helpers/sample-account.js';

const widths = Array.from({length: 141}, (_, index) => 60 + index);

function idsAt(columns: readonly Column[], rows: readonly Reservation[], width: number): readonly string[] {
	return fitColumns(columns, rows, width, false).map(({column}) => column.id);
}

/** Ids in the order in which they leave, from the widest terminal to the narrowest. */
function leaving(columns: readonly Column[], rows: readonly Reservation[]): readonly string[] {
	let shown = columns.map(({id}) => id);
	const left: string[] = [];
	for (const width of widths.toReversed()) {
		const ids = idsAt(columns, rows, width);
		left.push(...shown.filter((id) => !ids.includes(id)));
		shown = [...ids];
	}

	return left;
}

test('NAME leaves first, then MATCH, ENDS, USED, the percentage and the bar', () => {
	expect(leaving(odcrColumns, sampleOdcrs())).toEqual(['name', 'match', 'ends', 'used', 'percent', 'use']);
});

test('with longer words TOTAL and the accelerators leave too', () => {
	const rows = [reservation({instanceType: 'p6e-gb200.36xlarge', availabilityZone: 'us-east-1-dfw-2a', state: 'assessing'})];
	expect(leaving(odcrColumns, rows)).toEqual(['name', 'match', 'ends', 'used', 'percent', 'use', 'total', 'accelerators']);
});

test('of a block the length leaves first, then the percentage, the bar, the start, the accelerators and the usable end', () => {
	expect(leaving(blockColumns, sampleBlocks())).toEqual(['length', 'percent', 'fill', 'start', 'accelerators', 'usable-until']);
});

test('TYPE, AZ, FREE and STATE, and the size and countdown of a block, never leave', () => {
	const incomplete = widths.filter((width) => {
		const odcr = idsAt(odcrColumns, sampleOdcrs(), width);
		const block = idsAt(blockColumns, sampleBlocks(), width);
		return (
			!['type', 'az', 'free', 'state'].every((id) => odcr.includes(id)) ||
			!['type', 'az', 'size', 'state', 'countdown'].every((id) => block.includes(id))
		);
	});
	expect(incomplete).toEqual([]);
});

describe('any rows at any width', () => {
	test.each([
		['ODCRs', odcrColumns],
		['blocks', blockColumns],
	])('%s never take more columns than there are', (_, columns) => {
		fc.assert(
			fc.property(reservations, fc.integer({min: 60, max: 200}), fc.boolean(), (rows, width, hasStale) => {
				const placed = fitColumns(columns, rows, width, hasStale);
				const total = placed.reduce((sum, place) => sum + place.gap + place.width, 2);
				expect(total).toBeLessThanOrEqual(width);
				expect(placed.filter((place, index) => place.width < 3 || (index > 0 && place.gap < 1))).toEqual([]);
			}),
		);
	});
});

test('a gap that has no room is lost at the left first', () => {
	const gaps = (width: number) => fitColumns(odcrColumns, sampleOdcrs(), width, false).map(({column, gap}) => `${column.id} ${gap}`);
	expect(gaps(80)).toContain('az 2');
	expect(gaps(80)).toContain('use 2');
	expect(gaps(79)).toContain('az 1');
	expect(gaps(79)).toContain('use 2');
});

test('the name takes what is left over', () => {
	const nameAt = (width: number) => fitColumns(odcrColumns, sampleOdcrs(), width, false).find(({column}) => column.id === 'name')?.width;
	expect([nameAt(120), nameAt(150), nameAt(200)]).toEqual([12, 42, 92]);
});

test('a stale row gets room for its mark', () => {
	const stateWidth = (hasStale: boolean) =>
		fitColumns(odcrColumns, [reservation({state: 'scheduled'})], 80, hasStale).find(({column}) => column.id === 'state')?.width;
	expect([stateWidth(false), stateWidth(true)]).toEqual([9, 10]);
});
