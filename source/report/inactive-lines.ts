import {lifecycleOf} from '../core/reservations/lifecycle.js';
import type {Reservation} from '../core/reservations/reservation.js';
import {sizeOf} from '../core/reservations/usage.js';
import {shorten} from './note-lines.js';
import {sizeWords} from './section-head.js';

/** `Not Active: 2 with 9 instances (1 assessing, 1 scheduled)`: what the totals of live capacity leave out. */
export function inactiveLines(reservations: readonly Reservation[]): readonly string[] {
	const inactive = reservations.filter(({state}) => lifecycleOf(state) !== 'live');
	if (inactive.length === 0) {
		return [];
	}

	const sizes = inactive.map(sizeOf).filter((size) => size !== null);
	const instances = sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0);
	const words = sizeWords(inactive.length, instances, inactive.length - sizes.length, 'reservation');
	return [`Not Active: ${words} (${shorten(stateCounts(inactive))})`];
}

/** `1 assessing`, `2 scheduled`: in the order in which the states come up. */
export function stateCounts(reservations: readonly Reservation[]): readonly string[] {
	const counts = new Map<string, number>();
	for (const {state} of reservations) {
		const word = state ?? 'in no state';
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}

	return [...counts].map(([word, count]) => `${count} ${word}`);
}
