import {expect, onTestFinished, test} from 'vitest';
import type {PricedPlace, Prices} from '../../source/core/cost/price.js';
import {priceKey} from '../../source/core/cost/price.js';
import {selectIdleTotal} from '../../source/store/cost-selectors.js';
import {watchPrices} from '../../source/store/watch-prices.js';
import {fakeSource} from '../helpers/fake-source.js';
import {manualClock} from '../helpers/manual-clock.js';
import {createStore} from '../helpers/open-store.js';
import {reservation} from '../helpers/reservation.js';

const list = {kind: 'price-list', publishedOn: '2026-11-20'} as const;
const table = {kind: 'builtin', publishedOn: '2026-07-20'} as const;
const hour = 3_600_000;

test('prices are asked for a second after rows have come, for all of them together', async () => {
	const {store, time, asked} = await open({'us-east-1': reservation(), 'us-west-2': other()});
	await time.advance(999);
	expect(asked).toEqual([]);
	expect(selectIdleTotal(store.getState())).toMatchObject({unpriced: 2, usdPerHour: null});

	await time.advance(1);
	expect(asked).toEqual([['us-east-1/p5.48xlarge/default', 'us-west-2/p5.48xlarge/default']]);
	expect(selectIdleTotal(store.getState())).toEqual({instances: 2, unpriced: 0, usdPerHour: 110.08, sources: [list]});
});

test('nothing is asked for while nothing is idle, nor again for what is known', async () => {
	const full = reservation({availableInstanceCount: 0});
	const {source, store, time, asked} = await open({'us-east-1': full});
	await time.advance(2000);
	expect(asked).toEqual([]);

	source.answers.set('us-east-1', [[reservation()]]);
	await store.getState().refresh();
	await time.advance(2000);
	source.answers.set('us-east-1', [
		[
			reservation({availableInstanceCount: 2}),
			{...other(), region: 'us-east-1', instanceType: 'g6.xlarge', availabilityZone: 'us-east-1a'},
		],
	]);
	await store.getState().refresh();
	await time.advance(2000);

	expect(asked).toEqual([['us-east-1/p5.48xlarge/default'], ['us-east-1/g6.xlarge/default']]);
});

test('a price of the table is asked for again after an hour, one of AWS after a day', async () => {
	const {time, asked, answers} = await open({'us-east-1': reservation()});
	answers.source = table;
	await time.advance(1000);
	const later = async (milliseconds: number) => {
		time.sleep(milliseconds);
		await time.advance(2000);
		return asked.length;
	};
	expect(await later(hour - 60_000)).toBe(1);

	answers.source = list;
	expect(await later(60_000)).toBe(2);
	expect(await later(23 * hour)).toBe(2);
	expect(await later(hour)).toBe(3);
});

test('what is idle is priced once the account is known, though no rows come after it', async () => {
	const source = fakeSource({'us-east-1': [[reservation()]]});
	source.accountId = async () => null;
	const {store, time, asked} = await open({}, source);
	await time.advance(2000);
	expect(asked).toEqual([]);
	expect(selectIdleTotal(store.getState())).toMatchObject({instances: 0, usdPerHour: null});

	store.setState({accountId: '123456789012'});
	await time.advance(1000);
	expect(asked).toEqual([['us-east-1/p5.48xlarge/default']]);
	expect(selectIdleTotal(store.getState())).toMatchObject({instances: 1, usdPerHour: 55.04});
});

test('once it is stopped it neither asks nor waits', async () => {
	const {store, time, asked, stop} = await open({'us-east-1': reservation()});
	stop();
	store.getState().stop();
	await time.advance(2000);

	expect([asked, time.pending()]).toEqual([[], 0]);
});

function other() {
	return reservation({id: 'cr-2', key: 'cr-2', region: 'us-west-2', availabilityZone: 'us-west-2a'});
}

async function open(
	rows: Readonly<Record<string, ReturnType<typeof reservation>>>,
	source = fakeSource(Object.fromEntries(Object.entries(rows).map(([region, row]) => [region, [[row]]]))),
) {
	const time = manualClock();
	const {store} = createStore({source, time});
	const asked: (readonly string[])[] = [];
	const answers: {source: typeof list | typeof table} = {source: list};
	const findPrices = async (places: readonly PricedPlace[]): Promise<Prices> => {
		asked.push(places.map(priceKey));
		return new Map(places.map((place) => [priceKey(place), {usdPerHour: 55.04, source: answers.source}]));
	};
	const stop = watchPrices({store, findPrices, ...time});
	onTestFinished(() => store.getState().stop());
	store.getState().start();
	await time.advance(0);
	return {source, store, time, asked, answers, stop};
}
