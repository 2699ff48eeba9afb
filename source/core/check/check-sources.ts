import {usableUntil} from '../reservations/expiry.js';
import {isOver} from '../reservations/is-over.js';
import {lifecycleOf} from '../reservations/lifecycle.js';
import {endOf, isUnlimited, type Reservation} from '../reservations/reservation.js';
import {freeOf, sizeOf} from '../reservations/usage.js';
import type {CheckCoverage} from './check-coverage.js';
import type {CheckRequest} from './check-request.js';

/** A reservation whose capacity can be counted on. */
export type CheckSource = {
	readonly reservation: Reservation;
	/** Free instances, or all of one that has not started. */
	readonly free: number;
	/** `now` of one that is live. */
	readonly from: Date;
	/** When it can be used no more; `null`: it lasts until it is cancelled. */
	readonly until: Date | null;
	readonly isLive: boolean;
};

/** Why capacity that may be there is not counted. */
export type AsideReason =
	/** Its region did not answer this time. */
	| 'stale'
	/** Its owner can take it back at any moment. */
	| 'interruptible'
	/** AWS has not agreed to it yet. */
	| 'assessing'
	/** Its state: delayed, cancelling, unavailable, or one that is not known here. */
	| 'troubled'
	/** AWS says that nothing can be launched into it. */
	| 'unlaunchable'
	/** AWS did not say how many instances are free, when it starts, or when it ends. */
	| 'unknown';

export type AsideSource = {
	readonly reservation: Reservation;
	readonly why: AsideReason;
	/** What it would have had; `null`: unknown. */
	readonly instances: number | null;
};

export type CheckSources = {
	readonly counted: readonly CheckSource[];
	readonly aside: readonly AsideSource[];
	/** Of the type and live, but with nothing free. */
	readonly full: readonly Reservation[];
};

/** Sorts the reservations of the asked type and regions by whether they can be counted on. What is over is none of them. */
export function sourcesOf(
	rows: readonly Reservation[],
	coverage: readonly CheckCoverage[],
	request: Pick<CheckRequest, 'instanceType' | 'regions'>,
	now: Date,
): CheckSources {
	const read = new Set(coverage.filter(({status}) => status === 'read').map(({region}) => region));
	const counted: CheckSource[] = [];
	const aside: AsideSource[] = [];
	const full: Reservation[] = [];
	for (const reservation of rows) {
		const isAsked = request.regions === null || request.regions.includes(reservation.region);
		if (!isAsked || reservation.instanceType !== request.instanceType || isOver(reservation)) {
			continue;
		}

		const why = whyAside(reservation, read.has(reservation.region));
		const free = capacityOf(reservation);
		if (free === 0) {
			full.push(...(why === null ? [reservation] : []));
		} else if (why !== null || free === null) {
			aside.push({reservation, why: why ?? 'unknown', instances: free});
		} else {
			counted.push(sourceOf(reservation, free, now));
		}
	}

	return {counted, aside, full};
}

function whyAside(reservation: Reservation, isRead: boolean): AsideReason | null {
	const {state, startDate, interruptible, interruption, launchStatus} = reservation;
	const lifecycle = lifecycleOf(state);
	if (!isRead) {
		return 'stale';
	}

	if (lifecycle === 'troubled') {
		return 'troubled';
	}

	if (interruptible === true || interruption !== null) {
		return 'interruptible';
	}

	if (state === 'assessing') {
		return 'assessing';
	}

	if (launchStatus === 'unlaunchable' && lifecycle === 'live') {
		return 'unlaunchable';
	}

	const isDated = isUnlimited(reservation) || endOf(reservation) !== null;
	return isDated && (lifecycle === 'live' || startDate !== null) ? null : 'unknown';
}

function capacityOf(reservation: Reservation): number | null {
	return lifecycleOf(reservation.state) === 'live' ? freeOf(reservation) : sizeOf(reservation);
}

function sourceOf(reservation: Reservation, free: number, now: Date): CheckSource {
	const isLive = lifecycleOf(reservation.state) === 'live';
	const start = reservation.startDate;
	// What should have started already starts any moment, AWS being late.
	const from = isLive || start === null || start < now ? now : start;
	return {reservation, free, from, until: usableUntil(reservation), isLive};
}
