import type {RegionFailure, RegionFailureStatus} from '../regions/region-result.js';
import type {Offering} from './offering.js';

/**
Why a region that could be reached has no answer.

`ineligible`: the type has no Capacity Blocks there (`InvalidParameterValue`, "is not supported for Capacity Blocks").
`needs_enablement`: AWS has to enable the account for UltraServers first; no IAM permission helps.
`limited`: `CapacityBlockDescribeLimitExceeded`: too many searches, or the account's quota of Capacity Blocks is 0.
*/
export type OfferingsRefusal = 'ineligible' | 'needs_enablement' | 'limited';

/** One region's answer to a search. A region that failed or refused has no offerings, not zero of them. */
export type OfferingsResult<Found extends Offering = Offering> =
	| {
			readonly region: string;
			readonly status: 'ok' | 'empty';
			readonly offerings: readonly Found[];
			readonly fetchedAt: Date;
	  }
	/** `message`: AWS's own sentence. */
	| {readonly region: string; readonly status: OfferingsRefusal; readonly message: string}
	| {readonly region: string; readonly status: RegionFailureStatus; readonly failure: RegionFailure};

/** Answered: what it sells is known, be it nothing. */
export function hasOffered<Found extends Offering>(
	result: OfferingsResult<Found>,
): result is Extract<OfferingsResult<Found>, {readonly status: 'ok' | 'empty'}> {
	return result.status === 'ok' || result.status === 'empty';
}

/** Whether nothing is left to know of the region: it answered, or cannot sell the type at all. */
export function isSettled(result: OfferingsResult): boolean {
	return hasOffered(result) || result.status === 'ineligible';
}
