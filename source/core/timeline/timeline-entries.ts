import type {Reservation} from '../reservations/reservation.js';
import {sortBy, sortReservations} from '../rows/sort.js';

/** A row's place in the timeline; the type is written where `isFirstOfType`. */
export type TimelineEntry = {readonly reservation: Reservation; readonly isFirstOfType: boolean};

/** Groups by type, both groups and the rows in them by start; those without a start come last. */
export function arrangeTimeline(reservations: readonly Reservation[]): readonly TimelineEntry[] {
	// A map keeps the order in which its keys came, so that groups are in the order of their earliest start.
	const groups = new Map<string | null, Reservation[]>();
	for (const reservation of sortReservations(reservations, sortBy('start'))) {
		const group = groups.get(reservation.instanceType);
		if (group === undefined) {
			groups.set(reservation.instanceType, [reservation]);
		} else {
			group.push(reservation);
		}
	}

	return [...groups.values()].flatMap((group) => group.map((reservation, place) => ({reservation, isFirstOfType: place === 0})));
}
