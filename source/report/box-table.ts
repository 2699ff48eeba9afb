import {displayWidth, padEnd} from '../format/fit-text.js';
import {steadyText} from '../format/steady-text.js';
import {toAscii} from './ascii.js';

/** A table of left-aligned cells in `+---+` lines, as the guide prints them. Every row has a cell for every header. */
export function boxTable(headers: readonly string[], texts: ReadonlyArray<readonly string[]>, isAscii: boolean): readonly string[] {
	const rows = texts.map((row) => row.map(isAscii ? toAscii : steadyText));
	const widths = headers.map((header, index) =>
		rows.reduce((width, row) => Math.max(width, displayWidth(row[index] ?? '')), displayWidth(header)),
	);
	const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
	const line = (cells: readonly string[]) => `|${widths.map((width, index) => ` ${padEnd(cells[index] ?? '', width)} `).join('|')}|`;
	return [rule, line(headers), rule, ...rows.map(line), rule];
}
