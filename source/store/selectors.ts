import {lruMemoize} from 'reselect';
import type {CapacityEvent} from '../core/events.js';
import {type Query, splitByQuery} from '../core/query.js';
import type {RegionFailureStatus} from '../core/region-result.js';
import type {Reservation, ReservationKind} from '../core/reservation.js';
import {type Sort, sortReservations} from '../core/sort.js';
import {summariseBlocks, summariseOdcrs} from '../core/summary.js';
import {arrangeTimeline, isDated, type TimelineEntry} from '../core/timeline.js';
import {createSelector} from './create-selector.js';
import {selectShownEvents} from './event-selectors.js';
import type {CapacityState, DataState, Pane, RegionState, ReservationPane, ViewState} from './types.js';

/** What a pane shows of the rows it could show. */
export type Shown = {
	readonly rows: readonly Reservation[];
	/** Not shown, for whatever reason. */
	readonly hidden: number;
	/** Of those, not shown only because they are ended. */
	readonly endedHidden: number;
};

/** How complete the picture is. */
export type Coverage = {
	readonly wanted: number;
	/** Regions whose latest answer is good; none while no connection can be made, since then none can be asked. */
	readonly answered: number;
	/** Regions that have not answered yet, neither well nor badly. */
	readonly waiting: number;
	readonly failed: ReadonlyArray<{readonly status: RegionFailureStatus; readonly count: number}>;
	/** Failed regions, or those that cannot be asked, whose last good rows are still shown, and when the oldest of those were read. */
	readonly stale: number;
	readonly stalestAt: Date | null;
	/** When the oldest rows of an earlier session were read that are still shown because their regions have not answered yet. */
	readonly cachedAt: Date | null;
	/** When the oldest rows were read, of the regions that are not stale; those without rows are read less often and do not count. */
	readonly fetchedAt: Date | null;
};

/** Enabled regions by name; before DescribeRegions has answered, those asked ahead of it. */
export const enabledRegions = createSelector(
	(state: DataState) => state.directory,
	(state: DataState) => state.regions,
	(directory, regions): readonly string[] =>
		directory === null
			? [...regions.keys()].toSorted()
			: directory.regions
					.filter((region) => region.isEnabled)
					.map((region) => region.name)
					.toSorted(),
);

/** The regions that are polled and counted. */
export const wantedRegions = createSelector(
	(state: DataState) => state.marked,
	enabledRegions,
	(marked, enabled): readonly string[] => marked ?? enabled,
);

const wantedStates = createSelector(
	wantedRegions,
	(state: DataState) => state.regions,
	(wanted, regions) => wanted.map((name) => regions.get(name)).filter((region): region is RegionState => region !== undefined),
);

/** The latest refresh could not even begin: what is known of every region is of an earlier one. */
const isCutOff = (state: Pick<DataState, 'connection'>) => state.connection.status === 'failed';

export const selectCoverage = createSelector(
	wantedRegions,
	wantedStates,
	(state: DataState) => state.marked,
	isCutOff,
	(wanted, states, marked, hasNoConnection): Coverage => {
		const counted = states.filter((region) => marked !== null || failureOf(region) !== 'not_enabled');
		const failures = counted.map(failureOf).filter((status) => status !== null);
		const stale = counted.filter((region) => hasOldRows(region, hasNoConnection));
		const good = hasNoConnection ? [] : counted.filter((region) => region.answer.status === 'ok');
		return {
			wanted: wanted.length - (states.length - counted.length),
			answered: good.length,
			waiting: wanted.length - states.length + counted.filter((region) => region.answer.status === 'waiting').length,
			failed: [...new Set(failures)].map((status) => ({status, count: failures.filter((other) => other === status).length})),
			stale: stale.length,
			stalestAt: earliest(stale),
			cachedAt: hasNoConnection ? null : earliest(counted.filter(isWaitingFromCache)),
			fetchedAt: earliest(good.some(hasRows) ? good.filter(hasRows) : good),
		};
	},
);

/** How often the healthy regions are read, from the most to the least often; `null`: none has answered yet. */
export const selectCadenceRange = createSelector(wantedStates, (states): {readonly least: number; readonly most: number} | null => {
	const every = states
		.filter((region) => region.answer.status === 'ok')
		.flatMap(({cadence}) => (cadence === null ? [] : [cadence.everyMs]));
	return every.length === 0 ? null : {least: Math.min(...every), most: Math.max(...every)};
});

/** Regions whose rows are last good ones of an earlier refresh or session. */
export const selectStaleRegions = createSelector(
	wantedStates,
	isCutOff,
	(states, hasNoConnection): ReadonlySet<string> =>
		new Set(states.filter((region) => hasOldRows(region, hasNoConnection) || isWaitingFromCache(region)).map((region) => region.region)),
);

const rowsByRegion = createSelector(wantedStates, (states): ReadonlyArray<readonly Reservation[]> => states.map((region) => region.rows), {
	memoize: lruMemoize,
	memoizeOptions: {resultEqualityCheck: haveSameItems},
});

export const selectAllRows = createSelector(rowsByRegion, (lists): readonly Reservation[] => lists.flat());

const shownByKind: Readonly<Record<ReservationKind, (state: CapacityState) => Shown>> = {
	odcr: shownSelector('odcr'),
	block: shownSelector('block'),
};

/** The bars in the order of the timeline: blocks, and with `o` the ODCRs that have a date. */
export const selectTimelineEntries = createSelector(
	shownByKind.block,
	shownByKind.odcr,
	(state: ViewState) => state.showsDatedOdcrs,
	(state: DataState) => minuteOf(state.now),
	(blocks, odcrs, showsDatedOdcrs, minute): readonly TimelineEntry[] =>
		arrangeTimeline(
			showsDatedOdcrs ? [...blocks.rows, ...odcrs.rows.filter((reservation) => isDated(reservation, new Date(minute)))] : blocks.rows,
		),
);

const shownOnTimeline = createSelector(
	selectTimelineEntries,
	shownByKind.block,
	(entries, blocks): Shown => ({...blocks, rows: entries.map((entry) => entry.reservation)}),
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

const selectEventKeys = createSelector(selectShownEvents, (events) => events.map((event) => String(event.sequence)));

const selectRowKeys = {
	odcrs: createSelector(shownByKind.odcr, keysOf),
	blocks: createSelector(shownByKind.block, keysOf),
	timeline: createSelector(shownOnTimeline, keysOf),
} as const;

/** What the cursor of a pane can be on, from top to bottom. */
export function selectKeys(state: CapacityState, pane: Pane): readonly string[] {
	return pane === 'events' ? selectEventKeys(state) : selectRowKeys[pane](state);
}

export const selectOdcrSummary = createSelector(
	shownByKind.odcr,
	(state: DataState) => state.accountId,
	(shown, accountId) => summariseOdcrs(shown.rows, accountId),
);

export const selectBlockSummary = createSelector(
	shownByKind.block,
	(state: DataState) => minuteOf(state.now),
	(shown, minute) => summariseBlocks(shown.rows, new Date(minute)),
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
	return {key: keys[at] ?? null, index: at, reservation: pane === 'events' ? null : (selectShown(state, pane).rows[at] ?? null)};
}

/** The event under the cursor of the events pane. */
export function selectEvent(state: CapacityState): CapacityEvent | null {
	return selectShownEvents(state)[selectCursor(state, 'events').index] ?? null;
}

/** What a reservation can be followed by: its key, its id, its block's id. */
export function namesOf({key, id, capacityBlockId}: Reservation): readonly string[] {
	return [key, id, capacityBlockId].filter((name) => name !== null);
}

export function isFollowed({followed}: ViewState, reservation: Reservation): boolean {
	return followed.length > 0 && namesOf(reservation).some((name) => followed.includes(name));
}

/** Its rows are last good ones of an earlier refresh, since it failed or no connection can be made. */
export function isStale(region: RegionState, state: Pick<DataState, 'connection'>): boolean {
	return hasOldRows(region, isCutOff(state));
}

/** Its rows are of an earlier session, and it has not answered in this one. */
export function isWaitingFromCache(region: RegionState): boolean {
	return region.answer.status === 'waiting' && region.fetchedAt !== null;
}

export function failureOf(region: RegionState): RegionFailureStatus | null {
	return region.answer.status === 'failed' ? region.answer.failure.status : null;
}

/** Sorts all rows of a kind first and filters then, since a filter is pressed more often than rows change and keeps their order. */
function shownSelector(kind: ReservationKind): (state: CapacityState) => Shown {
	const sorted = createSelector(
		selectAllRows,
		(state: ViewState): Sort => state.sorts[kind],
		(rows, sort) =>
			sortReservations(
				rows.filter((reservation) => reservation.kind === kind),
				sort,
			),
	);
	return createSelector(
		sorted,
		(state: ViewState): Query => state.query,
		(rows, query): Shown => {
			const {shown, hidden, endedHidden} = splitByQuery(rows, query);
			return {rows: shown, hidden, endedHidden};
		},
	);
}

/** Summaries count in minutes: a new one each second would redraw for nothing. */
function minuteOf(now: Date): number {
	return Math.floor(now.getTime() / 60_000) * 60_000;
}

function hasOldRows({answer, fetchedAt}: RegionState, hasNoConnection: boolean): boolean {
	return fetchedAt !== null && (answer.status === 'failed' || hasNoConnection);
}

function hasRows({rows}: RegionState): boolean {
	return rows.length > 0;
}

function keysOf({rows}: Shown): readonly string[] {
	return rows.map((row) => row.key);
}

function earliest(regions: readonly RegionState[]): Date | null {
	const times = regions.map((region) => region.fetchedAt).filter((at) => at !== null);
	return times.length === 0 ? null : new Date(Math.min(...times.map((at) => at.getTime())));
}

function haveSameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
	return one.length === other.length && one.every((item, index) => item === other[index]);
}
