import {describe, expect, test} from 'vitest';
import {drainMinutes, durationHours, endsBeforeStart, nextMoment, usableUntil} from '../../../source/core/reservations/expiry.js';
import {block, reservation} from '../../helpers/reservation.js';

const now = new Date('2026-11-23T10:13:00Z');
const hour = 3_600_000;

function limited(at: string) {
	return {kind: 'limited', at: new Date(at)} as const;
}

test('instances of a block are terminated from 30 minutes before its end, of a P6e-GB200 one from 60', () => {
	expect(drainMinutes('p5.48xlarge')).toBe(30);
	expect(drainMinutes('p6-b200.48xlarge')).toBe(30);
	expect(drainMinutes('p6e-gb200.36xlarge')).toBe(60);
	expect(drainMinutes(null)).toBe(30);
});

describe('usable until', () => {
	test('the start of the drain, for a block', () => {
		expect(usableUntil(block())).toEqual(new Date('2026-11-26T11:00:00Z'));
		expect(usableUntil(block({instanceType: 'p6e-gb200.36xlarge'}))).toEqual(new Date('2026-11-26T10:30:00Z'));
	});

	test('the end, for an ODCR', () => {
		expect(usableUntil(reservation({endDate: limited('2026-12-19T23:59:00Z')}))).toEqual(new Date('2026-12-19T23:59:00Z'));
	});

	test('no moment, when there is no end or it is unknown', () => {
		expect(usableUntil(reservation())).toBe(null);
		expect(usableUntil(block({endDate: {kind: 'unknown'}}))).toBe(null);
	});
});

describe('the next moment', () => {
	test.each([
		[
			'of what is to come is its start',
			block({state: 'scheduled', startDate: new Date('2026-11-24T11:13:00Z')}),
			'starts',
			'2026-11-24T11:13:00Z',
			25,
		],
		[
			'may have passed without AWS changing the state',
			block({state: 'scheduled', startDate: new Date('2026-11-23T09:13:00Z')}),
			'starts',
			'2026-11-23T09:13:00Z',
			-1,
		],
		['of a live block is its drain', block({endDate: limited('2026-11-23T12:43:00Z')}), 'drains', '2026-11-23T12:13:00Z', 2],
		['of a draining block is its end', block({endDate: limited('2026-11-23T10:28:00Z')}), 'draining', '2026-11-23T10:28:00Z', 0.25],
		['of a live ODCR is its end', reservation({endDate: limited('2026-11-23T11:13:00Z')}), 'ends', '2026-11-23T11:13:00Z', 1],
	] as const)('%s', (_name, subject, kind, at, hours) => {
		expect(nextMoment(subject, now)).toEqual({kind, at: new Date(at), in: hours * hour});
	});

	test('is draining from the very minute of the drain', () => {
		expect(nextMoment(block({endDate: limited('2026-11-23T10:43:00Z')}), now)?.kind).toBe('draining');
	});

	test.each([
		['an unlimited ODCR', reservation()],
		['a troubled block', block({state: 'payment-failed'})],
		['an ended block', block({state: 'expired'})],
		['a block to come without a start', block({state: 'scheduled', startDate: null})],
		['a live block without an end', block({endDate: {kind: 'unknown'}})],
	])('does not exist for %s', (_name, subject) => {
		expect(nextMoment(subject, now)).toBe(null);
	});
});

test('the length of a block bought for the same day is not rounded', () => {
	expect(durationHours(block())).toBe(168);
	expect(durationHours(block({startDate: new Date('2026-11-23T04:55:00Z'), endDate: limited('2026-11-23T11:30:00Z')}))).toBeCloseTo(
		6 + 35 / 60,
	);
	expect(durationHours(block({startDate: null}))).toBe(null);
	expect(durationHours(reservation())).toBe(null);
});

test('an end before the start makes no length', () => {
	const crossed = block({startDate: new Date('2026-12-24T11:30:00Z')});
	expect(durationHours(crossed)).toBe(null);
	expect([crossed, block(), block({startDate: null}), reservation()].map(endsBeforeStart)).toEqual([true, false, false, false]);
	const empty = block({startDate: new Date('2026-11-26T11:30:00Z')});
	expect([durationHours(empty), endsBeforeStart(empty)]).toEqual([0, false]);
});
