import {createSelectorCreator, lruMemoize} from 'reselect';
import {type Query, splitByQuery} from '../core/query.js';
import type {RegionFailureStatus} from '../core/region-result.js';
import type {Reservation, ReservationKind} from '../core/reservation.js';
import {type Sort, sortReservations} from '../core/sort.js';
import {summariseBlocks, summariseOdcrs} from '../core/summary.js';
import {arrangeTimeline, isDated, type TimelineEntry} from '../core/timeline.js';
import type {CapacityState, DataState, Pane, RegionState, ViewState} from './types.js';

/** Remembers the latest result only: reselect's default keeps one for every minute that a summary was made for. */
const createSelector = createSelectorCreator({memoize: lruMemoize, argsMemoize: lruMemoize});

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
	/** Regions whose latest answer is good. */
	readonly answered: number;
	/** Regions that have not answered yet, neither well nor badly. */
	readonly waiting: number;
	readonly failed: ReadonlyArray<{readonly status: RegionFailureStatus; readonly count: number}>;
	/** Failed regions whose last good rows are still shown, and when the oldest of those were read. */
	readonly stale: number;
	readonly stalestAt: Date | null;
	/** When the oldest good answer was read, of the regions that are not stale. */
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

export const selectCoverage = createSelector(
	wantedRegions,
	wantedStates,
	(state: DataState) => state.marked,
	(wanted, states, marked): Coverage => {
		const counted = states.filter((region) => marked !== null || failureOf(region) !== 'not_enabled');
		const failures = counted.map(failureOf).filter((status) => status !== null);
		const stale = counted.filter(isStale);
		const good = counted.filter((region) => region.answer.status === 'ok');
		return {
			wanted: wanted.length - (states.length - counted.length),
			answered: good.length,
			waiting: wanted.length - states.length + counted.filter((region) => region.answer.status === 'waiting').length,
			failed: [...new Set(failures)].map((status) => ({status, count: failures.filter((other) => other === status).length})),
			stale: stale.length,
			stalestAt: earliest(stale),
			fetchedAt: earliest(good),
		};
	},
);

/** Regions whose rows are last good ones of an earlier refresh. */
export const selectStaleRegions = createSelector(
	wantedStates,
	(states): ReadonlySet<string> => new Set(states.filter(isStale).map((region) => region.region)),
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

const shownInPane: Readonly<Record<Pane, (state: CapacityState) => Shown>> = {
	odcrs: shownByKind.odcr,
	blocks: shownByKind.block,
	timeline: shownOnTimeline,
};

/** The rows of a pane, filtered and in order; the same array until something in it changes. */
export function selectShown(state: CapacityState, pane: Pane): Shown {
	return shownInPane[pane](state);
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

/** The reservation under the cursor: by key, or where that one was. `index` is -1 when the pane is empty. */
export function selectCursor(state: CapacityState, pane: Pane): {readonly reservation: Reservation | null; readonly index: number} {
	const {rows} = selectShown(state, pane);
	const {key, index} = state.cursors[pane];
	const found = rows[index]?.key === key ? index : rows.findIndex((row) => row.key === key);
	const at = found === -1 ? Math.min(index, rows.length - 1) : found;
	return {reservation: rows[at] ?? null, index: at};
}

export function isStale(region: RegionState): boolean {
	return region.answer.status === 'failed' && region.fetchedAt !== null;
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

function earliest(regions: readonly RegionState[]): Date | null {
	const times = regions.map((region) => region.fetchedAt).filter((at) => at !== null);
	return times.length === 0 ? null : new Date(Math.min(...times.map((at) => at.getTime())));
}

function haveSameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
	return one.length === other.length && one.every((item, index) => item === other[index]);
}
