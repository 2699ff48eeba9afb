import {expect, test} from 'vitest';
import type {ChangedPart} from '../../../source/core/events/changes.js';
import type {ChangeMark} from '../../../source/store/types.js';
import {asciiGlyphs, unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {textOf, widthOf} from '../../../source/ui/line.js';
import type {PlacedColumn} from '../../../source/ui/table/column.js';
import {fitColumns} from '../../../source/ui/table/fit-columns.js';
import {odcrColumns} from '../../../source/ui/table/odcr-columns.js';
import {rowLine} from '../../../source/ui/table/table-lines.js';
import {reservation} from '../../helpers/reservation.js';

const row = reservation({totalInstanceCount: 32, availableInstanceCount: 24});
const columns = fitColumns(odcrColumns, [row], 120, false);

function line(
	parts: ReadonlyArray<readonly [ChangedPart, 'up' | 'down' | 'other']>,
	glyphs = unicodeGlyphs,
	placed: readonly PlacedColumn[] = columns,
) {
	const now = new Date('2026-11-23T10:13:00Z');
	const mark: ChangeMark = {at: now, parts: new Map(parts)};
	const context = {now, zone: 'utc', glyphs, accountId: null, prices: null, barWidth: 8, isStale: false} as const;
	return rowLine(row, placed, context, {isSelected: false, isFollowed: true, mark});
}

test('a count that changed has its direction before it', () => {
	const text = textOf(
		line([
			['free', 'up'],
			['used', 'down'],
		]),
	);
	expect(text).toContain(' ▲24 ');
	expect(text).toContain(' ▼8 ');
});

test('a state that changed is marked in the gap, and a new reservation at the edge', () => {
	const text = textOf(
		line([
			['state', 'other'],
			['new', 'other'],
		]),
	);
	expect(text).toContain('◆active');
	expect(text.startsWith('+ p5.48xlarge')).toBe(true);
});

test('a change that no column shows marks the edge, where else the followed one is', () => {
	const withoutCounts = columns.filter(({column}) => !['free', 'used'].includes(column.id));
	const edgeOf = (parts: Parameters<typeof line>[0], placed: readonly PlacedColumn[] = withoutCounts) =>
		textOf(line(parts, unicodeGlyphs, placed)).slice(0, 1);
	expect(
		edgeOf([
			['free', 'down'],
			['used', 'up'],
		]),
	).toBe('▲');
	expect(edgeOf([['tags', 'other']])).toBe('◆');
	expect(edgeOf([['free', 'down']], columns)).toBe('•');
	expect(edgeOf([['state', 'other']])).toBe('•');
});

test('marks move nothing, and say the same in ASCII', () => {
	const plain = line([]);
	const marked = line(
		[
			['free', 'down'],
			['total', 'up'],
			['end', 'other'],
		],
		asciiGlyphs,
	);
	expect(widthOf(marked)).toBe(widthOf(plain));
	expect(textOf(marked)).toContain('v24');
	expect(textOf(marked)).toContain('^32');
});
