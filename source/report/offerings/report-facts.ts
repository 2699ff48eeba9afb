import {isBlockTypeBuiltin} from '../../core/offerings/block-types.js';
import type {ExtensionOffering} from '../../core/offerings/extension-offering.js';
import type {Offering} from '../../core/offerings/offering.js';
import {hasOffered, isSettled, type OfferingsResult} from '../../core/offerings/offerings-result.js';
import {subjectType} from '../../core/offerings/request.js';
import type {ExtensionSearch} from '../../core/offerings/search-extensions.js';
import type {OfferingsSearch} from '../../core/offerings/search-offerings.js';
import {isSoldNowhere, offeringsIn, whyNoExtension, whyNothing} from '../../core/offerings/why-nothing.js';
import {hasAnswered} from '../../core/regions/region-result.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import {nearest} from '../../format/nearest.js';
import type {OfferingsReport} from './offerings-report.js';

/** What every format of the report says. */
export type ReportFacts = {
	/** Sorted; those of the largest count when nothing of the asked one is sold. */
	readonly offerings: ReadonlyArray<Offering | ExtensionOffering>;
	readonly results: readonly OfferingsResult[];
	readonly held: readonly Reservation[];
	/** What was asked otherwise than it was typed. */
	readonly notes: readonly string[];
	/** Why there is nothing; empty when there is. */
	readonly because: readonly string[];
	/** Nothing is left unread of what was asked. */
	readonly isComplete: boolean;
	/** From then on AWS sells what it does not sell yet; `null`: nothing hinders that time would cure. */
	readonly bookableFrom: Date | null;
};

export function reportFacts(report: OfferingsReport): ReportFacts {
	const rows = report.held.regions.flatMap((result) => (hasAnswered(result) ? result.reservations : []));
	// An extension is not beside the block that it extends.
	const held = report.kind === 'search' ? rows : rows.filter(({key}) => key !== report.search.block.key);
	return {held, ...(report.kind === 'search' ? searchFacts(report.search) : extensionFacts(report.search))};
}

type Facts = Omit<ReportFacts, 'held'>;

function searchFacts(search: OfferingsSearch): Facts {
	if (search.kind === 'not-asked') {
		const {plan} = search;
		return nothing(plan.because, plan.kind === 'too-early' ? plan.bookableFrom : null);
	}

	const {merged, results, notes, request, blockTypes, unknownIn} = search;
	const type = subjectType(request.subject);
	// A type that is known to have no blocks is no slip of the fingers.
	const isTypo = isSoldNowhere(search) && (unknownIn.length > 0 || isBlockTypeBuiltin(type) !== false);
	const meant = isTypo && blockTypes !== null ? nearest(type, blockTypes) : null;
	const isOther = meant !== null && meant !== type;
	return {
		results,
		notes,
		isComplete: merged.isComplete,
		bookableFrom: null,
		offerings: offeringsIn(search),
		because: [...whyNothing(search), ...(isOther ? [`Did you mean ${meant}?`] : [])],
	};
}

function extensionFacts(search: ExtensionSearch): Facts {
	const because = whyNoExtension(search);
	if (search.kind === 'not-asked') {
		const {plan} = search;
		return nothing(plan.because, plan.kind === 'too-early' ? plan.from : null);
	}

	const {result, plan} = search;
	const offerings = hasOffered(result) ? result.offerings : [];
	return {offerings, results: [result], notes: plan.notes, because, isComplete: isSettled(result), bookableFrom: null};
}

function nothing(because: string, bookableFrom: Date | null): Facts {
	return {offerings: [], results: [], notes: [], because: [because], isComplete: true, bookableFrom};
}
