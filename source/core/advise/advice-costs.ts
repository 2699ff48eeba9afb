import {costTerms, sourceText, usdText} from '../cost/cost-words.js';
import {type PricedPlace, type Prices, priceKey} from '../cost/price.js';
import {feeText} from '../offerings/purchase.js';
import {lengthText} from '../words/length-text.js';
import {cheapestOf, fittingOfferings} from './advice-offerings.js';
import type {AdviceRequest} from './advice-request.js';
import type {Advice} from './advise-capacity.js';

/** What an ODCR of the advice is priced as; `null`: it is none, or its type or region is not known. */
export function pricedAdvice({instanceType, regions}: AdviceRequest, {held, choice, zone, verdict}: Advice): PricedPlace | null {
	const region = zone?.region ?? (regions?.length === 1 ? (regions[0] ?? null) : null);
	return held !== null || choice.kind === 'block' || instanceType === null || region === null || (verdict?.unknownIn ?? []).length > 0
		? null
		: {instanceType, region, tenancy: 'default'};
}

/** What it costs, one sentence a line; of a block only an offering knows. Never computed from hours for a block. */
export function costLines(request: AdviceRequest, advice: Advice, prices: Prices, now: Date): readonly string[] {
	const {held, choice, missing, verdict} = advice;
	const {instanceType, length} = request;
	if (held !== null || instanceType === null || (verdict?.unknownIn ?? []).length > 0) {
		return [];
	}

	if (choice.kind === 'block') {
		const cheapest = cheapestOf(fittingOfferings(request, advice, now));
		return [
			cheapest === null
				? 'The fee of a block is known only of an offering; it is paid whether the block is used or not.'
				: `${feeText(cheapest)} for the cheapest block that would do, up front, used or not; operating system fees come on top.`,
		];
	}

	const place = pricedAdvice(request, advice);
	if (place === null) {
		return ['Not known: an On-Demand price is that of a region. Name one with --regions.'];
	}

	const price = prices.get(priceKey(place));
	if (price === undefined || price.usdPerHour === null || missing === null) {
		return [
			`Not known: ${missing === null ? 'how many instances' : `no On-Demand price of ${instanceType} in ${place.region} is at hand`}.`,
		];
	}

	const hours = length === null ? null : length.unit === 'days' ? length.amount * 24 : length.amount;
	const perHour = price.usdPerHour * missing;
	const whole = hours === null ? '' : `, ${usdText(perHour * hours)} for ${lengthText(hours)}`;
	return [
		`${missing} × ${instanceType} in ${place.region}: ${usdText(perHour)} an hour, used or not${whole}.`,
		`${costTerms}; ${sourceText(price.source)}.`,
	];
}
