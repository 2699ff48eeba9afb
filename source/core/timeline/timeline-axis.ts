import {labelGap, stepFor, type Tick, type TickStep, type TimeZone, ticksIn, wallAt} from './timeline-ticks.js';
import {nowColumnOf, type TimelineWindow} from './timeline-window.js';

export type {TimeZone} from './timeline-ticks.js';

/** `label` is empty where it has no room. */
export type AxisTick = {readonly column: number; readonly label: string};

export type TimelineAxis = {
	readonly width: number;
	/** From left to right. */
	readonly ticks: readonly AxisTick[];
	/** All labels at their columns, as text of exactly `width` columns. */
	readonly labels: string;
	/** `null` when now is outside the window. */
	readonly nowColumn: number | null;
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
The axis above the bars.

The first label says its date in full and later ones what has changed: the month when it is another, the year when it is
not this year. Labels never overlap: one that has no room is left out, and its tick stays.
*/
export function layoutAxis(window: TimelineWindow, width: number, now: Date, zone: TimeZone): TimelineAxis {
	const step = stepFor(window);
	const ticks: AxisTick[] = [];
	let labels = '';
	let shown: Date | null = null;
	const places = ticksIn(window, width, step, zone);
	for (const [index, tick] of places.entries()) {
		const isBeforeMidnight = places[index + 1]?.wall.getUTCHours() === 0;
		const label = labelOf(tick, step, {shown, isBeforeMidnight, now: wallAt(now, zone)});
		const hasRoom = tick.column >= (labels === '' ? 0 : labels.length + labelGap) && tick.column + label.length <= width;
		ticks.push({column: tick.column, label: hasRoom ? label : ''});
		if (hasRoom) {
			labels = labels.padEnd(tick.column) + label;
			// Hours and bare days leave what is known of month and year as it was.
			shown = /^\d/.test(label) ? shown : tick.wall;
		}
	}

	return {width, ticks, labels: labels.padEnd(width), nowColumn: nowColumnOf(window, width, now)};
}

type LabelContext = {
	/** What the last label with a date says, `null` before the first one. */
	readonly shown: Date | null;
	/** The next tick is a midnight, whose label says the date. */
	readonly isBeforeMidnight: boolean;
	readonly now: Date;
};

function labelOf({wall}: Tick, {unit}: TickStep, {shown, isBeforeMidnight, now}: LabelContext): string {
	const month = months[wall.getUTCMonth()] ?? '';
	const year = wall.getUTCFullYear() === (shown ?? now).getUTCFullYear() ? '' : ` ${wall.getUTCFullYear()}`;
	const date = `${month} ${twoDigits(wall.getUTCDate())}${year}`;
	const time = `${twoDigits(wall.getUTCHours())}:00`;
	switch (unit) {
		case 'month':
			return `${month}${year}`;
		case 'week':
		case 'day':
			return shown !== null && year === '' && wall.getUTCMonth() === shown.getUTCMonth() ? twoDigits(wall.getUTCDate()) : date;
		case 'hour':
			if (wall.getUTCHours() === 0) {
				return date;
			}

			return shown === null && !isBeforeMidnight ? `${date} ${time}` : time;
	}
}

function twoDigits(number: number): string {
	return String(number).padStart(2, '0');
}
