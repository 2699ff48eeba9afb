import {deepEqual} from 'fast-equals';
import {emptyQuery} from '../../core/rows/query.js';
import {defaultSort} from '../../core/rows/sort.js';
import {centreOnNow} from '../../core/timeline/timeline.js';
import type {RememberedView} from '../../files/view-state.js';
import type {DataState, Pane, ViewState} from '../../store/types.js';
import type {InitialView} from '../../store/view-slice.js';
import type {CapacityCommandOptions} from '../capacity-options.js';

/** What of the view outlasts the app. */
export type View = RememberedView<Pane>;

const {search: _, ...noFilters} = emptyQuery;

/** The view of somebody who has never opened the app. */
export const firstView: View = {
	pane: 'odcrs',
	query: noFilters,
	regions: null,
	sorts: defaultSort,
	hoursPerColumn: null,
	isLocalTime: false,
	showsDatedOdcrs: false,
};

const paneOf = {odcr: 'odcrs', block: 'blocks'} as const;

/** What the app opens with. Filters of the command line take the place of all remembered ones: it shows what was asked for and no less. */
export function viewToOpen(
	{firstPane, query, regions, sort, follow}: Pick<CapacityCommandOptions, 'firstPane' | 'query' | 'regions' | 'sort' | 'follow'>,
	remembered: View,
	{key, now, columns}: {readonly key: string | null; readonly now: Date; readonly columns: number},
): {readonly view: InitialView; readonly marked: readonly string[] | null} {
	const {sorts, hoursPerColumn, isLocalTime, showsDatedOdcrs} = remembered;
	const pane = firstPane === null ? remembered.pane : paneOf[firstPane];
	const view: InitialView = {
		pane,
		query: deepEqual(query, emptyQuery) ? {...remembered.query, search: ''} : query,
		sorts: sort === null ? sorts : {...sorts, [pane === 'odcrs' ? 'odcr' : 'block']: sort},
		followed: follow,
		// The past is of less use than what comes: now is a quarter from the left.
		window: hoursPerColumn === null ? null : centreOnNow({start: now, hoursPerColumn}, columns / 2, now),
		isLocalTime,
		showsDatedOdcrs,
	};
	return {view, marked: regions ?? (remembered.regions?.of === key ? remembered.regions.names : null)};
}

/** `key`: see `Memory`. */
export function viewOf(state: ViewState & Pick<DataState, 'marked'>, key: string | null): View {
	const {pane, query, marked, sorts, window, isLocalTime, showsDatedOdcrs} = state;
	const {search: _, ...filters} = query;
	const regions = marked === null || key === null ? null : {of: key, names: marked};
	return {pane, query: filters, regions, sorts, hoursPerColumn: window?.hoursPerColumn ?? null, isLocalTime, showsDatedOdcrs};
}

/** What to remember of a session: what was changed in it. A flag of the command line was for that one session. */
export function viewToRemember(remembered: View, opened: View, left: View): View {
	const keep = <Name extends keyof View>(name: Name): View[Name] => (deepEqual(opened[name], left[name]) ? remembered[name] : left[name]);
	return {
		pane: keep('pane'),
		query: keep('query'),
		regions: keep('regions'),
		sorts: keep('sorts'),
		hoursPerColumn: keep('hoursPerColumn'),
		isLocalTime: keep('isLocalTime'),
		showsDatedOdcrs: keep('showsDatedOdcrs'),
	};
}
