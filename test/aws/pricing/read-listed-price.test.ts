import {describe, expect, test} from 'vitest';
import {readListedPrice} from '../../../source/aws/pricing/read-listed-price.js';

const place = {instanceType: 'p5.48xlarge', region: 'us-east-1', tenancy: 'default'} as const;
const attributes = {instanceType: 'p5.48xlarge', regionCode: 'us-east-1', marketoption: 'OnDemand', capacitystatus: 'Used'};

describe('readListedPrice', () => {
	test.each<readonly [string, readonly string[], ReturnType<typeof readListedPrice>]>([
		['reads the hourly price and the day', [product()], {usdPerHour: 55.04, publishedOn: '2026-07-20'}],
		['takes the same price twice for one', [product(), product()], {usdPerHour: 55.04, publishedOn: '2026-07-20'}],
		['knows no price where none is listed', [], {usdPerHour: null, publishedOn: null}],
		['takes $0 for no price', [product({USD: '0.0000000000'})], {usdPerHour: null, publishedOn: '2026-07-20'}],
		['passes over a block', [product({of: {marketoption: 'CapacityBlock'}})], {usdPerHour: null, publishedOn: null}],
		[
			'passes over what is allocated',
			[product({of: {capacitystatus: 'AllocatedCapacityReservation'}})],
			{usdPerHour: null, publishedOn: null},
		],
		['passes over another type', [product({of: {instanceType: 'p5.4xlarge'}}), product()], {usdPerHour: 55.04, publishedOn: '2026-07-20'}],
		['passes over what is not by the hour', [product({unit: 'Quantity'})], {usdPerHour: null, publishedOn: '2026-07-20'}],
		['reads no other currency', [product({currency: 'CNY'})], {usdPerHour: null, publishedOn: '2026-07-20'}],
		['needs no date', [product({publicationDate: 'today'})], {usdPerHour: 55.04, publishedOn: null}],
		['cannot tell between two prices', [product(), product({USD: '60'})], null],
		['cannot tell from what is no product', ['{}'], null],
		['cannot tell from what is not JSON', ['<html>'], null],
	])('%s', (_, products, expected) => {
		expect(readListedPrice(products, place)).toEqual(expected);
	});

	test('leaves the terms of Reserved Instances alone', () => {
		const read = JSON.parse(product());
		const reserved = {...read, terms: {...read.terms, Reserved: {a: {priceDimensions: {b: {unit: 'Hrs', pricePerUnit: {USD: '30'}}}}}}};
		expect(readListedPrice([JSON.stringify(reserved)], place)).toMatchObject({usdPerHour: 55.04});
	});
});

function product({USD = '55.0400000000', currency = 'USD', unit = 'Hrs', of = {}, publicationDate = '2026-07-20T00:00:00Z'} = {}): string {
	return JSON.stringify({
		product: {attributes: {...attributes, ...of}},
		terms: {OnDemand: {a: {priceDimensions: {b: {unit, beginRange: '0', pricePerUnit: {[currency]: USD}}}}}},
		publicationDate,
	});
}
