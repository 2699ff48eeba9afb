import {endOf} from '../reservations/reservation.js';
import type {CheckPlace} from './check-places.js';
import {type CheckRequest, neededHours} from './check-request.js';
import type {CheckSource} from './check-sources.js';

/** Instances that a run would take of a reservation. */
export type CheckUse = {readonly source: CheckSource; readonly instances: number};

/** A run that fits. */
export type CheckFit = {
	readonly place: CheckPlace;
	/** The earliest start. */
	readonly at: Date;
	/** Everything it uses is live. */
	readonly isNow: boolean;
	readonly uses: readonly CheckUse[];
};

/** The place that comes nearest, and what it lacks. */
export type CheckMiss = {
	readonly place: CheckPlace;
	/** `too-few`: never enough at once. `too-short`: enough, but not for so long. `too-late`: it would be over after the asked date. */
	readonly kind: 'too-late' | 'too-short' | 'too-few';
	/** When it comes nearest. */
	readonly at: Date;
	/** Instances at that time; of `too-few` those that last long enough, if any do. */
	readonly instances: number;
	/** Those of them that last as long as is asked. */
	readonly lasting: number;
	/** For how long all asked instances are there; of `too-few` those that there are. `null`: until they are cancelled. */
	readonly hours: number | null;
};

const hour = 3_600_000;

/** The earliest run that fits into the place; `null`: none does. */
export function findFit(place: CheckPlace, request: CheckRequest, now: Date): CheckFit | null {
	for (const at of startsOf(place, now)) {
		const lasting = place.sources.filter((source) => lasts(source, at, request));
		if (sumOf(lasting) >= request.count && isInTime(at, request)) {
			const uses = takeFrom(lasting, request.count);
			return {place, at, isNow: at.getTime() === now.getTime() && uses.every(({source}) => source.isLive), uses};
		}
	}

	return null;
}

/** What the place lacks; only of use where nothing fits. */
export function missOf(place: CheckPlace, request: CheckRequest, now: Date): CheckMiss {
	const misses = startsOf(place, now).map((at) => missAt(place, request, at));
	const [first, ...others] = misses;
	return others.reduce((best, miss) => (compareMisses(miss, best) < 0 ? miss : best), first ?? missAt(place, request, now));
}

const missOrder: Readonly<Record<CheckMiss['kind'], number>> = {'too-late': 0, 'too-short': 1, 'too-few': 2};

/** Nearest first. Equals keep their order. */
export function compareMisses(one: CheckMiss, other: CheckMiss): number {
	return (
		missOrder[one.kind] - missOrder[other.kind] ||
		(one.kind === 'too-few' ? other.instances - one.instances : 0) ||
		(other.hours ?? Number.POSITIVE_INFINITY) - (one.hours ?? Number.POSITIVE_INFINITY) ||
		0
	);
}

/** Whether the source can be used from that moment for as long as is asked. */
export function lasts({reservation, from, until, isLive}: CheckSource, at: Date, request: CheckRequest): boolean {
	const end = at.getTime() + neededHours(request) * hour;
	if (from > at) {
		return false;
	}

	// A block that is taken whole is as many days as AWS sold it for, drain included.
	const isWhole = request.length.unit === 'days' && reservation.kind === 'block' && !isLive && from.getTime() === at.getTime();
	const last = isWhole ? endOf(reservation) : until;
	return last === null || end <= last.getTime();
}

/** Now, and every later start of a source: nothing becomes free in between that is known of. */
function startsOf({sources}: CheckPlace, now: Date): readonly Date[] {
	const times = new Set([now.getTime(), ...sources.map(({from}) => from.getTime())]);
	return [...times].sort((one, other) => one - other).map((time) => new Date(time));
}

function isInTime(at: Date, request: CheckRequest): boolean {
	return request.by === null || at.getTime() + neededHours(request) * hour <= request.by.getTime();
}

/** What is live first, then from the largest, so that a run is in few reservations. */
function takeFrom(sources: readonly CheckSource[], count: number): readonly CheckUse[] {
	const uses: CheckUse[] = [];
	let left = count;
	for (const source of sources.toSorted(compareSources)) {
		if (left > 0) {
			const instances = Math.min(left, source.free);
			uses.push({source, instances});
			left -= instances;
		}
	}

	return uses;
}

function compareSources(one: CheckSource, other: CheckSource): number {
	const [key, otherKey] = [one.reservation.key, other.reservation.key];
	return Number(other.isLive) - Number(one.isLive) || other.free - one.free || (key < otherKey ? -1 : Number(key > otherKey));
}

function missAt(place: CheckPlace, request: CheckRequest, at: Date): CheckMiss {
	const lasting = place.sources.filter((source) => lasts(source, at, request));
	const present = place.sources.filter(({from, until}) => from <= at && (until === null || until > at));
	const rest = {place, at, lasting: sumOf(lasting)};
	if (sumOf(lasting) >= request.count) {
		return {...rest, kind: 'too-late', instances: sumOf(lasting), hours: lengthOf(lasting, request.count, at)};
	}

	if (sumOf(present) >= request.count) {
		return {...rest, kind: 'too-short', instances: sumOf(present), hours: lengthOf(present, request.count, at)};
	}

	const most = lasting.length > 0 ? lasting : present;
	return {...rest, kind: 'too-few', instances: sumOf(most), hours: lengthOf(most, sumOf(most), at)};
}

/** For how long so many instances are there, those that last longest taken first. */
function lengthOf(sources: readonly CheckSource[], count: number, at: Date): number | null {
	const byEnd = sources.toSorted((one, other) => endTime(other) - endTime(one));
	let left = count;
	for (const source of byEnd) {
		left -= source.free;
		if (left <= 0) {
			return source.until === null ? null : (source.until.getTime() - at.getTime()) / hour;
		}
	}

	return 0;
}

function endTime({until}: CheckSource): number {
	return until?.getTime() ?? Number.POSITIVE_INFINITY;
}

function sumOf(sources: readonly CheckSource[]): number {
	return sources.reduce((sum, {free}) => sum + free, 0);
}
