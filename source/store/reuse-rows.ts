import {deepEqual} from 'fast-equals';
import type {Reservation} from '../core/reservations/reservation.js';

/** `next`, with the objects of `previous` wherever nothing changed, so that what hangs on them need not be made again. */
export function reuseRows(previous: readonly Reservation[], next: readonly Reservation[]): readonly Reservation[] {
	if (previous.length === 0) {
		return next;
	}

	const known = new Map(previous.map((reservation) => [reservation.key, reservation]));
	let isSame = previous.length === next.length;
	const rows = next.map((reservation, index) => {
		const before = known.get(reservation.key);
		const row = before !== undefined && deepEqual(before, reservation) ? before : reservation;
		isSame &&= row === previous[index];
		return row;
	});
	return isSame ? previous : rows;
}
