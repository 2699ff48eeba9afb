import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	burst,
	callableAt,
	freshPace,
	isWorthRetrying,
	limitMs,
	type Pace,
	recordCall,
	recordLimit,
	recordPassed,
	refillMs,
	remainingMs,
} from '../../../source/core/offerings/pace.js';
import {paceWords} from '../../../source/core/offerings/pace-words.js';

const east = 'us-east-1';
const west = 'us-west-2';
const now = new Date('2026-11-23T10:13:00Z');

function later(milliseconds: number): Date {
	return new Date(now.getTime() + milliseconds);
}

/** Makes calls as early as they may be, and returns when, in milliseconds from now. */
function callAll(pace: Pace, count: number, region = east): {readonly pace: Pace; readonly times: readonly number[]} {
	let next = pace;
	let at = now;
	const times: number[] = [];
	for (let call = 0; call < count; call++) {
		at = callableAt(next, region, at);
		times.push(at.getTime() - now.getTime());
		next = recordCall(next, region, at);
	}

	return {pace: next, times};
}

describe('the pace', () => {
	test('lets ten calls through at once, then one in 6.7 s', () => {
		expect(callAll(freshPace, 13).times).toEqual([...Array.from({length: 10}, () => 0), 6667, 13_334, 20_001]);
	});

	test('belongs to a region', () => {
		const {pace} = callAll(freshPace, 10);
		expect(callableAt(pace, east, now)).toEqual(later(refillMs));
		expect(callableAt(pace, west, now)).toEqual(now);
	});

	test('is whole again after a rest', () => {
		const {pace} = callAll(freshPace, 10);
		const rested = later(10 * refillMs);
		expect(callableAt(pace, east, rested)).toEqual(rested);
		expect(remainingMs(pace, new Map([[east, 10]]), rested)).toBe(0);
	});

	test('does not run ahead when the clock is set back', () => {
		const {pace} = callAll(freshPace, 10);
		expect(callableAt(recordCall(pace, east, later(-3_600_000)), east, now).getTime()).toBeGreaterThan(later(refillMs).getTime());
	});

	test('never exceeds what AWS refills, whenever calls are wanted', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({min: 0, max: 20_000}), {minLength: 1, maxLength: 60}), (waits) => {
				let pace = freshPace;
				let at = now;
				// A bucket of AWS's own, in exact thousandths of a call.
				let tokens = burst * 1000;
				for (const wait of waits) {
					const before = at;
					at = callableAt(pace, east, new Date(at.getTime() + wait));
					tokens = Math.min(burst * 1000, tokens + (at.getTime() - before.getTime()) * 0.15);
					expect(tokens).toBeGreaterThanOrEqual(1000);
					tokens -= 1000;
					pace = recordCall(pace, east, at);
				}
			}),
		);
	});
});

describe('a limit', () => {
	test('holds the region for a minute, without a burst after it', () => {
		const pace = recordLimit(callAll(freshPace, 1).pace, east, now);
		expect(callAll(pace, 3).times).toEqual([limitMs, limitMs + refillMs, limitMs + 2 * refillMs]);
		expect(callableAt(pace, west, now)).toEqual(now);
	});

	test('that comes again after the wait is an answer, not the pace', () => {
		const once = recordLimit(freshPace, east, now);
		expect(isWorthRetrying(once, east)).toBe(true);
		expect(isWorthRetrying(recordLimit(once, east, later(limitMs)), east)).toBe(false);
		expect(isWorthRetrying(recordLimit(recordPassed(once, east), east, later(limitMs)), east)).toBe(true);
		expect([isWorthRetrying(freshPace, east), recordPassed(freshPace, east)]).toEqual([true, freshPace]);
	});
});

describe('what remains', () => {
	test('is the time of the slowest region', () => {
		const {pace} = callAll(freshPace, 9);
		expect(
			remainingMs(
				pace,
				new Map([
					[east, 1],
					[west, 8],
				]),
				now,
			),
		).toBe(0);
		expect(
			remainingMs(
				pace,
				new Map([
					[east, 3],
					[west, 8],
				]),
				now,
			),
		).toBe(2 * refillMs);
		expect(remainingMs(freshPace, new Map([[west, 12]]), now)).toBe(2 * refillMs);
		expect(remainingMs(recordLimit(freshPace, east, now), new Map([[east, 2]]), now)).toBe(limitMs + refillMs);
		expect(remainingMs(pace, new Map([[east, 0]]), now)).toBe(0);
	});

	test('is when the last call is made', () => {
		fc.assert(
			fc.property(fc.nat(30), fc.integer({min: 1, max: 30}), fc.nat(100_000), (made, left, rest) => {
				const {pace} = callAll(freshPace, made);
				const from = later(rest);
				let next = pace;
				let at = from;
				for (let call = 0; call < left; call++) {
					at = callableAt(next, east, at);
					next = recordCall(next, east, at);
				}

				expect(remainingMs(pace, new Map([[east, left]]), from)).toBe(at.getTime() - from.getTime());
			}),
		);
	});

	test('is told with the reason for it', () => {
		expect(paceWords({asked: 3, all: 5, leftMs: 11_200, held: []})).toBe(
			'3 of 5 regions asked, 12 s left (AWS takes one search per 6.7 s and region after the first 10)',
		);
		expect(paceWords({asked: 1, all: 1, leftMs: 0, held: []})).toBe('1 of 1 region asked');
		expect(paceWords({asked: 0, all: 2, leftMs: 60_000, held: ['us-east-1']})).toContain('; us-east-1 told us to wait a minute');
	});
});
