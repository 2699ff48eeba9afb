import {
	DescribeCapacityReservationsCommand,
	DescribeRegionsCommand,
	EC2Client,
	paginateDescribeCapacityReservations,
} from '@aws-sdk/client-ec2';
import {expect, onTestFinished, test} from 'vitest';
import {answerRequest} from '../../source/demo/answer-request.js';
import type {DemoEndpoint} from '../../source/demo/demo-endpoint.js';
import {createFaultFinder, type Fault, type FaultKind, type FaultPage} from '../../source/demo/faults.js';
import {
	credentials,
	describeReservations,
	ec2,
	idsOf,
	instantTimers,
	type OpenOptions,
	openEndpoint,
	scenarioWith,
} from './open-endpoint.js';

const user = 'User: arn:aws:sts::123456789012:assumed-role/CapacityViewer/demo is not authorized to perform:';
const permission = 'ec2:DescribeCapacityReservations';

test.each<readonly [FaultKind, number, string, string]>([
	[{kind: 'throttle'}, 503, 'RequestLimitExceeded', 'Request limit exceeded.'],
	[{kind: 'throttling'}, 400, 'Throttling', 'Rate exceeded'],
	[
		{kind: 'deny'},
		403,
		'UnauthorizedOperation',
		`You are not authorized to perform this operation. ${user} ${permission} because no identity-based policy allows the ${permission} action`,
	],
	[
		{kind: 'deny-by-scp'},
		403,
		'UnauthorizedOperation',
		`You are not authorized to perform this operation. ${user} ${permission} with an explicit deny in a service control policy`,
	],
	[{kind: 'not-opted-in'}, 401, 'AuthFailure', 'AWS was not able to validate the provided access credentials'],
	[
		{kind: 'opt-in-required'},
		401,
		'OptInRequired',
		'You are not subscribed to this service. Please go to http://aws.amazon.com to subscribe.',
	],
	[{kind: 'expired'}, 400, 'RequestExpired', 'Request has expired.'],
	[{kind: 'unavailable'}, 503, 'Unavailable', 'The server is overloaded and can\u2019t handle the request.'],
	[{kind: 'empty-500'}, 500, 'Unknown', 'Unknown'],
	[{kind: 'error', status: 400, code: 'Blocked', message: 'Your account is <blocked>.'}, 400, 'Blocked', 'Your account is <blocked>.'],
])('%j is what the SDK throws', async (fault, httpStatusCode, name, message) => {
	const endpoint = await openFaulty([fault]);

	await expect(describeReservations(endpoint, 'us-east-1')).rejects.toMatchObject({name, message, $metadata: {httpStatusCode}});
});

test.each<readonly [string, FaultKind]>([
	['a page of HTML with status 200', {kind: 'html', status: 200}],
	['an answer without its set', {kind: 'no-set'}],
])('%s is nothing to the SDK, not an empty list', async (_what, fault) => {
	const endpoint = await openFaulty([fault]);

	const {CapacityReservations} = await ec2(endpoint).send(new DescribeCapacityReservationsCommand({}));
	expect(CapacityReservations).toBeUndefined();
});

test.each<readonly [string, FaultKind, string]>([
	["a gateway's page of HTML", {kind: 'html', status: 502}, 'XML parse error'],
	['an answer whose tags do not match', {kind: 'malformed'}, 'XML parse error'],
	['half an answer', {kind: 'truncate'}, 'XML parse error'],
	['an answer with fewer bytes than promised', {kind: 'cut'}, 'aborted'],
	['a connection that is reset in the middle', {kind: 'reset'}, 'aborted'],
	['a connection that is closed without an answer', {kind: 'drop'}, 'socket hang up'],
])('%s is an error to the SDK', async (_what, fault, message) => {
	const endpoint = await openFaulty([fault]);

	await expect(describeReservations(endpoint, 'us-east-1')).rejects.toThrow(message);
});

test('a region that hangs can be left, and keeps nobody from closing', async () => {
	const endpoint = await openFaulty([{kind: 'hang', action: 'DescribeCapacityReservations'}]);
	const leaving = new AbortController();
	const answer = ec2(endpoint).send(new DescribeCapacityReservationsCommand({}), {abortSignal: leaving.signal});
	const failure = expect(answer).rejects.toMatchObject({name: 'AbortError'});

	// The endpoint goes on answering others.
	await ec2(endpoint).send(new DescribeRegionsCommand({}));
	leaving.abort();
	await failure;
	await endpoint.close();
});

test('a trickle is complete in the end, at its rate', async () => {
	const timers = instantTimers();
	const endpoint = await openFaulty([{kind: 'trickle', bytesPerSecond: 100}], {timers});

	expect(idsOf(await describeReservations(endpoint, 'us-east-1'))).toEqual(['cr-00000001']);
	expect(new Set(timers.waits)).toEqual(new Set([100]));
	expect(timers.waits.length).toBeGreaterThan(30);
});

test('a fault can be limited to an action', async () => {
	const endpoint = await openFaulty([{kind: 'deny', action: 'DescribeRegions'}]);

	await expect(ec2(endpoint).send(new DescribeRegionsCommand({}))).rejects.toThrow('ec2:DescribeRegions');
	await expect(describeReservations(endpoint, 'us-east-1')).resolves.toHaveLength(1);
});

test('a fault can be limited to a region', async () => {
	const endpoint = await openEndpoint(
		scenarioWith({
			regions: ['us-east-1', 'eu-west-1'].map((name) => ({name, optInStatus: 'opt-in-not-required'})),
			faults: [{kind: 'throttle', region: 'eu-west-1'}],
		}),
	);

	await expect(describeReservations(endpoint, 'us-east-1')).resolves.toHaveLength(1);
	await expect(describeReservations(endpoint, 'eu-west-1')).rejects.toMatchObject({name: 'RequestLimitExceeded'});
});

test('a fault can be limited to the first page, or to those that follow', async () => {
	const rows = ['cr-00000001', 'cr-00000002'].map((capacityReservationId) => ({capacityReservationId}));
	const read = async (page: FaultPage): Promise<readonly string[]> => {
		const endpoint = await openEndpoint(
			scenarioWith({
				rows,
				regions: [{name: 'us-east-1', optInStatus: 'opt-in-not-required', pageLimit: 1}],
				faults: [{kind: 'deny', page}],
			}),
		);
		const seen: string[] = [];
		try {
			for await (const {CapacityReservations = []} of paginateDescribeCapacityReservations({client: ec2(endpoint)}, {})) {
				seen.push(...CapacityReservations.map(({CapacityReservationId = ''}) => CapacityReservationId));
			}
		} catch (error) {
			seen.push((error as Error).name);
		}

		return seen;
	};

	expect(await read('first')).toEqual(['UnauthorizedOperation']);
	expect(await read('later')).toEqual(['cr-00000001', 'UnauthorizedOperation']);
});

test('a fault can be limited to the first requests, and the next fault takes over', async () => {
	const endpoint = await openFaulty([
		{kind: 'throttle', requests: 2},
		{kind: 'expired', requests: 1},
	]);

	const names = [];
	for (let request = 0; request < 4; request++) {
		names.push(
			await describeReservations(endpoint, 'us-east-1').then(
				() => 'ok',
				(error: Error) => error.name,
			),
		);
	}

	expect(names).toEqual(['RequestLimitExceeded', 'RequestLimitExceeded', 'RequestExpired', 'ok']);
});

test('a fault can be limited to a span of the scenario clock', async () => {
	let real = new Date('2030-01-01T00:00:00Z');
	const endpoint = await openFaulty(
		[{kind: 'unavailable', from: new Date('2026-11-23T10:01:00Z'), until: new Date('2026-11-23T10:02:00Z')}],
		{clock: () => real},
	);

	await expect(describeReservations(endpoint, 'us-east-1')).resolves.toHaveLength(1);
	real = new Date('2030-01-01T00:01:00Z');
	await expect(describeReservations(endpoint, 'us-east-1')).rejects.toMatchObject({name: 'Unavailable'});
	real = new Date('2030-01-01T00:02:00Z');
	await expect(describeReservations(endpoint, 'us-east-1')).resolves.toHaveLength(1);
});

test('the SDK gets over one failure by itself', async () => {
	const endpoint = await openFaulty([{kind: 'empty-500', requests: 1}]);
	const client = new EC2Client({region: 'us-east-1', endpoint: endpoint.url, credentials, maxAttempts: 2});
	onTestFinished(() => client.destroy());

	const {CapacityReservations, $metadata} = await client.send(new DescribeCapacityReservationsCommand({}));
	expect(CapacityReservations).toHaveLength(1);
	expect($metadata.attempts).toBe(2);
});

test.each<readonly [FaultKind, string]>([
	[{kind: 'deny'}, 'UnauthorizedOperation'],
	[{kind: 'deny-by-scp'}, 'UnauthorizedOperation'],
	[{kind: 'throttle'}, 'RequestLimitExceeded'],
	[{kind: 'not-opted-in'}, 'AuthFailure'],
	[{kind: 'expired'}, 'RequestExpired'],
	[{kind: 'no-set'}, 'DryRunOperation'],
	[{kind: 'trickle', bytesPerSecond: 1000}, 'DryRunOperation'],
	[{kind: 'empty-500'}, 'Unknown'],
	[{kind: 'reset'}, 'Error'],
])('under %j a dry run is answered by %s', async (fault, name) => {
	const endpoint = await openFaulty([fault], {timers: instantTimers()});

	await expect(describeReservations(endpoint, 'us-east-1', {DryRun: true})).rejects.toMatchObject({name});
});

test('a dry run hangs where the real call does', () => {
	const scenario = scenarioWith();
	const authorization = 'AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20300101/us-east-1/ec2/aws4_request';
	const content = 'Action=DescribeRegions&DryRun=true';
	const request = {authorization, target: undefined, content, requestId: '1', now: scenario.epoch};

	const reply = answerRequest(request, {scenario, findFault: createFaultFinder([{kind: 'hang'}]), takeCall: () => true, rowsIn: () => []});
	expect(reply).toMatchObject({status: 412, fault: {kind: 'hang'}});
});

async function openFaulty(faults: readonly Fault[], options: OpenOptions = {}): Promise<DemoEndpoint> {
	return openEndpoint(scenarioWith({faults}), options);
}
