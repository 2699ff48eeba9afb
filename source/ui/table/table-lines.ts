import type {Reservation} from '../../core/reservation.js';
import type {Sort} from '../../core/sort.js';
import type {TimeZone} from '../../format/date.js';
import {fitText} from '../../format/fit-text.js';
import {bold, fitLine, type Line, plain, toned, widthOf} from '../line.js';
import type {CellContext, PlacedColumn} from './column.js';

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

/** One reservation: exactly as wide as its columns. */
export function rowLine(reservation: Reservation, placed: readonly PlacedColumn[], context: CellContext, isSelected: boolean): Line {
	return [
		plain(' '),
		isSelected ? toned('accent', context.glyphs.cursor) : plain(' '),
		...placed.flatMap(({column, gap, width}) => [
			plain(' '.repeat(gap)),
			...alignCell(column.cell(reservation, context), width, column.align, context.glyphs.cut),
		]),
	];
}

function alignCell(cell: Line, width: number, align: 'left' | 'right', cut: string): Line {
	const missing = width - widthOf(cell);
	return align === 'left' || missing < 0 ? fitLine(cell, width, cut) : [plain(' '.repeat(missing)), ...cell];
}
