import fc from 'fast-check';
import {expect, test} from 'vitest';
import {sizeOf, usageOf} from '../../../source/core/reservations/usage.js';
import {groupOdcrs} from '../../../source/core/rows/group-odcrs.js';
import {block, reservation} from '../../helpers/reservation.js';
import {reservations} from '../arbitrary.js';

test('reservations of one type, zone and state are one row, most free first', () => {
	const groups = groupOdcrs([
		reservation({totalInstanceCount: 8, availableInstanceCount: 1}),
		reservation({totalInstanceCount: 24, availableInstanceCount: 3}),
		reservation({
			totalInstanceCount: 64,
			availableInstanceCount: 24,
			instanceType: 'g6.xlarge',
			region: 'us-west-2',
			availabilityZone: 'us-west-2a',
		}),
		reservation({totalInstanceCount: 1, availableInstanceCount: 0, state: 'assessing'}),
		block(),
	]);
	expect(groups.map(({instanceType, availabilityZone, state, count}) => [instanceType, availabilityZone, state, count])).toEqual([
		['g6.xlarge', 'us-west-2a', 'active', 1],
		['p5.48xlarge', 'us-east-1a', 'active', 2],
		['p5.48xlarge', 'us-east-1a', 'assessing', 1],
	]);
	expect(groups.map(({total, available, used, accelerators}) => ({total, available, used, accelerators}))).toEqual([
		{total: 64, available: 24, used: 40, accelerators: 512},
		{total: 32, available: 4, used: 28, accelerators: 256},
		{total: 1, available: null, used: null, accelerators: 8},
	]);
});

test('a sum with an unknown part is unknown', () => {
	const [group] = groupOdcrs([reservation(), reservation({availableInstanceCount: null})]);
	expect(group).toMatchObject({count: 2, total: 8, available: null, used: null, accelerators: 64});
});

test('equally free groups are by type, then zone', () => {
	const groups = groupOdcrs([
		reservation({instanceType: 'p5.48xlarge'}),
		reservation({instanceType: 'p5.4xlarge', availabilityZone: null}),
		reservation({instanceType: 'p5.4xlarge', availabilityZone: 'us-east-1b'}),
		reservation({instanceType: 'p5.4xlarge', availabilityZone: 'us-east-1a'}),
		reservation({instanceType: null}),
	]);
	expect(groups.map(({instanceType, availabilityZone}) => `${instanceType} ${availabilityZone}`)).toEqual([
		'p5.4xlarge us-east-1a',
		'p5.4xlarge us-east-1b',
		'p5.4xlarge null',
		'p5.48xlarge us-east-1a',
		'null us-east-1a',
	]);
});

test('no instance is lost or counted twice', () => {
	fc.assert(
		fc.property(reservations, (rows) => {
			const odcrs = rows.filter(({kind}) => kind === 'odcr');
			const groups = groupOdcrs(rows);
			expect(groups.reduce((sum, {count}) => sum + count, 0)).toBe(odcrs.length);
			for (const group of groups) {
				const members = odcrs.filter(
					(row) =>
						row.instanceType === group.instanceType &&
						row.region === group.region &&
						row.availabilityZone === group.availabilityZone &&
						row.state === group.state,
				);
				expect(group.count).toBe(members.length);
				expect(group.total).toBe(sum(members.map(sizeOf)));
				expect(group.available).toBe(sum(members.map((row) => usageOf(row)?.available ?? null)));
				expect(group.used).toBe(sum(members.map((row) => usageOf(row)?.used ?? null)));
			}
		}),
	);
});

function sum(numbers: readonly (number | null)[]): number | null {
	return numbers.reduce((total, number) => (total === null || number === null ? null : total + number), 0);
}
