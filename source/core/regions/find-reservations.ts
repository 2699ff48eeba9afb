import type {Reservation} from '../reservations/reservation.js';
import {type CollectOptions, collectSnapshot} from './collect-snapshot.js';
import {hasAnswered, type RegionResult} from './region-result.js';
import type {CapacitySnapshot} from './snapshot.js';

/** `snapshot`: what had answered by then; all regions when `reservations` is empty. */
export type FoundReservations = {readonly reservations: readonly Reservation[]; readonly snapshot: CapacitySnapshot};

/**
The reservation of the id, `cr-…`, or all those of the block, `cb-…`; none when no region that answered has one.

Asks all regions, and waits for no further one when one has it: ids are AWS's own, and not given twice. Rejects as `fanOut` does.
*/
export async function findReservations(id: string, options: Omit<CollectOptions, 'isEnough' | 'needsAccount'>): Promise<FoundReservations> {
	const snapshot = await collectSnapshot({
		...options,
		needsAccount: true,
		isEnough: ({results, hasAccount}) => hasAccount && namedIn(results, id).length > 0,
	});
	return {reservations: namedIn(snapshot.regions, id), snapshot};
}

function namedIn(results: Iterable<RegionResult>, id: string): readonly Reservation[] {
	return [...results].flatMap((result) => (hasAnswered(result) ? result.reservations.filter((row) => isNamed(row, id)) : []));
}

function isNamed(reservation: Reservation, id: string): boolean {
	return reservation.id?.toLowerCase() === id || reservation.capacityBlockId?.toLowerCase() === id;
}
