import {idlePlaces} from '../core/cost/idle-cost.js';
import {noPrices, type Price, priceKey} from '../core/cost/price.js';
import {type FindPrices, keptMs} from '../core/cost/price-finder.js';
import type {Clock, Timer, Timers} from '../core/ports.js';
import type {CapacityStore} from './create-store.js';
import {selectAllRows} from './selectors.js';

export type WatchPricesOptions = {
	readonly store: CapacityStore;
	readonly findPrices: FindPrices;
	readonly clock: Clock;
	readonly timers: Timers;
};

/** Rows come region by region: what comes within this time is asked for together, and after the first rows are on the screen. */
const settleMs = 1000;

/** When to ask once more for a price that AWS did not give. */
const askAgainMs = 3_600_000;

/** Finds the prices of what is idle whenever rows have come, and gives them to the store; returns how to stop. */
export function watchPrices({store, findPrices, clock, timers}: WatchPricesOptions): () => void {
	const controller = new AbortController();
	const until = new Map<string, number>();
	let settling: Timer | null = null;
	let isAsking = false;
	let seen: unknown = null;
	let seenAccount: string | null = null;
	let nextAt = Number.NEGATIVE_INFINITY;

	function consider(): void {
		if (settling === null && !isAsking && !controller.signal.aborted) {
			settling = timers.after(settleMs, look);
		}
	}

	function look(): void {
		settling = null;
		const state = store.getState();
		const rows = selectAllRows(state);
		const now = clock().getTime();
		// Most answers bring nothing new, and there may be 100,000 rows.
		if (rows === seen && state.accountId === seenAccount && now < nextAt) {
			return;
		}

		seen = rows;
		seenAccount = state.accountId;
		const places = idlePlaces(rows, state.accountId).filter((place) => (until.get(priceKey(place)) ?? 0) <= now);
		nextAt = Math.min(...until.values());
		if (places.length > 0) {
			void find(places, now);
		}
	}

	async function find(places: Parameters<FindPrices>[0], now: number): Promise<void> {
		isAsking = true;
		try {
			const prices = await findPrices(places, controller.signal);
			for (const place of places) {
				until.set(priceKey(place), now + validFor(prices.get(priceKey(place))));
			}

			nextAt = Math.min(...until.values());
			store.getState().setPrices(new Map([...(store.getState().prices ?? []), ...prices]));
		} catch {
			// The app is being left.
		}

		isAsking = false;
		consider();
	}

	store.getState().setPrices(noPrices);
	const unsubscribe = store.subscribe((state, before) => {
		// What is idle at the cost of this account is known only when the account is.
		if (state.regions !== before.regions || state.accountId !== before.accountId) {
			consider();
		}
	});
	return () => {
		unsubscribe();
		controller.abort();
		settling?.cancel();
	};
}

function validFor(price: Price | undefined): number {
	return price?.source.kind === 'price-list' ? keptMs : askAgainMs;
}
