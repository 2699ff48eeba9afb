import {drainWarning} from '../../core/reservations/countdown.js';
import {usableUntil} from '../../core/reservations/expiry.js';
import {sizeOf} from '../../core/reservations/usage.js';
import {formatDuration} from '../../format/duration.js';
import {cutText, wrapText} from '../../format/fit-text.js';
import {selectDrainingBlock, selectExpiry, selectOutage} from '../../store/live-selectors.js';
import type {CapacityState} from '../../store/types.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {bold, fitLine, type Line, plain} from '../line.js';

/** The command that renews the credentials must be there to the end; a drain goes on for an hour and may take no more rows than that. */
const mostLines = {expiry: 4, outage: 1, drain: 2} as const;

/** Of the block, where its alert is in few words: what AWS does at what time must be there to the end. */
const blockColumns = 40;

/** What cannot wait: credentials that have expired; else that nothing can be read, and the block that AWS takes back next. Empty: nothing. */
export function alertLines(state: CapacityState, glyphs: Glyphs, width: number): readonly Line[] {
	const expiry = expiryText(state);
	if (expiry !== null) {
		return wrapped(expiry, mostLines.expiry, glyphs, width);
	}

	const drains = drainTexts(state, glyphs);
	const drain = drains.find((text) => linesOf(text, glyphs, width).length <= mostLines.drain) ?? drains.at(-1);
	return [...outageLines(state, glyphs, width), ...(drain === undefined ? [] : wrapped(drain, mostLines.drain, glyphs, width))];
}

/** One line, with what to do where that has room. */
function outageLines(state: CapacityState, glyphs: Glyphs, width: number): readonly Line[] {
	const outage = state.connection.status === 'failed' ? null : selectOutage(state);
	if (outage === null) {
		return [];
	}

	const {failure, regions, isWhole} = outage;
	const [first = '', ...rest] = failure.message.split(': ');
	const cause = lowerFirst(first.replace(/\.$/, ''));
	const head = isWhole ? 'No region can be read' : `The last ${regions} regions asked cannot be read`;
	const brief = cause.replace(/ for \S+$/, '');
	const texts = [[cause, ...rest].join(': ').replace(/\.?$/, '.'), `${cause}.`, `${brief}.`].map((text) => `${head}: ${text}`);
	const shown = texts.find((text) => linesOf(text, glyphs, width).length === 1) ?? `${head}: ${brief}`;
	return wrapped(shown, mostLines.outage, glyphs, width);
}

function lowerFirst(text: string): string {
	return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function wrapped(text: string, most: number, glyphs: Glyphs, width: number): readonly Line[] {
	const lines = linesOf(text, glyphs, width);
	const shown = lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')];
	return shown.map((line, index) => fitLine([plain(' '), bold(`${index === 0 ? '!' : ' '} ${line}`, 'bad')], width, glyphs.cut));
}

function linesOf(text: string, glyphs: Glyphs, width: number): readonly string[] {
	return wrapText(forTerminal(text, glyphs), width - 4);
}

/** AWS's own words and the command to run; rows that were read before stay on the screen with their age. */
function expiryText(state: CapacityState): string | null {
	if (selectExpiry(state) === null) {
		return null;
	}

	const event = state.events.find((each) => each.type === 'credentials' && each.what === 'expired');
	return event?.type === 'credentials' && event.what === 'expired' ? event.message : null;
}

/** In all words, then in few; none when no block drains. */
function drainTexts(state: CapacityState, glyphs: Glyphs): readonly string[] {
	const first = selectDrainingBlock(state);
	const warning = first === null ? null : drainWarning(first, state.now);
	if (first === null || warning === null) {
		return [];
	}

	const block = `${first.instanceType ?? glyphs.dash} ${glyphs.times}${sizeOf(first) ?? '?'} ${first.availabilityZone ?? first.region}`;
	const until = usableUntil(first);
	const when = warning.isTerminating || until === null ? '' : ` drains in ${formatDuration(until.getTime() - state.now.getTime())}`;
	return [
		`${block}${when}: ${warning.text}`,
		`${block}: ${warning.brief}`,
		`${cutText(block, blockColumns, glyphs.cut)}: ${warning.brief}`,
	];
}
