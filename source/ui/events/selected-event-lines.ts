import {describeEvent} from '../../core/events/describe-event.js';
import type {EventEntry} from '../../core/events/fold-events.js';
import {wrapText} from '../../format/fit-text.js';
import {forTerminal} from '../glyphs.js';
import {blankLine, fitLine, type Line, plain, textOf} from '../line.js';
import {aboutText, changeText, type EventLineContext, eventLine} from './event-line.js';

/** The event under the cursor in full, in two lines of less than `width` columns. Blank where its row has all of it: nothing is said twice. */
export function selectedEventLines(entry: EventEntry, context: EventLineContext, width: number): readonly [Line, Line] {
	const {glyphs} = context;
	const {subject, what} = describeEvent(entry.event);
	const change = changeText(entry, context, Number.POSITIVE_INFINITY);
	const parts = [subject, what, change, aboutText(entry.event, glyphs)].map((part) => forTerminal(part, glyphs));
	const row = textOf(eventLine(entry, context, width, true));
	if (parts.every((part) => row.includes(part))) {
		return [blankLine, blankLine];
	}

	const [place, kind, ...rest] = parts.filter((part) => part !== '');
	const [first = '', ...more] = wrapText(`${place} ${kind}: ${rest.join(` ${glyphs.separator} `)}`, width - 4);
	return [lineOf(first, width, glyphs.cut), lineOf(more.join(' '), width, glyphs.cut)];
}

function lineOf(text: string, width: number, cut: string): Line {
	return fitLine([plain(`  ${text}`)], width - 2, cut);
}
