import {fitsOffering, soldHours} from '../check/fits-offering.js';
import type {LargestSearch} from '../offerings/largest.js';
import type {MergedOfferings} from '../offerings/merge-offerings.js';
import type {Offering} from '../offerings/offering.js';
import {mostInstances} from '../offerings/plan-offerings.js';
import type {OfferingRequest} from '../offerings/request.js';
import {sortOfferings} from '../offerings/sort-offerings.js';
import {isUltraServerOnly, ultraServersFor} from '../reservations/ultraservers.js';
import type {AdviceRequest} from './advice-request.js';
import type {Advice} from './advise-capacity.js';

/** What AWS answered to the search for blocks of the advice. */
export type AdviceSold = {
	readonly search: OfferingRequest;
	readonly merged: MergedOfferings;
	/** `null`: it was not looked for. */
	readonly largest: LargestSearch | null;
};

/** The blocks that would serve; `null`: too little was answered. Types of UltraServers are sold by whole UltraServers only. */
export function blockSearch(
	{instanceType, length, start, regions}: AdviceRequest,
	{missing}: Pick<Advice, 'missing'>,
	now: Date,
): OfferingRequest | null {
	if (instanceType === null || missing === null || length === null) {
		return null;
	}

	const servers = isUltraServerOnly(instanceType) ? ultraServersFor(instanceType, missing) : null;
	return {
		subject:
			servers === null
				? {kind: 'instances', instanceType, count: Math.min(missing, mostInstances)}
				: {kind: 'ultraservers', ultraserverType: servers.ultraserverType, count: servers.count},
		hours: soldHours({instanceType, length}),
		startAfter: start === null || start <= now ? null : start,
		endBy: null,
		regions,
	};
}

/** What AWS can be asked for the advice now; `null`: nothing, since it is no block, or none that is sold yet. */
export function searchOfAdvice(
	request: AdviceRequest,
	advice: Pick<Advice, 'held' | 'choice' | 'missing'>,
	now: Date,
): OfferingRequest | null {
	const {held, choice} = advice;
	return held !== null || choice.kind !== 'block' || choice.from !== null || choice.isTooLong ? null : blockSearch(request, advice, now);
}

/** Whether the search is the same. */
export function isSameSearch(one: OfferingRequest, other: OfferingRequest): boolean {
	return (
		JSON.stringify([one.subject, one.hours, one.startAfter, one.endBy, one.regions]) ===
		JSON.stringify([other.subject, other.hours, other.startAfter, other.endBy, other.regions])
	);
}

/** Of what AWS sells the blocks that hold the run, earliest first; empty also when it was not asked. */
export function fittingOfferings(
	{instanceType, length, start, regions}: AdviceRequest,
	{sold, missing}: Pick<Advice, 'sold' | 'missing'>,
	now: Date,
): readonly Offering[] {
	if (sold === null || instanceType === null || length === null || missing === null) {
		return [];
	}

	const isServers = sold.search.subject.kind === 'ultraservers';
	const run = {instanceType, count: isServers ? missing : Math.min(missing, mostInstances), length, by: null, regions};
	const from = start !== null && start > now ? start : now;
	return sortOfferings(sold.merged.offerings, 'start').filter((offering) => fitsOffering(offering, run, from));
}

/** The one with the lowest fee; `null`: none has a fee, or not all in one currency. */
export function cheapestOf(offerings: readonly Offering[]): Offering | null {
	const priced = offerings.filter(({upfrontFee}) => upfrontFee !== null);
	const [first] = sortOfferings(priced, 'price');
	return first === undefined || new Set(priced.map(({currencyCode}) => currencyCode)).size > 1 ? null : first;
}
