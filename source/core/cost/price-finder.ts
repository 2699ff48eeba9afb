import type {Clock, Timers} from '../ports.js';
import {withDeadline} from '../regions/abort.js';
import {type Price, type PricedPlace, type Prices, priceKey} from './price.js';

/** A price as the AWS Price List has it, see `Price`. */
export type ListedPrice = {readonly usdPerHour: number | null; readonly publishedOn: string | null};

/** Asks the AWS Price List and tells each price as it comes; does nothing where there is nobody to ask. May throw. */
export type ListPrices = (
	places: readonly PricedPlace[],
	onPrice: (place: PricedPlace, price: ListedPrice) => void,
	signal: AbortSignal,
) => Promise<void>;

export type KeptPrice = PricedPlace & ListedPrice & {readonly foundAt: Date};

/** Prices kept from earlier; never rejects. */
export type PriceKeeper = {
	readonly read: () => Promise<readonly KeptPrice[]>;
	readonly write: (prices: readonly KeptPrice[]) => Promise<void>;
};

/** The prices of these places, as far as anybody knows them. Rejects with the reason of the signal only. */
export type FindPrices = (places: readonly PricedPlace[], signal: AbortSignal) => Promise<Prices>;

export type PriceFinderOptions = {
	readonly listPrices: ListPrices;
	/** `null`: nothing is kept. */
	readonly keeper: PriceKeeper | null;
	readonly clock: Clock;
	readonly timers: Timers;
	/** What AWS may take in all; what has not come then is taken from the built-in table. */
	readonly limitMs: number;
};

/** For how long a price is as good as new: AWS changes them a few times a year. */
export const keptMs = 86_400_000;

/** Prices by the AWS Price List, kept for a day; where it does not answer, by the built-in table. */
export function createPriceFinder({listPrices, keeper, clock, timers, limitMs}: PriceFinderOptions): FindPrices {
	return async (places, signal) => {
		const now = clock();
		const kept = ((await keeper?.read()) ?? []).filter(({foundAt}) => isFresh(foundAt, now));
		const listed = new Map<string, ListedPrice>(kept.map((price) => [priceKey(price), price]));
		const missing = distinct(places).filter((place) => !listed.has(priceKey(place)));
		const found: KeptPrice[] = [];
		if (missing.length > 0) {
			const onPrice = (place: PricedPlace, price: ListedPrice) => {
				listed.set(priceKey(place), price);
				found.push({...place, ...price, foundAt: now});
			};
			try {
				await withDeadline({timeoutMs: limitMs, timers, signal}, async (own) => listPrices(missing, onPrice, own));
			} catch {
				// Costs are an extra: whatever it is, the table stands in, and the source says that it does.
				signal.throwIfAborted();
			}
		}

		if (found.length > 0) {
			await keeper?.write([...kept, ...found]);
		}

		return withBuiltin(places, listed);
	};
}

async function withBuiltin(places: readonly PricedPlace[], listed: ReadonlyMap<string, ListedPrice>): Promise<Prices> {
	const prices = new Map<string, Price>();
	for (const place of distinct(places)) {
		const key = priceKey(place);
		const known = listed.get(key);
		const price = known === undefined ? (await import('./builtin-prices.js')).builtinPrice(place) : fromList(known);
		if (price !== null) {
			prices.set(key, price);
		}
	}

	return prices;
}

function fromList({usdPerHour, publishedOn}: ListedPrice): Price {
	return {usdPerHour, source: {kind: 'price-list', publishedOn}};
}

function distinct(places: readonly PricedPlace[]): readonly PricedPlace[] {
	return [...new Map(places.map((place) => [priceKey(place), place])).values()];
}

/** One of the future was written by another clock. */
function isFresh(foundAt: Date, now: Date): boolean {
	const age = now.getTime() - foundAt.getTime();
	return age >= 0 && age < keptMs;
}
