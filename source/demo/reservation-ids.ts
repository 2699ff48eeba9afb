import {ApiError} from './api-error.js';
import {textOf} from './filters.js';
import type {ReservationRow, WireReservation} from './scenario.js';
import type {World} from './world.js';

/** The region's reservations of these ids, as they are now. Throws for an id that is none, and for one that is not there. */
export function findReservations(ids: ReadonlySet<string>, world: World): ReadonlyMap<string, WireReservation> {
	const malformed = [...ids].find((id) => !/^cr-[0-9a-f]{8,17}$/.test(id));
	if (malformed !== undefined) {
		throw new ApiError(400, 'InvalidCapacityReservationId.Malformed', `Invalid ID: "${malformed}" (expecting "cr-...")`);
	}

	const found = new Map<string, WireReservation>();
	for (let index = 0; index < world.rows.length && found.size < ids.size; index++) {
		const row = world.rows.at(index);
		const reservation = row === undefined ? null : rowAt(row, world.now);
		if (reservation !== null && ids.has(idOf(reservation))) {
			found.set(idOf(reservation), reservation);
		}
	}

	const missing = [...ids].find((id) => !found.has(id));
	if (missing !== undefined) {
		throw new ApiError(400, 'InvalidCapacityReservationId.NotFound', `The capacity reservation '${missing}' does not exist`);
	}

	return found;
}

export function rowAt(row: ReservationRow, now: Date): WireReservation | null {
	return typeof row === 'function' ? row(now) : row;
}

export function idOf(reservation: WireReservation): string {
	return textOf(reservation, 'capacityReservationId') ?? '';
}
