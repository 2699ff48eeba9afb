import type {CapacityError} from '../errors.js';
import {failureText} from '../regions/failure-text.js';
import {hasAnswered, type RegionFailureStatus, type RegionResult} from '../regions/region-result.js';
import type {Reservation} from '../reservations/reservation.js';
import {diffReservations} from './changes.js';
import type {Happening} from './events.js';

/** An outage of one region. */
export type Outage = {
	/** The latest answer's. */
	readonly status: RegionFailureStatus;
	/** The first failed answer in a row. */
	readonly since: Date;
	/** The status that an event told of; `null`: none has. */
	readonly told: RegionFailureStatus | null;
};

export type ObservedRegion = {
	/** The last good ones; `null`: never read. */
	readonly rows: readonly Reservation[] | null;
	/** When it was read first; `null`: never. */
	readonly since: Date | null;
	readonly outage: Outage | null;
};

/** What is remembered to tell what happened from what is still so. */
export type Observation = {
	readonly regions: ReadonlyMap<string, ObservedRegion>;
	/** Since when the credentials have been expired, and whether not even a connection could be made; `null`: they are not. */
	readonly expired: {readonly since: Date; readonly isConnection: boolean} | null;
};

export type Observed = {readonly observation: Observation; readonly happenings: readonly Happening[]};

type Answer = Extract<RegionResult, {readonly status: 'ok' | 'empty'}>;
type Failure = Extract<RegionResult, {readonly status: RegionFailureStatus}>;

export const nothingObserved: Observation = {regions: new Map(), expired: null};

const neverRead: ObservedRegion = {rows: null, since: null, outage: null};

/**
What one region's answer says that was not so before.

A region that fails keeps its last good rows and so loses none; what went meanwhile is gone once it has answered again. The
first good answer of a region is where its story begins, not a change. Of credentials that expired one event tells, not one
for each region; they count as renewed when a region that had refused them knows them again. A region that this account has
not enabled is no outage, unless it was read before.
*/
export function observeResult(observation: Observation, result: RegionResult, at: Date): Observed {
	const known = observation.regions.get(result.region) ?? neverRead;
	const renewal = renewalOf(observation, known, result, at);
	const {region, expired, happenings} = hasAnswered(result)
		? {...renewal, ...observeAnswer(known, result, at)}
		: observeFailure(known, result, renewal.expired, at);
	return {
		observation: {regions: region === null ? observation.regions : new Map(observation.regions).set(result.region, region), expired},
		happenings: [...renewal.happenings, ...happenings],
	};
}

/** A refresh that could not even begin. Only expired credentials are an event: they heal by themselves once renewed. */
export function observeError(observation: Observation, error: CapacityError, at: Date): Observed {
	if (error.reason !== 'expired_credentials' || observation.expired !== null) {
		return {observation, happenings: []};
	}

	return {
		observation: {...observation, expired: {since: at, isConnection: true}},
		happenings: [
			{type: 'credentials', what: 'expired', region: null, message: [error.message, error.hint].filter((part) => part !== null).join(' ')},
		],
	};
}

type Expiry = {readonly expired: Observation['expired']; readonly happenings: readonly Happening[]};

function renewalOf({expired}: Observation, {outage}: ObservedRegion, result: RegionResult, at: Date): Expiry {
	// Who is denied is known; others may still have been let in before the credentials expired.
	const knowsCaller = hasAnswered(result) || result.status === 'denied';
	if (expired === null || !knowsCaller || !(expired.isConnection || outage?.status === 'expired_credentials')) {
		return {expired, happenings: []};
	}

	return {expired: null, happenings: [{type: 'credentials', what: 'renewed', expiredForMs: between(expired.since, at)}]};
}

function observeAnswer({rows, since, outage}: ObservedRegion, {region, reservations}: Answer, at: Date) {
	const recovered: readonly Happening[] =
		outage === null || outage.told === null
			? []
			: [{type: 'region', what: 'recovered', region, status: outage.told, failedForMs: between(outage.since, at)}];
	const changes = rows === null ? [] : diffReservations(rows, reservations);
	return {
		region: {rows: reservations, since: since ?? at, outage: null},
		happenings: [...recovered, ...changes.map((change): Happening => ({type: 'reservation', change}))],
	};
}

function observeFailure(
	known: ObservedRegion,
	{region, status, failure}: Failure,
	expired: Observation['expired'],
	at: Date,
): Expiry & {readonly region: ObservedRegion | null} {
	const {rows, outage} = known;
	if (status === 'not_enabled' && rows === null) {
		return {region: null, expired, happenings: []};
	}

	const next = {status, since: outage?.since ?? at};
	if (status === 'expired_credentials') {
		return {
			region: {...known, outage: {...next, told: outage?.told ?? null}},
			expired: expired ?? {since: at, isConnection: false},
			happenings: expired === null ? [{type: 'credentials', what: 'expired', region, message: failure.message}] : [],
		};
	}

	const what = status === 'throttled' ? 'throttled' : 'failed';
	return {
		region: {...known, outage: {...next, told: status}},
		expired,
		happenings: outage?.told === status ? [] : [{type: 'region', what, region, status, message: failureText(failure)}],
	};
}

/** A clock that was set back makes no negative span. */
function between(since: Date, at: Date): number {
	return Math.max(0, at.getTime() - since.getTime());
}
