import {GetProductsCommand, PricingClient} from '@aws-sdk/client-pricing';
import type {PricedPlace} from '../../core/cost/price.js';
import type {ListPrices} from '../../core/cost/price-finder.js';
import type {Ec2Connection} from '../ec2-connection.js';
import {logRequests} from '../request-log.js';
import type {PriceListPlace} from './price-list-place.js';
import {readListedPrice} from './read-listed-price.js';

export type PriceListCall = {readonly connection: Ec2Connection; readonly place: PriceListPlace; readonly signal: AbortSignal};

/** How many questions are under way at once. AWS does not say what it allows. */
const concurrency = 5;

/**
Asks for one type in one region at a time: a product comes with all its terms, some 20 kB, so that the products of a whole region
would be more than is worth waiting for. What was answered has been told when this throws.
*/
export async function listPrices(call: PriceListCall, places: readonly PricedPlace[], onPrice: Parameters<ListPrices>[1]): Promise<void> {
	const ask = createQuestion(call);
	const left = [...places];
	await Promise.all(
		Array.from({length: Math.min(concurrency, left.length)}, async () => {
			for (let place = left.shift(); place !== undefined; place = left.shift()) {
				const price = readListedPrice(await ask(place), place);
				if (price !== null && !call.signal.aborted) {
					onPrice(place, price);
				}
			}
		}),
	);
}

/** How to ask for the products of a place: their JSON texts. Throws what the SDK does, and for an answer that is none. */
export function createQuestion({connection, place: {region, url}, signal}: PriceListCall) {
	const {clientConfig, requests} = connection;
	const client = new PricingClient({...clientConfig, region, ...(url === null ? {} : {endpoint: url})});
	if (requests !== null) {
		logRequests(client, {service: 'pricing', region}, requests);
	}

	return async (place: PricedPlace): Promise<readonly string[]> => {
		await connection.pacer.toAsk();
		signal.throwIfAborted();
		const products: string[] = [];
		let token: string | undefined;
		for (let page = 0; page < mostPages; page++) {
			const command = new GetProductsCommand({
				ServiceCode: 'AmazonEC2',
				Filters: Object.entries(attributesOf(place)).map(([Field, Value]) => ({Type: 'TERM_MATCH', Field, Value})),
				...(token === undefined ? {} : {NextToken: token}),
			});
			const {PriceList: list, NextToken} = await client.send(command, {abortSignal: signal});
			if (!Array.isArray(list)) {
				throw new Error('The answer holds no price list.');
			}

			products.push(...list.map(String));
			token = NextToken || undefined;
			if (token === undefined) {
				return products;
			}
		}

		throw new Error('The price list does not end.');
	};
}

const mostPages = 5;

/**
What tells the one product that is meant. What runs in a Capacity Block, and the allocated part of a reservation, are products of the
same type at $0, told apart by `marketoption` and `capacitystatus` only.
*/
export function attributesOf({instanceType, region, tenancy}: PricedPlace): Readonly<Record<string, string>> {
	return {
		instanceType,
		regionCode: region,
		tenancy: tenancy === 'default' ? 'Shared' : 'Dedicated',
		operatingSystem: 'Linux',
		preInstalledSw: 'NA',
		licenseModel: 'No License required',
		marketoption: 'OnDemand',
		capacitystatus: 'Used',
	};
}
