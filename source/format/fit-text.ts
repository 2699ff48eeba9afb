import stringWidth from 'string-width';
import {graphemes, isSimple} from './graphemes.js';

/** Columns that `text` takes on a terminal. */
export function displayWidth(text: string): number {
	return isSimple(text) ? text.length : stringWidth(text);
}

export function padEnd(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

export function padStart(text: string, width: number): string {
	return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** Cuts `text` to at most `width` columns and marks the cut; never splits a character. */
export function cutText(text: string, width: number, mark = '…'): string {
	if (displayWidth(text) <= width) {
		return text;
	}

	const room = width - displayWidth(mark);
	if (room < 0) {
		return '';
	}

	if (isSimple(text)) {
		return text.slice(0, room) + mark;
	}

	let kept = '';
	let used = 0;
	for (const {segment} of graphemes.segment(text)) {
		used += displayWidth(segment);
		if (used > room) {
			break;
		}

		kept += segment;
	}

	return kept + mark;
}

/** As `cutText`, but it is the start that goes: for a field in which the end is being typed. */
export function cutStart(text: string, width: number, mark = '…'): string {
	if (displayWidth(text) <= width) {
		return text;
	}

	let room = width - displayWidth(mark);
	let kept = '';
	for (const {segment} of [...graphemes.segment(text)].reverse()) {
		room -= displayWidth(segment);
		if (room < 0) {
			break;
		}

		kept = segment + kept;
	}

	return width < displayWidth(mark) ? '' : mark + kept;
}

/** Exactly `width` columns: cut or padded. */
export function fitText(text: string, width: number, align: 'left' | 'right' = 'left', mark = '…'): string {
	const cut = cutText(text, width, mark);
	return align === 'left' ? padEnd(cut, width) : padStart(cut, width);
}

/** Breaks `text` at spaces into lines of at most `width` columns; a longer word is cut into pieces. */
export function wrapText(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ').flatMap((part) => pieces(part, width))) {
		const joined = line === '' ? word : `${line} ${word}`;
		if (displayWidth(joined) <= width) {
			line = joined;
		} else {
			lines.push(line);
			line = word;
		}
	}

	return [...lines, line];
}

function pieces(word: string, width: number): readonly string[] {
	if (displayWidth(word) <= width) {
		return [word];
	}

	const parts: string[] = [];
	let part = '';
	for (const {segment} of graphemes.segment(word)) {
		if (part !== '' && displayWidth(part + segment) > width) {
			parts.push(part);
			part = '';
		}

		part += segment;
	}

	return [...parts, part];
}
