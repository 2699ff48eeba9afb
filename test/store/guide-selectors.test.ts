import {expect, test} from 'vitest';
import {selectGuideAdvice} from '../../source/store/guide-selectors.js';
import {failure, fakeSource} from '../helpers/fake-source.js';
import {openStore} from '../helpers/open-store.js';
import {reservation} from '../helpers/reservation.js';

test('the advice is one object until an answer, a row or the minute changes', async () => {
	const {store, time} = await openStore();
	const first = selectGuideAdvice(store.getState());
	await time.advance(1000);
	store.getState().tick();
	expect(selectGuideAdvice(store.getState())).toBe(first);
	store.getState().stepAnswer(1);
	expect(selectGuideAdvice(store.getState()).request.workload).toBe('inference');
	await time.advance(60_000);
	store.getState().tick();
	expect(selectGuideAdvice(store.getState()).now.getTime()).toBeGreaterThan(first.now.getTime());
});

test('a region that failed is said to be unread, one that is not enabled only when it is marked', async () => {
	const row = reservation({id: 'cr-1', totalInstanceCount: 8, availableInstanceCount: 8});
	const source = () => fakeSource({'us-east-1': [[row]], 'eu-west-1': failure('denied'), 'me-south-1': failure('not_enabled')});
	const ask = async (marked: readonly string[] | null) => {
		const {store} = await openStore({source: source(), marked});
		store.setState(({guide}) => ({guide: {...guide, answers: {...guide.answers, instanceType: 'p5.48xlarge', count: 8, days: 1}}}));
		const {advice} = selectGuideAdvice(store.getState());
		return {held: advice.held?.uses.length ?? null, regions: advice.verdict?.coverage.map(({region, status}) => `${region} ${status}`)};
	};
	expect(await ask(null)).toEqual({held: 1, regions: ['eu-west-1 unread', 'us-east-1 read']});
	expect(await ask(['me-south-1', 'us-east-1'])).toEqual({held: 1, regions: ['me-south-1 unread', 'us-east-1 read']});
});

test('before anything has answered nothing is called held, and the guide advises all the same', async () => {
	const {store} = await openStore({source: fakeSource({})});
	const {advice} = selectGuideAdvice(store.getState());
	expect(advice).toMatchObject({held: null, verdict: null, choice: {kind: 'block'}});
});
