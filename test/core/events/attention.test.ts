import {describe, expect, test} from 'vitest';
import {type AttentionInput, attentionOf, nothingAttended} from '../../../source/core/events/attention.js';
import {diffReservations} from '../../../source/core/events/changes.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {block, reservation} from '../../helpers/reservation.js';

const start = Date.parse('2026-11-23T10:00:00Z');

type Moment = {readonly minutes: number; readonly rows: readonly Reservation[]};

/** The texts of each moment; the first rows are the first answer, and so no change. */
function attend(moments: readonly Moment[], settings: Partial<AttentionInput> = {}): readonly (readonly string[])[] {
	let state = nothingAttended;
	let before: readonly Reservation[] | null = null;
	return moments.map(({minutes, rows}) => {
		const changes = before === null ? [] : diffReservations(before, rows);
		const attended = attentionOf(state, {
			happenings: changes.map((change) => ({type: 'reservation', change})),
			rows,
			minCapacity: null,
			followed: new Set(),
			now: new Date(start + minutes * 60_000),
			...settings,
		});
		state = attended.state;
		before = rows;
		return attended.attention.map(({kind, text}) => `${kind}: ${text}`);
	});
}

function story(...rows: ReadonlyArray<readonly Reservation[]>): readonly Moment[] {
	return rows.map((each, minutes) => ({minutes, rows: each}));
}

function endsAfter(minutes: number) {
	return {kind: 'limited', at: new Date(start + minutes * 60_000)} as const;
}

describe('free instances', () => {
	const free = (count: number | null, overrides: Partial<Reservation> = {}) => [
		reservation({totalInstanceCount: 8, availableInstanceCount: count, ...overrides}),
	];

	test('ring when they reach what is wanted, once, and again after they fell below', () => {
		expect(attend(story(free(0), free(3), free(4), free(5), free(2), free(8)), {minCapacity: 4})).toEqual([
			[],
			[],
			['capacity: cr-0123456789abcdef0 p5.48xlarge us-east-1a has 4 free instances, 4 wanted.'],
			[],
			[],
			['capacity: cr-0123456789abcdef0 p5.48xlarge us-east-1a has 8 free instances, 4 wanted.'],
		]);
	});

	test('do not ring for what was there when it was first read', () => {
		expect(attend(story(free(8), free(7)), {minCapacity: 4})).toEqual([[], []]);
	});

	test('ring when a reservation that has them is new, becomes active, or is counted at last', () => {
		expect(attend(story([], free(4, {tags: {Name: 'train'}})), {minCapacity: 4})[1]).toEqual([
			'capacity: cr-0123456789abcdef0 (train) p5.48xlarge us-east-1a has 4 free instances, 4 wanted.',
		]);
		expect(attend(story(free(4, {state: 'pending'}), free(4)), {minCapacity: 4})[1]).toHaveLength(1);
		expect(attend(story(free(null), free(4)), {minCapacity: 4})[1]).toHaveLength(1);
	});

	test('do not ring when none are waited for, or of a reservation that is not watched', () => {
		expect(attend(story(free(0), free(8)))).toEqual([[], []]);
		const [change] = diffReservations(free(0), free(8));
		const {attention} = attentionOf(nothingAttended, {
			happenings: change === undefined ? [] : [{type: 'reservation', change}],
			rows: [],
			minCapacity: 1,
			followed: new Set(),
			now: new Date(start),
		});
		expect(attention).toEqual([]);
	});
});

describe('a followed reservation', () => {
	const scheduled = block({state: 'scheduled', totalInstanceCount: 16});
	const live = block({availableInstanceCount: 16});

	test('rings when it becomes active, others do not', () => {
		expect(attend(story([scheduled], [live], [live]), {followed: new Set([live.key])})).toEqual([
			[],
			['active: cb-0b10c00000000000b p5.48xlarge us-east-1a is active with 16 instances.'],
			[],
		]);
		expect(attend(story([scheduled], [live]))).toEqual([[], []]);
	});

	test('does not ring when it was active from the beginning', () => {
		expect(attend(story([live], [{...live, availableInstanceCount: 3}]), {followed: new Set([live.key])})).toEqual([[], []]);
	});
});

describe('a drain warning', () => {
	const ending = [block({endDate: endsAfter(65)})];
	const at = (...minutes: readonly number[]): readonly Moment[] => minutes.map((each) => ({minutes: each, rows: ending}));

	test('rings once for each level that is reached', () => {
		const texts = attend(at(0, 4, 5, 6, 24, 25, 30, 35, 40, 65));
		expect(texts.map((each) => each.length)).toEqual([0, 0, 1, 0, 0, 1, 0, 1, 0, 0]);
		expect(texts[7]).toEqual([
			'drain: cb-0b10c00000000000b p5.48xlarge us-east-1a: AWS terminates the instances now; the block ends at 11:05 UTC, in 30 min.',
		]);
	});

	test('rings after a sleep for the level that it is at', () => {
		expect(attend(at(0, 50)).map((each) => each.length)).toEqual([0, 1]);
	});

	test('does not ring for a block that is first seen near its end, until the next level', () => {
		expect(attend(at(30, 31, 35)).map((each) => each.length)).toEqual([0, 0, 1]);
	});

	test('rings anew after an extension', () => {
		const extended = [block({endDate: endsAfter(200)})];
		const moments = [...at(0, 10), {minutes: 20, rows: extended}, {minutes: 141, rows: extended}];
		expect(attend(moments).map((each) => each.length)).toEqual([0, 1, 0, 1]);
	});

	test('rings once for the reservations of one UltraServer block', () => {
		const parts = ['cr-1', 'cr-2'].map((id) => block({id, capacityBlockId: 'cb-u', endDate: endsAfter(65)}));
		expect(attend([0, 10].map((minutes) => ({minutes, rows: parts}))).map((each) => each.length)).toEqual([0, 1]);
	});

	test('remembers only the blocks that are there', () => {
		const {state} = attentionOf(new Map([['gone', 60]]), {
			happenings: [],
			rows: ending,
			minCapacity: null,
			followed: new Set(),
			now: new Date(start),
		});
		expect([...state]).toEqual([['us-east-1/cr-0b10c00000000000b', null]]);
	});
});

test('credentials ring when they expire, not when they are renewed', () => {
	const {attention} = attentionOf(nothingAttended, {
		happenings: [
			{type: 'credentials', what: 'expired', region: null, message: 'Run aws sso login --profile prod.'},
			{type: 'credentials', what: 'renewed', expiredForMs: 1000},
		],
		rows: [],
		minCapacity: null,
		followed: new Set(),
		now: new Date(start),
	});
	expect(attention).toEqual([{kind: 'credentials', text: 'Run aws sso login --profile prod.'}]);
});
