import {describe, expect, test} from 'vitest';
import {createAnswerOrder, isWorthKeeping} from '../../../source/core/regions/answer-order.js';
import type {FanOutEvent} from '../../../source/core/regions/fan-out.js';

const at = new Date('2026-11-23T10:13:00Z');
const failure = {status: 'timeout', code: 'Timeout', message: 'No answer.', requestId: null} as const;

describe('the order', () => {
	test('begins with the region that answered last, and with one that ran out of time', () => {
		const events = [listed('ec2'), asking('a-1', 'b-1', 'c-1'), answered('b-1'), answered('a-1'), failed('c-1')];
		expect(orderAfter(events)).toEqual(['c-1', 'a-1', 'b-1']);
	});

	test('has no region that is not in the account', () => {
		const dropped: FanOutEvent = {type: 'dropped', regions: ['a-1', 'c-1']};
		const events = [asking('a-1', 'b-1', 'c-1'), answered('a-1'), listed('ec2'), dropped, asking('d-1'), answered('d-1'), answered('b-1')];
		expect(orderAfter(events)).toEqual(['b-1', 'd-1']);
	});

	test('is not known before all have answered', () => {
		expect(orderAfter([listed('ec2'), asking('a-1', 'b-1'), answered('b-1')])).toBeNull();
		expect(orderAfter([])).toBeNull();
	});

	test('is not known where DescribeRegions has not told what regions there are', () => {
		expect(orderAfter([asking('a-1'), listed('builtin'), answered('a-1')])).toBeNull();
		expect(orderAfter([asking('a-1'), answered('a-1')])).toBeNull();
	});
});

describe('what is worth keeping', () => {
	const known = ['a-1', 'b-1', 'c-1', 'd-1'];

	test.each([
		{what: 'the first order', order: ['a-1'], before: null},
		{what: 'a region more', order: [...known, 'e-1'], before: known},
		{what: 'a region less', order: ['a-1', 'b-1', 'c-1'], before: known},
		{what: 'another region', order: ['a-1', 'b-1', 'c-1', 'e-1'], before: known},
		{what: 'a region twice', order: known, before: ['a-1', 'b-1', 'c-1', 'c-1']},
		{what: 'a slowest region that was asked late', order: ['c-1', 'a-1', 'b-1', 'd-1'], before: known},
	])('$what', ({order, before}) => {
		expect(isWorthKeeping(order, before)).toBe(true);
	});

	test.each([
		{what: 'the same order', order: known, before: known},
		{what: 'another order among the far ones, and among the near ones', order: ['b-1', 'a-1', 'd-1', 'c-1'], before: known},
		{what: 'the one region there is', order: ['a-1'], before: ['a-1']},
	])('but not $what', ({order, before}) => {
		expect(isWorthKeeping(order, before)).toBe(false);
	});
});

function orderAfter(events: readonly FanOutEvent[]): readonly string[] | null {
	const order = createAnswerOrder();
	events.forEach(order.onEvent);
	return order.slowestFirst();
}

function listed(origin: 'ec2' | 'builtin'): FanOutEvent {
	return {type: 'directory', directory: origin === 'ec2' ? {origin, regions: []} : {origin, regions: [], note: 'Denied.'}};
}

function asking(...regions: readonly string[]): FanOutEvent {
	return {type: 'asking', regions};
}

function answered(region: string): FanOutEvent {
	return {type: 'answered', result: {region, status: 'empty', reservations: [], fetchedAt: at}};
}

function failed(region: string): FanOutEvent {
	return {type: 'answered', result: {region, status: failure.status, failure}};
}
