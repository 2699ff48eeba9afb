import type {Reservation} from './reservation.js';

/** What is made of a reservation, made when it is first wanted and kept for as long as the reservation is. */
export function madeOnce<Value extends object | string>(make: (reservation: Reservation) => Value): (reservation: Reservation) => Value {
	const made = new WeakMap<Reservation, Value>();
	return (reservation) => {
		const known = made.get(reservation);
		if (known !== undefined) {
			return known;
		}

		const value = make(reservation);
		made.set(reservation, value);
		return value;
	};
}
