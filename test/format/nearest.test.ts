import {expect, test} from 'vitest';
import {nearest} from '../../source/format/nearest.js';

test.each([
	['regoins', 'regions'],
	['jsno', 'json'],
	['JSON', 'json'],
	['--output', 'output'],
	['avail', 'available-only'],
	['wdie', 'wide'],
])('takes %s for %s', (typed, meant) => {
	expect(nearest(typed, ['json', 'regions', 'output', 'available-only', 'wide'])).toBe(meant);
});

test.each(['xml', 'zebra', '', '--', 'a'])('has no suggestion for %j', (typed) => {
	expect(nearest(typed, ['json', 'regions', 'yaml', 'wide'])).toBeNull();
});

test('has no suggestion where there is nothing', () => {
	expect(nearest('json', [])).toBeNull();
});
