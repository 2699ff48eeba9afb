import {columnAt, instantAt, type TimelineWindow} from './timeline-window.js';

/** `utc`, or how many minutes local time is ahead of UTC at an instant (so east is positive, and daylight saving is known). */
export type TimeZone = 'utc' | {readonly offsetMinutes: (at: Date) => number};

/** How far ticks are apart. Days are counted from the first of each month, weeks begin on Mondays, months are counted from January. */
export type TickStep = {readonly unit: 'hour' | 'day' | 'week' | 'month'; readonly every: number};

/** `wall` reads, as if it were UTC, what a clock on the wall shows. */
export type Tick = {readonly column: number; readonly wall: Date};

const hour = 3_600_000;
const day = 24 * hour;

/** With the shortest distance of two ticks in hours and the width of their usual label. */
const steps: ReadonlyArray<TickStep & {readonly hours: number; readonly label: number}> = [
	...[1, 2, 3, 6, 12].map((every) => ({unit: 'hour', every, hours: every, label: 6}) as const),
	...[1, 2, 3].map((every) => ({unit: 'day', every, hours: every * 24, label: 6}) as const),
	...[1, 2].map((every) => ({unit: 'week', every, hours: every * 7 * 24, label: 6}) as const),
	...[1, 3, 6, 12].map((every) => ({unit: 'month', every, hours: every * 28 * 24, label: 3}) as const),
];

/** Columns between two labels. */
export const labelGap = 2;

/** The closest ticks whose usual labels have room. */
export function stepFor(window: TimelineWindow): TickStep {
	const step = steps.find(({hours, label}) => hours >= (label + labelGap) * window.hoursPerColumn);
	return step ?? {unit: 'month', every: 12};
}

/** From left to right, at most one in a column. */
export function ticksIn(window: TimelineWindow, width: number, step: TickStep, zone: TimeZone): readonly Tick[] {
	const ticks: Tick[] = [];
	const last = wallAt(instantAt(window, width), zone).getTime();
	let wall = firstTick(wallAt(window.start, zone), step);
	while (wall.getTime() <= last) {
		const instant = instantOf(wall, step, zone);
		const column = instant === null ? -1 : Math.floor(columnAt(window, instant));
		if (column > (ticks.at(-1)?.column ?? -1) && column < width) {
			ticks.push({column, wall});
		}

		wall = nextTick(wall, step);
	}

	return ticks;
}

/** What the wall clock shows, written as UTC. */
export function wallAt(instant: Date, zone: TimeZone): Date {
	return zone === 'utc' ? instant : new Date(instant.getTime() + zone.offsetMinutes(instant) * 60_000);
}

/** `null` for an hour that the change to summer time skips. A day whose midnight is skipped begins when it begins. */
function instantOf(wall: Date, step: TickStep, zone: TimeZone): Date | null {
	if (zone === 'utc') {
		return wall;
	}

	// The offset before a change is right up to the change, and at a skipped time leads to the instant after it.
	const before = zone.offsetMinutes(new Date(wall.getTime() - day));
	const after = zone.offsetMinutes(new Date(wall.getTime() + day));
	const candidates = [before, after].map((offset) => new Date(wall.getTime() - offset * 60_000));
	const exact = candidates.find((instant) => wallAt(instant, zone).getTime() === wall.getTime());
	const isMidnight = wall.getTime() % day === 0;
	return exact ?? (step.unit === 'hour' && !isMidnight ? null : (candidates[0] ?? null));
}

/** A tick at or before `wall`. */
function firstTick(wall: Date, {unit, every}: TickStep): Date {
	switch (unit) {
		case 'hour':
			return new Date(Math.floor(wall.getTime() / (every * hour)) * every * hour);
		case 'day':
			return new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1));
		case 'week':
			return new Date(Math.floor((wall.getTime() - firstMonday) / (every * 7 * day)) * every * 7 * day + firstMonday);
		case 'month':
			return new Date(Date.UTC(wall.getUTCFullYear(), Math.floor(wall.getUTCMonth() / every) * every, 1));
	}
}

const firstMonday = Date.UTC(1970, 0, 5);

function nextTick(wall: Date, {unit, every}: TickStep): Date {
	switch (unit) {
		case 'hour':
			return new Date(wall.getTime() + every * hour);
		case 'day':
			return nextDay(wall, every);
		case 'week':
			return new Date(wall.getTime() + every * 7 * day);
		case 'month':
			return new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + every, 1));
	}
}

/** The first of the next month, unless there is room for another tick before it. */
function nextDay(wall: Date, every: number): Date {
	const next = new Date(wall.getTime() + every * day);
	const firstOfMonth = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 1));
	return next.getTime() + every * day <= firstOfMonth.getTime() ? next : firstOfMonth;
}
