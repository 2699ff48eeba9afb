import {lifecycleOf} from '../reservations/lifecycle.js';
import type {Reservation} from '../reservations/reservation.js';
import {usageOf} from '../reservations/usage.js';
import {type Amount, addInstances, noAmount} from '../rows/amount.js';
import {type Coming, comingOf} from '../rows/coming.js';
import {type Histories, type History, historyOf, latestOf, type Sample} from './history.js';

/** How far a cluster has come up, over the live reservations whose counts are known. */
export type BringUp = {
	/** `null`: none is live, or AWS told no counts. */
	readonly used: Amount | null;
	readonly total: Amount | null;
	/** Live reservations without counts, in no sum. */
	readonly unknown: number;
	/** Those that have not started, in no other sum. */
	readonly coming: Coming;
	/** Instances per minute over the last five minutes, or since the watch began when that is less; negative while it empties; `null`: not watched for long enough. */
	readonly perMinute: number | null;
	/** Time to full at that rate: 0 when full; `null` when not rising, or while counts are unknown. */
	readonly toFullMs: number | null;
	/** From the first increase until now, or until all was full; `null`: none was seen. */
	readonly elapsedMs: number | null;
};

const windowMs = 300_000;

/** A rate over less than this says more about the moment of the first look than about the cluster. */
const leastWindowMs = 30_000;

type Counted = {readonly reservation: Reservation; readonly history: History | null; readonly used: number; readonly total: number};

/** `sinceOf` tells when a region was read first, `null` when it has not been. */
export function bringUpOf(
	reservations: readonly Reservation[],
	histories: Histories,
	sinceOf: (region: string) => Date | null,
	now: Date,
): BringUp {
	const live = reservations.filter(({state}) => lifecycleOf(state) === 'live');
	const known = live.flatMap((reservation): readonly Counted[] => {
		const {used = null, total = null} = usageOf(reservation) ?? {};
		const since = sinceOf(reservation.region);
		const history = since === null ? null : historyOf(reservation, histories, since);
		return used === null || total === null ? [] : [{reservation, history, used, total}];
	});
	const used = amountOf(known.map((row) => [row.reservation, row.used]));
	const total = amountOf(known.map((row) => [row.reservation, row.total]));
	const missing = total.instances - used.instances;
	const unknown = live.length - known.length;
	const perMinute = rateOf(known, now);
	return {
		used: known.length === 0 ? null : used,
		total: known.length === 0 ? null : total,
		unknown,
		coming: comingOf(reservations),
		perMinute,
		toFullMs: known.length === 0 || unknown > 0 ? null : timeToFull(missing, perMinute),
		elapsedMs: elapsedOf(known, missing <= 0 && unknown === 0, now),
	};
}

/** After so long without another instance it is no longer coming up, whether it is full or not. */
const recentMs = 600_000;

/** Whether it began with nothing in use while it was watched, has only risen since, and rose within the last ten minutes. */
export function isComingUp(history: History, now: Date): boolean {
	const {samples, increasedAt} = history;
	if (increasedAt === null || now.getTime() - latestOf(history).at.getTime() > recentMs) {
		return false;
	}

	const known = samples.map(({used}) => used).filter((used) => used !== null);
	const empty = known.lastIndexOf(0);
	const isFromNothing = empty >= 0 || samples[0].used === null;
	return isFromNothing && known.slice(empty + 1).every((used, index, rising) => used >= (rising[index - 1] ?? 0));
}

function amountOf(parts: ReadonlyArray<readonly [Reservation, number]>): Amount {
	return parts.reduce((sum, [reservation, count]) => addInstances(sum, reservation, count), noAmount);
}

/** What was added within the window, by the time that the longest watched reservation was watched of it. */
function rateOf(rows: readonly Counted[], now: Date): number | null {
	const from = now.getTime() - windowMs;
	let added = 0;
	let watchedMs = 0;
	for (const {history} of rows) {
		const first = history === null ? null : firstKnown(history.samples, from);
		if (history !== null && first !== null) {
			added += (latestOf(history).used ?? first.used) - first.used;
			watchedMs = Math.max(watchedMs, now.getTime() - Math.max(from, first.at.getTime()));
		}
	}

	return watchedMs < leastWindowMs ? null : (added * 60_000) / watchedMs;
}

/** What was used when the window opened; where that is unknown, the first known use within it. */
function firstKnown(samples: readonly Sample[], from: number): {readonly at: Date; readonly used: number} | null {
	const held = samples.findLastIndex(({at}) => at.getTime() <= from);
	for (const {at, used} of samples.slice(Math.max(0, held))) {
		if (used !== null) {
			return {at, used};
		}
	}

	return null;
}

function timeToFull(missing: number, perMinute: number | null): number | null {
	if (missing <= 0) {
		return 0;
	}

	return perMinute === null || perMinute <= 0 ? null : Math.ceil((missing * 60_000) / perMinute);
}

function elapsedOf(rows: readonly Counted[], isFull: boolean, now: Date): number | null {
	let start = Number.POSITIVE_INFINITY;
	let end = 0;
	for (const {history} of rows) {
		start = Math.min(start, history?.increasedAt?.getTime() ?? start);
		end = Math.max(end, history?.filledAt?.getTime() ?? 0);
	}

	return start === Number.POSITIVE_INFINITY ? null : Math.max(0, (isFull ? end : now.getTime()) - start);
}
