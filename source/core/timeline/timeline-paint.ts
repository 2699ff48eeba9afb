import type {CellKind, TimelineRow} from './timeline.js';
import type {TimelineAxis} from './timeline-axis.js';

export type TimelineGlyphs = {
	readonly cells: Readonly<Record<CellKind, string>>;
	readonly rule: string;
	readonly tick: string;
	readonly now: string;
};

export const unicodeGlyphs: TimelineGlyphs = {
	cells: {
		past: '▓',
		live: '█',
		coming: '░',
		drain: '▐',
		payment: '·',
		troubled: '·',
		offered: '╌',
		ended: '▓',
		now: '│',
		before: '◂',
		after: '▸',
	},
	rule: '─',
	tick: '┬',
	now: '▼',
};

/** Every kind of part has a glyph of its own kind here too, so that nothing rests on colour. */
export const asciiGlyphs: TimelineGlyphs = {
	cells: {
		past: '=',
		live: '#',
		coming: '.',
		drain: '!',
		payment: '?',
		troubled: '?',
		offered: '~',
		ended: '=',
		now: '|',
		before: '<',
		after: '>',
	},
	rule: '-',
	tick: '+',
	now: 'v',
};

/** The row as text of exactly `width` columns. Colour goes by `row.segments`, whose columns are its characters. */
export function paintTimelineRow(row: TimelineRow, width: number, glyphs: TimelineGlyphs): string {
	let text = '';
	for (const {from, to, kind} of row.segments) {
		text = text.padEnd(from) + glyphs.cells[kind].repeat(to - from);
	}

	return text.padEnd(width);
}

/** The line under the labels: a tick for each of them, and now. */
export function paintAxisRule(axis: TimelineAxis, glyphs: TimelineGlyphs): string {
	const cells = Array.from({length: axis.width}, () => glyphs.rule);
	for (const {column} of axis.ticks) {
		cells[column] = glyphs.tick;
	}

	if (axis.nowColumn !== null) {
		cells[axis.nowColumn] = glyphs.now;
	}

	return cells.join('');
}
