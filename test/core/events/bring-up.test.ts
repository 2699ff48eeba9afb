import {describe, expect, test} from 'vitest';
import {bringUpOf} from '../../../source/core/events/bring-up.js';
import {type Histories, recordAnswer} from '../../../source/core/events/history.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {block, reservation} from '../../helpers/reservation.js';

const start = Date.parse('2026-11-23T10:00:00Z');

function minute(minutes: number): Date {
	return new Date(start + minutes * 60_000);
}

/** What the strip says at the end of a story of answers, each at its minute; `now` is that of the last answer unless given. */
function watch(answers: ReadonlyArray<readonly [minutes: number, rows: readonly Reservation[]]>, now?: number) {
	let histories: Histories = new Map();
	let before: readonly Reservation[] | null = null;
	const since = minute(answers[0]?.[0] ?? 0);
	for (const [minutes, after] of answers) {
		histories = recordAnswer(histories, {before, after, since, at: minute(minutes)});
		before = after;
	}

	return bringUpOf(before ?? [], histories, () => (answers.length === 0 ? null : since), minute(now ?? answers.at(-1)?.[0] ?? 0));
}

function cluster(used: number, overrides: Partial<Reservation> = {}): Reservation {
	return reservation({totalInstanceCount: 32, availableInstanceCount: 32 - used, ...overrides});
}

describe('how far it is', () => {
	test('in instances and in the accelerators in them, over all live ones', () => {
		expect(watch([[0, [cluster(30), reservation({id: 'cr-cpu', instanceType: 'm7i.48xlarge', accelerator: null})]]])).toMatchObject({
			used: {instances: 33, accelerators: 240},
			total: {instances: 36, accelerators: 256},
			unknown: 0,
		});
	});

	test('what AWS did not count is in no sum, and is counted as unknown', () => {
		const rows = [cluster(2), cluster(0, {id: 'cr-2', availableInstanceCount: null})];
		expect(watch([[0, rows]])).toMatchObject({used: {instances: 2}, total: {instances: 32}, unknown: 1});
		expect(watch([[0, rows.slice(1)]])).toMatchObject({
			used: null,
			total: null,
			unknown: 1,
			perMinute: null,
			toFullMs: null,
			elapsedMs: null,
		});
	});

	test('accelerators of a type that carries an unknown number are unknown, not none', () => {
		const odd = cluster(2, {accelerator: {name: null, countPerInstance: null, memoryMib: null}});
		expect(watch([[0, [odd, cluster(1, {id: 'cr-2'})]]])).toMatchObject({
			used: {instances: 3, accelerators: null},
			total: {instances: 64, accelerators: null},
		});
	});

	test('what has not started is apart, and what has ended is out', () => {
		const rows = [
			cluster(32),
			block({state: 'scheduled'}),
			block({id: 'cr-2', state: 'scheduled', totalInstanceCount: 0}),
			block({id: 'cr-3', state: 'expired'}),
		];
		expect(watch([[0, rows]])).toMatchObject({
			total: {instances: 32},
			coming: {reservations: 2, instances: 16, accelerators: 128, unknown: 1},
		});
	});

	test('nothing at all is not full', () => {
		expect(watch([])).toEqual({
			used: null,
			total: null,
			unknown: 0,
			coming: {reservations: 0, instances: 0, accelerators: 0, unknown: 0},
			perMinute: null,
			toFullMs: null,
			elapsedMs: null,
		});
	});
});

describe('how fast it comes up', () => {
	test('over the last 5 min, and when it will be full at that rate', () => {
		const answers = [
			[0, [cluster(0)]],
			[1, [cluster(4)]],
			[8, [cluster(8)]],
			[10, [cluster(22)]],
		] as const;
		// From 4 in minute 5 to 22 in minute 10.
		expect(watch(answers)).toMatchObject({perMinute: 18 / 5, toFullMs: Math.ceil((10 * 5 * 60_000) / 18)});
	});

	test('over the time it has been watched, when that is less', () => {
		expect(
			watch([
				[0, [cluster(2)]],
				[2, [cluster(8)]],
			]),
		).toMatchObject({perMinute: 3, toFullMs: 8 * 60_000});
	});

	test('is not known in the first half minute', () => {
		expect(
			watch([
				[0, [cluster(2)]],
				[0.4, [cluster(8)]],
			]),
		).toMatchObject({perMinute: null, toFullMs: null});
		expect(
			watch([
				[0, [cluster(2)]],
				[0.5, [cluster(8)]],
			]),
		).toMatchObject({perMinute: 12});
	});

	test('is nothing when nothing moves, and then there is no time to full', () => {
		expect(
			watch(
				[
					[0, [cluster(2)]],
					[1, [cluster(2)]],
				],
				10,
			),
		).toMatchObject({perMinute: 0, toFullMs: null});
		expect(
			watch(
				[
					[0, [cluster(2)]],
					[1, [cluster(9)]],
				],
				10,
			),
		).toMatchObject({perMinute: 0, toFullMs: null});
	});

	test('is negative while it empties', () => {
		expect(
			watch([
				[0, [cluster(9)]],
				[3, [cluster(3)]],
			]),
		).toMatchObject({perMinute: -2, toFullMs: null});
	});

	test('adds up over reservations, of which each counts from when it was first known', () => {
		const late = cluster(6, {id: 'cr-late'});
		const answers = [
			[0, [cluster(0)]],
			[2, [cluster(4), late]],
			[4, [cluster(8), cluster(10, {id: 'cr-late'})]],
		] as const;
		expect(watch(answers)).toMatchObject({perMinute: (8 + 4) / 4});
	});

	test('counts a block from its start, not from the zeros before it', () => {
		const scheduled = block({state: 'scheduled', totalInstanceCount: 16, availableInstanceCount: 0});
		const answers = [
			[0, [scheduled]],
			[1, [block({availableInstanceCount: 16})]],
			[3, [block({availableInstanceCount: 8})]],
		] as const;
		expect(watch(answers)).toMatchObject({perMinute: 4, toFullMs: 2 * 60_000, elapsedMs: 0});
	});

	test('is full in no time when it is full', () => {
		expect(
			watch(
				[
					[0, [cluster(0)]],
					[4, [cluster(32)]],
				],
				60,
			),
		).toMatchObject({toFullMs: 0});
	});
});

describe('how long it takes', () => {
	const story = [
		[0, [cluster(0)]],
		[3, [cluster(4)]],
		[9, [cluster(20)]],
	] as const;

	test('counts from the first increase', () => {
		expect(watch(story, 12).elapsedMs).toBe(9 * 60_000);
		expect(watch([[0, [cluster(7)]]], 12).elapsedMs).toBe(null);
	});

	test('stands still once all is full', () => {
		expect(watch([...story, [17, [cluster(32)]]], 90).elapsedMs).toBe(14 * 60_000);
	});

	test('is not over, and nothing is full, while the counts of a live one are unknown', () => {
		const silent = cluster(0, {id: 'cr-2', availableInstanceCount: null});
		const answers = [
			[0, [cluster(0), silent]],
			[4, [cluster(32), silent]],
		] as const;
		expect(watch(answers, 60)).toMatchObject({toFullMs: null, elapsedMs: 56 * 60_000});
	});

	test('counts to the last one when several fill up', () => {
		const two = (used: number) => cluster(used, {id: 'cr-2'});
		const answers = [
			[0, [cluster(0), two(0)]],
			[1, [cluster(32), two(0)]],
			[5, [cluster(32), two(32)]],
		] as const;
		expect(watch(answers, 60).elapsedMs).toBe(4 * 60_000);
	});
});
