import type {Reservation} from '../reservations/reservation.js';
import {nearestMoment} from '../rows/nearest-moment.js';
import {counted} from '../words/counted.js';
import {spanText} from '../words/span-text.js';
import type {RegionResult} from './region-result.js';

export type CadenceInput = {
	/** The region's last good rows, before filters; `null`: never read. */
	readonly rows: readonly Reservation[] | null;
	/** When a count of the region changed last; `null`: not since it has been watched. */
	readonly lastChangeAt: Date | null;
	/** Failed answers in a row, those that were throttled not counted. */
	readonly failures: number;
	/** See `throttleLevel`. */
	readonly throttled: number;
	readonly intervalMs: number;
	/** The person set the interval. */
	readonly isIntervalExplicit: boolean;
	readonly now: Date;
	/** 0 to 1. */
	readonly random: number;
};

/** How often one region is read, and why, in a few words for the regions panel. */
export type Cadence = {
	readonly everyMs: number;
	readonly reason: 'transition' | 'matching' | 'empty' | 'failing' | 'throttled';
	readonly because: string;
};

/** A region in which something is about to happen or is happening. */
export const transitionMs = 10_000;

/** A region without reservations, and the most that a failing or throttled one waits. */
export const longestMs = 300_000;

/** Dates this near, before or after, and counts that changed this recently, keep a region in transition. */
const nearMs = 600_000;
const recentMs = 300_000;

const highestLevel = 5;

/** States that AWS is expected to change at any time. */
const movingStates: ReadonlySet<string> = new Set(['pending', 'payment-pending', 'cancelling', 'delayed']);

/**
When a region is asked next, counted from its last answer.

What keeps it from answering comes first: throttling doubles the interval for each level, failing for each failure in a row,
of which the latter half is left to chance so that regions that failed together do not come back together. Neither asks sooner
than a healthy region of its kind would be, nor waits longer than five minutes or an interval above that.
*/
export function cadenceOf(input: CadenceInput): Cadence {
	const healthy = healthyCadence(input);
	const {throttled, failures, random} = input;
	const longest = Math.max(longestMs, healthy.everyMs);
	const eased = Math.min(longest, healthy.everyMs * 2 ** throttled);
	if (failures > 0) {
		const most = Math.min(longest, eased * 2 ** failures);
		const everyMs = Math.round(Math.max(eased, most / 2 + (random * most) / 2));
		return {everyMs, reason: 'failing', because: failures === 1 ? 'failed' : `failed ${failures} times in a row`};
	}

	return throttled > 0 ? {everyMs: eased, reason: 'throttled', because: 'throttled'} : healthy;
}

/** The level after this answer: one up for each throttled one, one down for each good one, so that the region is not at once asked as before. */
export function throttleLevel(level: number, status: RegionResult['status']): number {
	switch (status) {
		case 'throttled':
			return Math.min(highestLevel, level + 1);
		case 'ok':
		case 'empty':
			return Math.max(0, level - 1);
		case 'not_enabled':
		case 'denied':
		case 'expired_credentials':
		case 'timeout':
		case 'failed':
			return level;
	}
}

/** DescribeCapacityReservations in an hour at these cadences; a region with more than a page of reservations needs one for each page. */
export function callsPerHour(cadences: readonly Pick<Cadence, 'everyMs'>[]): number {
	return cadences.reduce((sum, {everyMs}) => sum + 3_600_000 / everyMs, 0);
}

function healthyCadence({rows, lastChangeAt, intervalMs, isIntervalExplicit, now}: CadenceInput): Cadence {
	if (rows === null) {
		return {everyMs: intervalMs, reason: 'matching', because: 'not read yet'};
	}

	const transition = transitionIn(rows, lastChangeAt, now);
	if (transition !== null) {
		return {everyMs: Math.min(transitionMs, intervalMs), reason: 'transition', because: transition};
	}

	if (rows.length > 0) {
		return {everyMs: intervalMs, reason: 'matching', because: counted(rows.length, 'reservation')};
	}

	return {everyMs: isIntervalExplicit ? intervalMs : longestMs, reason: 'empty', because: 'no reservations'};
}

/** What is in transition, `null` when nothing is. A date says more than a count, and a count more than a state. */
function transitionIn(rows: readonly Reservation[], lastChangeAt: Date | null, now: Date): string | null {
	const moment = nearestMoment(rows, nearMs, now);
	if (moment !== null) {
		return moment;
	}

	const changedMs = lastChangeAt === null ? null : now.getTime() - lastChangeAt.getTime();
	// A change that is still to come was before the clock was set back.
	if (changedMs !== null && changedMs >= 0 && changedMs <= recentMs) {
		return `counts changed ${spanText(changedMs)} ago`;
	}

	return rows.find(({state}) => state !== null && movingStates.has(state))?.state ?? null;
}
