import {isBilledTo, type Reservation} from '../reservations/reservation.js';
import {usageOf} from '../reservations/usage.js';
import {type Price, type PricedPlace, type PriceSource, type Prices, pricedPlace, priceKey} from './price.js';

/** What the idle part of an ODCR costs. Blocks have no such cost: they are paid for in advance, used or not. */
export type IdleCost = {
	/** Free instances that are billed all the same; more than 0. */
	readonly instances: number;
	/** Of one of them; `null`: nobody was asked yet, or nobody knows. */
	readonly price: Price | null;
	/** US dollars for all of them; `null`: unknown. */
	readonly usdPerHour: number | null;
};

/** What the idle parts of several ODCRs cost together. */
export type IdleTotal = {
	readonly instances: number;
	/** Those of them whose price is not known: they are not in the sum. */
	readonly unpriced: number;
	/** US dollars; `null`: of none of them the price is known. */
	readonly usdPerHour: number | null;
	/** Whose prices are in the sum, each once. */
	readonly sources: readonly PriceSource[];
};

/**
`null`: nothing of it is known to be idle at the cost of this account. As in summaries, it counts only when it is known to be billed to
this account, whose id has to be known for that, and only when AWS gave its total, too.
*/
export function idleCostOf(reservation: Reservation, prices: Prices, accountId: string | null): IdleCost | null {
	const instances = idleInstances(reservation, accountId);
	if (instances === 0) {
		return null;
	}

	const place = pricedPlace(reservation);
	const price = (place === null ? undefined : prices.get(priceKey(place))) ?? null;
	const each = price?.usdPerHour ?? null;
	return {instances, price, usdPerHour: each === null ? null : each * instances};
}

export function sumIdleCost(reservations: readonly Reservation[], prices: Prices, accountId: string | null): IdleTotal {
	let [instances, unpriced, usd] = [0, 0, 0];
	const sources = new Map<string, PriceSource>();
	for (const reservation of reservations) {
		const cost = idleCostOf(reservation, prices, accountId);
		if (cost === null) {
			continue;
		}

		instances += cost.instances;
		if (cost.usdPerHour === null || cost.price === null) {
			unpriced += cost.instances;
			continue;
		}

		usd += cost.usdPerHour;
		const {source} = cost.price;
		sources.set(`${source.kind} ${source.publishedOn}`, source);
	}

	return {instances, unpriced, usdPerHour: sources.size === 0 ? null : usd, sources: [...sources.values()]};
}

/** What has to be priced before the idle parts can be. */
export function idlePlaces(reservations: readonly Reservation[], accountId: string | null): readonly PricedPlace[] {
	const places = new Map<string, PricedPlace>();
	for (const reservation of reservations) {
		const place = idleInstances(reservation, accountId) === 0 ? null : pricedPlace(reservation);
		if (place !== null) {
			places.set(priceKey(place), place);
		}
	}

	return [...places.values()];
}

function idleInstances(reservation: Reservation, accountId: string | null): number {
	// Before anything is computed: there may be 100,000 of them.
	if (reservation.kind === 'block' || (reservation.availableInstanceCount ?? 0) <= 0 || isBilledTo(reservation, accountId) !== true) {
		return 0;
	}

	const usage = usageOf(reservation);
	return usage === null || usage.total === null ? 0 : (usage.available ?? 0);
}
