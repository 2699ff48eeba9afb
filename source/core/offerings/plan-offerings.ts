import {lengthText} from '../words/length-text.js';
import {dayText, momentText} from '../words/moment-text.js';
import {roundLength} from './block-length.js';
import type {OfferingRequest, OfferingSubject} from './request.js';

/** The parameters of one `ec2:DescribeCapacityBlockOfferings`, under AWS's names; `null`: left out. The same for every region. */
export type OfferingsCall = {
	readonly instanceType: string | null;
	readonly instanceCount: number | null;
	readonly ultraserverType: string | null;
	readonly ultraserverCount: number | null;
	readonly capacityDurationHours: number;
	/** The earliest start. */
	readonly startDateRange: Date | null;
	/** The latest end: it bounds the end of an offering, not its start. */
	readonly endDateRange: Date | null;
};

export type OfferingsPlan =
	| {readonly kind: 'ask'; readonly call: OfferingsCall; readonly notes: readonly string[]}
	/** AWS does not sell it yet. */
	| {readonly kind: 'too-early'; readonly bookableFrom: Date; readonly because: string}
	/** AWS sells no such thing, so that there is nothing to ask; `part`: what of the request makes it so. */
	| {readonly kind: 'never'; readonly part: 'length' | 'count' | 'window'; readonly because: string};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Blocks start no sooner than this after they are bought (EC2 User Guide, "Capacity Blocks for ML"). */
export const soonestStartMs = 30 * minute;

/** Blocks start no later than 8 weeks after they are bought (ibid.). */
export const latestStartMs = 56 * day;

/** Instances of one block, and of all blocks of an organisation on any day (ibid.). */
export const mostInstances = 64;
export const mostInstancesTogether = 256;

/**
What to ask AWS for, when AWS can be asked at all.

A window that is a little too short for the length is asked all the same: all blocks end at 11:30 UTC, so that some offerings are
up to a day shorter than was asked for.
*/
export function planOfferings(request: OfferingRequest, now: Date): OfferingsPlan {
	const {subject, startAfter, endBy} = request;
	const length = roundLength(request.hours);
	if (length.kind === 'not-sold') {
		return {kind: 'never', part: 'length', because: length.because};
	}

	const problem = countProblem(subject);
	if (problem !== null) {
		return {kind: 'never', part: 'count', because: problem};
	}

	const soonest = new Date(now.getTime() + soonestStartMs);
	const start = startAfter !== null && startAfter > soonest ? startAfter : soonest;
	const windowMs = endBy === null ? Number.POSITIVE_INFINITY : lastEndBy(endBy).getTime() - start.getTime();
	if (windowMs <= 0 || windowMs <= length.hours * hour - day) {
		return {kind: 'never', part: 'window', because: windowProblem(start, endBy ?? start, length.hours)};
	}

	// Only after the window: what no day can give does not become possible by waiting.
	if (start.getTime() - now.getTime() > latestStartMs) {
		return tooEarly(start);
	}

	const isTight = isTightWindow(request, now);
	return {
		kind: 'ask',
		call: {
			instanceType: subject.kind === 'instances' ? subject.instanceType : null,
			instanceCount: subject.kind === 'instances' ? subject.count : null,
			ultraserverType: subject.kind === 'ultraservers' ? subject.ultraserverType : null,
			ultraserverCount: subject.kind === 'ultraservers' ? subject.count : null,
			capacityDurationHours: length.hours,
			startDateRange: startAfter !== null && startAfter > now ? startAfter : null,
			endDateRange: endBy,
		},
		notes: [
			...(length.note === null ? [] : [length.note]),
			...(startAfter !== null && startAfter < now ? [`${momentText(startAfter)} is past: any start from now on counts.`] : []),
			...(isTight ? [`The window is shorter than ${length.days} d: only offerings shorter than that can fit.`] : []),
		],
	};
}

/** The hours of the longest block that fits between now, or `startAfter`, and `endBy`; 0: none does. */
export function longestHours({startAfter, endBy}: Pick<OfferingRequest, 'startAfter' | 'endBy'>, now: Date): number {
	const soonest = Math.max(now.getTime() + soonestStartMs, startAfter?.getTime() ?? 0);
	return endBy === null ? Number.POSITIVE_INFINITY : Math.max(0, (lastEndBy(endBy).getTime() - soonest) / hour);
}

/** Whether only blocks that are shorter than the length to be sold can fit, so that it is not the count that hinders. */
export function isTightWindow({hours, startAfter, endBy}: Pick<OfferingRequest, 'hours' | 'startAfter' | 'endBy'>, now: Date): boolean {
	const length = roundLength(hours);
	return length.kind === 'sold' && longestHours({startAfter, endBy}, now) < length.hours;
}

/** The first moment at which a block with this start can be bought; `null`: it can be already. */
export function bookableFrom(start: Date, now: Date): Date | null {
	const from = new Date(start.getTime() - latestStartMs);
	return from > now ? from : null;
}

function countProblem(subject: OfferingSubject): string | null {
	if (!Number.isInteger(subject.count) || subject.count < 1) {
		return 'A count must be a whole number of 1 or more.';
	}

	return subject.kind === 'instances' && subject.count > mostInstances
		? `A Capacity Block has at most ${mostInstances} instances, and an organisation at most ${mostInstancesTogether} in all blocks of a day: ask for ${mostInstances} or fewer, and for several blocks.`
		: null;
}

function tooEarly(start: Date): OfferingsPlan {
	const from = new Date(start.getTime() - latestStartMs);
	return {
		kind: 'too-early',
		bookableFrom: from,
		because: `AWS sells Capacity Blocks that start within 8 weeks: one that starts ${momentText(start)} can be bought from ${dayText(from)} on.`,
	};
}

function windowProblem(start: Date, endBy: Date, hours: number): string {
	if (endBy <= start) {
		return `Nothing can start after ${momentText(start)} and end by ${momentText(endBy)}.`;
	}

	const end = lastEndBy(endBy);
	return end <= start
		? `Capacity Blocks end at 11:30 UTC, and none can start after ${momentText(start)} and end by ${momentText(endBy)}.`
		: `From ${momentText(start)} to ${momentText(end)}, when the last block of the window ends, there are ${lengthText((end.getTime() - start.getTime()) / hour)}, too few for ${lengthText(hours)}.`;
}

/** All blocks end at 11:30 UTC (EC2 User Guide, "Find and purchase Capacity Blocks"). */
function lastEndBy(endBy: Date): Date {
	const offset = 11.5 * hour;
	return new Date(Math.floor((endBy.getTime() - offset) / day) * day + offset);
}
