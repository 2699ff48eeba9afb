import {lifecycleOf} from '../reservations/lifecycle.js';
import {endOf, isUnlimited, type Reservation} from '../reservations/reservation.js';

/** What part of time is on screen: column 0 begins at `start`. */
export type TimelineWindow = {readonly start: Date; readonly hoursPerColumn: number};

const hour = 3_600_000;

/** Hours per column, from a quarter of an hour to four weeks. */
export const zoomLevels = [0.25, 0.5, 1, 1.5, 2, 3, 4, 6, 9, 12, 18, 24, 36, 48, 72, 96, 168, 336, 672] as const;

const furthestLevel = 672;

/** What a timeline without a single bar shows: some weeks. */
const emptyLevel = 9;

/** How far from the middle now may be to be centred: `centreOnNow` begins at a whole column and a round time. */
const centredColumns = 1.5;

/** Nothing is looked for outside: EC2 began in 2006, and a wrong date must not take the window to the year 275760. */
const earliest = 0;
const latest = Date.UTC(2100, 0, 1);

/** The bar of a reservation in milliseconds, `end` infinite when unlimited; `null` when AWS gave no start or no end. */
export type Span = {readonly start: number; readonly end: number};

export function spanOf(reservation: Reservation): Span | null {
	const {startDate} = reservation;
	const end = isUnlimited(reservation) ? Number.POSITIVE_INFINITY : endOf(reservation)?.getTime();
	return startDate === null || end === undefined ? null : {start: startDate.getTime(), end};
}

/** Whether an ODCR has something to show in time: a start still to come, or a limited end. Blocks always have. */
export function isDated(reservation: Reservation, now: Date): boolean {
	const {kind, startDate, endDate, state} = reservation;
	if (kind === 'block' || endDate.kind === 'limited') {
		return true;
	}

	// A future-dated ODCR whose start has come stays until AWS has delivered it.
	const isAwaited = state === 'delayed' || (state !== 'pending' && lifecycleOf(state) === 'upcoming');
	return startDate !== null && (startDate > now || isAwaited);
}

/** The closest view that has all bars, those of `offered` blocks too, and now in it, a column of air on both sides. What no view can hold is centred on now. */
export function fitAll(reservations: readonly Reservation[], width: number, now: Date, offered: readonly Span[] = []): TimelineWindow {
	const range = rangeOf([...reservations.map(spanOf), ...offered], now);
	if (range.start === range.end) {
		return centreOnNow({start: now, hoursPerColumn: emptyLevel}, width, now);
	}

	const hoursPerColumn = zoomLevels.find((level) => fits(range, level, width));
	return hoursPerColumn === undefined
		? centreOnNow({start: now, hoursPerColumn: furthestLevel}, width, now)
		: {start: new Date(alignedStart(range, hoursPerColumn)), hoursPerColumn};
}

/** Moves to later columns, or to earlier ones when negative. */
export function pan(window: TimelineWindow, columns: number): TimelineWindow {
	const move = Number.isFinite(columns) ? columns * window.hoursPerColumn * hour : 0;
	return {...window, start: clampDate(window.start.getTime() + move)};
}

/** Zooms in by `steps`, out when negative. What is at `anchorColumn` (which may be fractional, see `columnAt`) stays there. */
export function zoom(window: TimelineWindow, steps: number, anchorColumn: number, width: number): TimelineWindow {
	const hoursPerColumn = zoomLevels[clamp(levelOf(window) - Math.trunc(steps || 0), 0, zoomLevels.length - 1)] ?? furthestLevel;
	const anchor = clamp(anchorColumn || 0, 0, Math.max(0, width));
	return {start: clampDate(window.start.getTime() + anchor * (window.hoursPerColumn - hoursPerColumn) * hour), hoursPerColumn};
}

/**
The column to zoom at: now, while it is in the middle, as after `centreOnNow`; the middle of what is in the window of the selected bar, since
that is what is looked at; now, when the bar is outside or there is none; else the middle.
*/
export function zoomAnchor(selected: Reservation | null, window: TimelineWindow, width: number, now: Date): number {
	const nowColumn = columnAt(window, now);
	if (Math.abs(nowColumn - width / 2) <= centredColumns) {
		return nowColumn;
	}

	const span = selected === null ? null : spanOf(selected);
	if (span !== null) {
		const start = columnAt(window, span.start);
		// A bar whose end is before its start is drawn at its start.
		const end = Math.max(start, columnAt(window, span.end));
		if (start < width && end > 0) {
			return (Math.max(0, start) + Math.min(width, end)) / 2;
		}
	}

	return nowColumn >= 0 && nowColumn < width ? nowColumn : width / 2;
}

export function centreOnNow(window: TimelineWindow, width: number, now: Date): TimelineWindow {
	const {hoursPerColumn} = window;
	// To whole columns, hours or days, so that the ticks do not change their places inside columns.
	const grid = (hoursPerColumn < 1 ? hoursPerColumn : hoursPerColumn < 24 ? 1 : 24) * hour;
	const start = now.getTime() - Math.floor(Math.max(1, width) / 2) * hoursPerColumn * hour;
	return {...window, start: clampDate(Math.floor(start / grid) * grid)};
}

/** Where an instant is; the fraction is its place inside the column. Outside the window: negative or beyond the width. */
export function columnAt(window: TimelineWindow, instant: Date | number): number {
	return (Number(instant) - window.start.getTime()) / (window.hoursPerColumn * hour);
}

/** The instant at which a column begins. */
export function instantAt(window: TimelineWindow, column: number): Date {
	return new Date(window.start.getTime() + column * window.hoursPerColumn * hour);
}

/** The column of now, `null` outside the window. */
export function nowColumnOf(window: TimelineWindow, width: number, now: Date): number | null {
	const column = Math.floor(columnAt(window, now));
	return column >= 0 && column < width ? column : null;
}

/** From the first start to the last end, now included; an unlimited bar needs no more than its start. */
function rangeOf(spans: ReadonlyArray<Span | null>, now: Date): Span {
	let [start, end] = [now.getTime(), now.getTime()];
	for (const span of spans) {
		if (span !== null) {
			start = Math.min(start, span.start);
			end = Math.max(end, Number.isFinite(span.end) ? span.end : span.start);
		}
	}

	return {start: clamp(start, earliest, latest), end: clamp(end, earliest, latest)};
}

function fits(range: Span, hoursPerColumn: number, width: number): boolean {
	const columns = (range.end - alignedStart(range, hoursPerColumn)) / (hoursPerColumn * hour);
	return columns + 1 <= width;
}

/** A column before the range, then back to a round time that costs at most four columns. */
function alignedStart(range: Span, hoursPerColumn: number): number {
	const grid = hour * ([24, 12, 6, 3].find((hours) => hours <= 4 * hoursPerColumn) ?? 1);
	return Math.max(earliest, Math.floor((range.start - hoursPerColumn * hour) / grid) * grid);
}

/** The level that is nearest to what the window has. */
function levelOf({hoursPerColumn}: TimelineWindow): number {
	const distances = zoomLevels.map((level) => Math.abs(Math.log(level / hoursPerColumn)));
	return distances.indexOf(Math.min(...distances));
}

function clampDate(milliseconds: number): Date {
	return new Date(clamp(Math.round(milliseconds), earliest, latest));
}

function clamp(value: number, min: number, max: number): number {
	return Math.min(max, Math.max(min, value));
}
