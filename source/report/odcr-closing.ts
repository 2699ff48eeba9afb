import {lifecycleOf} from '../core/reservations/lifecycle.js';
import {endOf, isBilledTo, type Reservation} from '../core/reservations/reservation.js';
import {usageOf} from '../core/reservations/usage.js';
import {counted} from '../core/words/counted.js';
import {isoText} from '../core/words/iso-text.js';
import {idleCostLines} from './idle-cost-lines.js';
import type {SectionContext} from './section-context.js';

/** What the table cannot say: who pays for what is idle, what ends, what can be taken back. */
export function odcrClosing(odcrs: readonly Reservation[], context: SectionContext): readonly string[] {
	// What is over has no end before it any more, and nobody can take it back.
	const held = odcrs.filter(({state}) => ['live', 'upcoming'].includes(lifecycleOf(state)));
	return [
		...idleLines(odcrs, context.accountId),
		...(context.prices === null ? [] : idleCostLines(odcrs, context.prices, context.accountId)),
		...endLines(held, context.options.now),
		...interruptibleLines(held),
	];
}

/** AWS bills a reservation at the On-Demand rate whether it is used or not; of a shared one its owner is billed. */
function idleLines(odcrs: readonly Reservation[], accountId: string | null): readonly string[] {
	const free = {own: 0, others: 0, unknown: 0};
	for (const odcr of odcrs) {
		const isOwn = isBilledTo(odcr, accountId);
		free[isOwn === null ? 'unknown' : isOwn ? 'own' : 'others'] += countedFree(odcr);
	}

	return [
		...(free.own > 0 ? [`Billing: ${idle(free.own)} billed to this account at the On-Demand rate, like running ones.`] : []),
		...(free.unknown > 0 ? [`Billing: ${idle(free.unknown)} billed at the On-Demand rate, ${whoseWords(free.unknown, accountId)}.`] : []),
		...(free.others > 0 ? [`Shared: ${idle(free.others)} billed to other accounts.`] : []),
	];
}

function whoseWords(count: number, accountId: string | null): string {
	return accountId === null
		? `but the id of this account is not known, nor whether it pays for ${count === 1 ? 'it' : 'them'}: no cost is counted`
		: `but AWS did not name the owner: no cost of ${count === 1 ? 'it' : 'them'} is counted`;
}

/** Counted like the sum that is said to be available: a part without its whole is in neither. */
function countedFree(odcr: Reservation): number {
	const usage = usageOf(odcr);
	return usage === null || usage.total === null ? 0 : (usage.available ?? 0);
}

function idle(count: number): string {
	return `${counted(count, 'idle instance')} ${count === 1 ? 'is' : 'are'}`;
}

function endLines(odcrs: readonly Reservation[], now: Date): readonly string[] {
	const count = odcrs.length;
	if (count === 0) {
		return [];
	}

	const ends = odcrs.map(endOf).filter((end) => end !== null);
	const unknown = odcrs.filter(({endDate}) => endDate.kind === 'unknown').length;
	const unlimited = count - ends.length - unknown;
	const next = ends.filter((end) => end > now).toSorted((a, b) => a.getTime() - b.getTime())[0];
	const dated = `${ends.length} of ${count}${next === undefined ? '' : `, the next on ${day(next)}`}`;
	const parts = [
		ends.length === 0 ? 'none' : dated,
		...(unlimited === 0 ? [] : [`${unlimited === count ? 'all last' : unlimited === 1 ? '1 lasts' : `${unlimited} last`} until cancelled`]),
		...(unknown === 0 ? [] : [`${unknown} not known`]),
	];
	return [`End Dates: ${parts.join('; ')}.`];
}

function interruptibleLines(odcrs: readonly Reservation[]): readonly string[] {
	const count = odcrs.filter(({interruptible}) => interruptible === true).length;
	return count === 0 ? [] : [`Interruptible: the owner can take back the capacity of ${counted(count, 'reservation')} at any time.`];
}

function day(date: Date): string {
	return `${isoText(date).slice(0, -'T00:00:00Z'.length)} UTC`;
}
