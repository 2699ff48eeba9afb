import {cutText, displayWidth} from '../format/fit-text.js';

/** What a piece of text means; the theme turns it into a colour. Every tone repeats what a word or glyph already says. */
export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad' | 'dim';

export type Segment = {readonly text: string; readonly tone?: Tone; readonly isBold?: boolean};

/** One line of the screen, left to right. */
export type Line = readonly Segment[];

export const blankLine: Line = [];

export function plain(text: string): Segment {
	return {text};
}

export function toned(tone: Tone, text: string): Segment {
	return {text, tone};
}

export function bold(text: string, tone: Tone = 'plain'): Segment {
	return {text, tone, isBold: true};
}

export function textOf(line: Line): string {
	return line.map((segment) => segment.text).join('');
}

export function widthOf(line: Line): number {
	return line.reduce((width, segment) => width + displayWidth(segment.text), 0);
}

/** Exactly `width` columns: cut with `mark`, or padded at the right. */
export function fitLine(line: Line, width: number, mark = '…'): Line {
	const missing = width - widthOf(line);
	if (missing >= 0) {
		return missing === 0 ? line : [...line, plain(' '.repeat(missing))];
	}

	const kept: Segment[] = [];
	let room = width - displayWidth(mark);
	for (const segment of line) {
		const columns = displayWidth(segment.text);
		if (columns > room) {
			const cut = cutText(segment.text, Math.max(0, room), '');
			return fitLine([...kept, {...segment, text: cut + (width > 0 ? mark : '')}], width, '');
		}

		kept.push(segment);
		room -= columns;
	}

	return kept;
}

/** `left` at the left edge and `right` at the right one, a blank between them; where both do not fit, `left` is cut. */
export function spread(left: Line, right: Line, width: number, mark = '…'): Line {
	const room = width - widthOf(right) - 1;
	return room < 0 ? fitLine(left, width, mark) : [...fitLine(left, room, mark), plain(' '), ...right];
}

/** The longest of `variants`, given longest first, that fits; else the last one. */
export function firstThatFits(variants: readonly Line[], width: number): Line {
	return variants.find((variant) => widthOf(variant) <= width) ?? variants.at(-1) ?? blankLine;
}

/** `lines` with `separator` between them. */
export function joinLines(lines: readonly Line[], separator: string): Line {
	return lines.flatMap((line, index) => (index === 0 ? line : [plain(separator), ...line]));
}
