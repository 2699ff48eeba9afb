import {costTerms, sourceText, usdText} from '../core/cost/cost-words.js';
import {type IdleTotal, sumIdleCost} from '../core/cost/idle-cost.js';
import type {Prices} from '../core/cost/price.js';
import type {Reservation} from '../core/reservations/reservation.js';
import {counted} from '../core/words/counted.js';

/** `Idle Cost: $440.32 per hour (…).`, with whose prices it is made of; no line where nothing is idle at this account's cost. */
export function idleCostLines(odcrs: readonly Reservation[], prices: Prices, accountId: string | null): readonly string[] {
	const total = sumIdleCost(odcrs, prices, accountId);
	if (total.instances === 0) {
		return [];
	}

	const {usdPerHour, sources} = total;
	return usdPerHour === null
		? ['Idle Cost: unknown, since no On-Demand list price of them is known.']
		: [`Idle Cost: ${usdText(usdPerHour)} per hour${unpricedWords(total)} (${sources.map(sourceText).join(', ')}; ${costTerms}).`];
}

function unpricedWords({unpriced}: IdleTotal): string {
	return unpriced === 0 ? '' : `, without ${counted(unpriced, 'instance')} of unknown price`;
}
