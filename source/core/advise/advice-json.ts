import {dateOrNull, fitFields} from '../check/fit-json.js';
import {offeringFields} from '../check/offering-json.js';
import {type Prices, priceKey} from '../cost/price.js';
import {isoText} from '../words/iso-text.js';
import {costLines, pricedAdvice} from './advice-costs.js';
import {fittingOfferings} from './advice-offerings.js';
import type {AdviceRequest} from './advice-request.js';
import {adviceWords} from './advice-words.js';
import type {Advice} from './advise-capacity.js';

/** The object of `advise -o json`: schema/advise-v1.schema.json. Unknown is `null`, never 0; times are ISO 8601 in UTC. */
export function adviceJson(request: AdviceRequest, advice: Advice, prices: Prices, now: Date) {
	const {headline, reasons, caveats, otherwise, next} = adviceWords(request, advice, now);
	const {held, choice, verdict, missing} = advice;
	const place = pricedAdvice(request, advice);
	const price = place === null ? undefined : prices.get(priceKey(place));
	return {
		version: 1 as const,
		advice: (verdict?.unknownIn ?? []).length > 0 ? null : held === null ? choice.kind : 'held',
		because: headline,
		generated_at: isoText(now),
		request: {
			workload: request.workload,
			schedule: request.schedule,
			instance_type: request.instanceType,
			count: request.count,
			hours: request.length === null ? null : request.length.unit === 'days' ? request.length.amount * 24 : request.length.amount,
			counted_in: request.length?.unit ?? null,
			start: dateOrNull(request.start),
			regions: request.regions,
		},
		held: held === null ? null : fitFields(held),
		instances_to_get: held === null ? missing : 0,
		from: held === null ? dateOrNull(choice.from) : isoText(held.at),
		complete: verdict?.isWhole ?? false,
		usd_per_instance_hour: price?.usdPerHour ?? null,
		price_source: price?.source.kind ?? null,
		offerings: advice.sold === null ? null : fittingOfferings(request, advice, now).map(offeringFields),
		reasons,
		caveats,
		costs: costLines(request, advice, prices, now),
		otherwise,
		next,
	};
}
