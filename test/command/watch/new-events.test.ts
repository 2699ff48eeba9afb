import {expect, test} from 'vitest';
import {newEvents} from '../../../source/command/watch/new-events.js';
import {compileQuery, emptyQuery} from '../../../source/core/rows/query.js';
import type {DataState} from '../../../source/store/types.js';
import {fakeSource} from '../../helpers/fake-source.js';
import {manualClock} from '../../helpers/manual-clock.js';
import {createStore} from '../../helpers/open-store.js';
import {reservation} from '../../helpers/reservation.js';

const free = reservation({id: 'cr-1', key: 'cr-1', totalInstanceCount: 4, availableInstanceCount: 2});
const full = reservation({id: 'cr-1', key: 'cr-1', totalInstanceCount: 4, availableInstanceCount: 0});
const other = reservation({id: 'cr-2', key: 'cr-2', instanceType: 'm7i.large', totalInstanceCount: 4, availableInstanceCount: 1});

async function watched(query: Partial<typeof emptyQuery>): Promise<readonly string[]> {
	const source = fakeSource({'us-east-1': [[free, other]]});
	const time = manualClock();
	const {store} = createStore({source, time});
	const told: string[] = [];
	const isWatched = compileQuery({...emptyQuery, ...query});
	store.subscribe((state: DataState, before: DataState) => {
		for (const event of newEvents(before, state, isWatched)) {
			told.push(
				event.type === 'reservation' ? `${event.change.id} ${event.change.what} ${event.change.from} ${event.change.to}` : event.type,
			);
		}
	});
	store.getState().start();
	await time.advance(1000);
	source.answers.set('us-east-1', [[full]]);
	await time.advance(40_000);
	store.getState().stop();
	return told;
}

test('gives each event once, oldest first', async () => {
	expect(await watched({})).toEqual(['cr-1 free 2 0', 'cr-1 used 2 4', 'cr-2 gone active null']);
});

test('an event is of the watched ones when its reservation was so before it, too', async () => {
	expect(await watched({availableOnly: true, instanceTypes: ['p5*']})).toEqual(['cr-1 free 2 0', 'cr-1 used 2 4']);
	expect(await watched({instanceTypes: ['m7i*']})).toEqual(['cr-2 gone active null']);
	expect(await watched({instanceTypes: ['g6*']})).toEqual([]);
});
