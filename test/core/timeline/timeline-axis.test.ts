import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {zoomLevels} from '../../../source/core/timeline/timeline.js';
import {layoutAxis, type TimeZone} from '../../../source/core/timeline/timeline-axis.js';
import {asciiGlyphs, paintAxisRule, unicodeGlyphs} from '../../../source/core/timeline/timeline-paint.js';

const now = new Date('2026-11-23T10:13:00Z');

/** The local time of a place, from the time zone database and not from this machine. */
function zoneOf(timeZone: string): TimeZone {
	const format = new Intl.DateTimeFormat('en-US', {timeZone, timeZoneName: 'longOffset'});
	return {
		offsetMinutes: (at) => {
			const offset = format.formatToParts(at).find(({type}) => type === 'timeZoneName')?.value ?? '';
			const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
			return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
		},
	};
}

function draw(start: string, hoursPerColumn: number, width: number, zone: TimeZone = 'utc'): readonly string[] {
	const axis = layoutAxis({start: new Date(start), hoursPerColumn}, width, now, zone);
	return [axis.labels, paintAxisRule(axis, unicodeGlyphs)];
}

describe('ticks by zoom', () => {
	test('hours', () => {
		expect(draw('2026-11-23T07:00Z', 0.25, 60)).toEqual([
			'    Nov 23 08:00    12:00   14:00   16:00   18:00   20:00   ',
			'────┬───────▼───────┬───────┬───────┬───────┬───────┬───────',
		]);
	});

	test('six hours, with dates at midnight', () => {
		expect(draw('2026-11-23T05:00Z', 0.75, 60)).toEqual([
			' Nov 23 06:00    18:00   Nov 24  06:00   12:00   18:00      ',
			'─┬────▼──┬───────┬───────┬───────┬───────┬───────┬───────┬──',
		]);
	});

	test('a time alone where the next tick says the date', () => {
		expect(draw('2026-11-22T04:30Z', 1.5, 42)).toEqual([
			'     12:00   Nov 23  12:00   Nov 24  12:00',
			'─────┬───────┬─────▼─┬───────┬───────┬────',
		]);
	});

	test('days', () => {
		expect(draw('2026-11-28T00:00Z', 3, 42)).toEqual([
			'Nov 28  29      30      Dec 01  02      03',
			'┬───────┬───────┬───────┬───────┬───────┬─',
		]);
	});

	test('every third day, counted from the first of the month', () => {
		expect(draw('2026-12-25T00:00Z', 9, 42)).toEqual([
			'Dec 25  28        Jan 01 2027     07      ',
			'┬───────┬─────────┬───────┬───────┬───────',
		]);
	});

	test('weeks, on Mondays', () => {
		expect(draw('2026-11-15T00:00Z', 18, 42)).toEqual([
			' Nov 16   23        30       Dec 07   14  ',
			'─┬────────┬▼────────┬────────┬────────┬───',
		]);
	});

	test('months', () => {
		expect(draw('2026-09-10T00:00Z', 72, 52)).toEqual([
			'       Oct       Nov       Dec       Jan 2027   Feb ',
			'───────┬─────────┬──────▼──┬─────────┬──────────┬───',
		]);
	});

	test('quarters', () => {
		expect(draw('2026-06-20T00:00Z', 168, 52)).toEqual([
			' Jul          Oct          Jan 2027     Apr         ',
			'─┬────────────┬───────▼────┬────────────┬───────────',
		]);
	});
});

test('a year that is not this one is said first, and again when it changes', () => {
	expect(draw('2024-12-22T00:00Z', 9, 42)[0]).toBe('Dec 22 2024     28        Jan 01 2025     ');
	expect(draw('2025-11-22T04:30Z', 1.5, 42)[0]).toBe('     12:00   Nov 23 2025     Nov 24  12:00');
	expect(draw('2027-03-01T00:00Z', 3, 34)[0]).toBe('Mar 01 2027     03      04      05');
});

test('a label that would be cut off is left out', () => {
	expect(draw('2026-11-16T00:00Z', 9, 17)).toEqual(['Nov 16  19       ', '┬───────┬───────┬']);
	expect(draw('2026-11-16T00:00Z', 9, 5)).toEqual(['     ', '┬────']);
	expect(draw('2026-11-16T00:00Z', 9, 0)).toEqual(['', '']);
});

test('in ASCII the rule has ASCII only', () => {
	const axis = layoutAxis({start: new Date('2026-11-16T00:00Z'), hoursPerColumn: 9}, 24, now, 'utc');
	expect(paintAxisRule(axis, asciiGlyphs)).toBe('+-------+-------+--v----');
});

describe('local time', () => {
	test('has its ticks at local midnight', () => {
		expect(draw('2026-11-16T00:00Z', 3, 26, zoneOf('Asia/Kolkata'))).toEqual(['      Nov 17  18      19  ', '──────┬───────┬───────┬───']);
	});

	test('keeps days at midnight across the end of summer time', () => {
		const zone = zoneOf('America/New_York');
		const {ticks} = layoutAxis({start: new Date('2026-10-31T04:00Z'), hoursPerColumn: 1}, 73, now, zone);
		// November 1 has 25 hours.
		expect(ticks.filter(({label}) => label !== '12:00')).toEqual([
			{column: 0, label: 'Oct 31'},
			{column: 24, label: 'Nov 01'},
			{column: 49, label: 'Nov 02'},
		]);
	});

	test('has no tick at an hour that summer time skips', () => {
		const zone = zoneOf('Europe/Berlin');
		const {ticks} = layoutAxis({start: new Date('2026-03-28T23:00Z'), hoursPerColumn: 0.25}, 42, now, zone);
		// 01:00 is followed by 03:00, so 02:00 is not, and 04:00 is three hours after midnight.
		expect(ticks).toEqual([
			{column: 0, label: 'Mar 29'},
			{column: 12, label: '04:00'},
			{column: 20, label: '06:00'},
			{column: 28, label: '08:00'},
			{column: 36, label: '10:00'},
		]);
	});

	test('begins a day without a midnight when that day begins', () => {
		// In Beirut the clock goes from 00:00 to 01:00 at the end of March 28.
		const {ticks} = layoutAxis({start: new Date('2026-03-27T22:00Z'), hoursPerColumn: 3}, 26, now, zoneOf('Asia/Beirut'));
		expect(ticks).toEqual([
			{column: 0, label: 'Mar 28'},
			{column: 8, label: '29'},
			{column: 15, label: '30'},
			{column: 23, label: '31'},
		]);
	});
});

test('labels never overlap and stay inside, ticks are in order', () => {
	const starts = fc.date({min: new Date('1971-01-01T00:00Z'), max: new Date('2099-12-31T00:00Z'), noInvalidDate: true});
	const zones = fc.constantFrom<TimeZone>('utc', zoneOf('America/New_York'), zoneOf('Asia/Kathmandu'), zoneOf('Pacific/Apia'));
	fc.assert(
		fc.property(starts, fc.constantFrom(...zoomLevels), fc.integer({min: 0, max: 250}), zones, (start, hoursPerColumn, width, zone) => {
			const axis = layoutAxis({start, hoursPerColumn}, width, now, zone);
			expect(axis.labels).toHaveLength(width);
			expect(paintAxisRule(axis, asciiGlyphs)).toHaveLength(width);
			let free = 0;
			let last = -1;
			for (const {column, label} of axis.ticks) {
				expect(column).toBeGreaterThan(last);
				expect(column).toBeLessThan(width);
				last = column;
				if (label !== '') {
					expect(column).toBeGreaterThanOrEqual(free);
					expect(axis.labels.slice(column, column + label.length)).toBe(label);
					free = column + label.length + 2;
				}
			}

			if (width >= 80) {
				expect(axis.ticks.filter(({label}) => label !== '').length).toBeGreaterThan(1);
			}
		}),
	);
});
