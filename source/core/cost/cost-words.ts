import type {PriceSource} from './price.js';

/** What every cost here is, and is not. */
export const costTerms = 'Linux On-Demand list price, without discounts, Savings Plans and Reserved Instances';

/** `$55.04`, `$1,234.50`; with four places below 10 cents. */
export function usdText(usd: number): string {
	const text = usd.toFixed(usd > 0 && usd < 0.1 ? 4 : 2);
	return `$${grouped(text)}`;
}

/** Of one instance: with four places, as AWS lists it, so that what it is multiplied to can be checked. */
export function usdUnitText(usd: number): string {
	return `$${grouped(usd.toFixed(4))}`;
}

/** The same where there is little room: from $1,000 on without cents. */
export function usdShort(usd: number): string {
	return usd < 999.5 ? usdText(usd) : `$${grouped(usd.toFixed(0))}`;
}

/** `AWS Price List of 2026-07-20`. */
export function sourceText({kind, publishedOn}: PriceSource): string {
	const name = kind === 'price-list' ? 'AWS Price List' : 'built-in table';
	return publishedOn === null ? name : `${name} of ${publishedOn}`;
}

/** `AWS list`, `built-in list`, or both, for where there is little room. */
export function sourcesShort(sources: readonly PriceSource[]): string {
	const names = new Set(sources.map(({kind}) => (kind === 'price-list' ? 'AWS' : 'built-in')));
	return names.size === 0 ? '' : `${[...names].toSorted().join(' and ')} list`;
}

function grouped(text: string): string {
	return text.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}
