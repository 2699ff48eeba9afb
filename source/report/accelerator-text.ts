import type {Reservation} from '../core/reservations/reservation.js';
import {acceleratorsIn, sizeOf} from '../core/reservations/usage.js';

/** `64 L4`; what is unknown of it is left out: `L4`, `64`, `yes`. `null`: the type has none. */
export function acceleratorText(reservation: Reservation): string | null {
	const {accelerator} = reservation;
	if (accelerator === null) {
		return null;
	}

	const count = acceleratorsIn(reservation, sizeOf(reservation));
	return [count, accelerator.name].filter((part) => part !== null).join(' ') || 'yes';
}
