import {expect, test} from 'vitest';
import {createCallTaker} from '../../source/demo/call-limit.js';

const limit = {burst: 3, perSecond: 0.5};

test('lets a burst through, and then one call in the time that a token takes', () => {
	const take = createCallTaker();

	expect([0, 0, 0, 0, 1, 1.9, 2, 2, 3.9, 4].map((second) => take('a', limit, at(second)))).toEqual([
		true,
		true,
		true,
		false,
		false,
		false,
		true,
		false,
		false,
		true,
	]);
});

test('a bucket is no fuller than its burst, however long it rests', () => {
	const take = createCallTaker();
	take('a', limit, at(0));

	expect([3600, 3600, 3600, 3600].map((second) => take('a', limit, at(second)))).toEqual([true, true, true, false]);
});

test('buckets do not know of each other, and a clock that goes back takes nothing away', () => {
	const take = createCallTaker();

	expect([take('a', {burst: 1, perSecond: 1}, at(9)), take('b', {burst: 1, perSecond: 1}, at(9))]).toEqual([true, true]);
	expect(take('a', {burst: 1, perSecond: 1}, at(0))).toBe(false);
	expect(take('a', {burst: 1, perSecond: 1}, at(1))).toBe(true);
});

function at(second: number): Date {
	return new Date(Date.UTC(2026, 10, 23, 10) + second * 1000);
}
