import {describe, expect, test} from 'vitest';
import {drainWarning} from '../../../source/core/reservations/countdown.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {block, reservation} from '../../helpers/reservation.js';

const end = Date.parse('2026-11-26T11:30:00Z');

function warningBefore(minutes: number, overrides: Partial<Reservation> = {}) {
	return drainWarning(block(overrides), new Date(end - minutes * 60_000));
}

describe('a block warns', () => {
	test('an hour before its end: it cannot be extended any more', () => {
		expect(warningBefore(60.1)).toBe(null);
		expect(warningBefore(60)).toEqual({
			level: 60,
			isTerminating: false,
			text: 'too late to extend; at 10:50 UTC EventBridge tells of the end, EKS scales its block node groups to 0 and Karpenter drains; AWS terminates instances from 11:00 UTC, in 30 min',
			brief: 'too late to extend; AWS terminates from 11:00 UTC, in 30 min',
		});
		expect(warningBefore(40.1)?.level).toBe(60);
	});

	test('40 min before its end: nodes are drained', () => {
		expect(warningBefore(40)).toEqual({
			level: 40,
			isTerminating: false,
			text: 'EventBridge has told of the end, EKS scales its block node groups to 0 and Karpenter drains; AWS terminates instances from 11:00 UTC, in 10 min',
			brief: 'EKS and Karpenter drain; AWS terminates from 11:00 UTC, in 10 min',
		});
		expect(warningBefore(30.5)?.text).toContain('from 11:00 UTC, in 30 s');
	});

	test('30 min before its end and until then: instances are terminated', () => {
		expect(warningBefore(30)).toEqual({
			level: 30,
			isTerminating: true,
			text: 'AWS terminates the instances now; the block ends at 11:30 UTC, in 30 min',
			brief: 'AWS terminates the instances now; ends 11:30 UTC, in 30 min',
		});
		expect(warningBefore(0.5)?.text).toContain('in 30 s');
		expect(warningBefore(0)).toBe(null);
	});
});

describe('a P6e-GB200 block, which is terminated an hour before its end, warns', () => {
	const ultra = {instanceType: 'p6e-gb200.36xlarge'};

	test('90, 70 and 60 min before it', () => {
		expect([91, 90, 71, 70, 61, 60, 30, 1].map((minutes) => warningBefore(minutes, ultra)?.level)).toEqual([
			undefined,
			90,
			90,
			70,
			70,
			60,
			60,
			60,
		]);
		expect([90, 70, 60].map((minutes) => warningBefore(minutes, ultra)?.isTerminating)).toEqual([false, false, true]);
	});

	test('with the time at which that begins', () => {
		expect(warningBefore(72, ultra)?.text).toBe(
			'AWS terminates instances from 10:30 UTC, in 12 min, 60 min before the end for P6e-GB200, and takes no extension after that',
		);
		expect(warningBefore(65, ultra)?.text).toBe(
			'Karpenter drains; AWS terminates instances from 10:30 UTC, in 5 min, 60 min before the end for P6e-GB200',
		);
		expect(warningBefore(45, ultra)?.text).toBe(
			'AWS terminates the instances now, 60 min before the end for P6e-GB200; the block ends at 11:30 UTC, in 45 min',
		);
	});

	test('in few words, where there is no room for all', () => {
		expect([72, 65, 45].map((minutes) => warningBefore(minutes, ultra)?.brief)).toEqual([
			'AWS terminates from 10:30 UTC, in 12 min',
			'Karpenter drains; AWS terminates from 10:30 UTC, in 5 min',
			'AWS terminates the instances now; ends 11:30 UTC, in 45 min',
		]);
	});
});

test.each<[string, Reservation]>([
	['an ODCR, whose instances go on as On-Demand', reservation({endDate: {kind: 'limited', at: new Date(end)}})],
	['a block that is not live', block({state: 'expired'})],
	['a block without an end', block({endDate: {kind: 'unknown'}})],
])('there is no warning for %s', (_name, row) => {
	expect(drainWarning(row, new Date(end - 1_800_000))).toBe(null);
});
