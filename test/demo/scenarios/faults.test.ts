import {DescribeCapacityReservationsCommand, DescribeRegionsCommand} from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import type {DemoEndpoint} from '../../../source/demo/demo-endpoint.js';
import {ec2, instantTimers, openEndpoint} from '../open-endpoint.js';

const silent = ['ap-northeast-2', 'ap-northeast-3'];

test('every region answers or fails in its own way', async () => {
	const endpoint = await openEndpoint('faults', {timers: instantTimers()});
	const {Regions = []} = await ec2(endpoint).send(new DescribeRegionsCommand({}));
	const names = Regions.map(({RegionName = ''}) => RegionName).filter((name) => !silent.includes(name));

	expect(Object.fromEntries(await Promise.all(names.map(async (name) => [name, await read(endpoint, name)] as const)))).toEqual({
		'af-south-1': 'AuthFailure 401',
		'ap-east-1': 'OptInRequired 401',
		'ap-northeast-1': 'Error ECONNRESET',
		'ap-south-1': 'Throttling 400',
		'ap-southeast-1': 'no set',
		'ap-southeast-2': 'RequestLimitExceeded 503',
		'ca-central-1': 'Error 200',
		'eu-central-1': 'UnauthorizedOperation 403',
		'eu-north-1': 'no set',
		'eu-south-1': 'UnsupportedOperation 400',
		'eu-west-1': '1',
		'eu-west-2': 'RequestExpired 400',
		'eu-west-3': 'Unknown 500',
		'me-central-1': 'Error 502',
		'me-south-1': 'UnauthorizedOperation 403',
		'sa-east-1': '1',
		'us-east-1': '1',
		'us-east-2': 'RequestLimitExceeded 503',
		'us-west-1': '1',
		'us-west-2': '1',
	});
});

test('one region fails for two minutes and recovers', async () => {
	let real = new Date('2030-01-01T00:00:00Z');
	const endpoint = await openEndpoint('faults', {clock: () => real});
	const seen: string[] = [];
	for (const instant of ['00:00:59', '00:01:00', '00:02:59', '00:03:00']) {
		real = new Date(`2030-01-01T${instant}Z`);
		seen.push(await read(endpoint, 'us-west-1'));
	}

	expect(seen).toEqual(['1', 'Unavailable 503', 'Unavailable 503', '1']);
});

test('one region answers after six throttled requests', async () => {
	const endpoint = await openEndpoint('faults');
	for (let request = 0; request < 6; request++) {
		expect(await read(endpoint, 'ap-southeast-2')).toBe('RequestLimitExceeded 503');
	}

	expect(await read(endpoint, 'ap-southeast-2')).toBe('1');
});

/** How many reservations a region has, or how it fails. */
async function read(endpoint: DemoEndpoint, region: string): Promise<string> {
	try {
		const {CapacityReservations} = await ec2(endpoint, region).send(new DescribeCapacityReservationsCommand({}));
		return CapacityReservations === undefined ? 'no set' : String(CapacityReservations.length);
	} catch (error) {
		const {name, code, $metadata} = error as Error & {readonly code?: string; readonly $metadata?: {readonly httpStatusCode?: number}};
		return `${name} ${code ?? $metadata?.httpStatusCode}`;
	}
}
