import {lifecycleOf} from './lifecycle.js';
import type {Reservation} from './reservation.js';

/** It holds nothing and never will again: expired, cancelled, unsupported, failed, payment-failed. */
export function isOver({state}: Reservation): boolean {
	// Troubled to the eye, since AWS shows them as news; but none of them comes back.
	return lifecycleOf(state) === 'ended' || state === 'failed' || state === 'payment-failed';
}
