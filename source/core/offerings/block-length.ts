import {lengthText} from '../words/length-text.js';

/** What AWS sells instead of a length that was asked for. */
export type BlockLength =
	| {
			readonly kind: 'sold';
			/** Whole days in hours. */
			readonly hours: number;
			readonly days: number;
			/** Why it is more than was asked for; `null`: it is not. */
			readonly note: string | null;
	  }
	| {readonly kind: 'not-sold'; readonly because: string};

/** The longest Capacity Block, and the most that one can be extended to. */
export const longestDays = 182;

const singleDays = 14;
const step = 7;

/** All lengths that AWS sells, in days. Source: EC2 API, `DescribeCapacityBlockOfferings`, `CapacityDurationHours`. */
export const soldDays: readonly number[] = [
	...Array.from({length: singleDays}, (_, place) => place + 1),
	...Array.from({length: (longestDays - singleDays) / step}, (_, place) => singleDays + (place + 1) * step),
];

/** The shortest length that AWS sells and that is not shorter than `hours`. */
export function roundLength(hours: number): BlockLength {
	if (!Number.isFinite(hours) || hours <= 0) {
		return {kind: 'not-sold', because: 'A length must be more than nothing.'};
	}

	const days = soldDays.find((sold) => sold * 24 >= hours);
	if (days === undefined) {
		return {
			kind: 'not-sold',
			because: `AWS sells Capacity Blocks of at most ${longestDays} days, and ${lengthText(hours)} is longer. A block can be followed by another one.`,
		};
	}

	return {kind: 'sold', hours: days * 24, days, note: days * 24 === hours ? null : noteOf(hours, days)};
}

function noteOf(hours: number, days: number): string {
	return `${lengthText(hours)} becomes ${days} d: AWS sells Capacity Blocks by the day up to ${singleDays} days, then by ${step} days up to ${longestDays}.`;
}
