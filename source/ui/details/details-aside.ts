import {type IdleSince, idleSince} from '../../core/cost/idle-since.js';
import type {History} from '../../core/history.js';
import type {Reservation} from '../../core/reservation.js';
import type {CapacityState} from '../../store/types.js';

/** What was learnt of a reservation beside what AWS says of it now. */
export type DetailsAside = {
	/** How its use went; `null`: it has not changed. */
	readonly history: History | null;
	/** `null`: it is not known when it went idle. */
	readonly idle: IdleSince | null;
};

export const noAside: DetailsAside = {history: null, idle: null};

export function detailsAsideOf(
	{histories, regions, now}: Pick<CapacityState, 'histories' | 'regions' | 'now'>,
	reservation: Reservation,
): DetailsAside {
	return {
		history: histories.get(reservation.key) ?? null,
		idle: idleSince(reservation, histories, regions.get(reservation.region)?.firstReadAt ?? null, now),
	};
}
