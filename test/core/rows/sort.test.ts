import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {defaultSort, isSortKey, type SortKey, sortBy, sortKeys, sortKeysOf, sortReservations} from '../../../source/core/rows/sort.js';
import {block, reservation} from '../../helpers/reservation.js';
import {reservations} from '../arbitrary.js';

function sortedIds(rows: readonly Reservation[], key: SortKey, isDescending = false): readonly (string | null)[] {
	return sortReservations(rows, {key, descending: isDescending}).map(({id}) => id);
}

function limited(at: string) {
	return {kind: 'limited', at: new Date(at)} as const;
}

test('ODCRs are by default the most free first, then by type, zone and id, unknown ones last', () => {
	const rows = [
		reservation({id: 'cr-a', availableInstanceCount: null}),
		reservation({id: 'cr-b', availableInstanceCount: 2, availabilityZone: 'us-east-1b'}),
		reservation({id: 'cr-d', availableInstanceCount: 2}),
		reservation({id: 'cr-c', availableInstanceCount: 2}),
		reservation({id: 'cr-e', availableInstanceCount: 2, instanceType: 'g6.xlarge'}),
		reservation({id: 'cr-f', totalInstanceCount: 24, availableInstanceCount: 24}),
		reservation({id: 'cr-h', totalInstanceCount: 7, availableInstanceCount: 20, state: 'active', instanceType: 'z9.xlarge'}),
		reservation({id: 'cr-g', availableInstanceCount: 4, state: 'scheduled', instanceType: 'g5.48xlarge'}),
	];
	expect(sortReservations(rows, defaultSort.odcr).map(({id}) => id)).toEqual([
		'cr-f',
		'cr-e',
		'cr-c',
		'cr-d',
		'cr-b',
		'cr-g',
		'cr-a',
		'cr-h',
	]);
});

test('blocks are by default the first to start first', () => {
	const rows = [
		block({id: 'cr-late', startDate: new Date('2026-12-01T11:30:00Z')}),
		block({id: 'cr-none', startDate: null}),
		block({id: 'cr-early', startDate: new Date('2026-11-16T11:30:00Z')}),
	];
	expect(sortReservations(rows, defaultSort.block).map(({id}) => id)).toEqual(['cr-early', 'cr-late', 'cr-none']);
});

describe('each key', () => {
	const small = block({
		id: 'cr-small',
		region: 'eu-west-1',
		availabilityZone: 'eu-west-1b',
		instanceType: 'p5.4xlarge',
		accelerator: {name: 'H100', countPerInstance: 1, memoryMib: null},
		totalInstanceCount: 8,
		availableInstanceCount: 6,
		state: 'active',
		instanceMatchCriteria: 'open',
		startDate: new Date('2026-11-01T11:30:00Z'),
		endDate: limited('2026-11-24T11:30:00Z'),
		tags: {Name: 'node-9'},
	});
	const large = block({
		id: 'cr-xlarge',
		region: 'us-east-1',
		instanceType: 'p5.48xlarge',
		totalInstanceCount: 16,
		availableInstanceCount: 7,
		startDate: new Date('2026-11-02T11:30:00Z'),
		endDate: limited('2026-12-30T11:30:00Z'),
		tags: {Name: 'Node-10'},
	});

	test.each(sortKeys.filter((key) => key !== 'state'))('%s puts the smaller first, and the larger first when descending', (key) => {
		expect(sortedIds([large, small], key)).toEqual(['cr-small', 'cr-xlarge']);
		expect(sortedIds([small, large], key, true)).toEqual(['cr-xlarge', 'cr-small']);
	});

	test.each([['used'], ['use'], ['fill'], ['free'], ['countdown'], ['name']] as const)(
		'%s puts what has none last in both directions',
		(key) => {
			const none = reservation({id: 'cr-0', state: 'failed', tags: {}});
			expect(sortedIds([none, large, small], key).at(-1)).toBe('cr-0');
			expect(sortedIds([none, large, small], key, true).at(-1)).toBe('cr-0');
		},
	);

	test('state goes by life cycle: live, upcoming, troubled, ended, unknown', () => {
		const states = ['expired', null, 'active', 'delayed', 'hibernating', 'scheduled', 'assessing'];
		const rows = states.map((state) => reservation({id: `cr-${state}`, key: `${state}`, state}));
		expect(sortReservations(rows, {key: 'state', descending: false}).map(({state}) => state)).toEqual([
			'active',
			'assessing',
			'scheduled',
			'delayed',
			'hibernating',
			'expired',
			null,
		]);
	});

	test('countdown goes by the moment counted to: a start, the usable end of a live block, the end of a live ODCR', () => {
		const rows = [
			block({id: 'cr-scheduled', state: 'scheduled', startDate: new Date('2026-11-24T11:15:00Z')}),
			block({id: 'cr-live', endDate: limited('2026-11-24T11:30:00Z')}),
			reservation({id: 'cr-odcr', endDate: limited('2026-11-24T11:10:00Z')}),
			reservation({id: 'cr-unlimited'}),
		];
		expect(sortedIds(rows, 'countdown')).toEqual(['cr-live', 'cr-odcr', 'cr-scheduled', 'cr-unlimited']);
	});

	test('ids go by their text, not by the numbers in them, AWS ids before others, unknown ones last', () => {
		const ids = [null, 'cr-0b', 'cr-0a', 'zz', 'cr-0a0', 'cr-0a00000000000000', 'cr-0000000000000a9b', 'cr-0000000000000a10'];
		const rows = ids.map((id, place) => reservation({id, key: String(place)}));
		const ordered = ['cr-0000000000000a10', 'cr-0000000000000a9b', 'cr-0a', 'cr-0a0', 'cr-0a00000000000000', 'cr-0b', 'zz', null];
		expect(sortedIds(rows, 'id')).toEqual(ordered);
		expect(sortedIds(rows, 'id', true)).toEqual([...ordered.slice(0, -1).reverse(), null]);
	});

	test('ids of AWS go by their text, and before others', () => {
		const others = ['cr-zz', 'cr-Ff'].map((id) => reservation({id}));
		const hexadecimal = fc.string({unit: fc.constantFrom(...'0123456789abcdef'), minLength: 1, maxLength: 17});
		fc.assert(
			fc.property(fc.uniqueArray(hexadecimal), (digits) => {
				const ids = digits.map((text) => `cr-${text}`);
				const rows = [...others, ...ids.map((id) => reservation({id}))];
				expect(sortedIds(rows, 'id')).toEqual([...ids.toSorted(), 'cr-Ff', 'cr-zz']);
			}),
		);
	});

	test('has a natural direction', () => {
		expect(sortBy('free')).toEqual(defaultSort.odcr);
		expect(sortBy('start')).toEqual(defaultSort.block);
		expect(sortBy('name')).toEqual({key: 'name', descending: false});
	});

	test('is known by its word', () => {
		expect(sortKeys.every(isSortKey)).toBe(true);
		expect(isSortKey('toString')).toBe(false);
		expect([...sortKeysOf.odcr, ...sortKeysOf.block].every(isSortKey)).toBe(true);
	});
});

const sorts = fc.record({key: fc.constantFrom(...sortKeys), descending: fc.boolean()});

test('the order is total: it does not depend on the order before', () => {
	fc.assert(
		fc.property(reservations, sorts, fc.infiniteStream(fc.nat()), (rows, sort, numbers) => {
			const shuffled = rows.map((row) => ({row, at: numbers.next().value ?? 0})).sort((a, b) => a.at - b.at);
			const sorted = sortReservations(rows, sort);
			expect(
				sortReservations(
					shuffled.map(({row}) => row),
					sort,
				),
			).toEqual(sorted);
			expect(sortReservations(sorted, sort)).toEqual(sorted);
			expect(new Set(sorted)).toEqual(new Set(rows));
		}),
	);
});

test('the same reservation twice stays in place', () => {
	const first = reservation();
	const second = {...first};
	expect(sortReservations([first, second], sortBy('free'))[0]).toBe(first);
	expect(sortReservations([second, first], sortBy('free'))[0]).toBe(second);
});

test('nothing sorts to nothing', () => {
	expect(sortKeys.map((key) => sortReservations([], sortBy(key)))).toEqual(sortKeys.map(() => []));
});
