import {lruMemoize} from 'reselect';
import type {CapacityEvent} from '../core/events/events.js';
import type {Offering} from '../core/offerings/offering.js';
import type {Reservation, ReservationKind} from '../core/reservations/reservation.js';
import {type Query, splitByQuery} from '../core/rows/query.js';
import {type Sort, sortReservations} from '../core/rows/sort.js';
import {summariseBlocks, summariseOdcrs} from '../core/rows/summary.js';
import {arrangeTimeline, isDated, type TimelineEntry} from '../core/timeline/timeline.js';
import {createSelector} from './create-selector.js';
import {selectShownEvents} from './event-selectors.js';
import {selectOfferedKeys, selectOfferingKeys, selectOfferings} from './offerings-selectors.js';
import {wantedStates} from './region-selectors.js';
import {selectMinute} from './select-minute.js';
import type {CapacityState, DataState, Pane, ReservationPane, ViewState} from './types.js';

export {
	type Coverage,
	enabledRegions,
	isStale,
	isWaitingFromCache,
	selectCadenceRange,
	selectCoverage,
	selectStaleRegions,
	wantedRegions,
} from './region-selectors.js';

/** What a pane shows of the rows it could show. */
export type Shown = {
	readonly rows: readonly Reservation[];
	/** Not shown, for whatever reason. */
	readonly hidden: number;
	/** Of those, not shown only because they are ended. */
	readonly endedHidden: number;
	/** Of those, ended and hidden by the filters as well. */
	readonly endedFiltered: number;
};

const rowsByRegion = createSelector(wantedStates, (states): ReadonlyArray<readonly Reservation[]> => states.map((region) => region.rows), {
	memoize: lruMemoize,
	memoizeOptions: {resultEqualityCheck: haveSameItems},
});

export const selectAllRows = createSelector(rowsByRegion, (lists): readonly Reservation[] => lists.flat());

const sortedByKind: Readonly<Record<ReservationKind, (state: CapacityState) => readonly Reservation[]>> = {
	odcr: sortedSelector('odcr'),
	block: sortedSelector('block'),
};

const shownByKind: Readonly<Record<ReservationKind, (state: CapacityState) => Shown>> = {
	odcr: shownSelector(sortedByKind.odcr),
	block: shownSelector(sortedByKind.block),
};

/** The ODCRs that have a place on the timeline: none without `o`. */
const shownDatedOdcrs = shownSelector(
	createSelector(
		sortedByKind.odcr,
		(state: ViewState) => state.showsDatedOdcrs,
		selectMinute,
		(odcrs, showsDatedOdcrs, minute): readonly Reservation[] =>
			showsDatedOdcrs ? odcrs.filter((reservation) => isDated(reservation, new Date(minute))) : [],
	),
);

/** The bars in the order of the timeline: blocks, and with `o` the ODCRs that have a date. */
export const selectTimelineEntries = createSelector(shownByKind.block, shownDatedOdcrs, (blocks, odcrs): readonly TimelineEntry[] =>
	arrangeTimeline([...blocks.rows, ...odcrs.rows]),
);

const shownOnTimeline = createSelector(
	selectTimelineEntries,
	shownByKind.block,
	shownDatedOdcrs,
	(entries, blocks, odcrs): Shown => ({
		rows: entries.map((entry) => entry.reservation),
		hidden: blocks.hidden + odcrs.hidden,
		endedHidden: blocks.endedHidden + odcrs.endedHidden,
		endedFiltered: blocks.endedFiltered + odcrs.endedFiltered,
	}),
);

const shownInPane: Readonly<Record<ReservationPane, (state: CapacityState) => Shown>> = {
	odcrs: shownByKind.odcr,
	blocks: shownByKind.block,
	timeline: shownOnTimeline,
};

/** The rows of a pane, filtered and in order; the same array until something in it changes. */
export function selectShown(state: CapacityState, pane: ReservationPane): Shown {
	return shownInPane[pane](state);
}

const selectEventKeys = createSelector(selectShownEvents, (entries) => entries.map(({event}) => String(event.sequence)));

const selectRowKeys = {
	odcrs: createSelector(shownByKind.odcr, keysOf),
	blocks: createSelector(shownByKind.block, keysOf),
	timeline: createSelector(shownOnTimeline, keysOf),
} as const;

const noKeys: readonly string[] = [];

/** What the cursor of a pane can be on, from top to bottom. */
export function selectKeys(state: CapacityState, pane: Pane): readonly string[] {
	switch (pane) {
		case 'events':
			return selectEventKeys(state);
		case 'guide':
			return noKeys;
		case 'offerings':
			return selectOfferingKeys(state);
		case 'timeline': {
			const held = selectRowKeys.timeline(state);
			// Where nothing is held, what could be bought can be gone through.
			return held.length > 0 ? held : selectOfferedKeys(state);
		}

		case 'odcrs':
		case 'blocks':
			return selectRowKeys[pane](state);
	}
}

export const selectOdcrSummary = createSelector(
	shownByKind.odcr,
	(state: DataState) => state.accountId,
	(shown, accountId) => summariseOdcrs(shown.rows, accountId),
);

export const selectBlockSummary = createSelector(shownByKind.block, selectMinute, (shown, minute) =>
	summariseBlocks(shown.rows, new Date(minute)),
);

/** What is under the cursor: by key, or where that one was. `index` is -1 when the pane is empty. */
export function selectCursor(
	state: CapacityState,
	pane: Pane,
): {readonly key: string | null; readonly index: number; readonly reservation: Reservation | null} {
	const keys = selectKeys(state, pane);
	const {key, index} = state.cursors[pane];
	const found = keys[index] === key ? index : key === null ? -1 : keys.indexOf(key);
	const at = found === -1 ? Math.min(index, keys.length - 1) : found;
	return {key: keys[at] ?? null, index: at, reservation: hasReservations(pane) ? (selectShown(state, pane).rows[at] ?? null) : null};
}

/** Whether the rows of the pane are reservations. */
export function hasReservations(pane: Pane): pane is ReservationPane {
	return pane !== 'events' && pane !== 'guide' && pane !== 'offerings';
}

/** The offering under the cursor of the offerings pane. */
export function selectOffering(state: CapacityState): Offering | null {
	return selectOfferings(state)[selectCursor(state, 'offerings').index] ?? null;
}

/** The event under the cursor of the events pane. */
export function selectEvent(state: CapacityState): CapacityEvent | null {
	return selectShownEvents(state)[selectCursor(state, 'events').index]?.event ?? null;
}

/** What a reservation can be followed by: its key, its id, its block's id. */
export function namesOf({key, id, capacityBlockId}: Reservation): readonly string[] {
	return [key, id, capacityBlockId].filter((name) => name !== null);
}

export function isFollowed({followed}: Pick<ViewState, 'followed'>, reservation: Reservation): boolean {
	return followed.length > 0 && namesOf(reservation).some((name) => followed.includes(name));
}

function sortedSelector(kind: ReservationKind): (state: CapacityState) => readonly Reservation[] {
	return createSelector(
		selectAllRows,
		(state: ViewState): Sort => state.sorts[kind],
		(rows, sort) =>
			sortReservations(
				rows.filter((reservation) => reservation.kind === kind),
				sort,
			),
	);
}

/** Filters rows that are sorted already, since a filter is pressed more often than rows change and keeps their order. */
function shownSelector(sorted: (state: CapacityState) => readonly Reservation[]): (state: CapacityState) => Shown {
	return createSelector(
		sorted,
		(state: ViewState): Query => state.query,
		(rows, query): Shown => {
			const {shown, ...counts} = splitByQuery(rows, query);
			return {rows: shown, ...counts};
		},
	);
}

function keysOf({rows}: Shown): readonly string[] {
	return rows.map((row) => row.key);
}

function haveSameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
	return one.length === other.length && one.every((item, index) => item === other[index]);
}
