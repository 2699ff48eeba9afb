import fc from 'fast-check';
import {expect, test} from 'vitest';
import {beginLargest, type LargestSearch, largestOf, nextCount, recordCount} from '../../../source/core/offerings/largest.js';
import {offering} from '../../helpers/offering.js';

/** Searches where exactly the counts for which `exists` holds are sold. */
function searchAll(
	asked: number,
	exists: (count: number) => boolean,
): {readonly search: LargestSearch; readonly counts: readonly number[]} {
	let search = beginLargest(asked);
	const counts: number[] = [];
	for (let count = nextCount(search); count !== null; count = nextCount(search)) {
		counts.push(count);
		search = recordCount(search, exists(count) ? [offering({instanceCount: count})] : [], true);
	}

	return {search, counts};
}

test('halves until the count exists, then looks between', () => {
	const {search, counts} = searchAll(64, (count) => count <= 12);
	expect(counts).toEqual([32, 16, 8, 12, 14, 13]);
	expect(largestOf(search)).toEqual({kind: 'found', count: 12, offerings: [offering({instanceCount: 12})], isCertain: true});
});

test('says that none exists, down to 1', () => {
	const {search, counts} = searchAll(8, () => false);
	expect([counts, largestOf(search)]).toEqual([[4, 2, 1], {kind: 'none', isCertain: true}]);
	expect(largestOf(searchAll(1, () => true).search)).toEqual({kind: 'none', isCertain: true});
});

test('is not certain when a region did not answer some round', () => {
	const search = recordCount(beginLargest(3), [offering({instanceCount: 1})], false);
	expect(largestOf(search)).toEqual({kind: 'searching'});
	expect(largestOf(recordCount(search, [], true))).toMatchObject({kind: 'found', count: 1, isCertain: false});
});

test('answers that come after the end change nothing', () => {
	const {search} = searchAll(8, (count) => count <= 3);
	expect(recordCount(search, [offering()], true)).toBe(search);
});

test('finds the largest count that exists in as many rounds as the count has binary digits', () => {
	fc.assert(
		fc.property(fc.integer({min: 1, max: 64}), fc.nat(64), (asked, most) => {
			const {search, counts} = searchAll(asked, (count) => count <= most);
			const largest = largestOf(search);
			expect(largest.kind === 'found' ? largest.count : 0).toBe(Math.min(asked - 1, most));
			expect(counts.length).toBe(search.calls);
			expect(counts.length).toBeLessThanOrEqual(Math.ceil(Math.log2(asked)));
			expect(counts.every((count) => count >= 1 && count < asked)).toBe(true);
		}),
	);
});

test('what it finds does exist, also where smaller counts do not', () => {
	fc.assert(
		fc.property(fc.integer({min: 1, max: 64}), fc.uniqueArray(fc.integer({min: 1, max: 64})), (asked, sold) => {
			const largest = largestOf(searchAll(asked, (count) => sold.includes(count)).search);
			expect(largest.kind === 'found' ? sold : [0]).toContain(largest.kind === 'found' ? largest.count : 0);
		}),
	);
});
