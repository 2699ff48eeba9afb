import {expect, test} from 'vitest';
import type {RequestRecord} from '../../../source/aws/request-log.js';
import type {PricedPlace} from '../../../source/core/cost/price.js';
import type {ListedPrice} from '../../../source/core/cost/price-finder.js';
import type {CapacitySource} from '../../../source/core/regions/source.js';
import type {SeenRequest} from '../../../source/demo/answer-request.js';
import {startDemoEndpoint} from '../../../source/demo/demo-endpoint.js';
import {scenarioWith, startedAt} from '../../demo/open-endpoint.js';
import {sourceAt} from '../local-ec2.js';

const p5: PricedPlace = {instanceType: 'p5.48xlarge', region: 'us-east-1', tenancy: 'default'};

test('the price is that of instances that run on demand, not the $0 of a block and of an allocated reservation', async () => {
	await using prices = await openPrices();

	expect(
		await prices.ask([
			p5,
			{...p5, instanceType: 'g6.xlarge', region: 'us-west-2'},
			{...p5, instanceType: 'inf2.xlarge', region: 'eu-west-1'},
		]),
	).toEqual([
		['us-east-1 p5.48xlarge', {usdPerHour: 55.04, publishedOn: '2026-07-20'}],
		['us-west-2 g6.xlarge', {usdPerHour: 0.8048, publishedOn: '2026-07-20'}],
		['eu-west-1 inf2.xlarge', {usdPerHour: 0.947_75, publishedOn: '2026-07-20'}],
	]);
	expect(prices.seen).toEqual(['GetProducts us-east-1', 'GetProducts us-east-1', 'GetProducts us-east-1']);
});

test('what is sold as blocks only has no On-Demand price, and dedicated instances none in this list', async () => {
	await using prices = await openPrices();

	expect(
		await prices.ask([
			{...p5, instanceType: 'trn2.48xlarge'},
			{...p5, tenancy: 'dedicated'},
		]),
	).toEqual([
		['us-east-1 trn2.48xlarge', {usdPerHour: null, publishedOn: null}],
		['us-east-1 p5.48xlarge', {usdPerHour: null, publishedOn: null}],
	]);
});

test('more than a few are asked for together, and each is told', async () => {
	await using prices = await openPrices();
	const types = ['xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge', '24xlarge', '48xlarge'];
	const answers = await prices.ask(types.map((size) => ({...p5, instanceType: `g6.${size}`})));

	expect(answers.map(([place]) => place).toSorted()).toEqual(types.map((size) => `us-east-1 g6.${size}`).toSorted());
	expect(answers.every(([, {usdPerHour}]) => usdPerHour !== null && usdPerHour > 0)).toBe(true);
});

test.each([
	['a denial', {kind: 'deny', action: 'GetProducts'}, 'pricing:GetProducts'],
	['an answer without its list', {kind: 'no-set', action: 'GetProducts'}, 'holds no price list'],
] as const)('%s is an error, never a price', async (_, fault, message) => {
	await using prices = await openPrices([fault]);

	await expect(prices.ask([p5])).rejects.toThrow(message);
});

test('a custom EC2 endpoint does not speak for the prices of AWS, and AWS is not asked beside it', async () => {
	await using prices = await openPrices([], {stsAtEndpoint: false});

	expect(await prices.ask([p5])).toEqual([]);
	expect(prices.seen).toEqual([]);
});

test('the log of requests names the service and its own region', async () => {
	const records: RequestRecord[] = [];
	await using prices = await openPrices([], {
		homeRegion: 'eu-west-1',
		requestLog: {clock: () => startedAt, onRequest: (record) => records.push(record)},
	});
	await prices.ask([p5]).catch(() => {});

	expect(records.map(({service, region, action}) => `${service} ${region} ${action}`)).toEqual(['pricing eu-central-1 GetProducts']);
});

async function openPrices(
	faults: NonNullable<Parameters<typeof scenarioWith>[0]>['faults'] = [],
	options: Parameters<typeof sourceAt>[1] = {},
) {
	const seen: string[] = [];
	const onRequest = ({action, region}: SeenRequest) => seen.push(`${action} ${region}`);
	const endpoint = await startDemoEndpoint({scenario: scenarioWith({faults: faults ?? []}), clock: () => startedAt, onRequest});
	const source: CapacitySource = sourceAt(endpoint.url, options);
	return {
		seen,
		async ask(places: readonly PricedPlace[]) {
			const answers: (readonly [string, ListedPrice])[] = [];
			await source.listPrices(
				places,
				({region, instanceType}, price) => answers.push([`${region} ${instanceType}`, price]),
				new AbortController().signal,
			);
			return answers;
		},
		async [Symbol.asyncDispose]() {
			source.close();
			await endpoint.close();
		},
	};
}
