import type {Reservation} from '../reservations/reservation.js';
import {acceleratorsIn} from '../reservations/usage.js';

/** A number of instances, and of the accelerators in them; `accelerators` is `null` when a type among them carries an unknown number. */
export type Amount = {
	readonly instances: number;
	readonly accelerators: number | null;
};

export const noAmount: Amount = {instances: 0, accelerators: 0};

/** With so many instances of this reservation. */
export function addInstances(amount: Amount, reservation: Reservation, instances: number): Amount {
	const carried = instances === 0 ? 0 : acceleratorsIn(reservation, instances);
	return {
		instances: amount.instances + instances,
		accelerators: amount.accelerators === null || carried === null ? null : amount.accelerators + carried,
	};
}
