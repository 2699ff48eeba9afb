import {usableUntil} from '../reservations/expiry.js';
import {lifecycleOf} from '../reservations/lifecycle.js';
import type {Reservation} from '../reservations/reservation.js';
import {arrangeTimeline, type TimelineEntry} from './timeline-entries.js';
import {columnAt, nowColumnOf, type Span, spanOf, type TimelineWindow} from './timeline-window.js';

export {arrangeTimeline, type TimelineEntry} from './timeline-entries.js';
export {
	centreOnNow,
	columnAt,
	fitAll,
	instantAt,
	isDated,
	pan,
	type Span,
	type TimelineWindow,
	zoom,
	zoomAnchor,
	zoomLevels,
} from './timeline-window.js';

/** Parts of a bar. `payment`: payment pending. `offered`: an offering, not held. `ended`: all of a bar that is over, or that was called off before it began. */
export type BarKind = 'past' | 'live' | 'coming' | 'drain' | 'payment' | 'troubled' | 'offered' | 'ended';

/** `before` and `after` mark, in the first and last column, that the bar goes on, or lies, outside the window. */
export type CellKind = BarKind | 'now' | 'before' | 'after';

/** Columns `from` up to, not including, `to`. */
export type TimelineSegment = {readonly from: number; readonly to: number; readonly kind: CellKind};

export type TimelineRow = TimelineEntry & {
	/** `missing`: AWS gave no start or no end, so there is no bar. */
	readonly dates: 'known' | 'missing';
	/** From left to right, never overlapping, inside the window; the columns between them are empty. */
	readonly segments: readonly TimelineSegment[];
	readonly continuesLeft: boolean;
	readonly continuesRight: boolean;
};

/** `nowColumn` is `null` when now is outside the window. */
export type Timeline = {readonly rows: readonly TimelineRow[]; readonly nowColumn: number | null};

export type TimelineView = {readonly window: TimelineWindow; readonly width: number; readonly now: Date};

/** All rows of the timeline, arranged and laid out. For many reservations arrange once and lay out the visible rows only. */
export function layoutTimeline({reservations, ...view}: TimelineView & {readonly reservations: readonly Reservation[]}): Timeline {
	return {
		rows: arrangeTimeline(reservations).map((entry) => layoutTimelineRow(entry, view)),
		nowColumn: nowColumnOf(view.window, view.width, view.now),
	};
}

/** The bar is never thinner than one column: its first column is floored, its last ceiled. The now line is only where nothing else is. */
export function layoutTimelineRow(entry: TimelineEntry, view: TimelineView): TimelineRow {
	const {reservation} = entry;
	const span = spanOf(reservation);
	if (span === null) {
		const nowColumn = nowColumnOf(view.window, view.width, view.now);
		return {...entry, dates: 'missing', segments: withNow([], nowColumn), continuesLeft: false, continuesRight: false};
	}

	return {...entry, dates: 'known', ...layOut(span, (from, to) => partsOf(reservation, from, to, view), view)};
}

/** The bar of a block that could be bought, laid out as those that are held. */
export function layoutOffered(span: Span, view: TimelineView): readonly TimelineSegment[] {
	return layOut(span, (from, to) => [{from, to, kind: 'offered'}], view).segments;
}

function layOut(
	span: Span,
	partsIn: (from: number, to: number) => readonly TimelineSegment[],
	view: TimelineView,
): Pick<TimelineRow, 'segments' | 'continuesLeft' | 'continuesRight'> {
	const from = Math.floor(columnAt(view.window, span.start));
	const to = Math.max(from + 1, Math.ceil(columnAt(view.window, span.end)));
	const continuesLeft = from < 0;
	const continuesRight = to > view.width;
	const clipped = clip(partsIn(from, to), {from: continuesLeft ? 1 : 0, to: view.width - (continuesRight ? 1 : 0)});
	const segments = withMarks(clipped, view.width, continuesLeft, continuesRight);
	return {segments: withNow(segments, nowColumnOf(view.window, view.width, view.now)), continuesLeft, continuesRight};
}

/** The whole bar, from left to right, whether or not it is in the window. Where parts meet, drain wins over live and live over past. */
function partsOf(reservation: Reservation, from: number, to: number, view: TimelineView): readonly TimelineSegment[] {
	const kind = kindOf(reservation);
	if (kind !== 'live' && kind !== 'coming') {
		return [{from, to, kind}];
	}

	const drainFrom = drainColumn(reservation, from, to, view.window);
	const nowFrom = kind === 'live' ? clampTo(Math.floor(columnAt(view.window, view.now)), from, drainFrom) : from;
	return [
		{from, to: nowFrom, kind: 'past'},
		{from: nowFrom, to: drainFrom, kind},
		{from: drainFrom, to, kind: 'drain'},
	];
}

function kindOf({state}: Reservation): BarKind {
	switch (lifecycleOf(state)) {
		case 'live':
			return 'live';
		case 'upcoming':
			return state === 'payment-pending' ? 'payment' : 'coming';
		case 'troubled':
			return 'troubled';
		case 'ended':
			return 'ended';
	}
}

/** Only a block's instances are terminated before its end; an ODCR's go on as On-Demand ones. */
function drainColumn(reservation: Reservation, from: number, to: number, window: TimelineWindow): number {
	const usable = reservation.kind === 'block' ? usableUntil(reservation) : null;
	return usable === null ? to : Math.max(from, Math.floor(columnAt(window, usable)));
}

function clip(segments: readonly TimelineSegment[], {from, to}: {readonly from: number; readonly to: number}): readonly TimelineSegment[] {
	return segments
		.map((segment) => ({...segment, from: Math.max(from, segment.from), to: Math.min(to, segment.to)}))
		.filter((segment) => segment.from < segment.to);
}

function withMarks(segments: readonly TimelineSegment[], width: number, isBefore: boolean, isAfter: boolean): readonly TimelineSegment[] {
	const before: TimelineSegment = {from: 0, to: 1, kind: 'before'};
	const after: TimelineSegment = {from: width - 1, to: width, kind: 'after'};
	// A window of one column has room for one mark.
	return [...(isBefore && width > (isAfter ? 1 : 0) ? [before] : []), ...segments, ...(isAfter && width > 0 ? [after] : [])];
}

function withNow(segments: readonly TimelineSegment[], nowColumn: number | null): readonly TimelineSegment[] {
	if (nowColumn === null || segments.some(({from, to}) => from <= nowColumn && nowColumn < to)) {
		return segments;
	}

	return [
		...segments.filter((segment) => segment.to <= nowColumn),
		{from: nowColumn, to: nowColumn + 1, kind: 'now'},
		...segments.filter((segment) => segment.from > nowColumn),
	];
}

function clampTo(value: number, min: number, max: number): number {
	return Math.min(max, Math.max(min, value));
}
