import {wrapText} from '../../format/fit-text.js';
import {isTarget, launchTargetOf} from '../../snippets/launch-target.js';
import {isSnippet, type NoSnippet, type Snippet, snippetTitles} from '../../snippets/snippet.js';
import {snippetsOf} from '../../snippets/snippet-of.js';
import type {CapacityState} from '../../store/types.js';
import {cutLines} from '../cut-lines.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {blankLine, bold, fitLine, type Line, plain, toned} from '../line.js';
import {plural} from '../words.js';
import {usedReservation} from './chosen-snippet.js';
import {codeLines} from './snippet-lines.js';
import {titleLine} from './title-line.js';

/** Fewer lines of a snippet tell nothing. */
const leastPreviewRows = 4;

/** The ways to launch into a reservation, and under them, where there is room, how the chosen one begins, or why it is none. At most `height` lines. */
export function waysLines(state: CapacityState, glyphs: Glyphs, width: number, height: number): readonly Line[] {
	const reservation = usedReservation(state);
	if (reservation === null) {
		return [[plain('  This reservation is gone, or its region is left out.')]];
	}

	const title = titleLine(state, reservation, glyphs, width);
	const target = launchTargetOf(reservation);
	if (!isTarget(target)) {
		return [title, blankLine, ...because(target.because, glyphs, width)];
	}

	const snippets = snippetsOf(reservation, state.accountId);
	const menu = snippets.map((given, index): Line => {
		const isChosen = index === state.use.index;
		const text = snippetTitles[given.kind];
		const name = isSnippet(given) ? (isChosen ? bold(text) : plain(text)) : toned('dim', `${text}: not for this one`);
		return fitLine([plain(' '), isChosen ? toned('accent', glyphs.cursor) : plain(' '), name], width, glyphs.cut);
	});
	// An empty line under the title only where nothing is lost for it.
	const head = height >= snippets.length + 3 ? [title, blankLine] : [title];
	const chosen = snippets[state.use.index];
	const room = height - head.length - menu.length - 1;
	if (chosen === undefined || room < 1) {
		return [...head, ...menu].slice(0, height);
	}

	return [...head, ...menu, blankLine, ...cutLines(previewLines(chosen, room, glyphs, width), room, glyphs)];
}

/** As much as there is room for; where that would tell nothing, how much there is to read. */
function previewLines(chosen: Snippet | NoSnippet, room: number, glyphs: Glyphs, width: number): readonly Line[] {
	if (!isSnippet(chosen)) {
		return because(chosen.because, glyphs, width);
	}

	const lines = codeLines(chosen, glyphs, width);
	return room < leastPreviewRows && lines.length > room
		? [[toned('dim', `  ${glyphs.ellipsis} ${plural(lines.length, 'line')}: ${glyphs.enter} reads them`)]]
		: lines;
}

function because(text: string, glyphs: Glyphs, width: number): readonly Line[] {
	return wrapText(forTerminal(text, glyphs), width - 4).map((part) => [plain(`  ${part}`)]);
}
