import {DescribeCapacityReservationsCommand} from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import {findScenario} from '../../../source/demo/find-scenario.js';
import type {Scenario} from '../../../source/demo/scenario.js';
import {describeReservations, ec2, openEndpoint} from '../open-endpoint.js';
import {readAccount} from '../read-account.js';

test.each([1, 2, 99, 100, 10_000, 1_000_000])('scale-%i has that many, over 17 regions', (count) => {
	const scenario = find(`scale-${count}`);
	const regions = scenario.regions.filter(({optInStatus}) => optInStatus !== 'not-opted-in');

	expect(regions).toHaveLength(17);
	expect(scenario.regions.reduce((sum, {name}) => sum + scenario.reservationsIn(name).length, 0)).toBe(count);
});

test('is the same at every start', async () => {
	const first = await readAccount(await openEndpoint('scale-300'));
	const second = await readAccount(await openEndpoint('scale-300'));

	expect(first).toHaveLength(300);
	expect(second).toEqual(first);
	expect(new Set(first.map(({CapacityReservationId}) => CapacityReservationId)).size).toBe(300);
});

test('has no id twice among a hundred thousand', () => {
	const scenario = find('scale-100000');
	const ids = new Set<unknown>();
	for (const {name} of scenario.regions) {
		const rows = scenario.reservationsIn(name);
		for (let index = 0; index < rows.length; index++) {
			const row = rows.at(index);
			ids.add(typeof row === 'function' ? row(scenario.epoch)?.['capacityReservationId'] : null);
		}
	}

	expect(ids.size).toBe(100_000);
});

test('mixes kinds and states', async () => {
	const reservations = await readAccount(await openEndpoint('scale-1000'));

	expect(new Set(reservations.map(({ReservationType, State}) => `${ReservationType} ${State}`))).toEqual(
		new Set([
			'default active',
			'default scheduled',
			'default expired',
			'default cancelled',
			'default assessing',
			'default pending',
			'default delayed',
			'default cancelling',
			'default unsupported',
			'capacity-block active',
			'capacity-block scheduled',
			'capacity-block payment-pending',
			'capacity-block expired',
		]),
	);
	for (const {TotalInstanceCount = Number.NaN, AvailableInstanceCount = Number.NaN} of reservations) {
		expect(AvailableInstanceCount).toBeGreaterThanOrEqual(0);
		expect(AvailableInstanceCount).toBeLessThanOrEqual(TotalInstanceCount);
	}
});

test('answers a page in the middle of a million', async () => {
	const endpoint = await openEndpoint('scale-1000000');
	const client = ec2(endpoint, 'us-east-1');

	const first = await client.send(new DescribeCapacityReservationsCommand({MaxResults: 200}));
	const second = await client.send(new DescribeCapacityReservationsCommand({MaxResults: 200, NextToken: first.NextToken}));
	expect([first.CapacityReservations?.length, second.CapacityReservations?.length]).toEqual([200, 200]);
	await expect(describeReservations(endpoint, 'ap-northeast-3')).resolves.toHaveLength(1000);
});

function find(name: string): Scenario {
	const scenario = findScenario(name);
	if (scenario === null) {
		throw new Error(`No scenario ${name}.`);
	}

	return scenario;
}
