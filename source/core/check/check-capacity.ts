import {roundLength} from '../offerings/block-length.js';
import type {MergedOfferings} from '../offerings/merge-offerings.js';
import type {Offering} from '../offerings/offering.js';
import {bookableFrom, type OfferingsPlan, planOfferings} from '../offerings/plan-offerings.js';
import type {OfferingRequest} from '../offerings/request.js';
import {sortOfferings} from '../offerings/sort-offerings.js';
import type {Reservation} from '../reservations/reservation.js';
import {isUltraServerOnly, ultraServersFor} from '../reservations/ultraservers.js';
import type {CheckCoverage} from './check-coverage.js';
import {type CheckPlace, placesOf} from './check-places.js';
import {type CheckRequest, neededHours} from './check-request.js';
import {type CheckSources, sourcesOf} from './check-sources.js';
import {type CheckFit, type CheckMiss, findFit, isInTime, missesOf} from './find-fit.js';
import {fitsOffering, soldHours} from './fits-offering.js';

export type CheckInput = {
	readonly rows: readonly Reservation[];
	/** Of the asked regions. */
	readonly coverage: readonly CheckCoverage[];
	readonly request: CheckRequest;
	/** What AWS sells of the asked count, type and length; `null`: it was not asked. */
	readonly offerings: MergedOfferings | null;
	/** Where EC2 says that it has no type of the name; default: nowhere, or it was not asked. */
	readonly unknownIn?: readonly string[];
	readonly now: Date;
};

/**
`now`: live capacity that is free holds the run. `later`: scheduled capacity or an offering will. `no`: neither does, as far as it could
be read. `unreadable`: no region could be read, so that nothing is known.
*/
export type CheckOutcome = 'now' | 'later' | 'no' | 'unreadable';

/** What a run lacks: so many instances, or the time. */
export type CheckMissing = {
	/** That are not there for as long as is asked and in time. 0: there are enough, but not for so long or not in time, or no run can be over in time. */
	readonly instances: number;
	/** Hours of the asked length that the nearest place does not last; `null`: it lasts. */
	readonly hours: number | null;
};

export type CheckVerdict = {
	readonly outcome: CheckOutcome;
	/** When the run can start; `null`: not known. */
	readonly at: Date | null;
	/** Owned capacity that holds the run, best first: what fits now before what fits later, blocks before ODCRs. */
	readonly fits: readonly CheckFit[];
	/** Where nothing close together holds the run: when reservations in several places do; `null`: they do not, or were not to be. */
	readonly scattered: 'now' | 'later' | null;
	/** Offerings that hold the run, earliest first. */
	readonly offerings: readonly Offering[];
	/** The search for offerings that would hold the run, and whether AWS can be asked for it. */
	readonly search: OfferingRequest;
	readonly plan: OfferingsPlan;
	/** What AWS answered to it; `null`: it was not asked. */
	readonly sold: MergedOfferings | null;
	/** From when a block that starts as late as the date allows can be bought; `null`: already, or no date was given. */
	readonly bookableFrom: Date | null;
	/** `null` when it fits, or nothing could be read. */
	readonly missing: CheckMissing | null;
	/** The places that come nearest, best first; empty when it fits. */
	readonly misses: readonly CheckMiss[];
	readonly sources: CheckSources;
	readonly coverage: readonly CheckCoverage[];
	/** Where EC2 says that it has no type of the name, though nothing of it is held either; empty: nowhere, or it was not asked. */
	readonly unknownIn: readonly string[];
	/** Every asked region was read, and nothing that may be there is left out of the count. */
	readonly isWhole: boolean;
};

const hour = 3_600_000;

/**
Whether the capacity for a run is there: owned blocks first, then ODCRs, then what can be bought.

Only what its owner can count on is counted: rows of regions that answered this time, not interruptible, not in trouble, with known
numbers and dates. What is left out for such a reason is in `sources.aside`, and `isWhole` is false.
*/
export function checkCapacity({rows, coverage, request, offerings, unknownIn = [], now}: CheckInput): CheckVerdict {
	const sources = sourcesOf(rows, coverage, request, now);
	const places = placesOf(sources.counted, request);
	const fits = fitsOf(places, request, now);
	const fitting =
		offerings === null ? [] : sortOfferings(offerings.offerings, 'start').filter((offering) => fitsOffering(offering, request, now));
	const [best] = fits;
	const search = searchOf(request);
	const isRead = coverage.some(({status}) => status === 'read');
	const outcome = best?.isNow ? 'now' : best !== undefined || fitting.length > 0 ? 'later' : isRead ? 'no' : 'unreadable';
	const misses = outcome === 'no' ? missesOf(places, request, now) : [];
	return {
		outcome,
		at: best?.at ?? fitting[0]?.startDate ?? null,
		fits,
		scattered: outcome === 'no' ? scatteredOf(sources, request, now) : null,
		offerings: fitting,
		search,
		plan: planOfferings(search, now),
		sold: offerings,
		bookableFrom: request.by === null ? null : bookableFrom(latestStart(request.by, request), now),
		missing: outcome === 'no' ? missingOf(misses, request, now) : null,
		misses,
		sources,
		coverage,
		unknownIn: isNothingThere(sources) ? unknownIn : [],
		isWhole:
			coverage.length > 0 &&
			coverage.every(({status}) => status === 'read') &&
			sources.aside.length === 0 &&
			(offerings?.isComplete ?? true),
	};
}

/** Nothing of the type is held, however well it could be counted: then it may be no type at all. */
export function isNothingThere({counted, aside, full}: CheckSources): boolean {
	return counted.length === 0 && aside.length === 0 && full.length === 0;
}

/** Of two places that hold the same reservations only the closer one counts. */
function fitsOf(places: readonly CheckPlace[], request: CheckRequest, now: Date): readonly CheckFit[] {
	const found = places.flatMap((place) => findFit(place, request, now) ?? []);
	const byUses = new Map(found.toReversed().map((fit) => [fit.uses.map(({source}) => source.reservation.key).join('\n'), fit]));
	return found
		.filter((fit) => byUses.get(fit.uses.map(({source}) => source.reservation.key).join('\n')) === fit)
		.toSorted((one, other) => Number(other.isNow) - Number(one.isNow) || one.at.getTime() - other.at.getTime());
}

function scatteredOf(sources: CheckSources, request: CheckRequest, now: Date): CheckVerdict['scattered'] {
	const anywhere = {...request, placement: 'any'} as const;
	const [best] = request.placement === 'any' ? [] : fitsOf(placesOf(sources.counted, anywhere), anywhere, now);
	return best === undefined ? null : best.isNow ? 'now' : 'later';
}

function searchOf(request: CheckRequest): OfferingRequest {
	const {instanceType, count} = request;
	const servers = isUltraServerOnly(instanceType) ? ultraServersFor(instanceType, count) : null;
	const subject = servers === null ? ({kind: 'instances', instanceType, count} as const) : ({kind: 'ultraservers', ...servers} as const);
	return {subject, hours: soldHours(request), startAfter: null, endBy: request.by, regions: request.regions};
}

function latestStart(by: Date, request: CheckRequest): Date {
	const length = roundLength(soldHours(request));
	return new Date(by.getTime() - (length.kind === 'sold' ? length.hours : neededHours(request)) * hour);
}

function missingOf(misses: readonly CheckMiss[], request: CheckRequest, now: Date): CheckMissing {
	const [nearest] = misses;
	if (nearest !== undefined && (nearest.isOnlyLate || !isInTime(now, request))) {
		return {instances: 0, hours: null};
	}

	if (nearest?.kind === 'too-short') {
		return {instances: 0, hours: nearest.hours === null ? null : neededHours(request) - nearest.hours};
	}

	const most = misses.reduce((best, {kind, lasting}) => (kind === 'too-late' ? best : Math.max(best, lasting)), 0);
	return {instances: request.count - most, hours: null};
}
