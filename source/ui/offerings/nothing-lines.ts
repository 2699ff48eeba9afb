import {whyNoExtension, whyNothing} from '../../core/offerings/why-nothing.js';
import {wrapText} from '../../format/fit-text.js';
import type {Looking} from '../../store/offerings-slice.js';
import type {CapacityState} from '../../store/types.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {blankLine, bold, type Line, plain, toned} from '../line.js';
import {askedWindowText, canFindLargest, searchNotes} from './asked.js';

/** What stands in the pane where there are no offerings: how to search, that it is under way, or why there is nothing. */
export function nothingLines({looking, now}: Pick<CapacityState, 'looking' | 'now'>, glyphs: Glyphs, width: number): readonly Line[] {
	return linesFor(looking, now).flatMap((line) =>
		line.length === 0
			? [blankLine]
			: line.flatMap((segment) =>
					wrapText(forTerminal(segment.text.replaceAll('×', glyphs.times), glyphs), width - 4).map(
						(part): Line => [plain('  '), {...segment, text: part}],
					),
				),
	);
}

/** Each line is one segment, or empty. */
function linesFor(looking: Looking, now: Date): readonly Line[] {
	switch (looking.status) {
		case 'never':
			return [
				[bold('Which Capacity Blocks could be bought?')],
				[plain('i changes what to look for, Enter there searches the regions that are marked. m on a block of yours looks for more time.')],
				blankLine,
				[toned('dim', 'Nothing is searched by itself: AWS allows 10 searches of a region at once, then one in 6.7 s. Nothing is bought.')],
			];
		case 'searching':
			return [[bold(`Looking for ${askedWindowText(looking.asked, now)}.`)], [toned('dim', 'Esc ends the search.')]];
		case 'searched': {
			const {search} = looking;
			return [
				[bold(`Nothing: ${askedWindowText(looking.asked, looking.at)}.`)],
				...searchNotes(looking).map((text): Line => [plain(text)]),
				...whyNothing(search).map((text): Line => [plain(text)]),
				...(canFindLargest(looking)
					? [blankLine, [toned('dim', 'L looks for the largest count that there is, by up to 6 searches of each region.')]]
					: []),
			];
		}
		case 'extended':
			return [
				[bold(`Nothing: ${askedWindowText(looking.asked, looking.at)}.`)],
				...searchNotes(looking).map((text): Line => [plain(text)]),
				...whyNoExtension(looking.search).map((text): Line => [plain(text)]),
				...(looking.search.kind === 'searched'
					? [blankLine, [toned('dim', 'For other days: i, DAYS and Enter, which searches for blocks, then m on the block again.')]]
					: []),
			];
		case 'failed':
			return [
				[bold(looking.error.message)],
				...(looking.error.hint ?? '').split('\n').map((text): Line => (text === '' ? blankLine : [plain(text)])),
			];
	}
}
