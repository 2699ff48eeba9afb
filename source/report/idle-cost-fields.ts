import {idleCostOf} from '../core/cost/idle-cost.js';
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
	return {
		instances,
		usd_per_instance_hour: price?.usdPerHour ?? null,
		usd_per_hour: usdPerHour === null ? null : rounded(usdPerHour),
		// A report is of one moment, in which nobody can see since when it is so.
		since: null,
		usd_since: null,
		price_source: price?.source.kind ?? null,
		price_published_on: price?.source.publishedOn ?? null,
	};
}

/** To a millionth of a dollar, which is finer than AWS's prices. */
function rounded(usd: number): number {
	return Math.round(usd * 1_000_000) / 1_000_000;
}
