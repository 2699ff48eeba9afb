import {describe, expect, test} from 'vitest';
import type {Prices} from '../../source/core/cost/price.js';
import {placesToPrice} from '../../source/report/places-to-price.js';
import {renderReport} from '../../source/report/render-report.js';
import type {ReportOptions} from '../../source/report/report-options.js';
import {readCsvRows} from '../helpers/read-csv.js';
import {block, reservation} from '../helpers/reservation.js';
import {guideSnapshot, snapshotOf, tableOptions} from './guide-data.js';

const source = {kind: 'price-list', publishedOn: '2026-11-20'} as const;
const prices: Prices = new Map([
	['us-east-1/inf2.xlarge/default', {usdPerHour: 0.7582, source}],
	['us-west-2/g6.xlarge/default', {usdPerHour: 0.8048, source: {kind: 'builtin', publishedOn: '2026-07-20'}}],
	['us-east-1/p5.48xlarge/default', {usdPerHour: 55.04, source}],
]);

describe('the idle cost in a table', () => {
	test('is said below it, with its terms, its sources and what is not in it', () => {
		expect(closingOf()).toEqual([
			'Billing: 42 idle instances are billed to this account at the On-Demand rate, like running ones.',
			'Idle Cost: $28.41 per hour, without 6 instances of unknown price (built-in table of 2026-07-20, AWS Price List of 2026-11-20; Linux On-Demand list price, without discounts, Savings Plans and Reserved Instances).',
			'End Dates: none; all last until cancelled.',
		]);
	});

	test('is unknown where no price is known, and not there where nobody looked', () => {
		expect(closingOf({prices: new Map()})[1]).toBe('Idle Cost: unknown, since no On-Demand list price of them is known.');
		expect(closingOf({prices: null})).toHaveLength(2);
	});

	test('has no line where nothing is idle', () => {
		expect(renderReport(snapshotOf([reservation({availableInstanceCount: 0})]), {...tableOptions, prices})).not.toContain('Idle Cost');
	});

	test('has a column of --wide, in dollars an hour', () => {
		const text = renderReport(snapshotOf([reservation({availableInstanceCount: 3})]), {
			...tableOptions,
			prices,
			columns: ['idle', 'price', 'idle-cost', 'idle-cost-since', 'price-source', 'price-date'],
		});
		expect(text.split('\n').filter((line) => line.startsWith('|'))).toEqual([
			'| Idle | $/h Each | Idle $/h | $ Since | Price Source | Price Date |',
			'| 3    | 55.04    | 165.12   | –       | price-list   | 2026-11-20 |',
		]);
	});
});

test('in JSON it is an object of the row, null where nothing is idle; blocks have none', () => {
	const rows = [
		reservation({availableInstanceCount: 3}),
		reservation({id: 'cr-2', availableInstanceCount: 0}),
		block({availableInstanceCount: 4}),
	];
	const {reservations, blocks} = JSON.parse(
		renderReport(snapshotOf(rows), {...tableOptions, format: 'json', kinds: ['odcr', 'block'], prices}),
	);

	expect(reservations.map((row: Readonly<Record<string, unknown>>) => row['idle_cost'])).toEqual([
		{
			instances: 3,
			usd_per_instance_hour: 55.04,
			usd_per_hour: 165.12,
			since: null,
			usd_since: null,
			price_source: 'price-list',
			price_published_on: '2026-11-20',
		},
		null,
	]);
	expect(blocks[0]).not.toHaveProperty('idle_cost');
});

describe('in JSON the sum of all is beside them', () => {
	const sumOf = (options: Partial<ReportOptions>) =>
		JSON.parse(renderReport(guideSnapshot, {...tableOptions, format: 'json', prices, ...options}))['idle_cost'];

	test('with how many of the instances are in it, and by whose prices', () => {
		expect(sumOf({})).toEqual({
			instances: 42,
			priced_instances: 36,
			usd_per_hour: 28.4136,
			price_sources: [
				{price_source: 'builtin', price_published_on: '2026-07-20'},
				{price_source: 'price-list', price_published_on: '2026-11-20'},
			],
		});
	});

	test('of those that are listed', () => {
		expect(sumOf({query: {...tableOptions.query, instanceTypes: ['inf2*']}})).toMatchObject({priced_instances: 12});
		expect(sumOf({kinds: ['block']})).toBeUndefined();
	});

	test('null where no price is known, or nothing is idle', () => {
		const unknown = {instances: 42, priced_instances: 0, usd_per_hour: null, price_sources: []};
		expect([sumOf({prices: new Map()}), sumOf({prices: null})]).toEqual([unknown, unknown]);
		const full = snapshotOf([reservation({availableInstanceCount: 0})]);
		expect(JSON.parse(renderReport(full, {...tableOptions, format: 'json', prices})).idle_cost).toBeNull();
	});

	test('in YAML before the rows', () => {
		expect(renderReport(guideSnapshot, {...tableOptions, format: 'yaml', prices})).toContain(
			'idle_cost:\n  instances: 42\n  priced_instances: 36\n  usd_per_hour: 28.4136\n',
		);
	});
});

test('a list that names no price is no source', () => {
	const unlisted: Prices = new Map([['us-east-1/p5.48xlarge/default', {usdPerHour: null, source}]]);
	const text = renderReport(snapshotOf([reservation({availableInstanceCount: 3})]), {...tableOptions, format: 'json', prices: unlisted});
	expect(JSON.parse(text).reservations[0].idle_cost).toMatchObject({price_source: null, price_published_on: null});
});

test('an unknown price is null in JSON and empty in CSV', () => {
	const snapshot = snapshotOf([reservation({instancePlatform: 'Windows'})]);
	const options = {...tableOptions, prices};
	expect(JSON.parse(renderReport(snapshot, {...options, format: 'json'})).reservations[0].idle_cost).toEqual({
		instances: 1,
		usd_per_instance_hour: null,
		usd_per_hour: null,
		since: null,
		usd_since: null,
		price_source: null,
		price_published_on: null,
	});
	expect(readCsvRows(renderReport(snapshot, {...options, format: 'csv'}))[0]).toMatchObject({
		idle_cost_instances: '1',
		idle_cost_usd_per_hour: '',
		idle_cost_price_source: '',
	});
});

test('only what a report lists is to be priced, no blocks, and nothing for Terraform', () => {
	const types = (options: Partial<ReportOptions>) =>
		placesToPrice(guideSnapshot, {...tableOptions, ...options}).map(({instanceType}) => instanceType);

	expect(types({})).toEqual(['g6.2xlarge', 'inf2.xlarge', 'p4d.24xlarge', 'g6.xlarge']);
	expect(types({query: {...tableOptions.query, instanceTypes: ['g6*']}})).toEqual(['g6.2xlarge', 'g6.xlarge']);
	expect(types({kinds: ['block']})).toEqual([]);
	expect(types({format: 'terraform'})).toEqual([]);
});

function closingOf(options: Partial<ReportOptions> = {}): readonly string[] {
	return (
		renderReport(guideSnapshot, {...tableOptions, prices, ...options})
			.trimEnd()
			.split('\n\n')[2]
			?.split('\n') ?? []
	);
}
