import {lengthText} from '../words/length-text.js';
import {emptyOfferingsWords, ineligibleTypeWords} from './empty-offerings.js';
import {type Largest, largestOf} from './largest.js';
import type {Offering} from './offering.js';
import {hasOffered} from './offerings-result.js';
import {subjectType} from './request.js';
import type {ExtensionSearch} from './search-extensions.js';
import type {OfferingsSearch} from './search-offerings.js';
import {unknownTypeWords} from './unknown-type.js';

/** What a search has come to: the offerings, those of the largest count when nothing of the asked one is sold. */
export function offeringsIn(search: OfferingsSearch): readonly Offering[] {
	if (search.kind === 'not-asked') {
		return [];
	}

	const {merged, largest} = search;
	const found: Largest | null = largest === null ? null : largestOf(largest);
	return merged.offerings.length === 0 && found?.kind === 'found' ? found.offerings : merged.offerings;
}

/** Why there is nothing of what was asked for, a sentence each; empty when there is. */
export function whyNothing(search: OfferingsSearch): readonly string[] {
	if (search.kind === 'not-asked') {
		return [search.plan.because];
	}

	const {merged, request, largest} = search;
	if (merged.offerings.length > 0) {
		return [];
	}

	return isSoldNowhere(search) ? [soldNowhereWords(search)] : emptyOfferingsWords(request, merged, largest);
}

function soldNowhereWords({merged, request, blockTypes, unknownIn}: Extract<OfferingsSearch, {readonly kind: 'searched'}>): string {
	const type = subjectType(request.subject);
	return unknownIn.length > 0 ? `${unknownTypeWords(type, unknownIn)}.` : ineligibleTypeWords(type, merged.ineligible, blockTypes);
}

/** Every region said that it has no blocks of the type. */
export function isSoldNowhere(search: OfferingsSearch): boolean {
	if (search.kind === 'not-asked') {
		return false;
	}

	const {answered, unread, ineligible} = search.merged;
	return answered.length === 0 && unread.length === 0 && ineligible.length > 0;
}

/** The shortest length that AWS sells. */
const shortestHours = 24;

/** Why a block cannot be extended so; empty when it can. */
export function whyNoExtension(search: ExtensionSearch): readonly string[] {
	if (search.kind === 'not-asked') {
		return [search.plan.because];
	}

	const {result, block, plan} = search;
	if (hasOffered(result)) {
		const hours = plan.call.capacityBlockExtensionDurationHours;
		return result.offerings.length > 0
			? []
			: [
					`AWS offers no extension of ${block.id} by ${lengthText(hours)} just now.`,
					...(hours > shortestHours
						? ['A shorter one may exist: AWS answers for the length that is asked for, and says nothing of others.']
						: []),
				];
	}

	return ['message' in result ? result.message : result.failure.message];
}
