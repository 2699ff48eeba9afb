import {isoText} from '../words/iso-text.js';
import type {CheckVerdict} from './check-capacity.js';
import {type CheckRequest, neededHours} from './check-request.js';
import {checkWords} from './check-words.js';
import type {CheckMiss} from './find-fit.js';
import {dateOrNull, fitFields, idsOf} from './fit-json.js';
import {offeringFields} from './offering-json.js';

/** The object of `check -o json`. Unknown is `null`, never 0; times are ISO 8601 in UTC. */
export type CheckFields = ReturnType<typeof checkJson>;

export function checkJson(request: CheckRequest, verdict: CheckVerdict, now: Date) {
	const {headline, reasons, caveats, next} = checkWords(request, verdict, now);
	return {
		version: 1 as const,
		verdict: verdict.outcome,
		because: headline,
		generated_at: isoText(now),
		request: {
			instance_type: request.instanceType,
			count: request.count,
			hours: neededHours(request),
			counted_in: request.length.unit,
			by: dateOrNull(request.by),
			regions: request.regions,
			placement: request.placement,
		},
		starts_at: dateOrNull(verdict.at),
		bookable_from: dateOrNull(verdict.bookableFrom),
		missing: verdict.missing,
		complete: verdict.isWhole,
		fits: verdict.fits.map(fitFields),
		offerings: verdict.offerings.map(offeringFields),
		nearest: verdict.misses.slice(0, 3).map(missFields),
		not_counted: verdict.sources.aside.map(({reservation, why, instances}) => ({...idsOf(reservation), reason: why, instances})),
		regions: verdict.coverage.map((region) => ({
			region: region.region,
			status: region.status,
			fetched_at: region.status === 'unread' ? null : isoText(region.fetchedAt),
			error: region.status === 'read' ? null : region.message,
		})),
		reasons,
		caveats,
		next,
	};
}

function missFields({place, kind, at, sources, instances, hours}: CheckMiss) {
	return {
		kind,
		place: place.kind,
		starts_at: isoText(at),
		instances,
		hours,
		reservations: sources.map(({reservation}) => idsOf(reservation)),
	};
}
