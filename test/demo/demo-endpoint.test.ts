import {createServer} from 'node:http';
import {type AddressInfo, connect} from 'node:net';
import {networkInterfaces} from 'node:os';
import {DescribeCapacityReservationsCommand, DescribeSubnetsCommand, paginateDescribeCapacityReservations} from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import type {SeenRequest} from '../../source/demo/answer-request.js';
import {startDemoEndpoint} from '../../source/demo/demo-endpoint.js';
import {describeReservations, ec2, idsOf, instantTimers, openEndpoint, scenarioWith, startedAt} from './open-endpoint.js';

const signed = {
	authorization: 'AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261123/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=0',
};

test('serves every region at one port, by the region the request is signed for', async () => {
	const endpoint = await openEndpoint(
		scenarioWith({
			regions: ['us-east-1', 'eu-west-1'].map((name) => ({name, optInStatus: 'opt-in-not-required'})),
			reservationsIn: (region) => [{capacityReservationId: `cr-of-${region}`}],
		}),
	);

	expect(idsOf(await describeReservations(endpoint, 'us-east-1'))).toEqual(['cr-of-us-east-1']);
	expect(idsOf(await describeReservations(endpoint, 'eu-west-1'))).toEqual(['cr-of-eu-west-1']);
});

test('tells of each request before it answers', async () => {
	const seen: SeenRequest[] = [];
	const rows = ['cr-00000001', 'cr-00000002'].map((capacityReservationId) => ({capacityReservationId}));
	const regions = [{name: 'us-east-1', optInStatus: 'opt-in-not-required', pageLimit: 1}] as const;
	const endpoint = await startDemoEndpoint({
		scenario: scenarioWith({rows, regions}),
		clock: () => startedAt,
		onRequest: (request) => seen.push(request),
	});
	for await (const _page of paginateDescribeCapacityReservations({client: ec2(endpoint)}, {})) {
		// Both are asked for.
	}

	await (await fetch(endpoint.url)).text();
	await endpoint.close();
	expect(seen).toEqual([
		{region: 'us-east-1', action: 'DescribeCapacityReservations', page: 'first'},
		{region: 'us-east-1', action: 'DescribeCapacityReservations', page: 'later'},
		{region: null, action: '', page: 'first'},
	]);
});

test('is reached on 127.0.0.1 only', async () => {
	const endpoint = await openEndpoint('empty');
	const others = Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.filter(({internal, family}) => !internal && family === 'IPv4')
		.map(({address}) => address);

	expect(endpoint.url).toBe(`http://127.0.0.1:${endpoint.port}`);
	for (const host of ['::1', ...others]) {
		await expect(connectTo(host, endpoint.port)).rejects.toThrow();
	}

	await expect(connectTo('127.0.0.1', endpoint.port)).resolves.toBe('connected');
});

test('takes the port it is given, and says so when that is in use', async () => {
	const other = createServer();
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	const {port} = other.address() as AddressInfo;

	await expect(startDemoEndpoint({scenario: 'empty', port, clock: () => startedAt})).rejects.toMatchObject({
		name: 'CapacityError',
		reason: 'bad_setting',
		message: `Port ${port} on 127.0.0.1 is already in use.`,
		hint: 'Choose another port, or 0 for any free one.',
	});

	await new Promise((resolve) => other.close(resolve));
	const endpoint = await startDemoEndpoint({scenario: 'empty', port, clock: () => startedAt});
	expect(endpoint.port).toBe(port);
	await endpoint.close();
});

test('refuses a scenario that it does not have', async () => {
	await expect(startDemoEndpoint({scenario: 'clutser', clock: () => startedAt})).rejects.toMatchObject({
		reason: 'bad_setting',
		message: 'Unknown scenario "clutser".',
		hint: 'Scenarios are cluster, guide, bring-up, market, empty, hostile, faults, scale-N.',
	});
});

test('shows the scenario epoch plus the time since it was started', async () => {
	let real = startedAt;
	const endpoint = await openEndpoint('guide', {clock: () => real});

	expect(endpoint.now()).toEqual(new Date('2025-01-10T00:00:00Z'));
	real = new Date(startedAt.getTime() + 90_000);
	expect(endpoint.now()).toEqual(new Date('2025-01-10T00:01:30Z'));
});

test.each([
	[60, 90_000, '2025-01-10T01:30:00.000Z'],
	[1000, 2000, '2025-01-10T00:33:20.000Z'],
	[0.5, 90_000, '2025-01-10T00:00:45.000Z'],
])('at speed %d the scenario clock runs that much faster', async (speed, elapsed, instant) => {
	let real = startedAt;
	const endpoint = await openEndpoint('guide', {clock: () => real, speed});

	expect(endpoint.now().toISOString()).toBe('2025-01-10T00:00:00.000Z');
	real = new Date(startedAt.getTime() + elapsed);
	expect(endpoint.now().toISOString()).toBe(instant);
});

test('answers by the faster clock too', async () => {
	let real = startedAt;
	const changing = {from: new Date('2026-11-23T11:00:00Z'), kind: 'unavailable'} as const;
	const endpoint = await openEndpoint(scenarioWith({faults: [changing]}), {clock: () => real, speed: 60});

	real = new Date(startedAt.getTime() + 59_999);
	await expect(describeReservations(endpoint, 'us-east-1')).resolves.toHaveLength(1);
	real = new Date(startedAt.getTime() + 60_000);
	await expect(describeReservations(endpoint, 'us-east-1')).rejects.toMatchObject({name: 'Unavailable'});
});

test.each([0, -1, 1000.1, Number.NaN, Number.POSITIVE_INFINITY])('refuses speed %d', async (speed) => {
	await expect(startDemoEndpoint({scenario: 'guide', clock: () => startedAt, speed})).rejects.toMatchObject({
		reason: 'bad_setting',
		message: `The demo cannot run at speed ${speed}.`,
		hint: 'Choose a number above 0, up to 1000; 1 is real time.',
	});
});

test('keeps an answer back for the latency of its region', async () => {
	const timers = instantTimers();
	const endpoint = await openEndpoint(
		scenarioWith({
			regions: [
				{name: 'us-east-1', optInStatus: 'opt-in-not-required', latency: 750},
				{name: 'eu-west-1', optInStatus: 'opt-in-not-required'},
			],
		}),
		{timers},
	);

	await describeReservations(endpoint, 'eu-west-1');
	expect(timers.waits).toEqual([]);
	expect(idsOf(await describeReservations(endpoint, 'us-east-1'))).toEqual(['cr-00000001']);
	expect(timers.waits).toEqual([750]);
});

test('ends requests that are under way when it is closed', async () => {
	let arrive = (): void => {};
	const arrived = new Promise<void>((resolve) => {
		arrive = resolve;
	});
	const timers = {
		after() {
			arrive();
			return {cancel() {}};
		},
	};
	const scenario = scenarioWith({regions: [{name: 'us-east-1', optInStatus: 'opt-in-not-required', latency: 60_000}]});
	const endpoint = await openEndpoint(scenario, {timers});
	const failure = expect(describeReservations(endpoint, 'us-east-1')).rejects.toMatchObject({code: 'ECONNRESET'});

	await arrived;
	await endpoint.close();
	await failure;
	await expect(connectTo('127.0.0.1', endpoint.port)).rejects.toMatchObject({code: 'ECONNREFUSED'});
});

test('does not know a region that the account has not enabled, or that does not exist', async () => {
	const endpoint = await openEndpoint(scenarioWith());

	for (const region of ['me-south-1', 'mars-north-1']) {
		await expect(describeReservations(endpoint, region)).rejects.toMatchObject({
			name: 'AuthFailure',
			message: 'AWS was not able to validate the provided access credentials',
			$metadata: {httpStatusCode: 401},
		});
	}
});

test('refuses an action that it does not have', async () => {
	const endpoint = await openEndpoint(scenarioWith());

	await expect(ec2(endpoint).send(new DescribeSubnetsCommand({}))).rejects.toMatchObject({
		name: 'InvalidAction',
		message: 'The action DescribeSubnets is not valid for this web service.',
		$metadata: {httpStatusCode: 400},
	});
});

test('names its answer by a request id in header and body', async () => {
	const endpoint = await openEndpoint(scenarioWith());

	const first = await ec2(endpoint).send(new DescribeCapacityReservationsCommand({}));
	const second = await ec2(endpoint).send(new DescribeCapacityReservationsCommand({}));
	expect([first, second].map(({$metadata}) => $metadata.requestId)).toEqual([
		'00000000-0000-4000-8000-000000000001',
		'00000000-0000-4000-8000-000000000002',
	]);

	const raw = await post(endpoint.url, 'Action=DescribeCapacityReservations&Version=2016-11-15', signed);
	expect(raw.headers.get('x-amzn-requestid')).toBe('00000000-0000-4000-8000-000000000003');
	expect(await raw.text()).toBe(
		'<?xml version="1.0" encoding="UTF-8"?>\n' +
			'<DescribeCapacityReservationsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">' +
			'<requestId>00000000-0000-4000-8000-000000000003</requestId>' +
			'<capacityReservationSet><item><capacityReservationId>cr-00000001</capacityReservationId><state>active</state>' +
			'<totalInstanceCount>4</totalInstanceCount></item></capacityReservationSet>' +
			'</DescribeCapacityReservationsResponse>',
	);
});

test.each([
	['an unsigned request', 'Action=DescribeRegions', {}, 401, '<Code>AuthFailure</Code>'],
	['an unsigned request to STS', 'Action=GetCallerIdentity', {}, 403, '<Code>MissingAuthenticationToken</Code>'],
	['a request without an action', 'Version=2016-11-15', signed, 400, '<Code>MissingAction</Code>'],
	['a parameter that the action does not have', 'Action=DescribeRegions&Verbose=1', signed, 400, '<Code>UnknownParameter</Code>'],
	['an action named like a property of every object', 'Action=constructor', signed, 400, '<Code>InvalidAction</Code>'],
	[
		'a body of more than a mebibyte',
		`Action=DescribeRegions&X=${'x'.repeat(1_048_576)}`,
		signed,
		413,
		'<Code>RequestEntityTooLarge</Code>',
	],
])('answers %s with the error of the API', async (_what, body, headers, status, code) => {
	const endpoint = await openEndpoint(scenarioWith());

	const answer = await post(endpoint.url, body, headers);
	expect(answer.status).toBe(status);
	expect(await answer.text()).toContain(code);
});

test('takes the query string of a GET, and no other method', async () => {
	const endpoint = await openEndpoint(scenarioWith());

	const got = await fetch(`${endpoint.url}/?Action=DescribeRegions&Version=2016-11-15`, {headers: signed});
	expect(await got.text()).toContain('<regionName>us-east-1</regionName>');
	const put = await fetch(endpoint.url, {method: 'PUT', body: 'Action=DescribeRegions', headers: signed});
	expect(put.status).toBe(405);
	expect(await put.text()).toContain('<Message>The method PUT is not allowed. Use POST or GET.</Message>');
});

test('writes an answer that is larger than one piece whole', async () => {
	const rows = Array.from({length: 1000}, (_, index) => ({
		capacityReservationId: `cr-${index.toString(16).padStart(8, '0')}`,
		tagSet: [{key: 'Name', value: 'n'.repeat(256)}],
	}));
	const endpoint = await openEndpoint(scenarioWith({rows}));

	expect(idsOf(await describeReservations(endpoint, 'us-east-1'))).toEqual(rows.map(({capacityReservationId}) => capacityReservationId));
});

async function post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Response> {
	return fetch(url, {method: 'POST', body, headers: {'content-type': 'application/x-www-form-urlencoded', ...headers}});
}

async function connectTo(host: string, port: number): Promise<'connected'> {
	return new Promise((resolve, reject) => {
		const socket = connect({host, port}, () => {
			socket.destroy();
			resolve('connected');
		});
		socket.once('error', reject);
	});
}
