import {describe, expect, test} from 'vitest';
import type {ReservationChange} from '../../../source/core/events/changes.js';
import type {CapacityEvent, Happening} from '../../../source/core/events/events.js';
import {eventHeading, eventLine} from '../../../source/ui/events/event-line.js';
import {asciiGlyphs, unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {textOf, widthOf} from '../../../source/ui/line.js';

const context = {now: new Date('2026-11-23T10:13:00Z'), zone: 'utc', glyphs: unicodeGlyphs} as const;

function eventOf(happening: Happening, at = '2026-11-23T10:12:48Z'): CapacityEvent {
	return {...happening, at: new Date(at), sequence: 1};
}

function changed(overrides: Partial<ReservationChange>, at?: string): CapacityEvent {
	const id = 'cr-0123456789abcdef0';
	const change: ReservationChange = {
		key: `us-east-1/${id}`,
		id,
		kind: 'odcr',
		region: 'us-east-1',
		instanceType: 'p5.48xlarge',
		what: 'free',
		from: 4,
		to: 1,
		...overrides,
	};
	return eventOf({type: 'reservation', change}, at);
}

/** The line, after a check that it is as wide as it should be at most. */
function lineOf(
	event: CapacityEvent,
	width: number,
	overrides: Partial<Parameters<typeof eventLine>[1]> = {},
	used: ReservationChange | null = null,
): string {
	const line = eventLine({event, used}, {...context, ...overrides}, width, false);
	expect(widthOf(line)).toBeLessThanOrEqual(width);
	return textOf(line).trimEnd();
}

test('the heading stands over the columns and names the zone', () => {
	const event = changed({});
	expect(textOf(eventHeading(120, 'UTC', unicodeGlyphs)).trimEnd()).toBe('  TIME UTC        WHERE                 WHAT       CHANGE');
	expect(lineOf(event, 120)).toBe('  10:12:48        cr-0123456789abcdef0  free       4 → 1   p5.48xlarge us-east-1');
	expect(textOf(eventHeading(60, 'UTC', unicodeGlyphs)).trimEnd()).toBe('  TIME UTC WHERE                WHAT      CHANGE');
	expect(lineOf(event, 60)).toBe('  10:12:48 cr-0123456789abcdef0 free      4 → 1   p5.48xlar…');
	expect(textOf(eventHeading(60, 'UTC+5:30', unicodeGlyphs)).trimEnd()).toBe('  UTC+5:30 WHERE                WHAT      CHANGE');
});

test('the one under the cursor has the gutter', () => {
	expect(textOf(eventLine({event: changed({}), used: null}, context, 120, true))).toMatch(/^ ▌10:12:48 /);
});

describe('when', () => {
	test.each([
		['2026-11-22T23:59:59Z', 'Nov 22 23:59:59', 'Nov 22  '],
		['2026-11-23T00:00:00Z', '00:00:00       ', '00:00:00'],
		['2025-12-31T23:59:59Z', 'Dec 31 2025    ', 'Dec 2025'],
	])('%s', (at, wide, narrow) => {
		expect(lineOf(changed({}, at), 120).slice(2, 18)).toBe(`${wide} `);
		expect(lineOf(changed({}, at), 60).slice(2, 11)).toBe(`${narrow} `);
	});
});

describe('what changed', () => {
	test.each<readonly [Partial<ReservationChange>, string]>([
		[{what: 'new', from: null, to: 16}, 'new        16 instances   p5.48xlarge us-east-1'],
		[{what: 'gone', from: 'active', to: null}, 'gone       was active   p5.48xlarge us-east-1'],
		[{what: 'state', from: 'pending', to: 'active'}, 'state      pending → active   p5.48xlarge us-east-1'],
		[{what: 'total', from: null, to: 8}, 'total      unknown → 8   p5.48xlarge us-east-1'],
		[{what: 'end', from: '2026-11-26T11:30:00Z', to: 'unlimited'}, 'end        Nov 26 11:30 → unlimited   p5.48xlarge us-east-1'],
		[
			{what: 'start', from: '2026-12-31T11:30:00Z', to: '2027-01-01T11:30:00Z'},
			'start      Dec 31 11:30 → Jan 1 2027 11:30   p5.48xlarge us-east-1',
		],
		[{what: 'tags', from: 'team=a', to: 'team=b', instanceType: null}, 'tags       team=a → team=b   – us-east-1'],
	])('%j', (change, expected) => {
		expect(lineOf(changed(change), 120).slice(40)).toBe(expected);
	});

	test('where from and to do not both fit, to is there', () => {
		expect(lineOf(changed({what: 'state', from: 'payment-pending', to: 'scheduled'}), 60)).toBe(
			'  10:12:48 cr-0123456789abcdef0 state     → scheduled   p5.…',
		);
		expect(lineOf(changed({what: 'end', from: '2026-11-26T11:30:00Z', to: '2026-11-27T11:30:00Z'}), 60)).toBe(
			'  10:12:48 cr-0123456789abcdef0 end       → Nov 27 11:30',
		);
	});

	test('a change of use stands beside the change of free that it came with', () => {
		const used = (from: number | null, to: number | null) => {
			const event = changed({what: 'used', from, to});
			return event.type === 'reservation' ? event.change : null;
		};
		expect(lineOf(changed({from: 4, to: 2}), 120, {}, used(0, 2)).slice(40)).toBe('free       4 → 2, used 0 → 2   p5.48xlarge us-east-1');
		expect(lineOf(changed({from: 4, to: 2}), 60, {}, used(0, 2)).slice(32)).toBe('free      4 → 2, used 0 → 2');
		expect(lineOf(changed({from: 1024, to: 512}), 60, {}, used(0, 512)).slice(32)).toBe('free      → 512, used → 512');
		expect(lineOf(changed({from: 4, to: null}), 120, {glyphs: asciiGlyphs}, used(null, 1)).slice(40)).toBe(
			'free       4 -> unknown, used unknown -> 1   p5.48xlarge us-east-1',
		);
	});

	test('a reservation without an id has its key', () => {
		expect(lineOf(changed({id: null, key: 'us-east-1/1'}), 120)).toContain('  us-east-1/1           free ');
	});
});

test('what happened to a region, to the credentials and to the program', () => {
	const events: readonly Happening[] = [
		{type: 'region', what: 'failed', region: 'eu-west-1', status: 'timeout', message: 'No answer in 20 s.'},
		{type: 'region', what: 'throttled', region: 'ap-northeast-1', status: 'throttled', message: 'Too many calls.'},
		{type: 'region', what: 'recovered', region: 'eu-west-1', status: 'timeout', failedForMs: 95_000},
		{type: 'credentials', what: 'expired', region: null, message: 'The SSO session has expired.'},
		{type: 'credentials', what: 'renewed', expiredForMs: 3_700_000},
		{type: 'note', text: 'The cache was damaged.'},
	];
	expect(events.map((event) => lineOf(eventOf(event), 120).slice(18))).toEqual([
		'eu-west-1             failed     No answer in 20 s.',
		'ap-northeast-1        throttled  Too many calls.',
		'eu-west-1             recovered  timed out for 1 min → ok',
		'credentials           expired    The SSO session has expired.',
		'credentials           renewed    expired for 1 h → ok',
		'truffle               note       The cache was damaged.',
	]);
});

test('more free and recovery are green, gone and failure red, throttling and notes yellow', () => {
	const toneOf = (event: CapacityEvent) => eventLine({event, used: null}, context, 120, false)[6]?.tone;
	expect([
		toneOf(changed({from: 1, to: 4})),
		toneOf(changed({from: 4, to: 1})),
		toneOf(changed({what: 'gone'})),
		toneOf(eventOf({type: 'region', what: 'recovered', region: 'eu-west-1', status: 'timeout', failedForMs: 0})),
		toneOf(eventOf({type: 'region', what: 'failed', region: 'eu-west-1', status: 'timeout', message: ''})),
		toneOf(eventOf({type: 'region', what: 'throttled', region: 'eu-west-1', status: 'throttled', message: ''})),
		toneOf(eventOf({type: 'credentials', what: 'expired', region: null, message: ''})),
		toneOf(eventOf({type: 'credentials', what: 'renewed', expiredForMs: 0})),
		toneOf(eventOf({type: 'note', text: ''})),
	]).toEqual(['good', 'plain', 'bad', 'good', 'bad', 'warn', 'bad', 'good', 'warn']);
});

test('in ASCII, whatever AWS sent', () => {
	const event = changed({what: 'tags', from: null, to: 'team=日本\u{1B}[2J'});
	expect(lineOf(event, 120, {glyphs: asciiGlyphs})).toMatch(/^[ -~]+$/);
	expect(lineOf(changed({}), 120, {glyphs: asciiGlyphs})).toContain(' 4 -> 1 ');
});
