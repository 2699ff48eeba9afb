import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {diffReservations, isCapacityChange, type ReservationChange} from '../../../source/core/events/changes.js';
import {isOver} from '../../../source/core/reservations/is-over.js';
import {endOf, type Reservation} from '../../../source/core/reservations/reservation.js';
import {sizeOf, usageOf} from '../../../source/core/reservations/usage.js';
import {isoText} from '../../../source/core/words/iso-text.js';
import {block, reservation} from '../../helpers/reservation.js';
import {reservations} from '../arbitrary.js';

const later = new Date('2026-11-27T11:30:00.789Z');

/** What of a change is not the reservation's name. */
function partsOf(changes: readonly ReservationChange[]) {
	return changes.map(({what, from, to}) => [what, from, to]);
}

test('a change names the reservation that it is of', () => {
	expect(
		diffReservations([reservation({availableInstanceCount: 1})], [reservation({totalInstanceCount: 6, availableInstanceCount: 3})]),
	).toEqual([
		{
			key: 'us-east-1/cr-0123456789abcdef0',
			id: 'cr-0123456789abcdef0',
			kind: 'odcr',
			region: 'us-east-1',
			instanceType: 'p5.48xlarge',
			what: 'total',
			from: 4,
			to: 6,
		},
		expect.objectContaining({what: 'free', from: 1, to: 3}),
	]);
});

describe('what is told', () => {
	const scheduled = block({
		state: 'scheduled',
		totalInstanceCount: 0,
		tags: {'aws:ec2capacityreservation:incrementalRequestedQuantity': '16'},
	});
	test.each<[string, readonly Reservation[], readonly Reservation[], unknown]>([
		['a new reservation, with its size', [], [reservation()], [['new', null, 4]]],
		['a new block that has not started, with the size of its tag', [], [scheduled], [['new', null, 16]]],
		['a new reservation of unknown size', [], [reservation({totalInstanceCount: null})], [['new', null, null]]],
		['one that is gone, with its last state', [reservation({state: 'expired'})], [], [['gone', 'expired', null]]],
		[
			'a launch, as free and as used',
			[reservation({availableInstanceCount: 4})],
			[reservation({availableInstanceCount: 1})],
			[
				['free', 4, 1],
				['used', 0, 3],
			],
		],
		[
			'a count that became known',
			[reservation({availableInstanceCount: null})],
			[reservation()],
			[
				['free', null, 1],
				['used', null, 3],
			],
		],
		[
			'a block that starts as its state only: its counts meant nothing before',
			[scheduled],
			[{...scheduled, state: 'active', totalInstanceCount: 16, availableInstanceCount: 16}],
			[['state', 'scheduled', 'active']],
		],
		[
			'an end as its state only, whatever AWS makes of the counts',
			[reservation()],
			[reservation({state: 'cancelled', totalInstanceCount: 0, availableInstanceCount: 0})],
			[['state', 'active', 'cancelled']],
		],
		[
			'a size that becomes known before the start',
			[block({state: 'scheduled', totalInstanceCount: 0})],
			[scheduled],
			[
				['total', null, 16],
				['tags', null, 'aws:ec2capacityreservation:incrementalRequestedQuantity=16'],
			],
		],
		[
			'an extension',
			[block()],
			[block({endDate: {kind: 'limited', at: later}})],
			[['end', '2026-11-26T11:30:00Z', '2026-11-27T11:30:00Z']],
		],
		[
			'an end that was set',
			[reservation()],
			[reservation({endDate: {kind: 'limited', at: later}})],
			[['end', 'unlimited', '2026-11-27T11:30:00Z']],
		],
		['an end that is unknown now', [block()], [block({endDate: {kind: 'unknown'}})], [['end', '2026-11-26T11:30:00Z', null]]],
		['a start that moved', [reservation({startDate: null})], [reservation({startDate: later})], [['start', null, '2026-11-27T11:30:00Z']]],
		[
			'only the tags that changed: removed, changed and added ones',
			[reservation({tags: {Name: 'a', team: 'llm', kept: '1'}})],
			[reservation({tags: {kept: '1', run: '7', Name: 'b'}})],
			[['tags', 'Name=a, team=llm', 'Name=b, run=7']],
		],
		[
			'a tag named like a part of every object',
			[reservation()],
			[reservation({tags: {constructor: 'x'}})],
			[['tags', null, 'constructor=x']],
		],
		['a state that AWS left out', [reservation({state: 'pending'})], [reservation({state: null})], [['state', 'pending', null]]],
	])('%s', (_name, before, after, expected) => {
		expect(partsOf(diffReservations(before, after))).toEqual(expected);
	});
});

test('what is not shown of a date, and what only we know of a type, is no change', () => {
	const before = block({endDate: {kind: 'limited', at: new Date('2026-11-26T11:30:00.100Z')}});
	const after = block({endDate: {kind: 'limited', at: new Date('2026-11-26T11:30:00.900Z')}, accelerator: null, ownerId: null});
	expect(diffReservations([before], [after])).toEqual([]);
});

test('tags of hostile length are cut, and not through a character', () => {
	const [change] = diffReservations([reservation()], [reservation({tags: {a: '😀'.repeat(600), b: 'x'.repeat(1024)}})]);
	expect(change?.to).toMatch(/^a=(😀)+…$/u);
	expect(String(change?.to).length).toBeLessThanOrEqual(1024);
});

test('changes come in the order of the new answer, then those that are gone', () => {
	const [a, b, c, d] = ['cr-a', 'cr-b', 'cr-c', 'cr-d'].map((id) => reservation({id}));
	const rows = (...list: readonly (Reservation | undefined)[]) => list.filter((row) => row !== undefined);
	const changed = c === undefined ? undefined : {...c, state: 'cancelled'};
	expect(diffReservations(rows(a, b, c), rows(changed, d, b)).map(({id, what}) => [id, what])).toEqual([
		['cr-c', 'state'],
		['cr-d', 'new'],
		['cr-a', 'gone'],
	]);
});

test('dates and tags are no news of capacity, everything else is', () => {
	const told = diffReservations(
		[reservation(), reservation({id: 'cr-old'})],
		[reservation({state: 'delayed', startDate: null, endDate: {kind: 'unknown'}, tags: {a: 'b'}}), reservation({id: 'cr-new'})],
	);
	expect(told.filter(isCapacityChange).map(({what}) => what)).toEqual(['state', 'new', 'gone']);
});

describe('for any reservations', () => {
	test('nothing changed between an answer and itself, nor a copy of it in another order', () => {
		fc.assert(
			fc.property(reservations, (rows) => {
				expect(diffReservations(rows, rows)).toEqual([]);
				expect(diffReservations(rows, rows.map((row) => ({...row, tags: {...row.tags}})).toReversed())).toEqual([]);
			}),
		);
	});

	test('an answer with the changes applied is the next answer', () => {
		fc.assert(
			fc.property(reservations, reservations, fc.boolean(), (before, others, isShifted) => {
				// Some rows stay the same object, as they do in the store.
				const after = others.map((row, place) => (place % 3 === 0 ? (before[place] ?? row) : row)).slice(isShifted ? 1 : 0);
				const picture = new Map(before.map((row) => [row.key, pictureOf(row)]));
				for (const {key, what, to} of diffReservations(before, after)) {
					if (what === 'gone') {
						picture.delete(key);
					} else if (what === 'new') {
						picture.set(key, pictureOf(after.find((row) => row.key === key)));
					} else {
						picture.set(key, {...picture.get(key), [what]: to});
					}
				}

				expect([...picture.keys()].toSorted()).toEqual(after.map(({key}) => key).toSorted());
				for (const row of after) {
					const told = picture.get(row.key) ?? {};
					const was = before.find(({key}) => key === row.key);
					const wasLive = was === undefined || usageOf(was) !== null;
					const {free, used, total, ...others} = pictureOf(row);
					expect(told).toMatchObject(others);
					if (wasLive && usageOf(row) !== null) {
						expect(told).toMatchObject({free, used});
					}

					if (!isOver(row) && !(was !== undefined && isOver(was))) {
						expect(told).toMatchObject({total});
					}
				}
			}),
		);
	});
});

test('100,000 rows of which two changed and one is gone are compared by identity', () => {
	const rows = Array.from({length: 100_000}, (_, place) => reservation({id: `cr-${place}`}));
	let reads = 0;
	const watched = rows.map(
		(row) =>
			new Proxy(row, {
				get(target, name) {
					reads++;
					return Reflect.get(target, name);
				},
			}),
	);
	const after = watched.filter((_, place) => place !== 60_000).with(50_000, reservation({id: 'cr-50000', state: 'delayed'}));
	expect(
		diffReservations(watched, [...after.slice(0, -1), reservation({id: 'cr-99999', state: 'delayed'})]).map(({id, what}) => [id, what]),
	).toEqual([
		['cr-50000', 'state'],
		['cr-99999', 'state'],
		['cr-60000', 'gone'],
	]);
	// Of rows that stayed the same object at most the key is read, and only of those that moved.
	expect(reads).toBeLessThan(90_000);
	reads = 0;
	expect(diffReservations(watched, [...watched])).toEqual([]);
	expect(reads).toBe(0);
});

function pictureOf(row: Reservation | undefined): Record<string, unknown> {
	if (row === undefined) {
		return {};
	}

	const end = endOf(row);
	return {
		state: row.state,
		total: sizeOf(row),
		free: usageOf(row)?.available ?? null,
		used: usageOf(row)?.used ?? null,
		start: row.startDate === null ? null : isoText(row.startDate),
		end: row.endDate.kind === 'unlimited' ? 'unlimited' : end === null ? null : isoText(end),
	};
}
