import type {Offering} from '../../core/offerings/offering.js';
import {sizeOf} from '../../core/reservations/usage.js';
import {
	type CellKind,
	layoutOffered,
	layoutTimelineRow,
	type Span,
	type TimelineEntry,
	type TimelineSegment,
	type TimelineView,
} from '../../core/timeline/timeline.js';
import {layoutAxis} from '../../core/timeline/timeline-axis.js';
import {asciiGlyphs, paintAxisRule, type TimelineGlyphs, unicodeGlyphs} from '../../core/timeline/timeline-paint.js';
import {fitText} from '../../format/fit-text.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {bold, type Line, plain, type Tone, toned} from '../line.js';
import type {TimelinePlace} from './timeline-place.js';

const tones = {
	past: 'dim',
	live: 'plain',
	coming: 'warn',
	drain: 'bad',
	payment: 'warn',
	troubled: 'bad',
	offered: 'accent',
	ended: 'dim',
	now: 'accent',
	before: 'dim',
	after: 'dim',
} as const satisfies Record<CellKind, Tone>;

/** Labels and rule over the bars. */
export function axisLines(view: TimelineView, place: TimelinePlace, isLocalTime: boolean, glyphs: Glyphs): readonly [Line, Line] {
	const zone = isLocalTime ? {offsetMinutes: (at: Date) => -at.getTimezoneOffset()} : 'utc';
	const axis = layoutAxis(view.window, place.barColumns, view.now, zone);
	const margin = plain(' '.repeat(labelColumns(place)));
	return [
		[margin, toned('dim', axis.labels)],
		[margin, ...ruleSegments(paintAxisRule(axis, barGlyphs(glyphs)), axis.nowColumn)],
	];
}

export type BarContext = {
	readonly view: TimelineView;
	readonly place: TimelinePlace;
	readonly glyphs: Glyphs;
	readonly isSelected: boolean;
	/** Of an earlier refresh: `~` before the size. */
	readonly isStale: boolean;
};

/** One bar with its labels; the type is written once for a group. */
export function barLine(entry: TimelineEntry, {view, place, glyphs, isSelected, isStale}: BarContext): Line {
	const {reservation, isFirstOfType} = entry;
	const row = layoutTimelineRow(entry, view);
	const type = isFirstOfType || isSelected ? forTerminal(reservation.instanceType ?? glyphs.dash, glyphs) : '';
	const size = `${isStale ? '~' : ''}${glyphs.times}${sizeOf(reservation) ?? '?'}`;
	const zone = forTerminal(reservation.availabilityZone ?? reservation.region, glyphs);
	const text = (value: string) => (isSelected ? bold(value) : plain(value));
	return [
		plain(' '),
		isSelected ? toned('accent', glyphs.cursor) : plain(' '),
		text(fitText(type, place.typeColumns, 'left', glyphs.cut)),
		text(fitText(size, place.sizeColumns + 1, 'right', glyphs.cut)),
		...(place.zoneColumns === 0 ? [] : [text(`  ${fitText(zone, place.zoneColumns, 'left', glyphs.cut)}`)]),
		plain('  '),
		...(row.dates === 'missing' ? [toned('dim', 'dates unknown')] : segmentCells(row.segments, glyphs)),
	];
}

/** A block that could be bought: no row of its own among those that are held, and under the cursor only where nothing is. */
export function offeredLine(offering: Offering, span: Span, {view, place, glyphs, isSelected}: Omit<BarContext, 'isStale'>): Line {
	const {instanceCount, ultraserverCount, availabilityZone, region} = offering;
	const size = `${glyphs.times}${ultraserverCount ?? instanceCount ?? '?'}`;
	const zone = forTerminal(availabilityZone ?? region, glyphs);
	const label = fitText('offering', place.typeColumns, 'left', glyphs.cut);
	const text = (value: string) => (isSelected ? bold(value) : plain(value));
	return [
		plain(' '),
		isSelected ? toned('accent', glyphs.cursor) : plain(' '),
		isSelected ? bold(label, 'accent') : toned('accent', label),
		text(fitText(size, place.sizeColumns + 1, 'right', glyphs.cut)),
		...(place.zoneColumns === 0 ? [] : [text(`  ${fitText(zone, place.zoneColumns, 'left', glyphs.cut)}`)]),
		plain('  '),
		...segmentCells(layoutOffered(span, view), glyphs),
	];
}

function segmentCells(segments: readonly TimelineSegment[], glyphs: Glyphs): Line {
	const {cells} = barGlyphs(glyphs);
	return segments.flatMap(({from, to, kind}, index): Line => {
		const start = index === 0 ? 0 : (segments[index - 1]?.to ?? 0);
		return [plain(' '.repeat(from - start)), toned(tones[kind], cells[kind].repeat(to - from))];
	});
}

function ruleSegments(rule: string, nowColumn: number | null): Line {
	return nowColumn === null
		? [toned('dim', rule)]
		: [
				toned('dim', rule.slice(0, nowColumn)),
				toned('accent', rule.slice(nowColumn, nowColumn + 1)),
				toned('dim', rule.slice(nowColumn + 1)),
			];
}

function labelColumns({typeColumns, sizeColumns, zoneColumns}: TimelinePlace): number {
	return 2 + typeColumns + 1 + sizeColumns + (zoneColumns === 0 ? 0 : 2 + zoneColumns) + 2;
}

function barGlyphs(glyphs: Glyphs): TimelineGlyphs {
	return glyphs.isAscii ? asciiGlyphs : unicodeGlyphs;
}
