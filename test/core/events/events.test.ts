import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {ReservationChange} from '../../../source/core/events/changes.js';
import {describeEvent} from '../../../source/core/events/describe-event.js';
import {boundedEvents, type Happening, numberEvents} from '../../../source/core/events/events.js';

const at = new Date('2026-11-23T10:13:00Z');

function change(overrides: Partial<ReservationChange>): Happening {
	return {
		type: 'reservation',
		change: {
			key: 'us-east-1/cr-1',
			id: 'cr-1',
			kind: 'odcr',
			region: 'us-east-1',
			instanceType: 'p5.48xlarge',
			what: 'free',
			from: 4,
			to: 0,
			...overrides,
		},
	};
}

function note(text: string): Happening {
	return {type: 'note', text};
}

describe('an event in words', () => {
	test.each<[Happening, readonly [string, string, string, string]]>([
		[change({}), ['cr-1', 'free', '4', '0']],
		[change({what: 'used', from: null, to: 3}), ['cr-1', 'used', 'unknown', '3']],
		[change({what: 'new', from: null, to: 1}), ['cr-1', 'new', '', '1 instance']],
		[change({what: 'new', from: null, to: null}), ['cr-1', 'new', '', 'unknown size']],
		[change({what: 'gone', from: 'active', to: null}), ['cr-1', 'gone', 'was active', '']],
		[change({what: 'gone', from: null, to: null}), ['cr-1', 'gone', 'state unknown', '']],
		[change({what: 'state', from: 'pending', to: 'active'}), ['cr-1', 'state', 'pending', 'active']],
		[change({what: 'end', from: 'unlimited', to: '2026-11-26T11:30:00Z'}), ['cr-1', 'end', 'unlimited', '2026-11-26T11:30:00Z']],
		[change({what: 'tags', from: null, to: 'team=llm'}), ['cr-1', 'tags', '', 'team=llm']],
		[change({id: null, key: 'us-east-1/#3'}), ['us-east-1/#3', 'free', '4', '0']],
		[
			{type: 'region', what: 'failed', region: 'us-west-2', status: 'timeout', message: 'No answer in 30 s.'},
			['us-west-2', 'failed', '', 'No answer in 30 s.'],
		],
		[
			{type: 'region', what: 'throttled', region: 'us-west-2', status: 'throttled', message: 'Too many calls.'},
			['us-west-2', 'throttled', '', 'Too many calls.'],
		],
		[
			{type: 'region', what: 'recovered', region: 'us-west-2', status: 'timeout', failedForMs: 250_000},
			['us-west-2', 'recovered', 'timed out for 4 min', 'ok'],
		],
		[
			{type: 'credentials', what: 'expired', region: null, message: 'Run aws sso login.'},
			['credentials', 'expired', '', 'Run aws sso login.'],
		],
		[{type: 'credentials', what: 'renewed', expiredForMs: 40_000}, ['credentials', 'renewed', 'expired for 40 s', 'ok']],
		[note('The cache was damaged.'), ['truffle', 'note', '', 'The cache was damaged.']],
	])('%j', (happening, [subject, what, from, to]) => {
		expect(describeEvent(happening)).toEqual({subject, what, from, to});
	});
});

describe('the log', () => {
	test('is numbered in the order of what happened and kept newest first', () => {
		const first = numberEvents([note('a'), note('b')], at, 1);
		const second = numberEvents([note('c')], at, 3);
		const log = boundedEvents(boundedEvents([], first), second);
		expect(log).toEqual([
			{type: 'note', text: 'c', at, sequence: 3},
			{type: 'note', text: 'b', at, sequence: 2},
			{type: 'note', text: 'a', at, sequence: 1},
		]);
	});

	test('stays the same list when nothing happened', () => {
		const log = numberEvents([note('a')], at, 1);
		expect(boundedEvents(log, [])).toBe(log);
	});

	test('keeps 5,000 events, and the newest ones', () => {
		const many = numberEvents(
			Array.from({length: 6000}, () => note('n')),
			at,
			1,
		);
		const log = boundedEvents(boundedEvents([], many.slice(0, 4000)), many.slice(4000));
		expect([log.length, log[0]?.sequence, log.at(-1)?.sequence]).toEqual([5000, 6000, 1001]);
	});

	test('holds the newest of any batches, newest first', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(12)), fc.nat(20), (sizes, most) => {
				let next = 1;
				let log = boundedEvents([], [], most);
				for (const size of sizes) {
					const more = numberEvents(
						Array.from({length: size}, () => note('n')),
						at,
						next,
					);
					next += size;
					log = boundedEvents(log, more, most);
				}

				const count = Math.min(most, next - 1);
				expect(log.map(({sequence}) => sequence)).toEqual(Array.from({length: count}, (_, place) => next - 1 - place));
			}),
		);
	});
});
