import type {PricedPlace} from '../../core/cost/price.js';
import type {ListedPrice} from '../../core/cost/price-finder.js';

/**
The hourly price among the products of the Price List for a place. A product without a price above $0 is none: then nothing is
listed. `null`: the products contradict each other, or are not of the form that is known, and nobody can tell.
*/
export function readListedPrice(products: readonly string[], place: PricedPlace): ListedPrice | null {
	const read = products.map(parse);
	if (read.includes(null)) {
		return null;
	}

	const own = read.filter((product) => isOf(product, place));
	const prices = [...new Set(own.flatMap(hourlyPrices).filter((price) => price > 0))];
	return prices.length > 1 ? null : {usdPerHour: prices[0] ?? null, publishedOn: dayOf(own[0])};
}

type Fields = Readonly<Record<string, unknown>>;

function parse(text: string): Fields | null {
	try {
		const product = fieldsOf(JSON.parse(text));
		return 'product' in product ? product : null;
	} catch {
		return null;
	}
}

/** Checked once more, since an endpoint that knows no filters would answer with anything. */
function isOf(product: Fields | null, {instanceType, region}: PricedPlace): boolean {
	const {instanceType: type, regionCode, marketoption, capacitystatus} = fieldsOf(fieldsOf(product?.['product'])['attributes']);
	return type === instanceType && regionCode === region && marketoption === 'OnDemand' && capacitystatus === 'Used';
}

/** Of the On-Demand terms; others are of Reserved Instances. Per hour, from the first one on: a price may have steps. */
function hourlyPrices(product: Fields | null): readonly number[] {
	const terms = Object.values(fieldsOf(fieldsOf(product?.['terms'])['OnDemand'])).map(fieldsOf);
	return terms
		.flatMap((term) => Object.values(fieldsOf(term['priceDimensions'])).map(fieldsOf))
		.filter(({unit, beginRange}) => (unit === 'Hrs' || unit === 'Hours') && (beginRange === undefined || beginRange === '0'))
		.map(({pricePerUnit}) => fieldsOf(pricePerUnit)['USD'])
		.flatMap((usd) => (typeof usd === 'string' && /^\d+(?:\.\d+)?$/.test(usd) ? [Number(usd)] : []));
}

function dayOf(product: Fields | null | undefined): string | null {
	const date = product?.['publicationDate'];
	return typeof date === 'string' && /^\d{4}-\d\d-\d\dT/.test(date) ? date.slice(0, 'YYYY-MM-DD'.length) : null;
}

function fieldsOf(value: unknown): Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}
