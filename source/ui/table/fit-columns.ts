import type {Reservation} from '../../core/reservation.js';
import type {Column, PlacedColumn} from './column.js';

/** Columns in front of the first one: a space and the cursor. */
export const gutterWidth = 2;

const noWiderThan = {bar: 8, narrowBar: 6} as const;
const wideTable = 100;

export function barWidthFor(width: number): number {
	return width >= wideTable ? noWiderThan.bar : noWiderThan.narrowBar;
}

/** The columns that fit into `width`, with their widths. Those with the highest priority number leave first. */
export function fitColumns(columns: readonly Column[], rows: readonly Reservation[], width: number): readonly PlacedColumn[] {
	const widths = new Map(columns.map((column) => [column, widthOf(column, rows, width)]));
	const room = width - gutterWidth;
	let kept = columns;
	while (taken(kept, widths, 1) > room) {
		const priority = Math.max(...kept.map((column) => column.priority));
		if (priority === 0) {
			break;
		}

		kept = kept.filter((column) => column.priority !== priority);
	}

	shrinkContent(kept, widths, taken(kept, widths, 1) - room);
	const isAiry = taken(kept, widths, Number.POSITIVE_INFINITY) <= room;
	const mostGap = isAiry ? Number.POSITIVE_INFINITY : 1;
	const rest = room - taken(kept, widths, mostGap);
	return kept.map((column, index) => ({
		column,
		gap: index === 0 ? 0 : Math.min(column.gap, mostGap),
		width: (widths.get(column) ?? 0) + (column.width.kind === 'rest' ? Math.max(0, rest) : 0),
	}));
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

function taken(columns: readonly Column[], widths: ReadonlyMap<Column, number>, mostGap: number): number {
	return columns.reduce((sum, column, index) => sum + (widths.get(column) ?? 0) + (index === 0 ? 0 : Math.min(column.gap, mostGap)), 0);
}

function widthOf({width, header}: Column, rows: readonly Reservation[], tableWidth: number): number {
	switch (width.kind) {
		case 'fixed':
			return width.columns;
		case 'bar':
			return barWidthFor(tableWidth);
		case 'rest':
			return width.least;
		case 'content': {
			// The number of characters is near enough for what AWS names in ASCII; cells are fitted by display width.
			const longest = rows.reduce((most, row) => Math.max(most, width.text(row)?.length ?? 0), header.length);
			return Math.max(width.least, Math.min(longest, width.most));
		}
	}
}
