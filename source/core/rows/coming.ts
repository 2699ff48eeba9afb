import {lifecycleOf} from '../reservations/lifecycle.js';
import type {Reservation} from '../reservations/reservation.js';
import {sizeOf} from '../reservations/usage.js';
import {addInstances, noAmount} from './amount.js';

/** Reservations that have not started. */
export type Coming = {
	readonly reservations: number;
	/** `null`: there are some, but AWS gave the size of none of them. */
	readonly instances: number | null;
	/** `null` also when a type among them carries an unknown number. */
	readonly accelerators: number | null;
	/** Those of unknown size, which are in no sum. */
	readonly unknown: number;
};

/** What of `reservations` is still to come. */
export function comingOf(reservations: readonly Reservation[]): Coming {
	let count = 0;
	let unknown = 0;
	let amount = noAmount;
	for (const reservation of reservations) {
		if (lifecycleOf(reservation.state) !== 'upcoming') {
			continue;
		}

		const size = sizeOf(reservation);
		count++;
		if (size === null) {
			unknown++;
		} else {
			amount = addInstances(amount, reservation, size);
		}
	}

	const isKnown = count === 0 || unknown < count;
	return {
		reservations: count,
		instances: isKnown ? amount.instances : null,
		accelerators: isKnown ? amount.accelerators : null,
		unknown,
	};
}
