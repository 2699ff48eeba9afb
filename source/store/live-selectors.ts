import {type BringUp, bringUpOf, isComingUp} from '../core/events/bring-up.js';
import type {RegionFailure} from '../core/regions/region-result.js';
import {drainWarning} from '../core/reservations/countdown.js';
import {endOf, type Reservation} from '../core/reservations/reservation.js';
import {compileQuery} from '../core/rows/query.js';
import {createSelector} from './create-selector.js';
import {wantedStates} from './region-selectors.js';
import {selectMinute} from './select-minute.js';
import {hasReservations, isFollowed, selectAllRows, selectShown} from './selectors.js';
import type {CapacityState, DataState, ViewState} from './types.js';

/** What may call the person: what is shown, whatever it lacks of the wanted capacity yet, and what is followed. */
export const selectWatchedRows = createSelector(
	selectAllRows,
	(state: ViewState) => state.query,
	(state: ViewState) => state.followed,
	(rows, query, followed): readonly Reservation[] => {
		const isShown = compileQuery({...query, minCapacity: null, availableOnly: false});
		return rows.filter((row) => isShown(row) || isFollowed({followed}, row));
	},
);

/** Blocks that warn at some time of this minute: looked for once a minute, since there can be very many. */
const selectBlocksThatWarn = createSelector(
	(state: CapacityState) => selectShown(state, 'blocks').rows,
	selectMinute,
	(blocks, minute): readonly Reservation[] => {
		const [from, until] = [new Date(minute), new Date(minute + 60_000)];
		return blocks.filter((block) => drainWarning(block, from) !== null || drainWarning(block, until) !== null);
	},
);

/** The live block that ends next, of those shown that have come to a warning; `null`: none has. */
export const selectDrainingBlock = createSelector(
	selectBlocksThatWarn,
	(state: DataState) => state.now,
	(blocks, now): Reservation | null => {
		const warned = blocks.filter((block) => drainWarning(block, now) !== null);
		return warned.toSorted((one, other) => endTime(one) - endTime(other))[0] ?? null;
	},
);

/**
The expired credentials that concern everything; `null`: there are none, or some region has let the same ones in since, or others while the
refusing ones never did. A region may refuse by a fault of its own; credentials that have expired are soon refused by all.
*/
export const selectExpiry = createSelector(
	(state: DataState) => state.observation.expired,
	(state: DataState) => state.connection.status === 'failed',
	wantedStates,
	(expired, hasNoConnection, states): DataState['observation']['expired'] => {
		if (expired === null || hasNoConnection) {
			return expired;
		}

		const refusing = states.filter(({answer}) => answer.status === 'failed' && answer.failure.status === 'expired_credentials');
		const letIn = states.filter(({answer}) => answer.status === 'ok');
		const isContradicted = letIn.some(
			({fetchedAt}) =>
				refusing.every(({firstReadAt}) => firstReadAt === null) || (fetchedAt !== null && fetchedAt.getTime() >= expired.since.getTime()),
		);
		return isContradicted ? null : expired;
	},
);

/** Regions that fail for one cause of the network, and whether they are all there are. */
export type Outage = {readonly failure: RegionFailure; readonly regions: number; readonly isWhole: boolean};

/**
Why nothing can be read while rows of an earlier refresh are shown: every region that was asked since the first of them failed fails, all for
the one same cause below AWS. `null`: some region answers, AWS itself does, or their causes differ.

Of regions that did not answer in time that is known only once all were asked: others may have answered meanwhile.
*/
export const selectOutage = createSelector(
	wantedStates,
	(state: DataState) => state.observation.regions,
	(states, observed): Outage | null => {
		const failing = states.flatMap(({region, answer}) => (answer.status === 'failed' ? [{region, failure: answer.failure}] : []));
		const failure = failing[0]?.failure;
		const isWhole = failing.length === states.length;
		const isOfNetwork = (status: RegionFailure['status']) => status === 'failed' || (isWhole && status === 'timeout');
		if (
			failure === undefined ||
			(!isWhole && failing.length === 1) ||
			!isOfNetwork(failure.status) ||
			!failing.every(({failure: {message, requestId}}) => requestId === null && message === failure.message) ||
			!states.some(({answer, fetchedAt}) => answer.status === 'failed' && fetchedAt !== null)
		) {
			return null;
		}

		const since = Math.min(...failing.map(({region}) => observed.get(region)?.outage?.since.getTime() ?? Number.POSITIVE_INFINITY));
		const hasAnswered = states.some(({answer, fetchedAt}) => answer.status === 'ok' && (fetchedAt?.getTime() ?? 0) >= since);
		return hasAnswered ? null : {failure, regions: failing.length, isWhole};
	},
);

const noKeys: ReadonlySet<string> = new Set();

/** Keys of the reservations that come up by themselves, of all. Few have a history, so that this costs little, however many rows there are. */
const selectComingUp = createSelector(
	(state: DataState) => state.histories,
	(state: DataState) => state.now,
	(histories, now): ReadonlySet<string> => {
		const keys = [...histories].filter(([, history]) => isComingUp(history, now)).map(([key]) => key);
		return keys.length === 0 ? noKeys : new Set(keys);
	},
);

const selectShownComingUp = createSelector(
	selectComingUp,
	(state: CapacityState) => (hasReservations(state.pane) ? selectShown(state, state.pane).rows : null),
	(keys, rows): readonly Reservation[] => (keys.size === 0 ? [] : (rows ?? []).filter(({key}) => keys.has(key))),
);

/** What a bring-up is told of: the followed rows, or else those of the pane that come up. */
const selectBringUpRows = createSelector(
	(state: ViewState) => state.followed,
	(state: CapacityState) => (state.followed.length === 0 ? selectShownComingUp(state) : null),
	(state: CapacityState) => (state.followed.length === 0 ? null : selectAllRows(state)),
	(followed, comingUp, all): readonly Reservation[] => comingUp ?? (all ?? []).filter((reservation) => isFollowed({followed}, reservation)),
);

const selectBringUpOfRows = createSelector(
	selectBringUpRows,
	(state: DataState) => state.histories,
	(state: DataState) => state.regions,
	(state: DataState) => state.now,
	(rows, histories, regions, now): BringUp => bringUpOf(rows, histories, (region) => regions.get(region)?.firstReadAt ?? null, now),
);

/**
How far a cluster has come up, and over which rows: the followed ones, or the one of the pane that has just started and only rises. `null`:
nothing is followed, and no reservation does, or more than one: a sum over what has nothing to do with each other tells nothing.
*/
export function selectBringUp(state: CapacityState): {readonly bringUp: BringUp; readonly rows: readonly Reservation[]} | null {
	if (state.followed.length === 0 && selectComingUp(state).size === 0) {
		return null;
	}

	const rows = selectBringUpRows(state);
	return state.followed.length === 0 && rows.length !== 1 ? null : {bringUp: selectBringUpOfRows(state), rows};
}

function endTime(reservation: Reservation): number {
	return endOf(reservation)?.getTime() ?? Number.POSITIVE_INFINITY;
}
