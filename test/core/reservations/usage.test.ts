import {describe, expect, test} from 'vitest';
import {
	acceleratorsIn,
	contradictionIn,
	freeOf,
	percentOf,
	requestedQuantityTag,
	sizeOf,
	usageOf,
} from '../../../source/core/reservations/usage.js';
import {block, reservation} from '../../helpers/reservation.js';

const requested = {[requestedQuantityTag]: '16'};

describe('size', () => {
	test.each([
		['an ODCR has the size that AWS says', reservation({totalInstanceCount: 4}), 4],
		['an ODCR of none has none', reservation({totalInstanceCount: 0, tags: requested}), 0],
		['a block that has its count has that size', block({totalInstanceCount: 8, tags: requested}), 8],
		['a block to come has the size in its tag', block({state: 'scheduled', totalInstanceCount: 0, tags: requested}), 16],
		['an absent count is as good as 0', block({state: 'scheduled', totalInstanceCount: null, tags: requested}), 16],
		['without a tag the size of a block to come is unknown', block({state: 'scheduled', totalInstanceCount: 0}), null],
		['without a tag the size of a block that was never paid is unknown', block({state: 'payment-failed', totalInstanceCount: 0}), null],
		[
			'a tag that is not a number is no size',
			block({state: 'scheduled', totalInstanceCount: 0, tags: {[requestedQuantityTag]: '1e3'}}),
			null,
		],
		['an unknown count stays unknown', reservation({totalInstanceCount: null}), null],
	])('%s', (_name, subject, size) => {
		expect(sizeOf(subject)).toBe(size);
	});
});

describe('usage', () => {
	test('is what AWS allocated, where AWS lists it', () => {
		const capacityAllocations = [
			{allocationType: 'used', count: 1, metadata: {}},
			{allocationType: 'used', count: 2, metadata: {}},
			{allocationType: 'future', count: 9, metadata: {}},
		];
		expect(usageOf(reservation({totalInstanceCount: 8, availableInstanceCount: 1, capacityAllocations}))).toEqual({
			total: 8,
			available: 1,
			used: 3,
		});
	});

	test('is otherwise the difference', () => {
		expect(usageOf(reservation({totalInstanceCount: 8, availableInstanceCount: 3}))).toEqual({total: 8, available: 3, used: 5});
		expect(usageOf(reservation({totalInstanceCount: 8, availableInstanceCount: 8}))).toEqual({total: 8, available: 8, used: 0});
	});

	test('is unknown where more are said to be free than there are', () => {
		const crossed = reservation({totalInstanceCount: 7, availableInstanceCount: 20});
		expect(usageOf(crossed)).toEqual({total: 7, available: null, used: null});
		expect(freeOf(crossed)).toBe(null);
		expect(contradictionIn(crossed)).toBe('AWS says that 20 of 7 instances are free; how many really are is unknown.');
		expect(contradictionIn(block({totalInstanceCount: 0, availableInstanceCount: 17, tags: requested}))).toContain('17 of 16 instances');
		expect(contradictionIn({...crossed, state: 'cancelled'})).toBe(null);
		expect(contradictionIn({...crossed, totalInstanceCount: null})).toBe(null);
		expect(contradictionIn(reservation())).toBe(null);
	});

	test('is not what AWS lists as used where that leaves no room for what is free', () => {
		const listing = (count: number, available: number | null) =>
			reservation({
				totalInstanceCount: 8,
				availableInstanceCount: available,
				capacityAllocations: [{allocationType: 'used', count, metadata: {}}],
			});
		expect(usageOf(listing(6, 3))).toEqual({total: 8, available: 3, used: 5});
		expect(contradictionIn(listing(6, 3))).toBe('AWS lists 6 of 8 instances as used, and says that 3 are free: the list is not counted.');
		expect(usageOf(listing(9, null))).toEqual({total: 8, available: null, used: null});
		expect(contradictionIn(listing(9, null))).toBe('AWS lists 9 of 8 instances as used: the list is not counted.');
		expect(usageOf(listing(8, 20))).toEqual({total: 8, available: null, used: 8});
		expect(contradictionIn(listing(5, 3))).toBe(null);
	});

	test('is unknown where a count is unknown', () => {
		expect(usageOf(reservation({totalInstanceCount: null, availableInstanceCount: 3}))).toEqual({total: null, available: 3, used: null});
		expect(usageOf(reservation({totalInstanceCount: 8, availableInstanceCount: null}))).toEqual({total: 8, available: null, used: null});
	});

	test('of a block that has just become live and has no counts yet is unknown, not full', () => {
		const justLive = block({totalInstanceCount: 0, availableInstanceCount: 0, tags: requested});
		expect(usageOf(justLive)).toEqual({total: 16, available: null, used: null});
		expect(freeOf(justLive)).toBe(null);
	});
});

test('percentages are floored, so that 100 means full', () => {
	expect(percentOf(255, 256)).toBe(99);
	expect(percentOf(256, 256)).toBe(100);
	expect(percentOf(69, 194)).toBe(35);
	expect(percentOf(0, 0)).toBe(null);
	expect(percentOf(null, 4)).toBe(null);
	expect(percentOf(4, null)).toBe(null);
});

test('accelerators are instances times those of the type', () => {
	expect(acceleratorsIn(reservation(), 32)).toBe(256);
	expect(acceleratorsIn(reservation(), null)).toBe(null);
	expect(acceleratorsIn(reservation({accelerator: null}), 32)).toBe(0);
	expect(acceleratorsIn(reservation({accelerator: {name: null, countPerInstance: null, memoryMib: null}}), 32)).toBe(null);
});
