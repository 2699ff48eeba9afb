import type {Reservation, ReservationKind} from '../../core/reservations/reservation.js';
import {createSelector} from '../../store/create-selector.js';
import {selectAllRows} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import {hasLargeNumber} from './number-widths.js';

/** Looked for once in what AWS answered, and not again for each filter; a hidden one may keep its column wide. */
const largeRows = createSelector(selectAllRows, (rows) => rows.filter(hasLargeNumber));

const largeRowsOf: Readonly<Record<ReservationKind, (state: CapacityState) => readonly Reservation[]>> = {
	odcr: createSelector(largeRows, (rows) => rows.filter(({kind}) => kind === 'odcr')),
	block: createSelector(largeRows, (rows) => rows.filter(({kind}) => kind === 'block')),
};

/** The reservations of a kind with numbers that columns may have to grow for. */
export function selectLargeRows(state: CapacityState, kind: ReservationKind): readonly Reservation[] {
	return largeRowsOf[kind](state);
}
