import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type TickStep, type TimeZone, ticksIn, wallAt} from '../../../source/core/timeline/timeline-ticks.js';
import {columnAt, instantAt, zoomLevels} from '../../../source/core/timeline/timeline-window.js';

const hour = 3_600_000;
const day = 24 * hour;

const steps: readonly TickStep[] = [
	...[1, 2, 3, 6, 12].map((every) => ({unit: 'hour', every}) as const),
	...[1, 2, 3].map((every) => ({unit: 'day', every}) as const),
	...[1, 2].map((every) => ({unit: 'week', every}) as const),
	...[1, 3, 6, 12].map((every) => ({unit: 'month', every}) as const),
];

/** Around changes of the clocks, leap days and those that are none, the first and the last moments that a window has. */
const edges = [
	...['2026-03-08T07:00Z', '2026-11-01T06:00Z', '2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-04-04T15:00Z', '2026-10-03T15:30Z'],
	...['2026-03-28T22:00Z', '2011-12-30T10:00Z', '1970-01-01T00:00Z', '2000-02-29T12:00Z', '2024-02-29T23:59Z', '2028-03-01T00:00Z'],
	...['2100-01-01T00:00Z', '2099-12-31T23:00Z'],
].map((text) => Date.parse(text));

const starts = fc
	.oneof(
		fc.tuple(fc.constantFrom(...edges), fc.integer({min: -20 * 1440, max: 60})).map(([at, minutes]) => at + minutes * 60_000),
		fc.integer({min: 0, max: Date.UTC(2100, 0, 1)}),
	)
	.map((at) => new Date(Math.min(Date.UTC(2100, 0, 1), Math.max(0, at))));

const views = fc.record({
	window: fc.record({start: starts, hoursPerColumn: fc.constantFrom(...zoomLevels)}),
	width: fc.integer({min: 0, max: 200}),
});

/** Those whose columns are not wider than the step: the axis takes no others. */
const cases = fc
	.tuple(views, fc.constantFrom(...steps))
	.filter(([{window}, step]) => hoursOf(step) >= window.hoursPerColumn)
	.map(([view, step]) => ({...view, step}));

describe.each([
	'UTC',
	'America/New_York',
	'Europe/Berlin',
	'Australia/Lord_Howe',
	'Asia/Beirut',
	'Asia/Kathmandu',
	'Pacific/Apia',
	'America/St_Johns',
])('ticks in %s, in any window from 1970 to 2100', (name) => {
	const zone = zoneOf(name);

	test('are in order, one in a column, inside', () => {
		fc.assert(
			fc.property(cases, ({window, width, step}) => {
				const ticks = ticksIn(window, width, step, zone);
				let last = -1;
				for (const {column, wall} of ticks) {
					expect(column).toBeGreaterThan(last);
					expect(column).toBeLessThan(width);
					expect(startsUnit(wall, step)).toBe(true);
					last = column;
				}

				const walls = ticks.map(({wall}) => wall.getTime());
				expect(walls.toSorted((a, b) => a - b)).toEqual(walls);
			}),
			{numRuns: 60},
		);
	});

	test('are in the column in which a clock on the wall shows what they say, or in which it leaps over it', () => {
		fc.assert(
			fc.property(cases, ({window, width, step}) => {
				for (const {column, wall} of ticksIn(window, width, step, zone)) {
					const from = wallAt(instantAt(window, column), zone).getTime();
					// The last moment of the column, since a clock may be set back in the next one.
					const to = wallAt(new Date(instantAt(window, column + 1).getTime() - 1), zone).getTime();
					const isSetBack = to - from < window.hoursPerColumn * hour - 1;
					const isShown = from <= wall.getTime() && wall.getTime() <= to;
					expect(isShown || (isSetBack && wall.getTime() <= from + window.hoursPerColumn * hour)).toBe(true);
				}
			}),
			{numRuns: 60},
		);
	});

	test('of days are a day apart, whether it has 23 hours, 24 or 25', () => {
		fc.assert(
			fc.property(views, ({window, width}) => {
				fc.pre(window.hoursPerColumn <= 6);
				const ticks = ticksIn(window, width, {unit: 'day', every: 1}, zone);
				for (const [index, {wall}] of ticks.slice(1).entries()) {
					// Samoa had no December 30 in 2011.
					const isLeftOut = name === 'Pacific/Apia' && [Date.UTC(2011, 11, 31), Date.UTC(2012, 0, 1)].includes(wall.getTime());
					expect([day, ...(isLeftOut ? [2 * day] : [])]).toContain(wall.getTime() - (ticks[index]?.wall.getTime() ?? 0));
				}

				const columnsOfDay = (23 + 1) / window.hoursPerColumn;
				expect(ticks.length).toBeGreaterThanOrEqual(Math.floor(width / columnsOfDay) - 2);
			}),
			{numRuns: 60},
		);
	});
});

test('columns and moments are each other at any moment', () => {
	fc.assert(
		fc.property(views, fc.integer({min: -500, max: 500}), ({window}, column) => {
			expect(columnAt(window, instantAt(window, column))).toBeCloseTo(column, 6);
		}),
	);
});

function hoursOf({unit, every}: TickStep): number {
	return every * {hour: 1, day: 24, week: 7 * 24, month: 28 * 24}[unit];
}

function startsUnit(wall: Date, {unit, every}: TickStep): boolean {
	const isMidnight = wall.getTime() % day === 0;
	switch (unit) {
		case 'hour':
			return wall.getTime() % hour === 0 && wall.getUTCHours() % every === 0;
		case 'day':
			return isMidnight;
		case 'week':
			return isMidnight && wall.getUTCDay() === 1;
		case 'month':
			return isMidnight && wall.getUTCDate() === 1 && wall.getUTCMonth() % every === 0;
	}
}

/** By the calendar of the ICU; the app asks `Date`, which has one zone in a process. */
function zoneOf(name: string): TimeZone {
	const calendar = new Intl.DateTimeFormat('en-US', {timeZone: name, timeZoneName: 'longOffset'});
	const known = new Map<number, number>();
	return {
		offsetMinutes(at) {
			const quarter = Math.floor(at.getTime() / 900_000);
			const offset = known.get(quarter) ?? readOffset(calendar, at);
			known.set(quarter, offset);
			return offset;
		},
	};
}

function readOffset(calendar: Intl.DateTimeFormat, at: Date): number {
	const text = calendar.formatToParts(at).find(({type}) => type === 'timeZoneName')?.value ?? '';
	const [, sign = '+', hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(text) ?? [];
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
