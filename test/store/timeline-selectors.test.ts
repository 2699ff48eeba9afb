import {expect, test} from 'vitest';
import {selectLabelLengths, selectWindow} from '../../source/store/timeline-selectors.js';
import {openStore} from '../helpers/open-store.js';

test('a cursor that moves makes neither the window nor the labels anew; the clock makes the window move on', async () => {
	const {store, time} = await openStore();
	const state = store.getState;
	state().showPane('timeline');
	const window = selectWindow(state(), 80);
	const lengths = selectLabelLengths(state());
	expect(lengths).toEqual({type: 'p6-b200.48xlarge'.length, zone: 'us-west-2b'.length, size: 64});
	state().moveCursor(1, 10);
	expect(selectWindow(state(), 80)).toBe(window);
	expect(selectLabelLengths(state())).toBe(lengths);
	expect(selectWindow(state(), 40)).not.toEqual(window);
	await time.advance(3_600_000);
	state().tick();
	expect(selectWindow(state(), 80)).not.toBe(window);
	const panned = {...window, hoursPerColumn: 1};
	state().setWindow(panned);
	expect(selectWindow(state(), 80)).toBe(panned);
});
