import type {Offering} from './offering.js';

/** A search for the largest count that is sold, when the count that was asked for is not. Pure: it says what to ask next. */
export type LargestSearch = {
	/** The largest count with offerings so far; 0: none yet. */
	readonly low: number;
	/** The smallest count known to have none. */
	readonly high: number;
	/** What is sold of `low`. */
	readonly offerings: readonly Offering[];
	/** Rounds so far, each of which asks every region once. */
	readonly calls: number;
	/** Some round had no answer of some region, so that a larger count may exist. */
	readonly hasGaps: boolean;
};

export type Largest =
	| {readonly kind: 'searching'}
	| {readonly kind: 'none'; readonly isCertain: boolean}
	| {readonly kind: 'found'; readonly count: number; readonly offerings: readonly Offering[]; readonly isCertain: boolean};

/** Begins below a count that has no offerings. */
export function beginLargest(emptyCount: number): LargestSearch {
	return {low: 0, high: emptyCount, offerings: [], calls: 0, hasGaps: false};
}

/**
The count to ask all regions for next; `null`: nothing more to ask.

At most as many rounds as the asked count has binary digits, 6 for 63. Of a round power it asks the powers of two first, which are
the sizes that AWS sold when it still listed them.
*/
export function nextCount({low, high}: LargestSearch): number | null {
	const middle = Math.floor((low + high) / 2);
	return middle > low && middle < high ? middle : null;
}

/** With the regions' answers for `nextCount`. `isComplete`: every region answered or has no such type. */
export function recordCount(search: LargestSearch, offerings: readonly Offering[], isComplete: boolean): LargestSearch {
	const count = nextCount(search);
	if (count === null) {
		return search;
	}

	const rest = {calls: search.calls + 1, hasGaps: search.hasGaps || !isComplete};
	return offerings.length > 0 ? {...search, ...rest, low: count, offerings} : {...search, ...rest, high: count};
}

/** What the search has come to. Certain only as far as a larger count never exists where a smaller one does not. */
export function largestOf(search: LargestSearch): Largest {
	if (nextCount(search) !== null) {
		return {kind: 'searching'};
	}

	const isCertain = !search.hasGaps;
	return search.low === 0 ? {kind: 'none', isCertain} : {kind: 'found', count: search.low, offerings: search.offerings, isCertain};
}
