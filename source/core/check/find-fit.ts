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
	/**
	`too-few`: never enough at once. `too-short`: enough, but not for so long. `too-late`: it would be over after the asked date, however
	many there are.
	*/
	readonly kind: 'too-late' | 'too-short' | 'too-few';
	/** When it comes nearest. */
	readonly at: Date;
	/** Those of the place that the instances are of. */
	readonly sources: readonly CheckSource[];
	/** Instances at that time; of too few those that last long enough, if any do. */
	readonly instances: number;
	/** Those of them that last as long as is asked. */
	readonly lasting: number;
	/** For how long all asked instances are there; of too few those that there are. `null`: until they are cancelled. */
	readonly hours: number | null;
	/** Nothing but the date is wrong. */
	readonly isOnlyLate: boolean;
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

/** What the places lack, nearest first; only of use where nothing fits. Of two places with the same reservations only the closer one counts. */
export function missesOf(places: readonly CheckPlace[], request: CheckRequest, now: Date): readonly CheckMiss[] {
	const found = places.map((place) => missOf(place, request, now));
	const bySources = new Map(found.toReversed().map((miss) => [keysOf(miss), miss]));
	return found.filter((miss) => bySources.get(keysOf(miss)) === miss).toSorted(compareMisses);
}

function missOf(place: CheckPlace, request: CheckRequest, now: Date): CheckMiss {
	const misses = startsOf(place, now).map((at) => missAt(place, request, at));
	const [first, ...others] = misses;
	return others.reduce((best, miss) => (compareMisses(miss, best) < 0 ? miss : best), first ?? missAt(place, request, now));
}

function keysOf({sources}: CheckMiss): string {
	return sources.map(({reservation}) => reservation.key).join('\n');
}

/** Nearest first. Equals keep their order. */
function compareMisses(one: CheckMiss, other: CheckMiss): number {
	return (
		distanceOf(one) - distanceOf(other) ||
		(distanceOf(one) < 2 ? 0 : other.instances - one.instances) ||
		(other.hours ?? Number.POSITIVE_INFINITY) - (one.hours ?? Number.POSITIVE_INFINITY) ||
		0
	);
}

/** What comes too late is no near miss when it lacks something else, too. */
function distanceOf({kind, isOnlyLate, instances}: CheckMiss): number {
	if (isOnlyLate) {
		return 0;
	}

	if (kind === 'too-short') {
		return 1;
	}

	return instances === 0 ? 4 : kind === 'too-few' ? 2 : 3;
}

/** Whether the source can be used from that moment for as long as is asked. */
export function lasts(source: CheckSource, at: Date, request: CheckRequest): boolean {
	return source.from <= at && at.getTime() + neededHours(request) * hour <= lastOf(source, at, request);
}

/** The time up to which what is used from `at` on counts; infinite: until it is cancelled. */
function lastOf({reservation, from, until, isLive}: CheckSource, at: Date, request: CheckRequest): number {
	// A block that is taken whole is as many days as AWS sold it for, drain included.
	const isWhole = request.length.unit === 'days' && reservation.kind === 'block' && !isLive && from.getTime() === at.getTime();
	const last = isWhole ? endOf(reservation) : until;
	return last?.getTime() ?? Number.POSITIVE_INFINITY;
}

/** Now, and every later start of a source: nothing becomes free in between that is known of. */
function startsOf({sources}: CheckPlace, now: Date): readonly Date[] {
	const times = new Set([now.getTime(), ...sources.map(({from}) => from.getTime())]);
	return [...times].sort((one, other) => one - other).map((time) => new Date(time));
}

/** Whether a run that starts then is over when it must be. */
export function isInTime(at: Date, request: CheckRequest): boolean {
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
	const isEnough = sumOf(lasting) >= request.count;
	const isShort = !isEnough && sumOf(present) >= request.count;
	const sources = isShort || lasting.length === 0 ? present : lasting;
	const instances = sumOf(sources);
	return {
		place,
		at,
		kind: isEnough || !isInTime(at, request) ? 'too-late' : isShort ? 'too-short' : 'too-few',
		sources,
		instances,
		lasting: sumOf(lasting),
		hours: lengthOf(sources, Math.min(instances, request.count), at, request),
		isOnlyLate: isEnough,
	};
}

/** For how long so many instances are there, those that last longest taken first. */
function lengthOf(sources: readonly CheckSource[], count: number, at: Date, request: CheckRequest): number | null {
	const ends = sources.map((source) => ({free: source.free, last: lastOf(source, at, request)}));
	let left = count;
	for (const {free, last} of ends.toSorted((one, other) => Number(one.last < other.last) - Number(one.last > other.last))) {
		left -= free;
		if (left <= 0) {
			return Number.isFinite(last) ? (last - at.getTime()) / hour : null;
		}
	}

	return 0;
}

function sumOf(sources: readonly CheckSource[]): number {
	return sources.reduce((sum, {free}) => sum + free, 0);
}
