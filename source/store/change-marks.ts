import type {ChangedPart, ReservationChange} from '../core/events/changes.js';
import {hasPassed} from '../core/regions/has-passed.js';
import type {ChangeMark} from './types.js';

/** How long a changed cell is marked. */
export const changeMarkMs = 10_000;

type Marks = ReadonlyMap<string, ChangeMark>;

/** The marks with those of `changes`; a mark on the same reservation begins anew and keeps its other parts. */
export function withChangeMarks(marks: Marks, changes: readonly ReservationChange[], at: Date): Marks {
	if (changes.length === 0) {
		return marks;
	}

	const next = new Map(marks);
	for (const change of changes) {
		const parts = new Map<ChangedPart, 'up' | 'down' | 'other'>([...(next.get(change.key)?.parts ?? []), [change.what, direction(change)]]);
		next.set(change.key, {at, parts});
	}

	return next;
}

/** The marks that are not over; the same map when none is. */
export function withoutOldMarks(marks: Marks, now: Date): Marks {
	const isOver = ({at}: ChangeMark) => hasPassed(changeMarkMs, at, now);
	return [...marks.values()].some(isOver) ? new Map([...marks].filter(([, mark]) => !isOver(mark))) : marks;
}

function direction({from, to}: ReservationChange): 'up' | 'down' | 'other' {
	return typeof from === 'number' && typeof to === 'number' && from !== to ? (to > from ? 'up' : 'down') : 'other';
}
