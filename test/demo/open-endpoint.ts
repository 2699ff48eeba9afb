import {
	type CapacityReservation,
	DescribeCapacityReservationsCommand,
	type DescribeCapacityReservationsCommandInput,
	EC2Client,
} from '@aws-sdk/client-ec2';
import {onTestFinished} from 'vitest';
import type {Timers} from '../../source/core/ports.js';
import {type DemoEndpoint, startDemoEndpoint} from '../../source/demo/demo-endpoint.js';
import type {ReservationRow, Scenario} from '../../source/demo/scenario.js';

export const credentials = {accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example'};

/** Real time of a test that does not say otherwise. */
export const startedAt = new Date('2030-01-01T00:00:00Z');

export type OpenOptions = {readonly clock?: () => Date; readonly timers?: Timers; readonly speed?: number};

/** An endpoint that is closed when the test ends; its clock stands still unless the test moves it. */
export async function openEndpoint(
	scenario: Scenario | string,
	{clock = () => startedAt, ...others}: OpenOptions = {},
): Promise<DemoEndpoint> {
	const endpoint = await startDemoEndpoint({scenario, clock, ...others});
	onTestFinished(() => endpoint.close());
	return endpoint;
}

/** The real SDK's client for one region; one attempt, so that no test waits for a retry. */
export function ec2(endpoint: DemoEndpoint, region = 'us-east-1'): EC2Client {
	const client = new EC2Client({region, endpoint: endpoint.url, credentials, maxAttempts: 1});
	onTestFinished(() => client.destroy());
	return client;
}

/** The first page. */
export async function describeReservations(
	endpoint: DemoEndpoint,
	region: string,
	input: DescribeCapacityReservationsCommandInput = {},
): Promise<readonly CapacityReservation[]> {
	const {CapacityReservations} = await ec2(endpoint, region).send(new DescribeCapacityReservationsCommand(input));
	if (CapacityReservations === undefined) {
		throw new Error(`${region} answered without a set.`);
	}

	return CapacityReservations;
}

export function idsOf(reservations: readonly CapacityReservation[]): readonly (string | undefined)[] {
	return reservations.map(({CapacityReservationId}) => CapacityReservationId);
}

/** A scenario of one enabled region, us-east-1; a test states what differs. */
export function scenarioWith(differs: Partial<Scenario> & {readonly rows?: readonly ReservationRow[]} = {}): Scenario {
	const {rows = [{capacityReservationId: 'cr-00000001', state: 'active', totalInstanceCount: 4}], ...others} = differs;
	return {
		name: 'test',
		epoch: new Date('2026-11-23T10:00:00Z'),
		accountId: '123456789012',
		regions: [
			{name: 'us-east-1', optInStatus: 'opt-in-not-required'},
			{name: 'me-south-1', optInStatus: 'not-opted-in'},
		],
		reservationsIn: (region) => (region === 'us-east-1' ? rows : []),
		...others,
	};
}

/** Timers that never wait, and remember for how long they should have. */
export function instantTimers(): Timers & {readonly waits: readonly number[]} {
	const waits: number[] = [];
	return {
		waits,
		after(milliseconds, callback) {
			waits.push(milliseconds);
			const immediate = setImmediate(callback);
			return {cancel: () => clearImmediate(immediate)};
		},
	};
}
