import type {CheckStep} from '../check/check-steps.js';
import {emptyOfferingsWords} from '../offerings/empty-offerings.js';
import {largestOf} from '../offerings/largest.js';
import {offeringText} from '../offerings/offering-text.js';
import {unreadWords} from '../offerings/unread-words.js';
import {counted} from '../words/counted.js';
import {lengthText} from '../words/length-text.js';
import {cheapestOf, fittingOfferings} from './advice-offerings.js';
import type {AdviceRequest} from './advice-request.js';
import type {Advice} from './advise-capacity.js';

type Sold = Pick<Advice, 'sold' | 'missing'>;

/** What AWS sells of the advice: the earliest and the cheapest block that serve, or that there is none. */
export function soldReasons(request: AdviceRequest, advice: Sold, now: Date): readonly string[] {
	const {sold} = advice;
	if (sold === null) {
		return [];
	}

	const fitting = fittingOfferings(request, advice, now);
	const [earliest] = fitting;
	if (earliest === undefined) {
		const {merged, search, largest} = sold;
		return merged.offerings.length === 0
			? emptyOfferingsWords(search, merged, largest)
			: [
					`AWS sells ${counted(merged.offerings.length, 'block')} of the type and count, but none that lasts ${lengthText(search.hours)} in time.`,
				];
	}

	const cheapest = cheapestOf(fitting);
	const rest = fitting.length - (cheapest === null || cheapest === earliest ? 1 : 2);
	return [
		`${cheapest === earliest ? 'Earliest and cheapest' : 'Earliest'} to buy: ${offeringText(earliest)}.`,
		...(cheapest === null || cheapest === earliest ? [] : [`Cheapest to buy: ${offeringText(cheapest)}.`]),
		...(rest > 0 ? [`${counted(rest, 'more offering')} would do.`] : []),
	];
}

/** What could not be asked, beside what was found; where nothing was, it is among the reasons. */
export function soldCaveats({sold}: Pick<Advice, 'sold'>): readonly string[] {
	return sold === null || sold.merged.offerings.length === 0 ? [] : unreadWords(sold.merged.unread);
}

/** `, of which AWS sells none just now`; empty where it sells some, or not every region could tell. */
export function noneSoldWords(request: AdviceRequest, advice: Sold, now: Date): string {
	const merged = advice.sold?.merged;
	return merged?.isComplete === true && merged.answered.length > 0 && fittingOfferings(request, advice, now).length === 0
		? ', of which AWS sells none just now'
		: '';
}

/** What to type after AWS was asked; `line`: that which looks for `count`. */
export function soldSteps(request: AdviceRequest, advice: Sold, now: Date, line: (count: number | null) => string): readonly CheckStep[] {
	const {sold} = advice;
	if (sold === null) {
		return [];
	}

	if (fittingOfferings(request, advice, now).length > 0) {
		return [{text: 'The line that buys it, with its terms:', command: line(null)}];
	}

	const {merged, search, largest} = sold;
	if (merged.answered.length === 0) {
		return [{text: 'To ask again:', command: line(null)}];
	}

	if (merged.offerings.length > 0 || search.subject.count === 1) {
		return [{text: 'What AWS sells:', command: line(null)}];
	}

	const found = largest === null ? null : largestOf(largest);
	return found?.kind === 'found'
		? [{text: `The line that buys ${found.count}:`, command: line(found.count)}]
		: found === null
			? [{text: 'The largest count that AWS sells:', command: `${line(null)} --largest`}]
			: [{text: 'To look again:', command: line(null)}];
}
