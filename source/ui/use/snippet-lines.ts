import {cutText, displayWidth, wrapText} from '../../format/fit-text.js';
import {asciiSnippet} from '../../snippets/ascii-snippet.js';
import {isSnippet, type Snippet, snippetKinds, snippetTitles} from '../../snippets/snippet.js';
import type {CapacityState} from '../../store/types.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {blankLine, bold, type Line, plain, spread, toned} from '../line.js';
import {plural} from '../words.js';
import {chosenSnippet, usedReservation} from './chosen-snippet.js';
import {titleLine} from './title-line.js';

export type SnippetLines = {
	/** Which reservation and which way: always there. */
	readonly head: readonly Line[];
	/** The snippet in full, and what to know beside it; longer than the screen, as a rule. */
	readonly body: readonly Line[];
};

/** Lines of a head: which reservation, and which way. */
export const snippetHeadRows = 2;

/** The way that is chosen. */
export function snippetLines(state: CapacityState, glyphs: Glyphs, width: number): SnippetLines {
	const reservation = usedReservation(state);
	const given = chosenSnippet(state);
	if (reservation === null || given === null) {
		return {head: [], body: [[plain('  This reservation is gone, or its region is left out.')]]};
	}

	const place = `${state.use.index + 1} of ${snippetKinds.length}`;
	const notes = isSnippet(given) && given.notes.length > 0 ? `${plural(given.notes.length, 'note')} below   ` : '';
	return {
		head: [
			titleLine(state, reservation, glyphs, width),
			spread([plain('  '), bold(snippetTitles[given.kind], 'accent')], [toned('dim', `${notes}${place} `)], width, glyphs.cut),
		],
		body: isSnippet(given)
			? [blankLine, ...codeLines(given, glyphs, width), blankLine, ...given.notes.flatMap((note) => noteLines(note, glyphs, width))]
			: [blankLine, ...wrapText(forTerminal(given.because, glyphs), width - 4).map((part): Line => [plain(`  ${part}`)])],
	};
}

/** Lines of all of it. */
export function snippetHeight(state: CapacityState, glyphs: Glyphs, width: number): number {
	const {head, body} = snippetLines(state, glyphs, width);
	return head.length + body.length;
}

/** What is copied, too: on an ASCII terminal with escapes that say the same. */
export function shownText({text, language}: Snippet, glyphs: Glyphs): string {
	return glyphs.isAscii ? asciiSnippet(text, language) : text;
}

/** Lines as they are; those that are too long go on in the next one, since what is cut could not be judged. */
export function codeLines(snippet: Snippet, glyphs: Glyphs, width: number): readonly Line[] {
	return shownText(snippet, glyphs)
		.replace(/\n$/, '')
		.split('\n')
		.flatMap((line) => {
			const isComment = /^\s*#/.test(line) && snippet.language !== 'json';
			return folded(forTerminal(line, glyphs), width - 4, isComment).map(
				(part): Line => [plain('  '), isComment ? toned('dim', part) : plain(part)],
			);
		});
}

function noteLines(note: string, glyphs: Glyphs, width: number): readonly Line[] {
	return wrapText(forTerminal(note, glyphs), width - 6).map(
		(part, index): Line => [index === 0 ? toned('warn', `  ${glyphs.separator} `) : plain('    '), plain(part)],
	);
}

/** Columns by which what goes on is set in. */
const hang = 4;

/** At most `width` columns each, broken at a blank where one comes late enough. A comment stays one: it may be copied with the mouse. */
function folded(line: string, width: number, isComment: boolean): readonly string[] {
	if (displayWidth(line) <= width) {
		return [line];
	}

	const start = isComment ? '#   ' : ' '.repeat(hang);
	const most = Math.max(0, Math.floor(width / 2) - start.length);
	const indent = ' '.repeat(Math.min(/^ */.exec(line)?.[0].length ?? 0, most)) + start;
	const head = cutText(line, width, '');
	const space = head.lastIndexOf(' ') + 1;
	const first = space > width / 2 ? head.slice(0, space) : head;
	return [first, ...folded(`${indent}${line.slice(first.length)}`, width, isComment)];
}
