import {expect, test} from 'vitest';
import {describeReservations, openEndpoint} from '../open-endpoint.js';
import {readAccount} from '../read-account.js';

test('the ODCRs are the rows of the guide when grouped by type, zone and state', async () => {
	const reservations = (await readAccount(await openEndpoint('guide'))).filter(({ReservationType}) => ReservationType === 'default');
	const groups = new Map<string, {total: number; available: number}>();
	for (const reservation of reservations) {
		const key = `${reservation.InstanceType} ${reservation.AvailabilityZone} ${reservation.State}`;
		const group = groups.get(key) ?? {total: 0, available: 0};
		group.total += reservation.TotalInstanceCount ?? Number.NaN;
		group.available += reservation.AvailableInstanceCount ?? Number.NaN;
		groups.set(key, group);
	}

	expect(reservations).toHaveLength(8);
	expect(Object.fromEntries(groups)).toEqual({
		'inf2.xlarge us-east-1a active': {total: 32, available: 12},
		'g6.xlarge us-west-2a active': {total: 64, available: 24},
		'g6.2xlarge eu-west-1b active': {total: 16, available: 4},
		'p4d.24xlarge us-east-1c active': {total: 16, available: 2},
	});
	expect(reservations.every(({EndDateType, EndDate}) => EndDateType === 'unlimited' && EndDate === undefined)).toBe(true);
});

test('the blocks are the rows of the guide, their size in the tag', async () => {
	const blocks = (await readAccount(await openEndpoint('guide'))).filter(({ReservationType}) => ReservationType === 'capacity-block');

	expect(
		blocks.map((block) => [
			block.InstanceType,
			block.Tags?.find(({Key}) => Key === 'aws:ec2capacityreservation:incrementalRequestedQuantity')?.Value,
			block.AvailabilityZone,
			block.StartDate?.toISOString(),
			block.EndDate?.toISOString(),
			block.State,
			[block.TotalInstanceCount, block.AvailableInstanceCount],
		]),
	).toEqual([
		['p5.48xlarge', '32', 'us-east-1a', '2025-01-15T11:30:00.000Z', '2025-01-22T11:30:00.000Z', 'scheduled', [0, 0]],
		['trn1.32xlarge', '64', 'us-east-1c', '2025-01-18T11:30:00.000Z', '2025-01-25T11:30:00.000Z', 'scheduled', [0, 0]],
		['p5.48xlarge', '16', 'us-west-2b', '2025-01-20T11:30:00.000Z', '2025-02-03T11:30:00.000Z', 'scheduled', [0, 0]],
	]);
});

test('a block becomes active at its start and expires at its end', async () => {
	let real = new Date('2030-01-01T00:00:00Z');
	const endpoint = await openEndpoint('guide', {clock: () => real});
	const seen: unknown[] = [];
	for (const instant of ['2025-01-15T11:29:59Z', '2025-01-15T11:30:00Z', '2025-01-22T11:29:59Z', '2025-01-22T11:30:00Z']) {
		real = new Date(new Date('2030-01-01T00:00:00Z').getTime() + new Date(instant).getTime() - Date.UTC(2025, 0, 10));
		const [block] = await describeReservations(endpoint, 'us-east-1', {CapacityReservationIds: ['cr-0c7a1b2d3e4f50617']});
		seen.push([instant, block?.State, block?.TotalInstanceCount, block?.AvailableInstanceCount]);
	}

	expect(seen).toEqual([
		['2025-01-15T11:29:59Z', 'scheduled', 0, 0],
		['2025-01-15T11:30:00Z', 'active', 32, 32],
		['2025-01-22T11:29:59Z', 'active', 32, 32],
		['2025-01-22T11:30:00Z', 'expired', 32, 0],
	]);
});
