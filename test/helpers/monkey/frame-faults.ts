import {displayWidth} from '../../../source/format/fit-text.js';
import {leastColumns, leastRows} from '../../../source/ui/layout.js';
import type {Size} from './any-size.js';

/** What no frame may have: a number that is none, a time that is less than none, a value that was not made a text, a control character. */
const garbage =
	/(?<=^|\s)-\d+(?: ?[smhd]| min)\b|\b(?:undefined|NaN|Infinity|null|Invalid Date)\b|\[object |[\0-\t\v-\u{1F}\u{7F}-\u{9F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/u;

/** What is wrong with a whole frame, whatever it shows. Lines have no blanks at their ends. */
export function frameFaults(lines: readonly string[], {columns, rows}: Size): readonly string[] {
	const faults: string[] = [];
	if (lines.length > rows) {
		faults.push(`${lines.length} lines on ${rows} rows`);
	}

	for (const [row, line] of lines.entries()) {
		const width = displayWidth(line);
		if (width > columns) {
			faults.push(`line ${row} takes ${width} of ${columns} columns`);
		}
	}

	if (isTooSmall({columns, rows})) {
		return faults;
	}

	if (lines.length < rows) {
		faults.push(`${lines.length} lines on ${rows} rows`);
	}

	if (lines[0]?.startsWith(' truffle') !== true) {
		faults.push('the first line is not the header');
	}

	if (cursorRows(lines).length > 1) {
		faults.push('more than one cursor');
	}

	return faults;
}

/** What should not be read on the screen, unless the account itself calls something so. */
export function garbageFaults(lines: readonly string[]): readonly string[] {
	return lines.flatMap((line, row) => {
		const found = garbage.exec(line);
		return found === null ? [] : [`line ${row} has ${JSON.stringify(found[0])} in it`];
	});
}

export function isTooSmall({columns, rows}: Size): boolean {
	return columns < leastColumns || rows < leastRows;
}

/** The rows that the cursor is on: its sign is in the second column, behind the sign of a change. */
export function cursorRows(lines: readonly string[]): readonly number[] {
	return lines.flatMap((line, row) => (/^.[▌>]/u.test(line) ? [row] : []));
}

/** How many the summary says are hidden; `null`: it says nothing of it. */
export function hiddenOf(lines: readonly string[]): number | null {
	const counts = lines.slice(2, 4).flatMap((line) => {
		const hidden = /(\d+) (?:ended )?hidden$/.exec(line)?.[1];
		// Which rows are shown takes the place of what is not hidden.
		return hidden ?? (/\d[–-]\d+ of \d+$/.test(line) ? '0' : []);
	});
	return counts[0] === undefined ? null : Number(counts[0]);
}

/** The count behind the title of a tab; `null`: there is none. */
export function countBehind(title: string, lines: readonly string[]): number | null {
	const count = new RegExp(`\\d ${title} (\\d+)(?: |$)`).exec(lines[1] ?? '')?.[1];
	return count === undefined ? null : Number(count);
}
