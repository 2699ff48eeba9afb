import {expect, test} from 'vitest';
import {stepCount} from '../../source/demo/step-count.js';

const epoch = new Date('2026-11-23T10:00:00Z');

test('a count changes at its seconds and stays in between', () => {
	const count = stepCount(epoch, 3, [
		[0, 5],
		[10, 4],
		[60, 16],
	]);
	const at = (second: number) => count(new Date(epoch.getTime() + second * 1000));

	expect([-1, 0, 9.999, 10, 59, 60, 86_400].map(at)).toEqual([3, 5, 5, 4, 4, 16, 16]);
});

test('a count without steps stays', () => {
	expect(stepCount(epoch, 7, [])(epoch)).toBe(7);
});
