import type {Reservation} from './reservation.js';

/** One region's answer holds both kinds; this is where they part. The order is kept. */
export function splitByKind(reservations: readonly Reservation[]): {
	readonly odcrs: readonly Reservation[];
	readonly blocks: readonly Reservation[];
} {
	const odcrs: Reservation[] = [];
	const blocks: Reservation[] = [];
	for (const reservation of reservations) {
		(reservation.kind === 'odcr' ? odcrs : blocks).push(reservation);
	}

	return {odcrs, blocks};
}
