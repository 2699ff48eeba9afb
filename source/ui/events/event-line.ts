import {describeEvent} from '../../core/events/describe-event.js';
import type {CapacityEvent} from '../../core/events/events.js';
import type {EventEntry} from '../../core/events/fold-events.js';
import {formatClockSeconds, formatDateTime, formatDay, formatDayOrMonth, type TimeZone} from '../../format/date.js';
import {displayWidth, fitText} from '../../format/fit-text.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {fitLine, type Line, plain, type Tone, toned, widthOf} from '../line.js';

export type EventLineContext = {readonly now: Date; readonly zone: TimeZone; readonly glyphs: Glyphs};

/** Columns of the parts that stand before the change. */
type Widths = {readonly time: number; readonly subject: number; readonly what: number};

const wide: Widths = {time: 15, subject: 21, what: 10};
const narrow: Widths = {time: 8, subject: 20, what: 9};
const wideColumns = 80;

/** Columns from which on it is worth to begin with the type: a gap, a letter and the mark of the cut. */
const leastAbout = 5;

/** Over the events: the columns, with the zone of the times. */
export function eventHeading(width: number, zone: string, glyphs: Glyphs): Line {
	const {time, subject, what} = widthsFor(width);
	const title = `TIME ${zone}`.length <= time ? `TIME ${zone}` : zone;
	const titles = [fitText(title, time, 'left', ''), 'WHERE'.padEnd(subject), 'WHAT'.padEnd(what), 'CHANGE'];
	return fitLine([toned('dim', `  ${titles.join(' ')}`)], width, glyphs.cut);
}

/** One event: when, what it is about, and from what to what. */
export function eventLine(entry: EventEntry, context: EventLineContext, width: number, isSelected: boolean): Line {
	const {event} = entry;
	const {glyphs} = context;
	const widths = widthsFor(width);
	const {subject, what} = describeEvent(event);
	const about = aboutText(event, glyphs);
	const before: Line = [
		plain(' '),
		isSelected ? toned('accent', glyphs.cursor) : plain(' '),
		toned('dim', fitText(timeText(event.at, context, widths), widths.time, 'left', '')),
		plain(' '),
		plain(fitText(forTerminal(subject, glyphs), widths.subject, 'left', glyphs.cut)),
		plain(' '),
		toned(toneOf(event), fitText(forTerminal(what, glyphs), widths.what, 'left', glyphs.cut)),
		plain(' '),
	];
	const room = width - widthOf(before);
	const change = changeText(entry, context, room);
	// The mark of a cut right behind a number would make it look cut.
	const hasAbout = about !== '' && displayWidth(change) + leastAbout <= room;
	return fitLine([...before, plain(change), ...(hasAbout ? [toned('dim', `   ${forTerminal(about, glyphs)}`)] : [])], width, glyphs.cut);
}

/** What kind of reservation it tells of, and where; empty for all else. */
export function aboutText(event: CapacityEvent, glyphs: Glyphs): string {
	return event.type === 'reservation' ? `${event.change.instanceType ?? glyphs.dash} ${event.change.region}` : '';
}

function widthsFor(width: number): Widths {
	return width >= wideColumns ? wide : narrow;
}

/** The time alone today; before, with its day where there is room, else the day alone. */
function timeText(at: Date, {now, zone}: EventLineContext, widths: Widths): string {
	const time = formatClockSeconds(at, zone);
	const day = formatDay(at, now, zone);
	if (day === formatDay(now, now, zone)) {
		return time;
	}

	return [`${day} ${time}`, day].find((text) => text.length <= widths.time) ?? formatDayOrMonth(at, now, zone);
}

/** From what to what; where not both fit in `width` columns, to what. */
export function changeText({event, used}: EventEntry, context: EventLineContext, width: number): string {
	const {from, to} = describeEvent(event);
	const {arrow} = context.glyphs;
	const [before, after] = [from, to].map((value) => forTerminal(isDate(event) ? dateText(value, context) : value, context.glyphs));
	const also = used === null ? null : describeEvent({type: 'reservation', change: used});
	const both =
		[before, after].filter((part) => part !== '').join(` ${arrow} `) + (also === null ? '' : `, used ${also.from} ${arrow} ${also.to}`);
	return displayWidth(both) <= width || event.type !== 'reservation' || after === '' || before === ''
		? both
		: `${arrow} ${after}${also === null ? '' : `, used ${arrow} ${also.to}`}`;
}

function isDate(event: CapacityEvent): boolean {
	return event.type === 'reservation' && (event.change.what === 'start' || event.change.what === 'end');
}

/** An ISO date in the zone of the other times; another word as it is. */
function dateText(value: string, {now, zone}: EventLineContext): string {
	const date = new Date(value);
	return Number.isNaN(date.getTime()) ? value : formatDateTime(date, now, zone);
}

function toneOf(event: CapacityEvent): Tone {
	switch (event.type) {
		case 'reservation':
			return event.change.what === 'gone' ? 'bad' : event.change.what === 'free' && isMore(event.change) ? 'good' : 'plain';
		case 'region':
			return event.what === 'recovered' ? 'good' : event.what === 'throttled' ? 'warn' : 'bad';
		case 'credentials':
			return event.what === 'expired' ? 'bad' : 'good';
		case 'note':
			return 'warn';
	}
}

function isMore({from, to}: {readonly from: string | number | null; readonly to: string | number | null}): boolean {
	return typeof from === 'number' && typeof to === 'number' && to > from;
}
