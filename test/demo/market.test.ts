import {expect, test} from 'vitest';
import {type Booking, blockTimeFrom, feeOf, freeIn, type Pool, zoneTypeOf} from '../../source/demo/market.js';

const now = new Date('2026-11-23T10:00:00Z');

test.each([
	['2026-11-23T10:00:00Z', '2026-11-23T11:30:00.000Z'],
	['2026-11-23T11:30:00Z', '2026-11-23T11:30:00.000Z'],
	['2026-11-23T11:30:00.001Z', '2026-11-24T11:30:00.000Z'],
	['2026-12-31T23:59:59Z', '2027-01-01T11:30:00.000Z'],
])('the first block time from %s is %s', (moment, time) => {
	expect(blockTimeFrom(new Date(moment)).toISOString()).toBe(time);
});

test.each([
	['us-east-1a', 'availability-zone'],
	['ap-northeast-1d', 'availability-zone'],
	['us-east-1-atl-2a', 'local-zone'],
])('%s is of the type %s', (zone, type) => {
	expect(zoneTypeOf(zone)).toBe(type);
});

test.each<readonly [string, number, readonly Booking[]]>([
	['nothing is booked', 16, []],
	['a booking ends when the span starts', 16, [booking(4, 1, 5)]],
	['a booking starts when the span ends', 16, [booking(4, 12, 15)]],
	['a booking reaches into the span', 12, [booking(4, 1, 6)]],
	['two follow one another', 10, [booking(4, 4, 7), booking(6, 7, 9)]],
	['two overlap for a day', 6, [booking(4, 4, 8), booking(6, 7, 9)]],
	['one is around the span, one begins in it', 8, [booking(3, 1, 20), booking(5, 11, 30)]],
	['one is made later', 16, [{...booking(4, 5, 6), booked: new Date('2026-11-23T10:00:01Z')}]],
	['one is made now', 12, [{...booking(4, 5, 6), booked: now}]],
	['one is dropped now', 16, [{...booking(4, 5, 6), dropped: now}]],
	['one is dropped later', 12, [{...booking(4, 5, 6), dropped: new Date('2026-11-23T10:00:01Z')}]],
])('of 16 for a week, where %s, %i are free', (_what, free, bookings) => {
	expect(freeIn({...pool, bookings}, {start: day(5), end: day(12)}, now)).toBe(free);
});

test('the fee is the rate at that moment for every minute, in dollars and cents', () => {
	expect(feeOf(pool, 4, {start: day(5), end: day(12)}, now)).toBe('21145.49');
	expect(feeOf(pool, 1, {start: new Date('2026-12-05T02:53:00Z'), end: day(5)}, now)).toBe('271.14');
	expect(feeOf({...pool, rate: (moment) => (moment < now ? 1 : 2)}, 1, {start: day(5), end: day(6)}, now)).toBe('48.00');
});

const pool: Pool = {instanceType: 'p5.48xlarge', availabilityZone: 'us-east-1a', size: 16, rate: 31.4665};

function booking(count: number, start: number, end: number): Booking {
	return {count, start: day(start), end: day(end)};
}

function day(number: number): Date {
	return new Date(Date.UTC(2026, 11, number, 11, 30));
}
