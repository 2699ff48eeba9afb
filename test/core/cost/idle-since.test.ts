import {expect, test} from 'vitest';
import {idleSince} from '../../../source/core/cost/idle-since.js';
import {type Histories, recordSample, type Sample} from '../../../source/core/events/history.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {reservation} from '../../helpers/reservation.js';

const readAt = at(8);
const now = at(12);

test('it went idle when it was no longer full, and what was idle adds up', () => {
	expect(sinceWith([used(8, 4), used(9, 2), used(11, 1)])).toEqual({since: at(9), instanceHours: 2 * 2 + 3});
});

test('what was full again has gone idle anew', () => {
	expect(sinceWith([used(8, 4), used(9, 2), used(10, 4), used(11, 3)])).toEqual({since: at(11), instanceHours: 1});
});

test.each<readonly [string, readonly Sample[] | null]>([
	['it never changed while it was watched', null],
	['it was idle when the watch began', [used(8, 2), used(9, 1)]],
	['it is full', [used(8, 2), used(9, 4)]],
	['its use was not known in between', [used(8, 4), {at: at(9), used: null, total: 4}, used(10, 1)]],
])('it is not known when it went idle, or it is not: %s', (_, samples) => {
	expect(sinceWith(samples)).toBeNull();
});

test('one that began while it was watched has been idle since it came', () => {
	const begun = reservation({startDate: at(9)});
	expect(sinceWith([used(10, 0)], begun)).toEqual({since: at(10), instanceHours: 8});
	expect(sinceWith([used(10, 0)], reservation({startDate: at(7)}))).toBeNull();
	expect(idleSince(begun, historiesOf([used(10, 0)], begun), null, now)).toBeNull();
});

function sinceWith(samples: readonly Sample[] | null, row: Reservation = reservation()) {
	return idleSince(row, samples === null ? new Map() : historiesOf(samples, row), readAt, now);
}

function historiesOf([first, ...others]: readonly Sample[], {key}: Reservation): Histories {
	const begun = recordSample(null, first ?? used(8, 0));
	return new Map([[key, others.reduce((history, sample) => recordSample(history, sample), begun)]]);
}

function used(hour: number, count: number): Sample {
	return {at: at(hour), used: count, total: 4};
}

function at(hour: number): Date {
	return new Date(Date.UTC(2026, 10, 23, hour));
}
