import {expect, test} from 'vitest';
import {selectBringUp, selectDrainingBlock} from '../../source/store/live-selectors.js';
import {fakeSource} from '../helpers/fake-source.js';
import {manualClock} from '../helpers/manual-clock.js';
import {createStore} from '../helpers/open-store.js';
import {block, reservation} from '../helpers/reservation.js';

const cluster = reservation({id: 'cr-cluster', totalInstanceCount: 32, availableInstanceCount: 32});
const other = reservation({id: 'cr-other'});

async function open(rows = [cluster, other]) {
	const time = manualClock('2026-11-26T10:45:00Z');
	const source = fakeSource({'us-east-1': [rows]});
	const {store} = createStore({source, time});
	store.getState().start();
	await time.advance(100);
	return {
		state: store.getState,
		async tick(seconds: number) {
			await time.advance(seconds * 1000);
			store.getState().tick();
		},
		async answer(next: typeof rows) {
			source.answers.set('us-east-1', [next]);
			await store.getState().refresh();
		},
	};
}

test('as long as nothing has risen and nothing is followed, no row is looked at', async () => {
	const {state, answer} = await open();
	await answer([{...cluster, availableInstanceCount: 30}, other]);
	await answer([{...cluster, availableInstanceCount: 32}, other]);
	const {histories} = state();
	expect(histories.get(cluster.key)).toMatchObject({increasedAt: null});
	const unread = new Proxy(state(), {
		get: (target, name, receiver) => (name === 'regions' ? expect.unreachable() : Reflect.get(target, name, receiver)),
	});
	expect(selectBringUp(unread)).toBe(null);
});

test('a cursor that moves makes no sum anew', async () => {
	const {state, answer} = await open([cluster, other, block()]);
	await answer([{...cluster, availableInstanceCount: 16}, other, block()]);
	const before = selectBringUp(state());
	const draining = selectDrainingBlock(state());
	state().moveCursor(1, 10);
	expect(before).toMatchObject({rows: [{key: cluster.key}], bringUp: {used: {instances: 16}, total: {instances: 32}}});
	expect(selectBringUp(state())?.bringUp).toBe(before?.bringUp);
	expect(selectDrainingBlock(state())).toBe(draining);
	expect(draining).toMatchObject({kind: 'block'});
});

test('a block is drained from the very second on', async () => {
	const ending = block({endDate: {kind: 'limited', at: new Date('2026-11-26T11:45:20Z')}});
	const {state, tick} = await open([ending]);
	expect(selectDrainingBlock(state())).toBe(null);
	await tick(18);
	expect(selectDrainingBlock(state())).toBe(null);
	await tick(2);
	expect(selectDrainingBlock(state())).toMatchObject({key: ending.key});
	await tick(60 * 60 - 2);
	expect(selectDrainingBlock(state())).toMatchObject({key: ending.key});
	await tick(2);
	expect(selectDrainingBlock(state())).toBe(null);
});
