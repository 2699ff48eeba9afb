import {simpleCharacters} from '../format/graphemes.js';

type Write = {
	readonly type: 'write';
	readonly x: number;
	readonly y: number;
	readonly text: string;
	readonly transformers: ReadonlyArray<(line: string, index: number) => string>;
};

/** What Ink has noted to be drawn in a frame, in its order. */
export type Operation = Write | {readonly type: 'clip' | 'unclip'};

type Row = {readonly text: string; readonly columns: number};

/** Simple characters, bold, dim and colours, as `paint` uses them. */
const simpleStyled = new RegExp(String.raw`^(?:[\n${simpleCharacters}]|\x1B\[(?:[12]|22|3[0-79]|9[0-7])m)*$`);
const styles = /\u{1B}\[(\d+)m/gu;

/** Far more texts than are on a screen. */
const mostKept = 500;

const columns = new Map<string, number | null>();

/** Columns of a text as `paint` makes it, all its lines together; `null`: it is another one. What is on the screen is remembered. */
export function paintedColumns(text: string): number | null {
	const known = columns.get(text);
	if (known !== undefined) {
		return known;
	}

	if (columns.size >= mostKept) {
		columns.clear();
	}

	const count = simpleStyled.test(text) && endsAllStyles(text) ? text.replaceAll(styles, '').replaceAll('\n', '').length : null;
	columns.set(text, count);
	return count;
}

/** Each style is begun once, and then ended once. */
function endsAllStyles(text: string): boolean {
	let open = 0;
	for (const [, code] of text.matchAll(styles)) {
		open += code === '22' || code === '39' ? -1 : 1;
		if (open < 0) {
			return false;
		}
	}

	return open === 0;
}

/**
The frame that Ink would make of these operations, where each is painted lines beside or below what was drawn before: then they only have to
be put side by side. `null` where Ink has to go through each cell: for clips, what is drawn over something, or characters that are not simple.
*/
export function wholeLines(operations: readonly Operation[], height: number): string | null {
	const rows = Array.from({length: height}, (): Row => ({text: '', columns: 0}));
	for (const operation of operations) {
		if (operation.type !== 'write' || !drawBeside(rows, operation)) {
			return null;
		}
	}

	return rows.map(({text}) => text.trimEnd()).join('\n');
}

/** False: it is not only beside what is there. */
function drawBeside(rows: Row[], {x, y, text, transformers}: Write): boolean {
	for (const [index, part] of text.split('\n').entries()) {
		const row = rows[y + index];
		const line = transformers.reduce((transformed, transform) => transform(transformed, index), part);
		const count = paintedColumns(line);
		if (count === null || (row !== undefined && x < row.columns)) {
			return false;
		}

		// Ink leaves out what is below the screen, too.
		if (row !== undefined && line !== '') {
			rows[y + index] = {text: row.text + ' '.repeat(x - row.columns) + line, columns: x + count};
		}
	}

	return true;
}
