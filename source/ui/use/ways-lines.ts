import {wrapText} from '../../format/fit-text.js';
import {isTarget, launchTargetOf} from '../../snippets/launch-target.js';
import {isSnippet, type NoSnippet, type Snippet, snippetTitles} from '../../snippets/snippet.js';
import {snippetsOf} from '../../snippets/snippet-of.js';
import type {CapacityState} from '../../store/types.js';
import {scrollTo} from '../../store/view-slice.js';
import {cutLines} from '../cut-lines.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {blankLine, bold, fitLine, type Line, plain, spread, toned} from '../line.js';
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
	if (chosen === undefined) {
		return [...head, ...menu].slice(0, height);
	}

	if (room < 1) {
		return [title, ...withHint(menu, state.use.index, moreLineOf(chosen, glyphs, width), glyphs, {width, height: height - 1})];
	}

	return [...head, ...menu, blankLine, ...cutLines(previewLines(chosen, room, glyphs, width), room, glyphs)];
}

/** As much as there is room for; where that would tell nothing, how much there is to read. */
function previewLines(chosen: Snippet | NoSnippet, room: number, glyphs: Glyphs, width: number): readonly Line[] {
	if (!isSnippet(chosen)) {
		return because(chosen.because, glyphs, width);
	}

	const lines = codeLines(chosen, glyphs, width);
	return room < leastPreviewRows && lines.length > room ? [moreLineOf(chosen, glyphs, width)] : lines;
}

/** What Enter shows, where there is no room for it here. */
function moreLineOf(chosen: Snippet | NoSnippet, glyphs: Glyphs, width: number): Line {
	if (!isSnippet(chosen)) {
		return [toned('dim', `  ${glyphs.ellipsis} ${glyphs.enter} says why`)];
	}

	const notes = chosen.notes.length === 0 ? '' : ` and ${plural(chosen.notes.length, 'note')}`;
	return [
		toned('dim', `  ${glyphs.ellipsis} ${plural(codeLines(chosen, glyphs, width).length, 'line')}${notes}: ${glyphs.enter} reads them`),
	];
}

/** The ways and the hint under them; where not all have room, those around the chosen one, and which these are. */
function withHint(
	menu: readonly Line[],
	index: number,
	hint: Line,
	glyphs: Glyphs,
	{width, height}: {readonly width: number; readonly height: number},
): readonly Line[] {
	const count = Math.min(menu.length, Math.max(1, height - 1));
	const top = scrollTo(index - Math.floor(count / 2), index, count, menu.length);
	const place = count < menu.length ? `${top + 1}${glyphs.dash}${top + count} of ${menu.length} ` : '';
	return [...menu.slice(top, top + count), spread(hint, [toned('dim', place)], width, glyphs.cut)];
}

function because(text: string, glyphs: Glyphs, width: number): readonly Line[] {
	return wrapText(forTerminal(text, glyphs), width - 4).map((part) => [plain(`  ${part}`)]);
}
