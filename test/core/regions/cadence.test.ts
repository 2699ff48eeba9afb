import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type CadenceInput, cadenceOf, callsPerHour, throttleLevel} from '../../../source/core/regions/cadence.js';
import type {RegionStatus} from '../../../source/core/regions/region-result.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {manualClock} from '../../helpers/manual-clock.js';
import {block, reservation} from '../../helpers/reservation.js';
import {reservations} from '../arbitrary.js';

const now = new Date('2026-11-23T10:13:00Z');

function inMinutes(minutes: number): Date {
	return new Date(now.getTime() + minutes * 60_000);
}

function endsIn(minutes: number) {
	return {kind: 'limited', at: inMinutes(minutes)} as const;
}

function cadence(overrides: Partial<CadenceInput> = {}) {
	return cadenceOf({
		rows: [reservation()],
		lastChangeAt: null,
		failures: 0,
		throttled: 0,
		intervalMs: 30_000,
		isIntervalExplicit: false,
		now,
		random: 0.5,
		...overrides,
	});
}

describe('a region in transition is asked every 10 s', () => {
	test.each<[string, readonly Reservation[], string]>([
		['a block that starts soon', [block({state: 'scheduled', startDate: inMinutes(9.5)})], 'a block starts in 9 min'],
		['an ODCR that starts soon', [reservation({state: 'scheduled', startDate: inMinutes(0.5)})], 'an ODCR starts in 30 s'],
		['a start that AWS is late with', [block({state: 'scheduled', startDate: inMinutes(-3)})], 'a block is late to start'],
		['a block that is usable until soon', [block({endDate: endsIn(38)})], 'a block drains in 8 min'],
		['a block in the first minutes of its drain', [block({endDate: endsIn(25)})], 'a block drains'],
		[
			'a P6e-GB200 block, whose drain is an hour',
			[block({instanceType: 'p6e-gb200.36xlarge', endDate: endsIn(65)})],
			'a block drains in 5 min',
		],
		['a block that ends soon', [block({endDate: endsIn(4)})], 'a block ends in 4 min'],
		['a block that AWS is late to end', [block({endDate: endsIn(-2)})], 'a block is past its end'],
		['an ODCR that ends soon', [reservation({endDate: endsIn(10)})], 'an ODCR ends in 10 min'],
		['the nearest of several', [block({endDate: endsIn(38)}), reservation({endDate: endsIn(2)})], 'an ODCR ends in 2 min'],
		['a pending one', [reservation({state: 'pending', startDate: null})], 'pending'],
		['one whose payment is pending', [block({state: 'payment-pending', startDate: inMinutes(500)})], 'payment-pending'],
		['one that is being cancelled', [reservation({state: 'cancelling'})], 'cancelling'],
		['one that is delayed', [reservation({state: 'delayed', startDate: inMinutes(-60)})], 'delayed'],
	])('%s', (_name, rows, because) => {
		expect(cadence({rows: [reservation(), ...rows]})).toEqual({everyMs: 10_000, reason: 'transition', because});
	});

	test('for 5 minutes after its counts changed', () => {
		expect(cadence({lastChangeAt: inMinutes(-2)})).toEqual({everyMs: 10_000, reason: 'transition', because: 'counts changed 2 min ago'});
		expect(cadence({lastChangeAt: inMinutes(-5)})).toMatchObject({reason: 'transition'});
		expect(cadence({lastChangeAt: inMinutes(-5.1)})).toMatchObject({reason: 'matching'});
		expect(cadence({rows: [], lastChangeAt: inMinutes(-1)})).toMatchObject({everyMs: 10_000, reason: 'transition'});
	});

	test('or at the interval, where that is shorter', () => {
		expect(cadence({rows: [reservation({state: 'pending'})], intervalMs: 5000, isIntervalExplicit: true}).everyMs).toBe(5000);
	});
});

describe('a region is not in transition for', () => {
	test.each<[string, Reservation]>([
		['a start further away', block({state: 'scheduled', startDate: inMinutes(10.1)})],
		['a start that AWS has been late with for long', block({state: 'scheduled', startDate: inMinutes(-11)})],
		['a start that has happened', block({startDate: inMinutes(-1), endDate: endsIn(1440)})],
		['the middle of a drain, while no count changes', block({endDate: endsIn(15)})],
		['an end that has happened', block({state: 'expired', endDate: endsIn(-1)})],
		['a start that was called off', block({state: 'payment-failed', startDate: inMinutes(2)})],
		['an unlimited reservation', reservation()],
	])('%s', (_name, row) => {
		expect(cadence({rows: [row]})).toEqual({everyMs: 30_000, reason: 'matching', because: '1 reservation'});
	});
});

describe('a quiet region', () => {
	test('with reservations, also ended ones, is asked at the interval', () => {
		expect(cadence({rows: [reservation({state: 'expired'}), reservation()], intervalMs: 60_000})).toEqual({
			everyMs: 60_000,
			reason: 'matching',
			because: '2 reservations',
		});
	});

	test('without any is asked every 5 min', () => {
		expect(cadence({rows: []})).toEqual({everyMs: 300_000, reason: 'empty', because: 'no reservations'});
	});

	test.each([
		['shorter', 60_000],
		['longer', 600_000],
	])('without any is asked at the interval that was set, be it %s', (_name, intervalMs) => {
		expect(cadence({rows: [], intervalMs, isIntervalExplicit: true})).toMatchObject({everyMs: intervalMs, reason: 'empty'});
	});

	test('that was never read is not taken for one without reservations', () => {
		expect(cadence({rows: null})).toEqual({everyMs: 30_000, reason: 'matching', because: 'not read yet'});
		expect(cadence({rows: null, failures: 1}).everyMs).toBeLessThanOrEqual(60_000);
	});
});

describe('a region that fails', () => {
	test('is asked ever more rarely, the latter half of it by chance, up to 5 min', () => {
		const most = [1, 2, 3, 4, 5, 50].map((failures) => cadence({failures, random: 1}).everyMs / 1000);
		const least = [1, 2, 3, 4, 5, 50].map((failures) => cadence({failures, random: 0}).everyMs / 1000);
		expect(most).toEqual([60, 120, 240, 300, 300, 300]);
		expect(least).toEqual([30, 60, 120, 150, 150, 150]);
	});

	test('says how often', () => {
		expect(cadence({failures: 1})).toMatchObject({reason: 'failing', because: 'failed'});
		expect(cadence({failures: 3})).toMatchObject({reason: 'failing', because: 'failed 3 times in a row'});
	});

	test('is never asked more often than when it was well', () => {
		expect(cadence({rows: [], failures: 1, random: 0}).everyMs).toBe(300_000);
		expect(cadence({intervalMs: 600_000, isIntervalExplicit: true, failures: 1, random: 0}).everyMs).toBe(600_000);
	});
});

describe('a region that throttles', () => {
	test('is asked half as often for each level, up to 5 min, also in transition', () => {
		const rows = [reservation({state: 'pending'})];
		expect([1, 2, 3, 5].map((throttled) => cadence({throttled}).everyMs / 1000)).toEqual([60, 120, 240, 300]);
		expect([1, 2, 5].map((throttled) => cadence({throttled, rows}).everyMs / 1000)).toEqual([20, 40, 300]);
		expect(cadence({throttled: 1})).toMatchObject({reason: 'throttled', because: 'throttled'});
	});

	test('comes back to its interval a step with each good answer, and not with bad ones', () => {
		const answers: readonly RegionStatus[] = ['throttled', 'throttled', 'timeout', 'ok', 'empty', 'ok'];
		let level = 0;
		const levels = answers.map((status) => {
			level = throttleLevel(level, status);
			return level;
		});
		expect(levels).toEqual([1, 2, 2, 1, 0, 0]);
		expect(levels.map((throttled) => cadence({throttled}).everyMs / 1000)).toEqual([60, 120, 120, 60, 30, 30]);
	});

	test('comes back in a few answers, however long it was throttled', () => {
		let level = Array.from({length: 1000}).reduce<number>((known) => throttleLevel(known, 'throttled'), 0);
		let answers = 0;
		while (level > 0) {
			level = throttleLevel(level, 'ok');
			answers++;
		}

		expect(answers).toBe(5);
	});
});

test('for any region the cadence is between the shorter of 10 s and the interval, and the longer of 5 min and the interval', () => {
	fc.assert(
		fc.property(
			fc.record({
				rows: fc.option(reservations, {nil: null}),
				lastChangeAt: fc.option(fc.constantFrom(inMinutes(-1), inMinutes(-60), inMinutes(5)), {nil: null}),
				failures: fc.nat(100),
				throttled: fc.nat(5),
				intervalMs: fc.integer({min: 5000, max: 3_600_000}),
				isIntervalExplicit: fc.boolean(),
				random: fc.double({min: 0, max: 1, noNaN: true}),
				now: fc.date({min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true}),
			}),
			(input) => {
				const {everyMs, because} = cadenceOf(input);
				expect(everyMs).toBeGreaterThanOrEqual(Math.min(10_000, input.intervalMs));
				expect(everyMs).toBeLessThanOrEqual(Math.max(300_000, input.intervalMs));
				expect(because).not.toBe('');
			},
		),
	);
});

describe('calls of an hour', () => {
	/** Lets each region ask at its own cadence for an hour, counted from the first answers. */
	async function callsOf(regions: ReadonlyArray<readonly Reservation[]>): Promise<number> {
		const {clock, timers, advance} = manualClock();
		let calls = 0;
		const next = (rows: readonly Reservation[]): void => {
			timers.after(cadence({rows, now: clock()}).everyMs, () => {
				calls++;
				next(rows);
			});
		};
		regions.forEach(next);
		await advance(3_600_000);
		return calls;
	}

	const quiet = (withReservations: number) => Array.from({length: 17}, (_, place) => (place < withReservations ? [reservation()] : []));

	test('a quiet account of 17 regions, two of them with reservations: 420, where all at 30 s would be 2,040', async () => {
		expect(await callsOf(quiet(2))).toBe(420);
		expect(callsPerHour(quiet(2).map((rows) => cadence({rows})))).toBe(420);
		expect(callsPerHour(quiet(17).map((rows) => cadence({rows})))).toBe(2040);
	});

	test('an account of 17 regions without reservations: 204', async () => {
		expect(await callsOf(quiet(0))).toBe(204);
	});

	test('a block that starts within the hour adds those of the minutes around its start', async () => {
		const starting = block({state: 'scheduled', startDate: inMinutes(30)});
		// 20 min at 30 s, then 20 min at 10 s, then 20 min at 30 s, give or take one.
		expect(Math.abs((await callsOf([[starting]])) - (40 + 120 + 40))).toBeLessThanOrEqual(2);
	});
});
