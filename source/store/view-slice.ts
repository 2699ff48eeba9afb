import type {StateCreator} from 'zustand/vanilla';
import {emptyQuery, type Query} from '../core/rows/query.js';
import {defaultSort, sortBy} from '../core/rows/sort.js';
import {namesOf, selectAllRows, selectCursor, selectKeys, selectShown} from './selectors.js';
import type {CapacityState, Cursor, Pane, ViewActions, ViewState} from './types.js';

export const panes = ['odcrs', 'blocks', 'timeline', 'events', 'offerings', 'guide'] as const satisfies readonly Pane[];

const firstRow: Cursor = {key: null, index: 0, top: 0};
const noRegion: ViewState['regionPicker'] = {text: '', name: null, index: 0};

/** What of the view is settled before the app opens. */
export type InitialView = Partial<
	Pick<ViewState, 'pane' | 'query' | 'sorts' | 'followed' | 'window' | 'isLocalTime' | 'showsDatedOdcrs' | 'hasHints'>
>;

export function createViewSlice(initial: InitialView): StateCreator<CapacityState, [], [], ViewState & ViewActions> {
	return (set, get) => ({
		pane: 'odcrs',
		screen: 'main',
		query: emptyQuery,
		searchInput: null,
		sorts: defaultSort,
		cursors: {odcrs: firstRow, blocks: firstRow, timeline: firstRow, events: firstRow, offerings: firstRow, guide: firstRow},
		use: {key: null, index: 0, from: 'main'},
		scroll: 0,
		followed: [],
		isLocalTime: false,
		hasHints: false,
		showsDatedOdcrs: false,
		window: null,
		regionPicker: noRegion,
		notice: null,
		...initial,

		showPane(pane) {
			set({pane, screen: 'main', scroll: 0, formField: null, formProblem: null, formBefore: null, notice: null});
		},

		stepPane(step) {
			const at = panes.indexOf(get().pane);
			get().showPane(panes[(at + step + panes.length) % panes.length] ?? 'odcrs');
		},

		jumpTo(key) {
			const state = get();
			const row = selectAllRows(state).find((reservation) => reservation.key === key);
			if (row === undefined) {
				get().showNotice('This reservation is gone, or its region is left out.');
				return;
			}

			const pane = row.kind === 'odcr' ? 'odcrs' : 'blocks';
			const index = selectKeys(state, pane).indexOf(key);
			if (index === -1) {
				get().showNotice('This reservation is hidden by a filter: 0 clears them all.');
				return;
			}

			set({pane, screen: 'main', notice: null, cursors: {...state.cursors, [pane]: {key, index, top: index}}});
		},

		showScreen(screen) {
			set((state) => ({screen, cursors: pinned(state), scroll: 0, notice: null, regionPicker: noRegion}));
		},

		showUse() {
			set((state) => {
				const {reservation} = selectCursor(state, state.pane);
				const from = state.screen === 'details' ? 'details' : 'main';
				return reservation === null
					? {}
					: {screen: 'use', cursors: pinned(state), use: {...state.use, key: reservation.key, from}, scroll: 0, notice: null};
			});
		},

		moveUse(delta, count) {
			set(({use}) => ({use: {...use, index: clamp(use.index + delta, 0, Math.max(0, count - 1))}, scroll: 0, notice: null}));
		},

		goBack() {
			const {searchInput, screen, query, regionPicker, use, pane, guide, looking} = get();
			if (searchInput !== null) {
				set((state) => ({...withQuery(state, {...query, search: searchInput.before}), searchInput: null}));
			} else if (screen === 'regions' && regionPicker.text !== '') {
				set({regionPicker: noRegion});
			} else if (screen === 'snippet') {
				set({screen: 'use', scroll: 0, notice: null});
			} else if (screen === 'use') {
				set({screen: use.from, scroll: 0, notice: null});
			} else if (screen !== 'main') {
				set({screen: 'main', scroll: 0});
			} else if (pane === 'guide' && (guide.input !== null || guide.page !== 'questions')) {
				get().showGuidePage('questions');
			} else if (pane === 'offerings') {
				if (looking.status === 'searching') {
					get().cancelSearch();
					get().showNotice(
						get().looking.status === 'never' ? 'The search was ended.' : 'The search was ended: this is what the one before it came to.',
					);
				}
			} else {
				set((state) => ({...withQuery(state, {...query, search: ''}), notice: null}));
			}
		},

		moveCursor(delta, pageRows) {
			set((state) => {
				const keys = selectKeys(state, state.pane);
				const at = selectCursor(state, state.pane).index;
				const index = clamp(at + delta, 0, Math.max(0, keys.length - 1));
				const cursor = {key: keys[index] ?? null, index, top: scrollTo(state.cursors[state.pane].top, index, pageRows, keys.length)};
				return {cursors: {...state.cursors, [state.pane]: cursor}, scroll: 0, notice: null};
			});
		},

		scrollBy(delta, most) {
			set((state) => ({scroll: clamp(Math.min(state.scroll, most) + delta, 0, Math.max(0, most))}));
		},

		startSearch() {
			set((state) => ({searchInput: {before: state.query.search}, notice: null}));
		},

		typeSearch(text) {
			set((state) => withQuery(state, {...state.query, search: text}));
		},

		acceptSearch() {
			set({searchInput: null});
		},

		toggleFilter(filter) {
			set((state) => ({...withQuery(state, {...state.query, [filter]: !state.query[filter]}), notice: null}));
		},

		clearFilters() {
			const hadMarks = get().marked !== null;
			set({query: emptyQuery, marked: null, notice: null});
			if (hadMarks) {
				void get().refresh();
			}
		},

		stepSort(keys) {
			set((state) => {
				const kind = kindOf(state.pane);
				const at = keys.indexOf(state.sorts[kind].key);
				const key = keys[(at + 1) % keys.length];
				return key === undefined ? {} : {sorts: {...state.sorts, [kind]: sortBy(key)}, notice: null};
			});
		},

		invertSort() {
			set((state) => {
				const kind = kindOf(state.pane);
				const sort = state.sorts[kind];
				return {sorts: {...state.sorts, [kind]: {...sort, descending: !sort.descending}}, notice: null};
			});
		},

		toggleFollow() {
			set((state) => {
				const {reservation} = selectCursor(state, state.pane);
				if (reservation === null) {
					return {};
				}

				const names = namesOf(reservation);
				const others = state.followed.filter((name) => !names.includes(name));
				const isDropped = others.length < state.followed.length;
				const notice = {text: `${isDropped ? 'No longer following' : 'Following'} ${reservation.id ?? reservation.key}`, at: state.now};
				return {followed: isDropped ? others : [...others, reservation.key], notice};
			});
		},

		toggleLocalTime() {
			set((state) => ({isLocalTime: !state.isLocalTime}));
		},

		toggleDatedOdcrs() {
			set((state) => ({showsDatedOdcrs: !state.showsDatedOdcrs}));
		},

		setWindow(window) {
			set({window});
		},

		typeInPicker(text) {
			set({regionPicker: {...noRegion, text}});
		},

		movePicker(name, index) {
			set((state) => ({regionPicker: {...state.regionPicker, name, index}}));
		},

		showNotice(text) {
			set((state) => ({notice: {text, at: state.now}}));
		},
	});
}

/** The first visible row: `top`, moved no further than the cursor at `index` needs. */
export function scrollTo(top: number, index: number, pageRows: number, count: number): number {
	const lowest = Math.max(0, count - pageRows);
	return clamp(clamp(top, index - pageRows + 1, index), 0, lowest);
}

/** With another query; a cursor whose reservation it hides goes to the first row, as after a new search. */
function withQuery(state: CapacityState, query: Query): Pick<ViewState, 'query' | 'cursors'> {
	const next = {...state, query};
	const isShown = ({key}: Cursor) =>
		(['odcrs', 'blocks'] as const).some((pane) => selectShown(next, pane).rows.some((row) => row.key === key));
	const kept = (cursor: Cursor) => (isShown(cursor) ? cursor : firstRow);
	const {odcrs, blocks, timeline, ...others} = state.cursors;
	return {query, cursors: {odcrs: kept(odcrs), blocks: kept(blocks), timeline: kept(timeline), ...others}};
}

/** A cursor that was never moved is on whatever row is first; what is opened must stay the same reservation. */
function pinned(state: CapacityState): ViewState['cursors'] {
	const {key, index} = selectCursor(state, state.pane);
	const cursor = state.cursors[state.pane];
	return key === null ? state.cursors : {...state.cursors, [state.pane]: {...cursor, key, index}};
}

function kindOf(pane: Pane): 'odcr' | 'block' {
	return pane === 'odcrs' ? 'odcr' : 'block';
}

function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(value, most));
}
