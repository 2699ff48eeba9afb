import {expect, test} from 'vitest';
import {median, percentile} from './statistics.js';

test('a percentile is a sample, that of the nearest rank', () => {
	const samples = Array.from({length: 200}, (_, index) => 200 - index);
	expect([percentile(samples, 1), median(samples), percentile(samples, 99), percentile(samples, 100)]).toEqual([2, 100, 198, 200]);
	expect([median([3, 1, 2]), percentile([5], 99)]).toEqual([2, 5]);
	expect(() => median([])).toThrow(RangeError);
});
