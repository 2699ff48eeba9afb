import {describe, expect, test} from 'vitest';
import type {Accelerator} from '../../../source/core/reservations/accelerator.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {requestedQuantityTag} from '../../../source/core/reservations/usage.js';
import {summariseBlocks, summariseOdcrs} from '../../../source/core/rows/summary.js';
import {block, reservation} from '../../helpers/reservation.js';

const me = '123456789012';
const now = new Date('2026-11-23T10:13:00Z');

function gpu(name: string, countPerInstance: number | null): Accelerator {
	return {name, countPerInstance, memoryMib: null};
}

function odcr(
	instanceType: string,
	accelerator: Accelerator | null,
	total: number,
	free: number,
	overrides: Partial<Reservation> = {},
): Reservation {
	return reservation({instanceType, accelerator, totalInstanceCount: total, availableInstanceCount: free, ...overrides});
}

const account: readonly Reservation[] = [
	odcr('g6.xlarge', gpu('L4', 1), 64, 24),
	odcr('p5en.48xlarge', gpu('H200', 8), 16, 16),
	odcr('inf2.xlarge', gpu('Inf2', 1), 32, 12),
	odcr('p5.48xlarge', gpu('H100', 8), 8, 8),
	odcr('g6.2xlarge', gpu('L4', 1), 16, 4),
	odcr('p4d.24xlarge', gpu('A100', 8), 16, 2),
	odcr('p5.48xlarge', gpu('H100', 8), 32, 2),
	odcr('trn2.48xlarge', gpu('Trn2', 16), 4, 1),
	odcr('m7i.metal-24xl', null, 4, 0),
	odcr('p5.48xlarge', gpu('H100', 8), 2, 0, {ownerId: '222222222222'}),
	odcr('g5.48xlarge', gpu('A10G', 8), 1, 0, {state: 'assessing'}),
	odcr('g6e.12xlarge', gpu('L40S', 4), 8, 0, {state: 'scheduled'}),
];

describe('ODCRs', () => {
	test('a whole account', () => {
		expect(summariseOdcrs([...account, block()], me)).toEqual({
			count: 12,
			instanceTypes: [
				'g6.xlarge',
				'p5en.48xlarge',
				'inf2.xlarge',
				'p5.48xlarge',
				'g6.2xlarge',
				'p4d.24xlarge',
				'trn2.48xlarge',
				'm7i.metal-24xl',
				'g5.48xlarge',
				'g6e.12xlarge',
			],
			live: {
				reservations: 10,
				total: {instances: 194, accelerators: 768},
				available: {instances: 69, accelerators: 280},
				used: {instances: 125, accelerators: 488},
				unknown: 0,
			},
			freeRatio: 69 / 194,
			freePercent: 35,
			idle: {instances: 69, accelerators: 280},
			upcoming: 2,
			troubled: 0,
			ended: 0,
		});
	});

	test('the numbers of the guide: 8 reservations, 128 in all, 42 available, 32.8 % free', () => {
		const rows = [
			['inf2.xlarge', 32, 12],
			['g6.xlarge', 64, 24],
			['g6.2xlarge', 16, 4],
			['p4d.24xlarge', 16, 2],
		] as const;
		const halves = rows.flatMap(([type, total, free]) => [0, 1].map(() => odcr(type, gpu('X', 1), total / 2, free / 2)));
		const summary = summariseOdcrs(halves, me);
		expect(summary).toMatchObject({
			count: 8,
			instanceTypes: rows.map(([type]) => type),
			live: {total: {instances: 128}, available: {instances: 42}},
		});
		expect(((summary.freeRatio ?? 0) * 100).toFixed(1)).toBe('32.8');
	});

	test('what another account pays for is free but not idle and billed', () => {
		const shared = odcr('p5.48xlarge', gpu('H100', 8), 4, 3, {ownerId: '222222222222'});
		const handedOver = odcr('p5.48xlarge', gpu('H100', 8), 4, 2, {unusedReservationBillingOwnerId: '222222222222'});
		const takenOver = odcr('p5.48xlarge', gpu('H100', 8), 4, 1, {ownerId: '222222222222', unusedReservationBillingOwnerId: me});
		const summary = summariseOdcrs([shared, handedOver, takenOver], me);
		expect(summary.live.available).toEqual({instances: 6, accelerators: 48});
		expect(summary.idle).toEqual({instances: 1, accelerators: 8});
	});

	test('without an account id idle capacity counts as billed', () => {
		expect(summariseOdcrs([odcr('g6.xlarge', gpu('L4', 1), 4, 3, {ownerId: '222222222222'})], null).idle).toEqual({
			instances: 3,
			accelerators: 3,
		});
	});

	test('a reservation with unknown counts is in no sum', () => {
		const summary = summariseOdcrs(
			[odcr('g6.xlarge', gpu('L4', 1), 4, 1), reservation({availableInstanceCount: null, totalInstanceCount: 100})],
			me,
		);
		expect(summary.live).toMatchObject({reservations: 2, total: {instances: 4}, available: {instances: 1}, unknown: 1});
		expect(summary.freePercent).toBe(25);
	});

	test('where all counts are unknown the sums are unknown, not zero', () => {
		const silent = reservation({availableInstanceCount: null});
		expect(summariseOdcrs([silent, reservation({state: 'scheduled'})], me)).toMatchObject({
			live: {reservations: 1, total: null, available: null, used: null, unknown: 1},
			freeRatio: null,
			freePercent: null,
			idle: null,
		});
		const others = odcr('g6.xlarge', gpu('L4', 1), 4, 1, {ownerId: '222222222222'});
		expect(summariseOdcrs([silent, others], me)).toMatchObject({live: {total: {instances: 4}}, idle: null});
		expect(summariseOdcrs([others], me).idle).toEqual({instances: 0, accelerators: 0});
	});

	test('an interruptible reservation and its source are counted once each', () => {
		const source = odcr('p5.48xlarge', gpu('H100', 8), 12, 2, {
			id: 'cr-0a',
			interruptibleAllocation: {
				instanceCount: 4,
				targetInstanceCount: 4,
				status: 'active',
				interruptibleCapacityReservationId: 'cr-0b',
				interruptionType: 'adhoc',
				zeroSizePreference: null,
			},
		});
		const carved = odcr('p5.48xlarge', gpu('H100', 8), 4, 1, {
			id: 'cr-0b',
			interruptible: true,
			interruption: {sourceCapacityReservationId: 'cr-0a', interruptionType: 'adhoc'},
		});
		expect(summariseOdcrs([source, carved], me).live).toMatchObject({total: {instances: 16}, available: {instances: 3}});
	});

	test('nothing live has no share', () => {
		expect(summariseOdcrs([], me)).toMatchObject({count: 0, freeRatio: null, freePercent: null, idle: {instances: 0, accelerators: 0}});
		expect(summariseOdcrs([reservation({totalInstanceCount: 0, availableInstanceCount: 0})], me).freePercent).toBe(null);
	});
});

describe('blocks', () => {
	const h100 = gpu('H100', 8);
	const draining = block({
		instanceType: 'p5.48xlarge',
		accelerator: h100,
		totalInstanceCount: 16,
		startDate: new Date('2026-11-16T11:30:00Z'),
		endDate: {kind: 'limited', at: new Date('2026-11-23T11:30:00Z')},
	});
	const live = block({totalInstanceCount: 32, availableInstanceCount: 2});
	const coming = [
		block({
			state: 'scheduled',
			instanceType: 'p6-b200.48xlarge',
			totalInstanceCount: 8,
			startDate: new Date('2026-11-24T11:30:00Z'),
			endDate: {kind: 'limited', at: new Date('2026-12-08T11:30:00Z')},
		}),
		block({
			state: 'scheduled',
			instanceType: 'trn1.32xlarge',
			accelerator: gpu('Trn1', 16),
			totalInstanceCount: 0,
			tags: {[requestedQuantityTag]: '64'},
			startDate: new Date('2026-12-01T11:30:00Z'),
			endDate: {kind: 'limited', at: new Date('2026-12-08T11:30:00Z')},
		}),
		block({
			state: 'payment-pending',
			instanceType: 'p5e.48xlarge',
			totalInstanceCount: 8,
			startDate: new Date('2026-12-14T11:30:00Z'),
			endDate: {kind: 'limited', at: new Date('2026-12-15T11:30:00Z')},
		}),
	];

	test('a whole account', () => {
		expect(
			summariseBlocks([reservation(), live, draining, ...coming, block({state: 'expired'}), block({state: 'payment-failed'})], now),
		).toEqual({
			count: 7,
			instanceTypes: ['p5.48xlarge', 'p6-b200.48xlarge', 'trn1.32xlarge', 'p5e.48xlarge'],
			durationHours: {min: 24, max: 336},
			live: {
				reservations: 2,
				total: {instances: 48, accelerators: 384},
				available: {instances: 2, accelerators: 16},
				used: {instances: 46, accelerators: 368},
				unknown: 0,
			},
			coming: {reservations: 3, instances: 80, accelerators: 64 + 1024 + 64, unknown: 0},
			next: {reservation: draining, moment: {kind: 'drains', at: new Date('2026-11-23T11:00:00Z'), in: 47 * 60_000}},
			troubled: 1,
			ended: 1,
		});
	});

	test('while a block drains, its end is what comes next', () => {
		expect(summariseBlocks([live, draining], new Date('2026-11-23T11:05:00Z')).next?.moment).toMatchObject({
			kind: 'draining',
			in: 25 * 60_000,
		});
	});

	test('a moment that has passed is not next', () => {
		expect(summariseBlocks([live, draining], new Date('2026-11-23T11:31:00Z')).next?.reservation).toBe(live);
		expect(summariseBlocks([], now).next).toBe(null);
	});

	test('a block to come of unknown size is said to be unknown, and a sum that has no other has no number', () => {
		const silent = block({state: 'scheduled', totalInstanceCount: 0});
		expect(summariseBlocks([silent], now).coming).toEqual({reservations: 1, instances: null, accelerators: null, unknown: 1});
		expect(summariseBlocks([silent, ...coming], now).coming).toMatchObject({reservations: 4, instances: 80, unknown: 1});
		expect(summariseBlocks([], now).coming).toEqual({reservations: 0, instances: 0, accelerators: 0, unknown: 0});
	});

	test('blocks without dates have no range of lengths', () => {
		expect(summariseBlocks([block({startDate: null})], now).durationHours).toBe(null);
	});
});
