import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	type Histories,
	type History,
	historyOf,
	latestOf,
	recordAnswer,
	recordSample,
	type Sample,
	sampleAt,
} from '../../../source/core/events/history.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {block, reservation} from '../../helpers/reservation.js';

const start = Date.parse('2026-11-23T10:00:00Z');

function minute(minutes: number): Date {
	return new Date(start + minutes * 60_000);
}

function sample(minutes: number, used: number | null, total: number | null = 8): Sample {
	return {at: minute(minutes), used, total};
}

function historyOfSamples(samples: readonly Sample[], most?: number): History {
	const [first = sample(0, 0), ...others] = samples;
	return others.reduce((history, next) => recordSample(history, next, most), recordSample(null, first));
}

function inMinutes(date: Date | null): number | null {
	return date === null ? null : (date.getTime() - start) / 60_000;
}

describe('a history', () => {
	test('keeps what changed, and when', () => {
		const history = historyOfSamples([sample(0, 0), sample(1, 0), sample(2, 4), sample(3, 4), sample(4, 4, 16)]);
		expect(history.samples).toEqual([sample(0, 0), sample(2, 4), sample(4, 4, 16)]);
	});

	test('stays the same object when nothing changed', () => {
		const history = historyOfSamples([sample(0, 0)]);
		expect(recordSample(history, sample(5, 0))).toBe(history);
	});

	test('knows what held at any moment, and nothing before its first', () => {
		const history = historyOfSamples([sample(1, 2), sample(3, 5)]);
		expect([0, 1, 2.9, 3, 99].map((minutes) => sampleAt(history, minute(minutes))?.used)).toEqual([undefined, 2, 2, 5, 5]);
	});

	test('does not run backwards with a clock that was set back', () => {
		const history = historyOfSamples([sample(5, 0), sample(1, 3)]);
		expect(history.samples).toEqual([sample(5, 0), sample(5, 3)]);
		expect(sampleAt(history, minute(5))?.used).toBe(3);
	});

	test.each<[string, readonly (number | null)[], number | null, number | null]>([
		['has not risen', [0, 0, 0], null, null],
		['rises from its second minute', [0, 0, 3, 5], 2, null],
		['is full from its third', [0, 2, 4, 8, 8], 1, 3],
		['was full from the beginning', [8, 8], null, 0],
		['rises anew after it was empty', [0, 4, 0, 0, 2, 3], 4, null],
		['does not begin anew while it is not empty', [0, 4, 2, 5], 1, null],
		['rises from the first known use, not from unknown', [null, null, 4, 6], 3, null],
		['rises over a gap in what is known', [2, null, 4], 2, null],
		['is not full any more', [8, 7], null, null],
	])('of a reservation that %s', (_name, used, increased, filled) => {
		const history = historyOfSamples(used.map((count, place) => sample(place, count)));
		expect([inMinutes(history.increasedAt), inMinutes(history.filledAt)]).toEqual([increased, filled]);
	});

	test('is bounded, keeps its first and its newest samples, and thins what is old', () => {
		fc.assert(
			fc.property(fc.integer({min: 2, max: 40}), fc.integer({min: 1, max: 300}), (most, count) => {
				const samples = Array.from({length: count}, (_, place) => sample(place, place % 7));
				const history = historyOfSamples(samples, most);
				expect(history.samples.length).toBeLessThanOrEqual(most);
				expect(history.samples[0]).toEqual(samples[0]);
				expect(latestOf(history)).toEqual(samples.at(-1));
				const times = history.samples.map(({at}) => at.getTime());
				expect(times).toEqual(times.toSorted((one, other) => one - other));
				const kept = Math.min(count, Math.floor(most / 2));
				expect(history.samples.slice(-kept)).toEqual(samples.slice(-kept));
			}),
		);
	});

	test('is finer the newer it is, and still reaches back', () => {
		const {samples} = historyOfSamples(Array.from({length: 2000}, (_, place) => sample(place, place % 7)));
		const ages = samples.map(({at}) => 1999 - (inMinutes(at) ?? 0));
		const gaps = ages.slice(1).map((age, place) => (ages[place] ?? 0) - age);
		expect(gaps.slice(-59)).toEqual(Array.from({length: 59}, () => 1));
		// At any age the gaps are a fraction of it.
		expect(gaps.every((gap, place) => gap === 1 || gap <= (ages[place] ?? 0) / 4)).toBe(true);
		expect(ages[0]).toBe(1999);
	});

	test('does not forget when the rise began, however many samples go', () => {
		const samples = Array.from({length: 2000}, (_, place) => sample(place, place === 0 ? 0 : 1 + (place % 5)));
		expect(inMinutes(historyOfSamples(samples).increasedAt)).toBe(1);
	});
});

describe('the histories of a region', () => {
	const one = reservation({id: 'cr-1', availableInstanceCount: 4});
	const two = reservation({id: 'cr-2', availableInstanceCount: 4});
	const busy = {...one, availableInstanceCount: 1};

	function answer(histories: Histories, before: readonly Reservation[] | null, after: readonly Reservation[], minutes: number): Histories {
		return recordAnswer(histories, {before, after, since: minute(0), at: minute(minutes)});
	}

	test('begin with a change, and then know what was before it since the region was read', () => {
		const none: Histories = new Map();
		expect(answer(none, null, [one, two], 0)).toBe(none);
		expect(answer(none, [one, two], [one, {...two}], 1)).toBe(none);
		const changed = answer(none, [one, two], [busy, two], 2);
		expect([...changed.keys()]).toEqual([one.key]);
		expect(changed.get(one.key)?.samples).toEqual([sample(0, 0, 4), sample(2, 3, 4)]);
		expect(historyOf(busy, changed, minute(0))).toBe(changed.get(one.key));
		expect(historyOf(two, changed, minute(0)).samples).toEqual([sample(0, 0, 4)]);
	});

	test('of a reservation that is new begin with it', () => {
		const changed = answer(new Map(), [one], [one, {...two, availableInstanceCount: 2}], 3);
		expect(changed.get(two.key)).toEqual({samples: [sample(3, 2, 4)], increasedAt: null, filledAt: null});
	});

	test('go with their reservation', () => {
		const changed = answer(new Map(), [one, two], [busy, two], 2);
		expect([...answer(changed, [busy, two], [two], 3).keys()]).toEqual([]);
		expect(answer(changed, [busy, two], [busy], 3)).toBe(changed);
	});

	test('know nothing of the use of a block before it is live', () => {
		const scheduled = block({state: 'scheduled', totalInstanceCount: 16});
		const changed = answer(new Map(), [scheduled], [{...scheduled, state: 'active', availableInstanceCount: 16}], 5);
		expect(changed.get(scheduled.key)?.samples).toEqual([sample(0, null, 16), sample(5, 0, 16)]);
	});

	test('do not grow over a week in which reservations come and go', () => {
		let histories: Histories = new Map();
		let before: readonly Reservation[] = [one];
		for (let round = 0; round < 10_000; round++) {
			const after = [{...one, availableInstanceCount: round % 4}, reservation({id: `cr-passing-${round}`})];
			histories = answer(histories, before, after, round);
			before = after;
		}

		expect(histories.size).toBe(2);
		expect(histories.get(one.key)?.samples.length).toBeLessThanOrEqual(120);
	});
});
