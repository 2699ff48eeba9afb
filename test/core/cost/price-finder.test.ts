import {expect, test} from 'vitest';
import type {PricedPlace} from '../../../source/core/cost/price.js';
import {
	createPriceFinder,
	type KeptPrice,
	type ListPrices,
	type PriceFinderOptions,
	type PriceKeeper,
} from '../../../source/core/cost/price-finder.js';
import {manualClock} from '../../helpers/manual-clock.js';

const now = new Date('2026-11-23T10:13:00Z');
const day = 86_400_000;
const p5: PricedPlace = {instanceType: 'p5.48xlarge', region: 'us-east-1', tenancy: 'default'};
const g6: PricedPlace = {instanceType: 'g6.xlarge', region: 'us-west-2', tenancy: 'default'};
const trn2: PricedPlace = {instanceType: 'trn2.48xlarge', region: 'us-east-2', tenancy: 'default'};
const list = {kind: 'price-list', publishedOn: '2026-11-20'} as const;
const table = {kind: 'builtin', publishedOn: '2026-07-20'} as const;

const p5Key = 'us-east-1/p5.48xlarge/default';
const g6Key = 'us-west-2/g6.xlarge/default';
const trn2Key = 'us-east-2/trn2.48xlarge/default';

test('prices are those of the Price List, and kept', async () => {
	const {find, asked, written} = openFinder({keeper: keeperWith([])});

	expect(await find([p5, trn2, p5])).toEqual(
		new Map([
			[p5Key, {usdPerHour: 60, source: list}],
			[trn2Key, {usdPerHour: null, source: list}],
		]),
	);
	expect(asked).toEqual([[p5, trn2]]);
	expect(written()).toEqual([
		{...p5, usdPerHour: 60, publishedOn: '2026-11-20', foundAt: now},
		{...trn2, usdPerHour: null, publishedOn: '2026-11-20', foundAt: now},
	]);
});

test('only what was not kept within a day is asked for; older ones go', async () => {
	const kept = (place: PricedPlace, foundAt: number): KeptPrice => ({
		...place,
		usdPerHour: 1,
		publishedOn: '2026-11-01',
		foundAt: new Date(foundAt),
	});
	const young = kept(p5, now.getTime() - day + 1);
	const {find, asked, written} = openFinder({
		keeper: keeperWith([young, kept(g6, now.getTime() - day), kept(trn2, now.getTime() + 1)]),
	});

	expect([...(await find([p5, g6])).values()].map(({usdPerHour}) => usdPerHour)).toEqual([1, 60]);
	expect(asked).toEqual([[g6]]);
	expect(written()).toEqual([young, {...g6, usdPerHour: 60, publishedOn: '2026-11-20', foundAt: now}]);
	expect(await find([p5])).toEqual(new Map([[p5Key, {usdPerHour: 1, source: {kind: 'price-list', publishedOn: '2026-11-01'}}]]));
	expect(asked).toHaveLength(1);
});

test('where AWS refuses, the built-in table stands in and says so, and nothing is kept', async () => {
	const {find, written} = openFinder({keeper: keeperWith([]), listPrices: async () => Promise.reject(new Error('denied'))});

	expect(await find([p5, trn2])).toEqual(new Map([[p5Key, {usdPerHour: 55.04, source: table}]]));
	expect(written()).toBeNull();
});

test('what has come when the time is up counts; the table stands in for the rest', async () => {
	const time = manualClock();
	const {find} = openFinder({
		...time,
		limitMs: 2000,
		async listPrices([place], onPrice) {
			onPrice(place ?? p5, {usdPerHour: 60, publishedOn: '2026-11-20'});
			await new Promise(() => {});
		},
	});
	const finding = find([p5, g6]);
	await time.advance(2000);

	expect(await finding).toEqual(
		new Map([
			[p5Key, {usdPerHour: 60, source: list}],
			[g6Key, {usdPerHour: 0.8048, source: table}],
		]),
	);
	expect(time.pending()).toBe(0);
});

test('where there is nobody to ask, it is the table', async () => {
	const {find} = openFinder({listPrices: async () => {}});

	expect(await find([p5])).toEqual(new Map([[p5Key, {usdPerHour: 55.04, source: table}]]));
});

test('it ends with the reason of the signal', async () => {
	const controller = new AbortController();
	const {find} = openFinder({listPrices: async () => new Promise(() => {})});
	const finding = find([p5], controller.signal);
	controller.abort(new Error('ctrl-c'));

	await expect(finding).rejects.toThrow('ctrl-c');
});

function openFinder(options: Partial<PriceFinderOptions>) {
	const asked: (readonly PricedPlace[])[] = [];
	const listPrices: ListPrices = async (places, onPrice) => {
		asked.push(places);
		for (const place of places) {
			onPrice(place, {usdPerHour: place === trn2 ? null : 60, publishedOn: '2026-11-20'});
		}
	};
	const keeper = options.keeper ?? null;
	const finder = createPriceFinder({listPrices, keeper, ...manualClock(), limitMs: 2000, ...options});
	return {
		asked,
		find: async (places: readonly PricedPlace[], signal = new AbortController().signal) => finder(places, signal),
		written: () => (keeper as ReturnType<typeof keeperWith> | null)?.written() ?? null,
	};
}

function keeperWith(prices: readonly KeptPrice[]): PriceKeeper & {readonly written: () => readonly KeptPrice[] | null} {
	let kept = prices;
	let written: readonly KeptPrice[] | null = null;
	return {
		read: async () => kept,
		async write(next) {
			kept = next;
			written = next;
		},
		written: () => written,
	};
}
