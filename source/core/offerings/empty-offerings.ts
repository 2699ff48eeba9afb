import {isUltraServerOnly, ultraServerTypesOf} from '../reservations/ultraservers.js';
import {counted} from '../words/counted.js';
import {lengthText} from '../words/length-text.js';
import {listed} from '../words/listed.js';
import {roundLength} from './block-length.js';
import {type LargestSearch, largestOf} from './largest.js';
import type {MergedOfferings} from './merge-offerings.js';
import {type OfferingRequest, type OfferingSubject, subjectText, subjectType} from './request.js';
import {windowWords} from './request-words.js';
import {unreadWords} from './unread-words.js';

/** Regions that a sentence names before it counts the rest. */
const mostNamed = 5;

/**
What an answer without offerings means, one sentence a line: what was asked for (count, type, length, window, regions), where the
type has no blocks at all, what could not be read, and the largest count that exists when that was searched.

AWS says nothing but "none", also when a smaller count would have been found, so that the count must be named.
*/
export function emptyOfferingsWords(
	request: OfferingRequest,
	{answered, ineligible, unread}: MergedOfferings,
	largest: LargestSearch | null,
): readonly string[] {
	const type = subjectType(request.subject);
	return [
		...(answered.length === 0
			? []
			: [
					`No offering of ${subjectText(request.subject)} for ${askedLength(request.hours)}, ${windowWords(request)}, in ${named(answered)}.`,
				]),
		...(ineligible.length === 0 ? [] : [`${type} has no Capacity Blocks in ${named(ineligible)}.`]),
		...unreadWords(unread),
		...(answered.length === 0 ? [] : largestWords(request.subject, largest)),
	];
}

/** Why the type cannot be had as a Capacity Block anywhere; `eligible`: the types that can, `null` when AWS has not told. */
export function ineligibleTypeWords(instanceType: string, regions: readonly string[], eligible: readonly string[] | null): string {
	if (ultraServerTypesOf(instanceType).length > 0) {
		return `${instanceType} is sold in whole UltraServers only: search for ${listed(ultraServerTypesOf(instanceType))} (--ultraserver-type).`;
	}

	// A region may list a type that it then refuses.
	const types = eligible?.filter((type) => type !== instanceType && !isUltraServerOnly(type)) ?? [];
	const others = types.length === 0 ? '' : ` Types that can be: ${listed(types)}.`;
	return `${instanceType} cannot be bought as a Capacity Block in ${named(regions)}; where EC2 has the type, an On-Demand Capacity Reservation holds it.${others}`;
}

function askedLength(hours: number): string {
	const length = roundLength(hours);
	return lengthText(length.kind === 'sold' ? length.hours : hours);
}

function named(regions: readonly string[]): string {
	return listed(regions, mostNamed);
}

function largestWords(subject: OfferingSubject, search: LargestSearch | null): readonly string[] {
	if (search === null) {
		return subject.count > 1 ? ['A smaller count may exist: AWS does not tell which one does, but it can be searched by halving.'] : [];
	}

	const largest = largestOf(search);
	if (largest.kind === 'searching') {
		return [];
	}

	const doubt = largest.isCertain ? '' : ' Not every region could be asked for every count.';
	return [
		largest.kind === 'none'
			? `No smaller count exists either, down to 1.${doubt}`
			: `The largest count found by halving is ${largest.count} (${counted(search.calls, 'round')}).${doubt}`,
	];
}
