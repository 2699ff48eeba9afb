import {type BringUp, bringUpOf} from '../core/bring-up.js';
import {drainWarning} from '../core/countdown.js';
import {endOf, type Reservation} from '../core/reservation.js';
import {createSelector} from './create-selector.js';
import {hasReservations, isFollowed, selectAllRows, selectShown} from './selectors.js';
import type {CapacityState, DataState, ViewState} from './types.js';

/** The live block that ends next, of those shown that have come to a warning; `null`: none has. */
export const selectDrainingBlock = createSelector(
	(state: CapacityState) => selectShown(state, 'blocks').rows,
	(state: DataState) => state.now,
	(blocks, now): Reservation | null => {
		const warned = blocks.filter((block) => drainWarning(block, now) !== null);
		return warned.toSorted((one, other) => endTime(one) - endTime(other))[0] ?? null;
	},
);

/** What a bring-up is told of: the followed rows, or else those of the pane; the events pane speaks of the ODCRs. */
const selectBringUpRows = createSelector(
	(state: ViewState) => state.followed,
	(state: CapacityState) =>
		state.followed.length === 0 ? selectShown(state, hasReservations(state.pane) ? state.pane : 'odcrs').rows : null,
	(state: CapacityState) => (state.followed.length === 0 ? null : selectAllRows(state)),
	(followed, shown, all): readonly Reservation[] => shown ?? (all ?? []).filter((reservation) => isFollowed({followed}, reservation)),
);

/** A count of some reservation has risen since it was watched. */
const selectHasRisen = createSelector(
	(state: DataState) => state.histories,
	(histories): boolean => [...histories.values()].some(({increasedAt}) => increasedAt !== null),
);

const selectBringUpOfRows = createSelector(
	selectBringUpRows,
	(state: DataState) => state.histories,
	(state: DataState) => state.regions,
	(state: DataState) => state.now,
	(rows, histories, regions, now): BringUp => bringUpOf(rows, histories, (region) => regions.get(region)?.firstReadAt ?? null, now),
);

/**
How far a cluster has come up, and over how many rows: the followed ones, or what is shown once a count in it has risen. `null`: nothing is
followed and nothing has risen, which is what most of the time is, so that it costs nothing then, however many rows there are.
*/
export function selectBringUp(state: CapacityState): {readonly bringUp: BringUp; readonly rows: number} | null {
	if (state.followed.length === 0 && !selectHasRisen(state)) {
		return null;
	}

	const bringUp = selectBringUpOfRows(state);
	return state.followed.length === 0 && bringUp.elapsedMs === null ? null : {bringUp, rows: selectBringUpRows(state).length};
}

function endTime(reservation: Reservation): number {
	return endOf(reservation)?.getTime() ?? Number.POSITIVE_INFINITY;
}
