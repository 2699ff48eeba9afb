import {expect, test} from 'vitest';
import type {RequestLog, RequestRecord} from '../../source/aws/request-log.js';
import {createAwsHome} from './aws-home.js';
import {errorXml, type LocalRequest, readAll, sourceAt, startLocalEc2} from './local-ec2.js';

const {signal} = new AbortController();
const startedAt = new Date('2026-11-23T10:13:00Z');

test('each call is told of, with the request id, whether it is of EC2 or STS', async () => {
	await using ec2 = await startLocalEc2((request) => ({xml: xmlFor(request), date: 'Mon, 23 Nov 2026 10:13:30 GMT'}));
	const {records, requestLog} = listen();
	using source = sourceAt(ec2.url, {requestLog});
	await source.connect(signal);
	await source.listRegions(signal);
	await source.accountId(signal);
	await readAll(source, 'eu-west-1');
	const good = {requestId: 'req-1', attempts: 1, durationMs: 14, status: 200, error: null, origin: ec2.url};
	expect(records).toEqual([
		{at: at(0), service: 'ec2', region: 'us-east-1', action: 'DescribeRegions', serverAheadMs: 29_993, ...good},
		{at: at(21), service: 'sts', region: 'us-east-1', action: 'GetCallerIdentity', serverAheadMs: 29_972, ...good},
		{at: at(42), service: 'ec2', region: 'eu-west-1', action: 'DescribeCapacityReservations', serverAheadMs: 29_951, ...good},
		{at: at(63), service: 'ec2', region: 'eu-west-1', action: 'DescribeCapacityReservations', serverAheadMs: 29_930, ...good},
	]);
});

test('an endpoint that tells no time leaves it unknown', async () => {
	await using ec2 = await startLocalEc2((request) => ({xml: xmlFor(request), date: 'today'}));
	const {records, requestLog} = listen();
	using source = sourceAt(ec2.url, {requestLog});
	await source.listRegions(signal);
	expect(records).toMatchObject([{status: 200, serverAheadMs: null}]);
});

test('attempts are one call, and what AWS said last is its error', async () => {
	let requests = 0;
	await using ec2 = await startLocalEc2(() => {
		requests += 1;
		return requests === 1 ? errorXml('InternalError', 'x', 500) : errorXml('UnauthorizedOperation', 'x', 403);
	});
	const {records, requestLog} = listen();
	using source = sourceAt(ec2.url, {requestLog});
	await expect(readAll(source)).rejects.toThrow('Not authorised');
	expect(records).toMatchObject([{attempts: 2, status: 403, error: 'UnauthorizedOperation', requestId: 'req-1'}]);
});

test('a connection that cannot be made has the code of the network, and no status', async () => {
	const {records, requestLog} = listen();
	using source = sourceAt('http://127.0.0.1:1', {requestLog});
	await expect(readAll(source)).rejects.toThrow('Connection refused');
	expect(records).toMatchObject([{attempts: 3, status: null, error: 'ECONNREFUSED', requestId: null}]);
});

test('a call that is given up is told of, too', async () => {
	const {arrived, answer: silence} = silent();
	await using ec2 = await startLocalEc2(silence);
	const {records, requestLog} = listen();
	using source = sourceAt(ec2.url, {requestLog});
	const leaving = new AbortController();
	const reading = readAll(source, 'us-east-1', leaving.signal);
	await arrived;
	leaving.abort();
	await expect(reading).rejects.toThrow();
	expect(records).toMatchObject([{attempts: 1, status: null, error: 'Aborted', requestId: null}]);
});

test('what is under way when the source is closed is told of at once, and once only', async () => {
	const {arrived, answer: silence} = silent();
	await using ec2 = await startLocalEc2(silence);
	const {records, requestLog} = listen();
	using source = sourceAt(ec2.url, {requestLog});
	const leaving = new AbortController();
	const reading = readAll(source, 'us-east-1', leaving.signal);
	await arrived;
	source.close();
	expect(records).toMatchObject([{attempts: 1, status: null, error: 'Aborted'}]);
	leaving.abort();
	await expect(reading).rejects.toThrow();
	expect(records).toHaveLength(1);
});

test('requests for credentials are told of with service and region, and without what they carry', async () => {
	await using home = await createAwsHome();
	await using aws = await startLocalEc2((request) => ({xml: xmlFor(request)}));
	home.env['AWS_ENDPOINT_URL'] = aws.url;
	await home.write('config', '[profile ml]\nrole_arn = arn:aws:iam::123456789012:role/ml\nsource_profile = base\nregion = eu-west-1\n');
	await home.write('credentials', '[base]\naws_access_key_id = AKBASE\naws_secret_access_key = secret\n');
	const {records, requestLog} = listen();
	using source = sourceAt(aws.url, {
		requestLog,
		profile: 'ml',
		endpointUrl: null,
		credentials: null,
		stsAtEndpoint: false,
		homeRegion: null,
		env: home.env,
	});
	await source.connect(signal);
	expect(records).toEqual([
		{
			at: at(0),
			service: 'sts',
			region: 'eu-west-1',
			action: 'AssumeRole',
			requestId: 'req-1',
			attempts: 1,
			durationMs: 7,
			status: 200,
			error: null,
			origin: null,
			serverAheadMs: null,
		},
	]);
});

/** A clock that moves by 7 ms whenever it is read, and the records. */
function listen(): {readonly records: RequestRecord[]; readonly requestLog: RequestLog} {
	const records: RequestRecord[] = [];
	let reads = 0;
	const clock = () => at(7 * reads++);
	return {records, requestLog: {clock, onRequest: (record) => records.push(record)}};
}

/** Never answers, and tells when it was asked. */
function silent(): {readonly arrived: Promise<void>; readonly answer: () => null} {
	let arrive = () => {};
	const arrived = new Promise<void>((resolve) => {
		arrive = resolve;
	});
	return {
		arrived,
		answer() {
			arrive();
			return null;
		},
	};
}

function at(milliseconds: number): Date {
	return new Date(startedAt.getTime() + milliseconds);
}

function xmlFor({action, parameters}: LocalRequest): string {
	switch (action) {
		case 'DescribeRegions':
			return '<DescribeRegionsResponse><regionInfo><item><regionName>us-east-1</regionName></item></regionInfo></DescribeRegionsResponse>';
		case 'GetCallerIdentity':
			return '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';
		case 'AssumeRole':
			return '<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>AKROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>';
		default:
			return `<DescribeCapacityReservationsResponse><capacityReservationSet/><nextToken>${parameters.has('NextToken') ? '' : 'two'}</nextToken></DescribeCapacityReservationsResponse>`;
	}
}
