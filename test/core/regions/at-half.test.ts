import {expect, test} from 'vitest';
import {type AnswersSoFar, atHalf} from '../../../source/core/regions/at-half.js';
import type {FanOutEvent} from '../../../source/core/regions/fan-out.js';

const fetchedAt = new Date('2026-11-23T10:13:00Z');

test('it calls back once, when half of the regions have answered, and tells how far the refresh is from then on', () => {
	const {tell, calls} = watch();
	tell({type: 'asking', regions: ['a-1', 'b-1']}, {type: 'asking', regions: ['c-1', 'd-1']}, answered('b-1'));
	expect(calls).toEqual([]);

	tell(answered('a-1'));
	expect(calls.map(namesIn)).toEqual([['b-1', 'a-1']]);
	expect(calls[0]?.isWaiting()).toBe(true);

	tell(answered('c-1'), answered('d-1'));
	expect(calls.map(namesIn)).toEqual([['b-1', 'a-1', 'c-1', 'd-1']]);
	expect(calls[0]?.isWaiting()).toBe(false);
});

test('regions that are dropped are not waited for, and have not answered', () => {
	const {tell, calls} = watch();
	tell({type: 'asking', regions: ['a-1', 'b-1', 'c-1', 'd-1']}, answered('d-1'), {type: 'dropped', regions: ['c-1', 'd-1']});
	expect(calls).toEqual([]);

	tell(answered('a-1'), {type: 'dropped', regions: ['b-1']});
	expect(calls.map(namesIn)).toEqual([['a-1']]);
	expect(calls[0]?.isWaiting()).toBe(false);
});

function watch() {
	const calls: AnswersSoFar[] = [];
	const onEvent = atHalf((soFar) => calls.push(soFar));
	return {calls, tell: (...events: readonly FanOutEvent[]) => events.forEach(onEvent)};
}

function answered(region: string): FanOutEvent {
	return {type: 'answered', result: {region, status: 'empty', reservations: [], fetchedAt}};
}

function namesIn({results}: AnswersSoFar): readonly string[] {
	return results().map(({region}) => region);
}
