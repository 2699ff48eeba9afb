import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {durationHours, usableUntil} from '../../../source/core/reservations/expiry.js';
import {lifecycleOf} from '../../../source/core/reservations/lifecycle.js';
import {endOf, nameOf, type Reservation} from '../../../source/core/reservations/reservation.js';
import {acceleratorsIn, freeOf, sizeOf, usageOf} from '../../../source/core/reservations/usage.js';
import {naturalKey} from '../../../source/core/rows/natural-key.js';
import {activeParts, compileQuery, emptyQuery, matches, type Query, splitByQuery} from '../../../source/core/rows/query.js';
import {type Sort, type SortKey, sortKeys, sortReservations} from '../../../source/core/rows/sort.js';
import {anyReservation, anyText, orNull} from '../../helpers/any-reservation.js';
import {reservations as fewKinds} from '../arbitrary.js';

/** Ids as AWS has them, and of other lengths; many that begin alike, some that are the same. */
const idOfAws = fc.oneof(
	fc.string({unit: fc.constantFrom('0', '1', '9', 'a', 'f'), maxLength: 4}).map((end) => `cr-0${end}`),
	fc.string({unit: fc.constantFrom('0', 'f'), minLength: 15, maxLength: 18}).map((end) => `cr-${end}`),
);

const anyId = fc.oneof(idOfAws, fc.constantFrom('cr-', 'cr-0G', 'cr-0F', 'cr-0-', 'other', '', '\u{10ffff}'), anyText);

function rowsWith(ids: fc.Arbitrary<string>): fc.Arbitrary<readonly Reservation[]> {
	return fc
		.array(fc.tuple(anyReservation(), orNull(ids), fc.constantFrom('us-east-1', 'us-west-2')), {maxLength: 20})
		.map((parts) => parts.map(([part, id, region], place) => ({...part, id, region, key: `key-${String(place).padStart(2, '0')}`})));
}

const anyRows = fc.oneof(fewKinds, rowsWith(anyId));

const anySort: fc.Arbitrary<Sort> = fc.record({key: fc.constantFrom(...sortKeys), descending: fc.boolean()});

const word = fc.oneof(anyText, fc.constantFrom('us', '!p5', '!', 'ACTIVE', 'cr-0', '=', ' '));

const anyQuery: fc.Arbitrary<Query> = fc.record({
	instanceTypes: fc.array(fc.oneof(anyText, fc.constantFrom('*', 'p5*', '*.48xlarge', '?6.xlarge', '')), {maxLength: 2}),
	gpuOnly: fc.boolean(),
	availableOnly: fc.boolean(),
	activeOnly: fc.boolean(),
	troubledOnly: fc.boolean(),
	includeEnded: fc.boolean(),
	minCapacity: orNull(fc.nat(8)),
	search: fc.array(word, {maxLength: 3}).map((words) => words.join(' ')),
});

describe('a sort of any rows', () => {
	test('is what comparing them one by one says, the unknown last in both directions', () => {
		fc.assert(
			fc.property(fc.oneof(fewKinds, rowsWith(idOfAws)), anySort, (rows, sort) => {
				const expected = rows.toSorted((a, b) => compareBy(sort, a, b));
				expect(keysOf(sortReservations(rows, sort))).toEqual(keysOf(expected));
			}),
			{numRuns: 400},
		);
	});

	test('is the same whatever the order was before, changes nothing when it is done again, and loses none', () => {
		fc.assert(
			fc.property(anyRows, anySort, fc.infiniteStream(fc.nat()), (rows, sort, numbers) => {
				const sorted = sortReservations(rows, sort);
				const shuffled = rows.map((row) => ({row, at: numbers.next().value ?? 0})).sort((a, b) => a.at - b.at);
				const again = sortReservations(
					shuffled.map(({row}) => row),
					sort,
				);
				expect(keysOf(again)).toEqual(keysOf(sorted));
				expect(keysOf(sortReservations(sorted, sort))).toEqual(keysOf(sorted));
				expect(new Set(sorted)).toEqual(new Set(rows));
				expect(sorted.length).toBe(rows.length);
			}),
		);
	});

	test('is turned round by the other direction, but for equals and the unknown', () => {
		fc.assert(
			fc.property(anyRows, fc.constantFrom(...sortKeys), (rows, key) => {
				const valuesIn = (descending: boolean) =>
					sortReservations(rows, {key, descending})
						.map((row) => keyOf(key, row))
						.filter((value) => value !== null);
				expect(valuesIn(true).toReversed()).toEqual(valuesIn(false));
			}),
		);
	});

	test('leaves equals, of which nothing differs, as they were', () => {
		fc.assert(
			fc.property(anyReservation(), anySort, fc.integer({min: 2, max: 6}), (part, sort, count) => {
				const same = Array.from({length: count}, () => ({...part, region: 'us-east-1', key: 'same'}));
				const sorted = sortReservations(same, sort);
				expect(sorted.every((row, index) => row === same[index])).toBe(true);
			}),
		);
	});
});

describe('a query of any rows', () => {
	test('shows or hides each of them, by itself alone, and keeps their order', () => {
		fc.assert(
			fc.property(anyRows, anyQuery, (rows, query) => {
				const {shown, hidden, endedHidden, endedFiltered} = splitByQuery(rows, query);
				const isShown = compileQuery(query);
				expect(shown).toEqual(rows.filter((row) => matches(row, query)));
				expect(shown).toEqual(rows.filter(isShown));
				expect(shown.length + hidden).toBe(rows.length);
				const cleared = splitByQuery(rows, emptyQuery).shown.filter((row) => !shown.includes(row));
				expect(hidden - endedHidden - endedFiltered).toBe(cleared.length);
				const withEnded = splitByQuery(rows, {...query, includeEnded: true});
				expect(endedHidden).toBe(query.includeEnded ? 0 : withEnded.shown.length - shown.length);
			}),
			{numRuns: 300},
		);
	});

	test('shows the same of what it has shown, and no more when it asks for more', () => {
		fc.assert(
			fc.property(anyRows, anyQuery, anyQuery, (rows, query, other) => {
				const {shown} = splitByQuery(rows, query);
				expect(splitByQuery(shown, query)).toEqual({shown, hidden: 0, endedHidden: 0, endedFiltered: 0});
				const both = {...query, search: `${query.search} ${other.search}`, gpuOnly: query.gpuOnly || other.gpuOnly};
				expect(shown).toEqual(expect.arrayContaining([...splitByQuery(rows, both).shown]));
			}),
		);
	});

	test('hides nothing that is not ended when no part of it is active', () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				const {shown} = splitByQuery(rows, emptyQuery);
				expect(activeParts(emptyQuery)).toEqual([]);
				expect(shown).toEqual(rows.filter(({state}) => lifecycleOf(state) !== 'ended'));
			}),
		);
	});
});

function keysOf(rows: readonly Reservation[]): readonly string[] {
	return rows.map(({key}) => key);
}

type Value = string | number | null;

/** What is compared; words in natural order. */
function keyOf(key: SortKey, row: Reservation): Value {
	const usage = usageOf(row);
	const ratio = usage?.used == null || !usage.total ? null : usage.used / usage.total;
	const order = {live: 0, upcoming: 1, troubled: 2, ended: 3};
	const lifecycle = lifecycleOf(row.state);
	const target = lifecycle === 'upcoming' ? row.startDate : lifecycle === 'live' ? usableUntil(row) : null;
	const values: Readonly<Record<SortKey, () => Value>> = {
		free: () => freeOf(row),
		type: () => natural(row.instanceType),
		region: () => natural(row.region),
		az: () => natural(row.availabilityZone),
		accelerators: () => acceleratorsIn(row, sizeOf(row)),
		total: () => sizeOf(row),
		used: () => usage?.used ?? null,
		use: () => ratio,
		size: () => sizeOf(row),
		fill: () => ratio,
		state: () => (row.state === null ? null : natural(`${order[lifecycle]} ${row.state}`)),
		match: () => natural(row.instanceMatchCriteria),
		start: () => row.startDate?.getTime() ?? null,
		'usable-until': () => usableUntil(row)?.getTime() ?? null,
		end: () => endOf(row)?.getTime() ?? null,
		length: () => durationHours(row),
		countdown: () => target?.getTime() ?? null,
		name: () => natural(nameOf(row)),
		id: () => row.id,
	};
	return values[key]();
}

function natural(text: string | null): string | null {
	return text === null ? null : naturalKey(text);
}

function compareBy({key, descending}: Sort, a: Reservation, b: Reservation): number {
	return (
		compare(keyOf(key, a), keyOf(key, b), descending ? -1 : 1) ||
		compare(keyOf('type', a), keyOf('type', b), 1) ||
		compare(keyOf('az', a), keyOf('az', b), 1) ||
		compare(a.id, b.id, 1) ||
		compare(a.key, b.key, 1)
	);
}

/** `null` last. */
function compare(a: Value, b: Value, direction: 1 | -1): number {
	if (a === null || b === null) {
		return Number(a === null) - Number(b === null);
	}

	return a < b ? -direction : a > b ? direction : 0;
}
