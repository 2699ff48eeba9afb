import {expect, test} from 'vitest';
import {costTerms, sourcesShort, sourceText, usdShort, usdText, usdUnitText} from '../../../source/core/cost/cost-words.js';
import {idleCostOf, idlePlaces, sumIdleCost} from '../../../source/core/cost/idle-cost.js';
import {noPrices, type Price, type Prices} from '../../../source/core/cost/price.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {block, reservation} from '../../helpers/reservation.js';

const us = '123456789012';
const list = {kind: 'price-list', publishedOn: '2026-11-20'} as const;
const table = {kind: 'builtin', publishedOn: '2026-07-20'} as const;
const p5: Price = {usdPerHour: 55.04, source: list};
const g6: Price = {usdPerHour: 0.8048, source: table};
const trn2: Price = {usdPerHour: null, source: list};
const prices: Prices = new Map([
	['us-east-1/p5.48xlarge/default', p5],
	['us-west-2/g6.xlarge/default', g6],
	['us-east-1/trn2.48xlarge/default', trn2],
]);

test('what is free is priced for an hour', () => {
	expect(idleCostOf(reservation({availableInstanceCount: 3}), prices, us)).toEqual({instances: 3, price: p5, usdPerHour: 165.12});
});

test.each<readonly [string, Partial<Reservation>]>([
	['full', {availableInstanceCount: 0}],
	['shared by another account', {ownerId: '210987654321'}],
	['billed to another account', {unusedReservationBillingOwnerId: '210987654321'}],
	['not active', {state: 'scheduled', availableInstanceCount: 4}],
	['of an unknown size', {totalInstanceCount: null, availableInstanceCount: 2}],
])('one that is %s costs this account nothing idle', (_, difference) => {
	expect(idleCostOf(reservation(difference), prices, us)).toBeNull();
});

test('a block never has an idle cost: its fee is paid, and not by the hour', () => {
	expect(idleCostOf(block({availableInstanceCount: 4}), prices, us)).toBeNull();
	expect(idlePlaces([block({availableInstanceCount: 4})], us)).toEqual([]);
});

test('this account pays for what it was made the billing owner of, and nothing is counted of which nobody can tell', () => {
	const billed = reservation({ownerId: '210987654321', unusedReservationBillingOwnerId: us});
	expect(idleCostOf(billed, prices, us)).toMatchObject({instances: 1, usdPerHour: 55.04});
	// All rows of one owner are no proof either: all of them may be shared.
	expect(idleCostOf(reservation(), prices, null)).toBeNull();
	expect(idleCostOf(reservation({ownerId: null}), prices, us)).toBeNull();
	expect(sumIdleCost([reservation()], prices, null)).toEqual({instances: 0, unpriced: 0, usdPerHour: null, sources: []});
	expect(idlePlaces([reservation()], null)).toEqual([]);
});

test('an unknown price is no cost of 0', () => {
	const nothing = {instances: 1, price: null, usdPerHour: null};
	expect(idleCostOf(reservation(), noPrices, us)).toEqual(nothing);
	expect(idleCostOf(reservation({instancePlatform: 'Windows'}), prices, us)).toEqual(nothing);
	expect(idleCostOf(reservation({instanceType: 'trn2.48xlarge'}), prices, us)).toEqual({...nothing, price: trn2});
});

test('a sum says what is not in it, and whose prices are', () => {
	const rows = [
		reservation({availableInstanceCount: 2}),
		reservation({id: 'cr-2', instanceType: 'g6.xlarge', region: 'us-west-2', availabilityZone: 'us-west-2a', availableInstanceCount: 3}),
		reservation({id: 'cr-3', instanceType: 'trn2.48xlarge', availableInstanceCount: 4}),
		reservation({id: 'cr-4', ownerId: '210987654321', availableInstanceCount: 4}),
	];
	expect(sumIdleCost(rows, prices, us)).toEqual({instances: 9, unpriced: 4, usdPerHour: 112.4944, sources: [list, table]});
	expect(sumIdleCost(rows, noPrices, us)).toEqual({instances: 9, unpriced: 9, usdPerHour: null, sources: []});
	expect(sumIdleCost([], prices, us)).toEqual({instances: 0, unpriced: 0, usdPerHour: null, sources: []});
	expect(idlePlaces([...rows, ...rows], us).map(({instanceType}) => instanceType)).toEqual(['p5.48xlarge', 'g6.xlarge', 'trn2.48xlarge']);
});

test.each([
	[0, '$0.00', '$0.00'],
	[0.0125, '$0.0125', '$0.0125'],
	[0.8048, '$0.80', '$0.80'],
	[999.49, '$999.49', '$999.49'],
	[999.5, '$999.50', '$1,000'],
	[1234.5, '$1,234.50', '$1,235'],
	[12_345_678.9, '$12,345,678.90', '$12,345,679'],
])('%d dollars are written %s, or short %s', (usd, long, short) => {
	expect([usdText(usd), usdShort(usd)]).toEqual([long, short]);
});

test('the price of one instance has four places, so that it multiplies to its sum', () => {
	expect([0.8048, 55.04, 1234.5].map(usdUnitText)).toEqual(['$0.8048', '$55.0400', '$1,234.5000']);
});

test('a source is named, long and short', () => {
	expect([list, table, {kind: 'price-list', publishedOn: null} as const].map(sourceText)).toEqual([
		'AWS Price List of 2026-11-20',
		'built-in table of 2026-07-20',
		'AWS Price List',
	]);
	expect([[list], [table, list], []].map(sourcesShort)).toEqual(['AWS list', 'AWS and built-in list', '']);
	expect(costTerms).toContain('without discounts');
});
