import {expect, test} from 'vitest';
import type {Reservation} from '../../source/core/reservations/reservation.js';
import {createCapacityStore} from '../../source/store/create-store.js';
import {selectCursor, selectShown} from '../../source/store/selectors.js';
import {scrollTo} from '../../source/store/view-slice.js';
import {fakeSource} from '../helpers/fake-source.js';
import {manualClock} from '../helpers/manual-clock.js';
import {block, reservation} from '../helpers/reservation.js';

const rows = [
	reservation({id: 'cr-1', availableInstanceCount: 3}),
	reservation({id: 'cr-2', availableInstanceCount: 2}),
	reservation({id: 'cr-3', availableInstanceCount: 1, instanceType: 'm7i.large', accelerator: null}),
];

async function open(reservations: readonly Reservation[]) {
	const time = manualClock();
	const source = fakeSource({'us-east-1': [reservations]});
	const store = createCapacityStore({
		openSource: async () => source,
		...time,
		random: () => 0.5,
		intervalMs: 30_000,
		isIntervalExplicit: false,
		timeoutMs: 20_000,
	});
	store.getState().start();
	await time.advance(100);
	const cursorId = () => selectCursor(store.getState(), store.getState().pane).reservation?.id;
	const shownIds = () => {
		const {pane} = store.getState();
		return pane === 'events' || pane === 'offerings' || pane === 'guide'
			? []
			: selectShown(store.getState(), pane).rows.map((row) => row.id);
	};
	return {time, source, store, cursorId, shownIds};
}

test('the cursor stays on its reservation when the order changes', async () => {
	const {store, cursorId, shownIds} = await open(rows);
	store.getState().moveCursor(1, 10);
	expect(cursorId()).toBe('cr-2');
	store.getState().invertSort();
	expect(shownIds()).toEqual(['cr-3', 'cr-2', 'cr-1']);
	expect(cursorId()).toBe('cr-2');
});

test('the cursor stays near where it was when its reservation is gone', async () => {
	const {store, source, time, cursorId} = await open(rows);
	store.getState().moveCursor(1, 10);
	source.answers.set('us-east-1', [[rows[0], rows[2]].filter((row) => row !== undefined)]);
	await time.advance(30_000);
	expect(cursorId()).toBe('cr-3');
});

test('details stay with the reservation that was opened, also when another one becomes the first row', async () => {
	const {store, source, time, cursorId} = await open(rows);
	store.getState().showScreen('details');
	source.answers.set('us-east-1', [[reservation({id: 'cr-new', availableInstanceCount: 4}), ...rows]]);
	await time.advance(30_000);
	expect(cursorId()).toBe('cr-1');
});

test('each pane has a cursor of its own', async () => {
	const {store, cursorId} = await open([...rows, block({id: 'cr-b1'}), block({id: 'cr-b2'})]);
	store.getState().moveCursor(2, 10);
	store.getState().showPane('blocks');
	expect(cursorId()).toBe('cr-b1');
	store.getState().moveCursor(1, 10);
	store.getState().showPane('odcrs');
	expect(cursorId()).toBe('cr-3');
	store.getState().showPane('blocks');
	expect(cursorId()).toBe('cr-b2');
});

test('filters are shared by all panes and combine; 0 clears them', async () => {
	const {store, shownIds} = await open([...rows, block({id: 'cr-b1', instanceType: 'm7i.large', accelerator: null})]);
	store.getState().toggleFilter('gpuOnly');
	expect(shownIds()).toEqual(['cr-1', 'cr-2']);
	store.getState().showPane('blocks');
	expect(shownIds()).toEqual([]);
	expect(selectShown(store.getState(), 'blocks').hidden).toBe(1);
	store.getState().clearFilters();
	expect(shownIds()).toEqual(['cr-b1']);
});

test('rule 11: with dated ODCRs on the timeline, those that a filter or their end hides are counted there', async () => {
	const end = {kind: 'limited', at: new Date('2026-12-01T00:00:00Z')} as const;
	const dated = reservation({id: 'cr-4', instanceType: 'm7i.large', accelerator: null, endDate: end});
	const {store, shownIds} = await open([...rows, dated, reservation({id: 'cr-5', state: 'expired', endDate: end}), block({id: 'cr-b1'})]);
	const hidden = () => {
		const {hidden, endedHidden} = selectShown(store.getState(), 'timeline');
		return {hidden, endedHidden};
	};
	store.getState().showPane('timeline');
	expect(shownIds()).toEqual(['cr-b1']);
	expect(hidden()).toEqual({hidden: 0, endedHidden: 0});
	store.getState().toggleDatedOdcrs();
	expect(shownIds()).toEqual(['cr-4', 'cr-b1']);
	expect(hidden()).toEqual({hidden: 1, endedHidden: 1});
	store.getState().toggleFilter('gpuOnly');
	expect(shownIds()).toEqual(['cr-b1']);
	expect(hidden()).toEqual({hidden: 2, endedHidden: 1});
	store.getState().toggleDatedOdcrs();
	expect(hidden()).toEqual({hidden: 0, endedHidden: 0});
});

test('search is live, Esc while typing goes back to what it was, Esc after Enter clears it', async () => {
	const {store, shownIds} = await open(rows);
	store.getState().startSearch();
	store.getState().typeSearch('m7i');
	expect(shownIds()).toEqual(['cr-3']);
	store.getState().acceptSearch();
	store.getState().startSearch();
	store.getState().typeSearch('m7ix');
	store.getState().goBack();
	expect(shownIds()).toEqual(['cr-3']);
	store.getState().goBack();
	expect(shownIds()).toEqual(['cr-1', 'cr-2', 'cr-3']);
});

test('a filter that hides the reservation under the cursor moves it to the first row, another one leaves it', async () => {
	const {store, cursorId} = await open(rows);
	store.getState().moveCursor(1, 10);
	store.getState().toggleFilter('gpuOnly');
	expect(cursorId()).toBe('cr-2');
	store.getState().moveCursor(-1, 10);
	store.getState().clearFilters();
	store.getState().moveCursor(2, 10);
	store.getState().toggleFilter('gpuOnly');
	expect(cursorId()).toBe('cr-1');
});

test('Esc never clears a toggle', async () => {
	const {store, shownIds} = await open(rows);
	store.getState().toggleFilter('gpuOnly');
	store.getState().showScreen('details');
	store.getState().goBack();
	store.getState().goBack();
	expect(shownIds()).toEqual(['cr-1', 'cr-2']);
});

test('dated ODCRs come onto the timeline only when asked for, in the order of their starts', async () => {
	const dated = reservation({id: 'cr-dated', endDate: {kind: 'limited', at: new Date('2026-12-01T00:00:00Z')}});
	const {store, shownIds} = await open([...rows, dated, block({id: 'cr-b1'})]);
	store.getState().showPane('timeline');
	expect(shownIds()).toEqual(['cr-b1']);
	store.getState().toggleDatedOdcrs();
	expect(shownIds()).toEqual(['cr-dated', 'cr-b1']);
});

test.each([
	{top: 0, index: 0, pageRows: 5, count: 20, expected: 0},
	{top: 0, index: 5, pageRows: 5, count: 20, expected: 1},
	{top: 10, index: 12, pageRows: 5, count: 20, expected: 10},
	{top: 10, index: 3, pageRows: 5, count: 20, expected: 3},
	{top: 18, index: 19, pageRows: 5, count: 20, expected: 15},
	{top: 4, index: 2, pageRows: 5, count: 3, expected: 0},
])('scrolls no further than the cursor needs: $top, $index of $count on $pageRows rows', ({top, index, pageRows, count, expected}) => {
	expect(scrollTo(top, index, pageRows, count)).toBe(expected);
});
