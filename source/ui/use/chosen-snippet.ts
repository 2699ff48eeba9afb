import type {Reservation} from '../../core/reservations/reservation.js';
import {type NoSnippet, type Snippet, snippetKinds} from '../../snippets/snippet.js';
import {snippetOf} from '../../snippets/snippet-of.js';
import {selectAllRows} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';

/** The reservation that is to be used; `null`: it is gone. Never another one in its place, as under a cursor. */
export function usedReservation(state: CapacityState): Reservation | null {
	return selectAllRows(state).find(({key}) => key === state.use.key) ?? null;
}

/** The way that is chosen; `null`: the reservation is gone. */
export function chosenSnippet(state: CapacityState): Snippet | NoSnippet | null {
	const reservation = usedReservation(state);
	const kind = snippetKinds[state.use.index];
	return reservation === null || kind === undefined ? null : snippetOf(reservation, kind, state.accountId);
}
