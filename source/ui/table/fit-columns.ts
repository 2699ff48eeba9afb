import type {Reservation} from '../../core/reservations/reservation.js';
import type {Column, PlacedColumn} from './column.js';
import {hasLargeNumber} from './number-widths.js';

/** Columns in front of the first one: a space and the cursor. */
export const gutterWidth = 2;

const noWiderThan = {bar: 8, narrowBar: 6} as const;
const wideTable = 100;

export function barWidthFor(width: number): number {
	return width >= wideTable ? noWiderThan.bar : noWiderThan.narrowBar;
}

/**
The columns that fit into `width`, with their widths. Those with the highest priority number leave first.

`large` are the rows whose numbers may need more than the least there is room for, nearly always none: 100,000 rows need not be
measured for each number. What is left over goes into gaps, from the right, where text follows numbers, and then to the column that takes the rest.
*/
export function fitColumns(
	columns: readonly Column[],
	rows: readonly Reservation[],
	width: number,
	hasStale: boolean,
	large: readonly Reservation[] = rows.filter(hasLargeNumber),
): readonly PlacedColumn[] {
	const widths = new Map(
		columns.map((column) => [column, widthOf(column, column.width.kind === 'number' ? large : rows, width, hasStale)]),
	);
	const room = width - gutterWidth;
	let kept = columns;
	while (taken(kept, widths) > room) {
		const priority = Math.max(...kept.map((column) => column.priority));
		if (priority === 0) {
			break;
		}

		kept = kept.filter((column) => column.priority !== priority);
	}

	shrinkContent(kept, widths, taken(kept, widths) - room);
	let spare = Math.max(0, room - taken(kept, widths));
	const placed: PlacedColumn[] = [];
	for (const [index, column] of [...kept.entries()].reverse()) {
		const extra = index === 0 ? 0 : Math.min(column.gap - 1, spare);
		spare -= extra;
		placed.unshift({column, gap: index === 0 ? 0 : 1 + extra, width: widths.get(column) ?? 0});
	}

	return placed.map((place) => (place.column.width.kind === 'rest' ? {...place, width: place.width + spare} : place));
}

/** Takes what is too much from the columns as wide as their content, a column of the widest at a time: cut text is better than a wrapped row. */
function shrinkContent(columns: readonly Column[], widths: Map<Column, number>, excess: number): void {
	for (let left = excess; left > 0; left--) {
		const widest = columns
			.filter(({width}) => width.kind === 'content')
			.toSorted((one, other) => (widths.get(other) ?? 0) - (widths.get(one) ?? 0))[0];
		if (widest === undefined) {
			return;
		}

		widths.set(widest, (widths.get(widest) ?? 0) - 1);
	}
}

/** With gaps of one column, the least there may be. */
function taken(columns: readonly Column[], widths: ReadonlyMap<Column, number>): number {
	return columns.reduce((sum, column, index) => sum + (widths.get(column) ?? 0) + (index === 0 ? 0 : 1), 0);
}

function widthOf({width, header}: Column, rows: readonly Reservation[], tableWidth: number, hasStale: boolean): number {
	switch (width.kind) {
		case 'fixed':
			return width.columns;
		case 'bar':
			return barWidthFor(tableWidth);
		case 'rest':
			return width.least;
		case 'number':
			return rows.reduce((most, row) => Math.max(most, width.columns(row)), width.least);
		case 'content': {
			// The number of characters is near enough for what AWS names in ASCII; cells are fitted by display width.
			const longest = rows.reduce((most, row) => Math.max(most, width.text(row, hasStale)?.length ?? 0), header.length);
			return Math.max(width.least, Math.min(longest, width.most));
		}
	}
}
