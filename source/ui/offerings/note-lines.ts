import type {Offering} from '../../core/offerings/offering.js';
import {shorterWords} from '../../core/offerings/shorter.js';
import type {Looking} from '../../store/offerings-slice.js';
import {forTerminal} from '../glyphs.js';
import {firstThatFits, fitLine, type Line, plain, toned} from '../line.js';
import {searchNotes} from './asked.js';
import {hasShorter, type OfferingContext} from './offering-columns.js';

/** What to know of the rows, a line each: the mark of those that are shorter than asked for, then what was asked otherwise than typed. */
export function noteLines(looking: Looking, offerings: readonly Offering[], context: OfferingContext, width: number): readonly Line[] {
	const {hours, glyphs} = context;
	const line = (text: string): Line => [plain('  '), toned('dim', forTerminal(text, glyphs))];
	const shorter =
		hours !== null && hasShorter(offerings, context)
			? [firstThatFits([`* ${shorterWords(hours)}`, '* shorter than asked for: all end at 11:30 UTC.'].map(line), width)]
			: [];
	return [...shorter, ...searchNotes(looking).map(line)].map((text) => fitLine(text, width, glyphs.cut));
}
