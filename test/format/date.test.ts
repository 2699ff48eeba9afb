import {describe, expect, test} from 'vitest';
import {isoText} from '../../source/core/words/iso-text.js';
import {formatClock, formatDateTime, formatDay, formatDayOrMonth, formatShortDate, formatZone} from '../../source/format/date.js';
import {liveIn} from '../helpers/live-in.js';

const now = new Date('2026-11-23T10:13:00Z');

test.each([
	['2026-11-09T11:30:00Z', 'Nov  9 11:30', 'Nov 9 11:30', 'Nov 9', 'Nov 9'],
	['2026-12-31T23:59:59Z', 'Dec 31 23:59', 'Dec 31 23:59', 'Dec 31', 'Dec 31'],
	['2027-01-04T03:05:00Z', 'Jan  4  2027', 'Jan 4 2027 03:05', 'Jan 4 2027', 'Jan 2027'],
	['2025-11-23T10:13:00Z', 'Nov 23  2025', 'Nov 23 2025 10:13', 'Nov 23 2025', 'Nov 2025'],
])('%s carries its year only outside of the current one', (iso, short, long, day, dayOrMonth) => {
	const date = new Date(iso);
	expect(formatShortDate(date, now, 'utc')).toBe(short);
	expect(short).toHaveLength(12);
	expect(formatDateTime(date, now, 'utc')).toBe(long);
	expect(formatDay(date, now, 'utc')).toBe(day);
	expect(formatDayOrMonth(date, now, 'utc')).toBe(dayOrMonth);
});

test('a time in the JSON contract is in UTC without milliseconds', () => {
	expect(isoText(new Date('2026-11-23T10:13:00.987Z'))).toBe('2026-11-23T10:13:00Z');
});

describe('local time', () => {
	test('knows daylight saving: the offset is that of the date, not of now', () => {
		liveIn('Europe/Berlin');
		const summer = new Date('2026-10-25T00:30:00Z');
		const winter = new Date('2026-10-25T01:30:00Z');
		expect([formatDateTime(summer, now, 'local'), formatZone(summer, 'local')]).toEqual(['Oct 25 02:30', 'UTC+2']);
		expect([formatDateTime(winter, now, 'local'), formatZone(winter, 'local')]).toEqual(['Oct 25 02:30', 'UTC+1']);
	});

	test('decides by its own calendar which year is the current one', () => {
		liveIn('Pacific/Auckland');
		const newYearThere = new Date('2026-12-31T12:00:00Z');
		expect(formatDay(newYearThere, now, 'utc')).toBe('Dec 31');
		expect(formatDay(newYearThere, now, 'local')).toBe('Jan 1 2027');
		expect(formatDay(newYearThere, newYearThere, 'local')).toBe('Jan 1');
	});

	test.each([
		['Asia/Kolkata', 'UTC+5:30', '15:43'],
		['America/St_Johns', 'UTC-3:30', '06:43'],
		['America/Los_Angeles', 'UTC-8', '02:13'],
		['UTC', 'UTC', '10:13'],
	])('in %s is %s', (zone, name, clock) => {
		liveIn(zone);
		expect(formatZone(now, 'local')).toBe(name);
		expect(formatClock(now, 'local')).toBe(clock);
		expect(formatZone(now, 'utc')).toBe('UTC');
	});
});
