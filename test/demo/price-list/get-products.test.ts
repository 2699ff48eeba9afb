import {expect, test} from 'vitest';
import {listProducts, type Product} from '../../../source/demo/price-list/products.js';
import {type Answer, askProducts, openPriceList, where} from './ask-products.js';

const linux = {operatingSystem: 'Linux', tenancy: 'Shared', preInstalledSw: 'NA', capacitystatus: 'Used', marketoption: 'OnDemand'};

test('has the On-Demand price of a type in a region, in the shape of AWS', async () => {
	const answer = await askProducts(await openPriceList(), where({...linux, instanceType: 'p5.48xlarge', regionCode: 'us-east-1'}));

	expect(answer).toMatchObject({status: 200, contentType: 'application/x-amz-json-1.1', requestId: expect.stringMatching(/^0000/)});
	expect(answer.body.FormatVersion).toBe('aws_v1');
	expect(answer.body.NextToken).toBeUndefined();
	const [product, ...others] = productsOf(answer);
	const sku = product?.product.sku ?? '';
	expect(others).toEqual([]);
	expect(sku).toMatch(/^[2-9A-Z]{16}$/);
	expect(product).toEqual({
		product: {
			productFamily: 'Compute Instance',
			attributes: {
				...linux,
				instanceFamily: 'GPU instance',
				instanceFamilyCategory: 'Accelerated Computing',
				instanceType: 'p5.48xlarge',
				currentGeneration: 'Yes',
				vcpu: '192',
				memory: '2048 GiB',
				gpu: '8',
				licenseModel: 'No License required',
				operation: 'RunInstances',
				usagetype: 'BoxUsage:p5.48xlarge',
				location: 'US East (N. Virginia)',
				locationType: 'AWS Region',
				regionCode: 'us-east-1',
				availabilityzone: 'NA',
				processorArchitecture: '64-bit',
				servicecode: 'AmazonEC2',
				servicename: 'Amazon Elastic Compute Cloud',
			},
			sku,
		},
		serviceCode: 'AmazonEC2',
		terms: {
			OnDemand: {
				[`${sku}.JRTCKXETXF`]: {
					priceDimensions: {
						[`${sku}.JRTCKXETXF.6YS6EN2CT7`]: {
							unit: 'Hrs',
							endRange: 'Inf',
							description: '$55.04 per On Demand Linux p5.48xlarge Instance Hour',
							appliesTo: [],
							rateCode: `${sku}.JRTCKXETXF.6YS6EN2CT7`,
							beginRange: '0',
							pricePerUnit: {USD: '55.0400000000'},
						},
					},
					sku,
					effectiveDate: '2026-07-01T00:00:00Z',
					offerTermCode: 'JRTCKXETXF',
					termAttributes: {},
				},
			},
		},
		version: '20260720000000',
		publicationDate: '2026-07-20T00:00:00Z',
	});
});

test('lists a type once for each way to use it: only three attributes tell a price from nothing', async () => {
	const products = productsOf(await askProducts(await openPriceList(), where({instanceType: 'p5.48xlarge', location: 'US West (Oregon)'})));

	expect(
		products.map(({product: {attributes}, ...product}) => [
			attributes['capacitystatus'],
			attributes['marketoption'],
			attributes['usagetype'],
			priceOf(product),
		]),
	).toEqual([
		['Used', 'OnDemand', 'USW2-BoxUsage:p5.48xlarge', '$55.04 per On Demand Linux p5.48xlarge Instance Hour'],
		[
			'UnusedCapacityReservation',
			'OnDemand',
			'USW2-UnusedBox:p5.48xlarge',
			'$55.04 per Unused Reservation Linux p5.48xlarge Instance Hour',
		],
		['AllocatedCapacityReservation', 'OnDemand', 'USW2-Reservation:p5.48xlarge', '$0.00 per Reservation Linux p5.48xlarge Instance Hour'],
		['Used', 'CapacityBlock', 'USW2-BoxUsage:p5.48xlarge', '$0.00 per Capacity Block Linux p5.48xlarge Instance Hour'],
	]);
	const [used, unused] = products;
	expect(unused?.product.attributes['instancesku']).toBe(used?.product.sku);
	expect(new Set(products.map(({product}) => product.sku)).size).toBe(4);
});

test('no two products have one SKU', () => {
	const skus = Array.from(listProducts(), ({product}) => product.sku);

	expect(skus.length).toBeGreaterThan(800);
	expect(new Set(skus).size).toBe(skus.length);
});

test.each([
	['g6.xlarge', 'us-east-1', ['0.8048000000']],
	['trn1.32xlarge', 'us-east-2', ['21.5000000000']],
	['inf2.xlarge', 'eu-west-1', ['0.9477500000']],
	['g4dn.metal', 'us-west-2', ['7.8240000000']],
	['p5.48xlarge', 'eu-west-1', []],
	['g6.xlarge', 'ap-south-1', []],
	['trn2.48xlarge', 'us-east-2', []],
	['p9.superxlarge', 'us-east-1', []],
])('%s in %s costs %j', async (instanceType, regionCode, prices) => {
	const products = productsOf(await askProducts(await openPriceList(), where({...linux, instanceType, regionCode})));

	expect(products.map(usdOf)).toEqual(prices);
});

test.each([
	['TERM_MATCH', 'operatingSystem', 'Windows', 0],
	['TERM_MATCH', 'tenancy', 'Dedicated', 0],
	['TERM_MATCH', 'preInstalledSw', 'SQL Std', 0],
	['TERM_MATCH', 'colour', 'red', 0],
	['TERM_MATCH', 'constructor', 'x', 0],
	['TERM_MATCH', 'ServiceCode', 'AmazonEC2', 4],
	['EQUALS', 'productFamily', 'Compute Instance', 4],
	['CONTAINS', 'usagetype', 'Box', 3],
	['ANY_OF', 'capacitystatus', 'UnusedCapacityReservation,AllocatedCapacityReservation', 2],
	['NONE_OF', 'marketoption', 'CapacityBlock,Spot', 3],
])('the filter %s of %s by %j leaves %i of four products', async (Type, Field, Value, count) => {
	const Filters = [...where({instanceType: 'p4d.24xlarge', regionCode: 'us-east-1'}).Filters, {Type, Field, Value}];

	expect(productsOf(await askProducts(await openPriceList(), {ServiceCode: 'AmazonEC2', Filters}))).toHaveLength(count);
});

test('pages of seven together are the unpaged answer', async () => {
	const url = await openPriceList();
	const input = where({regionCode: 'us-west-2', capacitystatus: 'Used', marketoption: 'OnDemand'});
	const unpaged = await askProducts(url, input);
	const paged: string[] = [];
	let token: string | undefined;
	do {
		const {body} = await askProducts(url, {...input, MaxResults: 7, ...(token === undefined ? {} : {NextToken: token})});
		expect(body.PriceList?.length).toBeLessThanOrEqual(7);
		paged.push(...(body.PriceList ?? []));
		token = body.NextToken;
	} while (token !== undefined);

	expect(unpaged.body.PriceList?.length).toBeGreaterThan(70);
	expect(paged).toEqual(unpaged.body.PriceList);
});

test('no page is longer than a hundred products, and a token is good for its filters only', async () => {
	const url = await openPriceList();
	const {body} = await askProducts(url, {ServiceCode: 'AmazonEC2'});

	expect(body.PriceList).toHaveLength(100);
	await expect(askProducts(url, {...where({regionCode: 'us-east-1'}), NextToken: body.NextToken})).resolves.toMatchObject({
		status: 400,
		body: {__type: 'InvalidNextTokenException', Message: 'The token is invalid or has expired.'},
	});
});

function productsOf({body: {PriceList = []}}: Answer): readonly Product[] {
	return PriceList.map((text) => JSON.parse(text));
}

function priceOf({terms}: Pick<Product, 'terms'>): string | undefined {
	return dimensionOf({terms})?.description;
}

function usdOf({terms}: Product): string | undefined {
	return dimensionOf({terms})?.pricePerUnit.USD;
}

function dimensionOf({terms}: Pick<Product, 'terms'>) {
	return Object.values(terms.OnDemand).flatMap(({priceDimensions}) => Object.values(priceDimensions))[0];
}
