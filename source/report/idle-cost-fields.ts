import {idleCostOf, sumIdleCost} from '../core/cost/idle-cost.js';
import {noPrices} from '../core/cost/price.js';
import type {Reservation} from '../core/reservations/reservation.js';
import type {RowContext} from './row-context.js';

/** What is idle of an ODCR and billed to this account, in US dollars by the Linux On-Demand list price; `null`: nothing is known to be. */
export function idleCostFields(reservation: Reservation, {prices, accountId}: RowContext) {
	const cost = idleCostOf(reservation, prices ?? noPrices, accountId);
	if (cost === null) {
		return null;
	}

	const {instances, price, usdPerHour} = cost;
	// A list that has no price of it is the source of none.
	const source = usdPerHour === null ? null : (price?.source ?? null);
	return {
		instances,
		usd_per_instance_hour: price?.usdPerHour ?? null,
		usd_per_hour: usdPerHour === null ? null : rounded(usdPerHour),
		// A report is of one moment, in which nobody can see since when it is so.
		since: null,
		usd_since: null,
		price_source: source?.kind ?? null,
		price_published_on: source?.publishedOn ?? null,
	};
}

/** What is idle of all of them together, on the same terms; `null`: nothing is known to be. */
export function idleTotalFields(odcrs: readonly Reservation[], {prices, accountId}: RowContext) {
	const {instances, unpriced, usdPerHour, sources} = sumIdleCost(odcrs, prices ?? noPrices, accountId);
	return instances === 0
		? null
		: {
				instances,
				priced_instances: instances - unpriced,
				usd_per_hour: usdPerHour === null ? null : rounded(usdPerHour),
				price_sources: sources.map(({kind, publishedOn}) => ({price_source: kind, price_published_on: publishedOn})),
			};
}

/** To a millionth of a dollar, which is finer than AWS's prices. */
function rounded(usd: number): number {
	return Math.round(usd * 1_000_000) / 1_000_000;
}
