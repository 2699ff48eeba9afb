import {type IdleSince, idleSince} from '../../core/cost/idle-since.js';
import type {History} from '../../core/events/history.js';
import type {Hint} from '../../core/mistakes/hint.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import {hintsOn} from '../../store/hint-selectors.js';
import type {CapacityState} from '../../store/types.js';

/** What was learnt of a reservation beside what AWS says of it now. */
export type DetailsAside = {
	/** How its use went; `null`: it has not changed. */
	readonly history: History | null;
	/** `null`: it is not known when it went idle. */
	readonly idle: IdleSince | null;
	/** Likely mistakes. */
	readonly hints: readonly Hint[];
};

export const noAside: DetailsAside = {history: null, idle: null, hints: []};

export function detailsAsideOf(state: CapacityState, reservation: Reservation): DetailsAside {
	const {histories, regions, now} = state;
	return {
		history: histories.get(reservation.key) ?? null,
		idle: idleSince(reservation, histories, regions.get(reservation.region)?.firstReadAt ?? null, now),
		hints: hintsOn(state, [reservation]).get(reservation.key) ?? [],
	};
}
