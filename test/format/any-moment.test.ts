import fc from 'fast-check';
import {describe, expect, test, vi} from 'vitest';
import {parseDuration} from '../../source/command/values/parse-duration.js';
import {durationHours} from '../../source/core/reservations/expiry.js';
import {isoText} from '../../source/core/words/iso-text.js';
import {spanText} from '../../source/core/words/span-text.js';
import {
	formatClock,
	formatClockSeconds,
	formatDateTime,
	formatDay,
	formatDayOrMonth,
	formatShortDate,
	formatZone,
} from '../../source/format/date.js';
import {formatDuration, formatInterval, formatLength} from '../../source/format/duration.js';
import {liveIn} from '../helpers/live-in.js';
import {block} from '../helpers/reservation.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Summer time of an hour, of half an hour, of two; the far ends of the world; a day that was left out; an offset with seconds, until 1972. */
const zones = [
	...['UTC', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Antarctica/Troll', 'Asia/Beirut', 'America/St_Johns'],
	...['Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Pacific/Apia', 'Africa/Casablanca', 'Africa/Monrovia'],
] as const;

/** Around the changes of the clocks in 2026 and 2027, leap days and those that are none, the first and the last moments. */
const edges = [
	...['2026-03-08T07:00Z', '2026-11-01T06:00Z', '2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-04-04T15:00Z', '2026-10-03T15:30Z'],
	...['2027-02-07T02:00Z', '2026-03-28T22:00Z', '2011-12-30T10:00Z', '1972-01-07T00:44:30Z', '1970-01-01T00:00Z', '2000-01-01T00:00Z'],
	...['1972-02-29T00:00Z', '2000-02-29T12:00Z', '2024-02-29T23:59:59Z', '2028-03-01T00:00Z', '2096-02-29T00:00Z'],
	...['2100-02-28T23:59:59Z', '2100-03-01T00:00Z', '2099-12-31T23:59:59Z', '2100-01-01T00:00Z', '9999-12-31T00:00Z'],
].map((text) => Date.parse(text));

const moment = fc.oneof(
	fc
		.tuple(fc.constantFrom(...edges), fc.integer({min: -4 * 3600, max: 4 * 3600}))
		.map(([at, seconds]) => new Date(Math.max(0, at + seconds * second))),
	fc.date({min: new Date(0), max: new Date('2100-12-31T23:59:59Z'), noInvalidDate: true}),
);

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

describe.each(zones)('in %s, at any moment from 1970 on', (zone) => {
	const calendar = new Intl.DateTimeFormat('en-GB', {
		timeZone: zone,
		calendar: 'gregory',
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
		timeZoneName: 'longOffset',
	});

	/** What the calendar of the ICU says, which knows nothing of `Date`’s own local time. */
	function read(date: Date) {
		const parts = Object.fromEntries(calendar.formatToParts(date).map(({type, value}) => [type, value]));
		const [, sign = '+', hours = '0', minutes = '00'] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(parts['timeZoneName'] ?? '') ?? [];
		const offset = Number(hours) * 60 + Number(minutes);
		return {
			year: Number(parts['year']),
			month: months[Number(parts['month']) - 1] ?? '',
			day: Number(parts['day']),
			clock: `${parts['hour']}:${parts['minute']}`,
			seconds: parts['second'] ?? '',
			zone: offset === 0 ? 'UTC' : `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`,
		};
	}

	test('dates and times are those of its calendar, with the year when it is not this one', () => {
		liveIn(zone);
		fc.assert(
			fc.property(moment, moment, (date, now) => {
				const {year, month, day: dayOfMonth, clock, seconds} = read(date);
				const isThisYear = year === read(now).year;
				const suffix = isThisYear ? '' : ` ${year}`;
				expect(formatDay(date, now, 'local')).toBe(`${month} ${dayOfMonth}${suffix}`);
				expect(formatDateTime(date, now, 'local')).toBe(`${month} ${dayOfMonth}${suffix} ${clock}`);
				expect(formatDayOrMonth(date, now, 'local')).toBe(isThisYear ? `${month} ${dayOfMonth}` : `${month} ${year}`);
				expect(formatShortDate(date, now, 'local')).toBe(`${month} ${String(dayOfMonth).padStart(2)} ${isThisYear ? clock : ` ${year}`}`);
				expect(formatShortDate(date, now, 'local')).toHaveLength(12);
				expect(formatClock(date, 'local')).toBe(clock);
				expect(formatClockSeconds(date, 'local')).toBe(`${clock}:${seconds}`);
			}),
		);
	});

	test('the offset is that of the moment, to the minute', () => {
		liveIn(zone);
		fc.assert(
			fc.property(moment, (date) => {
				expect(formatZone(date, 'local')).toBe(read(date).zone);
				expect(formatZone(date, 'utc')).toBe('UTC');
			}),
		);
	});

	test('UTC, lengths and JSON are what they are anywhere', () => {
		const parts = fc.sample(fc.tuple(moment, moment), 50);
		const told = ['UTC', zone].map((each) => {
			vi.stubEnv('TZ', each);
			return parts.map(([one, other]) => [
				formatDateTime(one, other, 'utc'),
				formatShortDate(one, other, 'utc'),
				isoText(one),
				durationHours(block({startDate: one, endDate: {kind: 'limited', at: other}})),
			]);
		});
		vi.unstubAllEnvs();
		expect(told[1]).toEqual(told[0]);
	});
});

test('a time in JSON is the moment, to the second', () => {
	fc.assert(
		fc.property(moment, (date) => {
			expect(Date.parse(isoText(date))).toBe(Math.floor(date.getTime() / second) * second);
		}),
	);
});

/** Around every step of the units, besides any span of 130 years. */
const span = fc.oneof(
	fc.integer({min: 0, max: 130 * 366 * day}),
	fc
		.tuple(fc.constantFrom(second, minute, hour, day, 2 * day, 10 * day), fc.integer({min: 0, max: 60}), fc.integer({min: -1, max: 1}))
		.map(([unit, count, more]) => Math.max(0, unit * count + more)),
);

const unitsOf: Readonly<Record<string, number>> = {s: second, min: minute, m: minute, h: hour, d: day};

/** The span that a text says, and its smallest unit. */
function measure(text: string): {readonly said: number; readonly unit: number} {
	const parts = [...text.matchAll(/(\d+) ?([a-z]+)/g)].map(([, count, unit = '']) => [Number(count), unitsOf[unit] ?? Number.NaN] as const);
	return {said: parts.reduce((sum, [count, unit]) => sum + count * unit, 0), unit: parts.at(-1)?.[1] ?? Number.NaN};
}

describe('a span of any length', () => {
	test.each([
		['a countdown', formatDuration],
		['an age', spanText],
	])('as %s is rounded down by less than the unit that it ends with', (_, format) => {
		fc.assert(
			fc.property(span, (milliseconds) => {
				const {said, unit} = measure(format(milliseconds));
				expect(said).toBeLessThanOrEqual(milliseconds);
				expect(milliseconds - said).toBeLessThan(unit);
			}),
			{numRuns: 500},
		);
	});

	test('never reads longer when it is shorter', () => {
		fc.assert(
			fc.property(span, span, (one, other) => {
				const [less, more] = one < other ? [one, other] : [other, one];
				expect(measure(formatDuration(less)).said).toBeLessThanOrEqual(measure(formatDuration(more)).said);
				expect(measure(spanText(less)).said).toBeLessThanOrEqual(measure(spanText(more)).said);
			}),
		);
	});

	test('as the length of a block is exact to the minute', () => {
		fc.assert(
			fc.property(fc.integer({min: 0, max: 182 * 24 * 60}), (minutes) => {
				expect(measure(formatLength(minutes / 60)).said).toBe(minutes * minute);
			}),
		);
	});

	test('as an interval reads back as it was typed', () => {
		fc.assert(
			fc.property(fc.integer({min: 5, max: 86_400}), (seconds) => {
				const milliseconds = parseDuration('--interval', `${seconds}s`, {min: '5s', max: '24h'});
				expect(measure(formatInterval(milliseconds)).said).toBe(seconds * second);
			}),
		);
	});
});

test('a block is as long as its hours, whatever clocks do meanwhile', () => {
	fc.assert(
		fc.property(moment, fc.integer({min: 0, max: 182 * 24 * 60}), (startDate, minutes) => {
			const at = new Date(startDate.getTime() + minutes * minute);
			const hours = durationHours(block({startDate, endDate: {kind: 'limited', at}}));
			expect(formatLength(hours ?? Number.NaN)).toBe(formatLength(minutes / 60));
		}),
	);
});
