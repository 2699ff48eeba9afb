import type {Offering} from './offering.js';
import {hasOffered, isSettled, type OfferingsResult} from './offerings-result.js';
import {type OfferingSortKey, sortOfferings} from './sort-offerings.js';

/** What several regions sell, and which of them could tell. Every region is in exactly one of the four lists. */
export type MergedOfferings = {
	readonly offerings: readonly Offering[];
	/** Regions that answered, be it with nothing. */
	readonly answered: readonly string[];
	/** Regions in which the type has no Capacity Blocks. */
	readonly ineligible: readonly string[];
	/** Regions of which nothing is known: failed, limited, or not enabled for UltraServers. */
	readonly unread: readonly {readonly region: string; readonly status: OfferingsResult['status']; readonly message: string}[];
	/** Regions that this account has not enabled and that were not asked for by name. */
	readonly notEnabled: readonly string[];
	/** Nothing is left unread. */
	readonly isComplete: boolean;
};

/**
All offerings in one order, none twice, with what is known of each region. Of two results for one region the later one counts.

`asked`: regions asked for by name; `null`: every enabled one, of which one that is not enabled is not missed.
*/
export function mergeOfferings(
	results: readonly OfferingsResult[],
	asked: readonly string[] | null,
	sort: OfferingSortKey = 'price',
): MergedOfferings {
	const latest = [...new Map(results.map((result) => [result.region, result])).values()].toSorted((one, other) =>
		one.region < other.region ? -1 : 1,
	);
	const offerings = new Map(latest.filter(hasOffered).flatMap((result) => result.offerings.map((offering) => [offering.key, offering])));
	const isMissed = (result: OfferingsResult): boolean => result.status !== 'not_enabled' || (asked?.includes(result.region) ?? false);
	const unread = latest.filter((result) => !isSettled(result) && isMissed(result));
	return {
		offerings: sortOfferings([...offerings.values()], sort),
		answered: latest.filter(hasOffered).map(({region}) => region),
		ineligible: latest.filter(({status}) => status === 'ineligible').map(({region}) => region),
		unread: unread.map((result) => ({region: result.region, status: result.status, message: messageOf(result)})),
		notEnabled: latest.filter((result) => !isSettled(result) && !isMissed(result)).map(({region}) => region),
		isComplete: latest.length > 0 && unread.length === 0,
	};
}

function messageOf(result: OfferingsResult): string {
	if ('failure' in result) {
		return result.failure.message;
	}

	return 'message' in result ? result.message : '';
}
