import type {Reservation} from '../core/reservations/reservation.js';
import {contradictionIn} from '../core/reservations/usage.js';
import {shorten} from './note-lines.js';

/** `Contradictions: cr-1: AWS says that 9 of 8 instances are free; …`: of several the first in words, the others by id. */
export function contradictionLines(reservations: readonly Reservation[]): readonly string[] {
	const found = reservations.flatMap((reservation) => {
		const text = contradictionIn(reservation);
		return text === null ? [] : [{name: reservation.id ?? reservation.key, text}];
	});
	const [first, ...others] = found;
	if (first === undefined) {
		return [];
	}

	const alike = others.length === 0 ? '' : ` Likewise ${shorten(others.map(({name}) => name))}.`;
	return [`Contradictions: ${first.name}: ${first.text}${alike}`];
}
