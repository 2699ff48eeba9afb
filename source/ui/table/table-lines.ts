import type {HintSeverity} from '../../core/mistakes/hint.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import type {Sort} from '../../core/rows/sort.js';
import type {TimeZone} from '../../format/date.js';
import {fitText} from '../../format/fit-text.js';
import type {ChangeMark} from '../../store/types.js';
import type {Glyphs} from '../glyphs.js';
import {bold, fitLine, type Line, plain, type Segment, toned, widthOf} from '../line.js';
import type {CellContext, Column, PlacedColumn} from './column.js';

/** What a date column is called where it names the zone. */
const datedHeaders: Readonly<Record<string, string>> = {ends: 'ENDS', start: 'START', 'usable-until': 'USABLE'};

/**
The line over the rows. The first of the dates names the zone for all; the sorted column stands out.

Local time has no one offset here: dates on the two sides of a change to summer time differ in it.
*/
export function headingLine(placed: readonly PlacedColumn[], sort: Sort, zone: TimeZone): Line {
	const dated = placed.find(({column}) => column.id in datedHeaders)?.column;
	return [
		plain('  '),
		...placed.flatMap(({column, gap, width}) => {
			const title = column === dated ? `${datedHeaders[column.id]} ${zone === 'utc' ? 'UTC' : 'local'}` : column.header;
			const text = fitText(title, width, column.align, '');
			return [plain(' '.repeat(gap)), column.sortKey === sort.key ? bold(text) : toned('dim', text)];
		}),
	];
}

export type RowState = {
	readonly isSelected: boolean;
	readonly isFollowed?: boolean;
	/** There is a likely mistake about it, of so much weight. */
	readonly hint?: HintSeverity | null;
	/** What of it changed a moment ago. */
	readonly mark?: ChangeMark | null;
};

/** One reservation: exactly as wide as its columns. */
export function rowLine(
	reservation: Reservation,
	placed: readonly PlacedColumn[],
	context: CellContext,
	{isSelected, isFollowed = false, hint = null, mark = null}: RowState,
): Line {
	const {glyphs} = context;
	return [
		edge({isFollowed, hint, mark}, placed, glyphs),
		isSelected ? toned('accent', glyphs.cursor) : plain(' '),
		...placed.flatMap(({column, gap, width}) => {
			const cell = column.cell(reservation, context);
			const sign = signOf(column, mark, glyphs);
			if (sign === null) {
				return [plain(' '.repeat(gap)), ...alignCell(cell, width, column.align, glyphs.cut)];
			}

			// Before a number the sign is next to it; before a word it is in the gap, so that words stay in line.
			return column.align === 'right' && widthOf(cell) < width
				? [plain(' '.repeat(gap)), ...alignCell([sign, ...cell], width, 'right', glyphs.cut)]
				: [plain(' '.repeat(gap - 1)), sign, ...alignCell(cell, width, column.align, glyphs.cut)];
		}),
	];
}

/** In front of the cursor: a new reservation, a change that no column shows, one that is followed, or a likely mistake. */
function edge({isFollowed, hint, mark}: Required<Omit<RowState, 'isSelected'>>, placed: readonly PlacedColumn[], glyphs: Glyphs): Segment {
	if (mark?.parts.has('new') === true) {
		return toned('good', '+');
	}

	const isShown = placed.some(({column}) => column.marks !== undefined && mark?.parts.has(column.marks));
	if (mark !== null && !isShown) {
		const [first = 'other'] = mark.parts.values();
		return directionSign(mark.parts.get('used') ?? first, glyphs);
	}

	if (isFollowed) {
		return toned('accent', glyphs.followed);
	}

	return hint === null ? plain(' ') : toned(hint === 'warning' ? 'warn' : 'dim', glyphs.hint);
}

function signOf({marks}: Column, mark: ChangeMark | null, glyphs: Glyphs): Segment | null {
	const direction = marks === undefined ? undefined : mark?.parts.get(marks);
	return direction === undefined ? null : directionSign(direction, glyphs);
}

function directionSign(direction: 'up' | 'down' | 'other', glyphs: Glyphs): Segment {
	switch (direction) {
		case 'up':
			return toned('good', glyphs.more);
		case 'down':
			return toned('warn', glyphs.less);
		case 'other':
			return toned('accent', glyphs.changed);
	}
}

function alignCell(cell: Line, width: number, align: 'left' | 'right', cut: string): Line {
	const missing = width - widthOf(cell);
	return align === 'left' || missing < 0 ? fitLine(cell, width, cut) : [plain(' '.repeat(missing)), ...cell];
}
