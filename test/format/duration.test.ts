import {expect, test} from 'vitest';
import {spanText} from '../../source/core/words/span-text.js';
import {formatDuration, formatInterval, formatLength} from '../../source/format/duration.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
	[0, '0s'],
	[999, '0s'],
	[minute - 1, '59s'],
	[minute, '1m'],
	[47 * minute + 59 * second, '47m'],
	[hour - 1, '59m'],
	[hour, '1h 0m'],
	[day - 1, '23h 59m'],
	[day, '1d 0h'],
	[3 * day + 59 * minute, '3d 0h'],
	[10 * day - 1, '9d 23h'],
	[10 * day, '10d'],
	[21.9 * day, '21d'],
])('a duration of %d ms is %s: rounded down, never more than there is', (milliseconds, text) => {
	expect(formatDuration(milliseconds)).toBe(text);
});

test('a duration has no sign: what is late or over says so in words', () => {
	expect(formatDuration(-90 * minute)).toBe('1h 30m');
});

test.each([
	[-5 * second, '0 s'],
	[12_900, '12 s'],
	[minute - 1, '59 s'],
	[4 * minute, '4 min'],
	[hour - 1, '59 min'],
	[hour, '1 h'],
	[2 * day - 1, '47 h'],
	[2 * day, '2 d'],
])('an age of %d ms is %s', (milliseconds, text) => {
	expect(spanText(milliseconds)).toBe(text);
});

test.each([
	[5 * second, '5 s'],
	[30 * second, '30 s'],
	[90 * second, '90 s'],
	[5 * minute, '5 min'],
	[90 * minute, '90 min'],
	[4 * hour, '4 h'],
])('an interval of %d ms is said exactly: %s', (milliseconds, text) => {
	expect(formatInterval(milliseconds)).toBe(text);
});

test.each([
	[0, '0m'],
	[0.25, '15m'],
	[6 + 35 / 60, '6h 35m'],
	[24, '1d'],
	[30, '1d 6h'],
	[7 * 24, '7d'],
	[182 * 24, '182d'],
	[24 + 1 / 60, '1d 1m'],
])('a block of %d hours is %s long, every part that is not zero', (hours, text) => {
	expect(formatLength(hours)).toBe(text);
});
