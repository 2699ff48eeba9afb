import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import type {Session} from '../../../source/command/open-session.js';
import {openPriceFinder} from '../../../source/command/prices/open-price-finder.js';
import type {ProcessPorts} from '../../../source/command/process-ports.js';
import type {PricedPlace} from '../../../source/core/cost/price.js';
import {fakeSource} from '../../helpers/fake-source.js';
import {manualClock} from '../../helpers/manual-clock.js';

const p5: PricedPlace = {instanceType: 'p5.48xlarge', region: 'us-east-1', tenancy: 'default'};
const listed = {usdPerHour: 60, source: {kind: 'price-list', publishedOn: '2026-11-20'}};
const settings = {demo: null, profile: null, endpointUrl: null, regions: null, usesCache: true};

test('a price is asked for once a day, also by the next report', async () => {
	const env = await newHome();
	const first = finderWith(env);
	expect(await first.find()).toEqual([listed]);
	const second = finderWith(env);
	expect(await second.find()).toEqual([listed]);

	expect([first.asked(), second.asked()]).toEqual([1, 0]);
	const file = JSON.parse(await readFile(join(env.XDG_CACHE_HOME, 'truffle-capacity/prices.json'), 'utf8'));
	expect(file.prices).toEqual([{...p5, usdPerHour: 60, publishedOn: '2026-11-20', foundAt: '2026-11-23T10:13:00.000Z'}]);
});

test.each<
	readonly [string, Partial<typeof settings> | {readonly demo: string} | {readonly endpointUrl: string}, Readonly<Record<string, string>>]
>([
	['with --no-cache', {usesCache: false}, {}],
	['of a demo', {demo: 'cluster'}, {}],
	['beside --endpoint-url', {endpointUrl: 'http://127.0.0.1:4566'}, {}],
	['of an endpoint of their own', {}, {AWS_ENDPOINT_URL_PRICING: 'http://127.0.0.1:4566'}],
	['of China', {}, {AWS_REGION: 'cn-north-1'}],
])('prices %s are neither kept nor taken from what was kept', async (_, options, variables) => {
	const env = await newHome();
	await finderWith(env).find();
	const other = finderWith({...env, ...variables}, options);
	await other.find();

	expect(other.asked()).toBe(1);
});

test('nothing is opened while there is nothing to price', async () => {
	const {find, opened} = finderWith(await newHome());

	expect(await find([])).toEqual([]);
	expect(opened()).toBe(0);
});

function finderWith(env: Readonly<Record<string, string>>, options: object = {}) {
	let [asked, opened] = [0, 0];
	const source = {
		...fakeSource({}),
		async listPrices(
			[place]: readonly PricedPlace[],
			onPrice: (place: PricedPlace, price: {usdPerHour: number; publishedOn: string}) => void,
		) {
			asked += 1;
			onPrice(place ?? p5, {usdPerHour: 60, publishedOn: '2026-11-20'});
		},
	};
	const session = {
		async openSource() {
			opened += 1;
			return source;
		},
	} satisfies Partial<Session>;
	const ports = {...manualClock(), env} satisfies Partial<ProcessPorts>;
	const finder = openPriceFinder({...settings, ...options}, session as unknown as Session, ports as unknown as ProcessPorts, 2000);
	return {
		asked: () => asked,
		opened: () => opened,
		find: async (places: readonly PricedPlace[] = [p5]) => [...(await finder(places, new AbortController().signal)).values()],
	};
}

async function newHome() {
	const home = await mkdtemp(join(tmpdir(), 'prices-'));
	onTestFinished(async () => rm(home, {recursive: true, force: true}));
	return {
		HOME: home,
		XDG_CACHE_HOME: join(home, 'cache'),
		AWS_CONFIG_FILE: join(home, 'config'),
		AWS_SHARED_CREDENTIALS_FILE: join(home, 'credentials'),
		AWS_REGION: 'us-west-2',
	};
}
