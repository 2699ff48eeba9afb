import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {lifecycleOf} from '../../../source/core/reservations/lifecycle.js';
import {isBilledTo, type Reservation} from '../../../source/core/reservations/reservation.js';
import {acceleratorsIn, sizeOf, usageOf} from '../../../source/core/reservations/usage.js';
import type {Amount} from '../../../source/core/rows/amount.js';
import {comingOf} from '../../../source/core/rows/coming.js';
import {groupOdcrs} from '../../../source/core/rows/group-odcrs.js';
import {type LiveTotals, summariseBlocks, summariseOdcrs} from '../../../source/core/rows/summary.js';
import {reservations} from '../arbitrary.js';

const now = new Date('2026-11-23T10:13:00Z');
const account = '123456789012';

/** Rows, and the same in two parts and in another order. */
const divided = fc.tuple(reservations, fc.nat(), fc.infiniteStream(fc.nat())).map(([rows, at, numbers]) => {
	const cut = rows.length === 0 ? 0 : at % rows.length;
	const shuffled = rows.map((row) => ({row, at: numbers.next().value ?? 0})).sort((a, b) => a.at - b.at);
	return {rows, first: rows.slice(0, cut), second: rows.slice(cut), shuffled: shuffled.map(({row}) => row)};
});

describe('groups of any ODCRs', () => {
	test('are as many reservations, and hold what their members hold together', () => {
		fc.assert(
			fc.property(reservations, (rows) => {
				const odcrs = rows.filter(({kind}) => kind === 'odcr');
				const groups = groupOdcrs(rows);
				expect(sum(groups.map(({count}) => count))).toBe(odcrs.length);
				// A group with an unknown part is unknown, so only those without one can be added up again.
				const isWhole = (row: Reservation, read: (member: Reservation) => number | null) =>
					sameGroup(odcrs, row).every((one) => read(one) !== null);
				for (const [field, read] of readers) {
					const known = odcrs.filter((row) => isWhole(row, read));
					expect(sum(groups.map((group) => group[field]))).toBe(sum(known.map(read)));
				}
			}),
		);
	});

	test('do not depend on the order of the rows, and no two of them are of the same kind', () => {
		fc.assert(
			fc.property(divided, ({rows, shuffled}) => {
				const groups = groupOdcrs(rows);
				expect(groupOdcrs(shuffled)).toEqual(groups);
				const kinds = groups.map(({instanceType, region, availabilityZone, state}) =>
					JSON.stringify([instanceType, region, availabilityZone, state]),
				);
				expect(new Set(kinds).size).toBe(groups.length);
			}),
		);
	});
});

describe('a summary of any rows', () => {
	test('counts each of its kind once, in one of the four life cycles', () => {
		fc.assert(
			fc.property(reservations, (rows) => {
				for (const [kind, summary, upcoming] of [
					['odcr', summariseOdcrs(rows, account), summariseOdcrs(rows, account).upcoming],
					['block', summariseBlocks(rows, now), summariseBlocks(rows, now).coming.reservations],
				] as const) {
					expect(summary.count).toBe(rows.filter((row) => row.kind === kind).length);
					expect(summary.live.reservations + upcoming + summary.troubled + summary.ended).toBe(summary.count);
				}
			}),
		);
	});

	test('holds what the live ones hold of which AWS gave the counts, and says of how many it did not', () => {
		fc.assert(
			fc.property(reservations, (rows) => {
				for (const [kind, {live}] of [
					['odcr', summariseOdcrs(rows, account)],
					['block', summariseBlocks(rows, now)],
				] as const) {
					const all = rows.filter((row) => row.kind === kind && lifecycleOf(row.state) === 'live');
					const known = all.filter((row) => usageOf(row)?.total != null && usageOf(row)?.available != null);
					expect(live.unknown).toBe(all.length - known.length);
					const isUnknown = known.length === 0 && all.length > 0;
					expect(live.total).toEqual(isUnknown ? null : amountOf(known, (row) => usageOf(row)?.total ?? 0));
					expect(live.available).toEqual(isUnknown ? null : amountOf(known, (row) => usageOf(row)?.available ?? 0));
				}
			}),
		);
	});

	test('has never more free and used than there is, whatever AWS says', () => {
		fc.assert(
			fc.property(reservations, (rows) => {
				for (const row of rows) {
					const {total, available, used} = usageOf(row) ?? {total: null, available: null, used: null};
					if (total !== null) {
						expect((available ?? 0) + (used ?? 0)).toBeLessThanOrEqual(total);
					}
				}

				for (const {live} of [summariseOdcrs(rows, account), summariseBlocks(rows, now)]) {
					const [total, available, used] = [live.total, live.available, live.used].map((amount) => amount?.instances ?? 0);
					expect((available ?? 0) + (used ?? 0)).toBeLessThanOrEqual(total ?? 0);
				}

				expect(summariseOdcrs(rows, account).freePercent ?? 0).toBeLessThanOrEqual(100);
			}),
		);
	});

	test('of two accounts’ rows together is the sum of both, and does not depend on their order', () => {
		fc.assert(
			fc.property(divided, ({rows, first, second, shuffled}) => {
				const [whole, one, other] = [rows, first, second].map((part) => ({
					odcrs: summariseOdcrs(part, account),
					blocks: summariseBlocks(part, now),
					coming: comingOf(part),
				}));
				if (whole === undefined || one === undefined || other === undefined) {
					throw new Error('There are three.');
				}

				expect(whole.odcrs.live).toEqual(added(one.odcrs.live, other.odcrs.live));
				expect(whole.blocks.live).toEqual(added(one.blocks.live, other.blocks.live));
				expect(whole.coming.reservations).toBe(one.coming.reservations + other.coming.reservations);
				expect(whole.coming.unknown).toBe(one.coming.unknown + other.coming.unknown);
				expect(comingOf(shuffled)).toEqual(whole.coming);
				expect({...summariseOdcrs(shuffled, account), instanceTypes: []}).toEqual({...whole.odcrs, instanceTypes: []});
				expect({...summariseBlocks(shuffled, now), instanceTypes: [], next: null}).toEqual({
					...whole.blocks,
					instanceTypes: [],
					next: null,
				});
			}),
		);
	});

	test('calls idle what is free and not known to be billed to another', () => {
		fc.assert(
			fc.property(reservations, fc.constantFrom(null, account), (rows, accountId) => {
				const {idle, live} = summariseOdcrs(rows, accountId);
				const others = rows.filter((row) => isBilledTo(row, accountId) === false);
				if (idle !== null && live.available !== null) {
					const theirs = summariseOdcrs(others, null).live.available?.instances ?? 0;
					expect(idle.instances + theirs).toBe(live.available.instances);
				}
			}),
		);
	});
});

type Field = 'total' | 'available' | 'used' | 'accelerators';

const readers: ReadonlyArray<readonly [Field, (row: Reservation) => number | null]> = [
	['total', sizeOf],
	['available', (row) => usageOf(row)?.available ?? null],
	['used', (row) => usageOf(row)?.used ?? null],
	['accelerators', (row) => acceleratorsIn(row, sizeOf(row))],
];

function sameGroup(odcrs: readonly Reservation[], row: Reservation): readonly Reservation[] {
	return odcrs.filter(
		(other) =>
			other.instanceType === row.instanceType &&
			other.region === row.region &&
			other.availabilityZone === row.availabilityZone &&
			other.state === row.state,
	);
}

/** Of the known ones. */
function sum(numbers: readonly (number | null)[]): number {
	return numbers.reduce<number>((total, number) => total + (number ?? 0), 0);
}

function amountOf(rows: readonly Reservation[], instances: (row: Reservation) => number): Amount {
	return {instances: sum(rows.map(instances)), accelerators: sum(rows.map((row) => acceleratorsIn(row, instances(row))))};
}

function added(one: LiveTotals, other: LiveTotals): LiveTotals {
	const reservations = one.reservations + other.reservations;
	const unknown = one.unknown + other.unknown;
	const isUnknown = reservations > 0 && unknown === reservations;
	const add = (field: 'total' | 'available' | 'used'): Amount | null =>
		isUnknown
			? null
			: {
					instances: (one[field]?.instances ?? 0) + (other[field]?.instances ?? 0),
					accelerators: (one[field]?.accelerators ?? 0) + (other[field]?.accelerators ?? 0),
				};
	return {reservations, unknown, total: add('total'), available: add('available'), used: add('used')};
}
