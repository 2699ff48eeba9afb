import {describe, expect, test} from 'vitest';
import {firstView, type View, viewOf, viewToOpen, viewToRemember} from '../../../source/command/app/view.js';
import {emptyQuery} from '../../../source/core/rows/query.js';
import {defaultSort} from '../../../source/core/rows/sort.js';
import {createStore} from '../../helpers/open-store.js';

const place = {key: 'f00d', now: new Date('2026-11-23T10:13:00Z'), columns: 120};
const noFlags = {firstPane: null, query: emptyQuery, regions: null, sort: null, follow: []} as const;

const remembered: View = {
	...firstView,
	pane: 'timeline',
	query: {...firstView.query, gpuOnly: true, minCapacity: 4},
	regions: {of: 'f00d', names: ['us-west-2']},
	sorts: {...defaultSort, block: {key: 'usable-until', descending: true}},
	hoursPerColumn: 6,
	isLocalTime: true,
};

describe('viewToOpen', () => {
	test('without flags it is as it was left', () => {
		const {view, marked} = viewToOpen(noFlags, remembered, place);
		expect(marked).toEqual(['us-west-2']);
		expect(view).toEqual({
			pane: 'timeline',
			query: {...emptyQuery, gpuOnly: true, minCapacity: 4},
			sorts: remembered.sorts,
			followed: [],
			window: {start: new Date('2026-11-15T22:00:00Z'), hoursPerColumn: 6},
			isLocalTime: true,
			showsDatedOdcrs: false,
		});
		expect(viewOf(createStore({view, marked}).store.getState(), 'f00d')).toEqual(remembered);
	});

	test('filters of the command line take the place of all that are remembered', () => {
		expect(viewToOpen({...noFlags, query: {...emptyQuery, availableOnly: true}}, remembered, place).view.query).toEqual({
			...emptyQuery,
			availableOnly: true,
		});
	});

	test('marked regions are those of the same profile and endpoint, and --regions goes before them', () => {
		expect(viewToOpen(noFlags, remembered, {...place, key: 'beef'}).marked).toBeNull();
		expect(viewToOpen(noFlags, remembered, {...place, key: null}).marked).toBeNull();
		expect(viewToOpen({...noFlags, regions: ['us-east-1']}, remembered, place).marked).toEqual(['us-east-1']);
	});

	test('the command line chooses the pane and its order', () => {
		const {view} = viewToOpen({...noFlags, firstPane: 'odcr', sort: {key: 'az', descending: false}}, remembered, place);
		expect(view.pane).toBe('odcrs');
		expect(view.sorts).toEqual({odcr: {key: 'az', descending: false}, block: {key: 'usable-until', descending: true}});
	});

	test('an order alone is for the pane that was left', () => {
		const sorts = viewToOpen({...noFlags, sort: {key: 'az', descending: false}}, remembered, place).view.sorts;
		expect(sorts).toEqual({odcr: defaultSort.odcr, block: {key: 'az', descending: false}});
	});

	test('a timeline that fitted all fits all again', () => {
		expect(viewToOpen(noFlags, firstView, place).view.window).toBeNull();
	});
});

describe('viewToRemember', () => {
	const opened: View = {...remembered, pane: 'odcrs', query: {...firstView.query, availableOnly: true}};

	test('what the command line set and nobody touched is for one session', () => {
		expect(viewToRemember(remembered, opened, opened)).toEqual(remembered);
	});

	test('what was changed is remembered, the rest as before', () => {
		const left: View = {...opened, query: {...opened.query, gpuOnly: true}, hoursPerColumn: null, showsDatedOdcrs: true};
		expect(viewToRemember(remembered, opened, left)).toEqual({
			...remembered,
			query: {...firstView.query, availableOnly: true, gpuOnly: true},
			hoursPerColumn: null,
			showsDatedOdcrs: true,
		});
	});

	test('filters that were cleared are gone', () => {
		expect(viewToRemember(remembered, remembered, {...remembered, query: firstView.query}).query).toEqual(firstView.query);
	});
});

test('the search is not part of a view', () => {
	const {store} = createStore();
	store.getState().typeSearch('train');
	expect(viewOf(store.getState(), null)).toEqual(firstView);
});
