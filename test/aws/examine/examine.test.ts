import {describe, expect, test} from 'vitest';
import type {Ec2SourceOptions} from '../../../source/aws/ec2-source.js';
import {type Examination, openExamination} from '../../../source/aws/examine/open-examination.js';
import {probedActions} from '../../../source/aws/examine/probe-action.js';
import type {Fault} from '../../../source/demo/faults.js';
import {openEndpoint, scenarioWith} from '../../demo/open-endpoint.js';
import {type AwsHome, createAwsHome} from '../aws-home.js';
import {callerXml, startLocalEc2} from '../local-ec2.js';

const {signal} = new AbortController();

describe('permissions', () => {
	test('each action is asked for by a dry run', async () => {
		await using ec2 = await startLocalEc2(() => ({
			status: 412,
			xml: '<Response><Errors><Error><Code>DryRunOperation</Code><Message>Request would have succeeded</Message></Error></Errors></Response>',
		}));
		using examination = await examine(ec2.url);
		for (const action of probedActions) {
			expect(await examination.probe(action, 'eu-west-1', signal)).toEqual({kind: 'allowed'});
		}

		expect(ec2.requests.map(({action, region, parameters}) => [action, region, parameters.get('DryRun')])).toEqual([
			['DescribeRegions', 'eu-west-1', 'true'],
			['DescribeCapacityReservations', 'eu-west-1', 'true'],
			['DescribeInstanceTypes', 'eu-west-1', 'true'],
			['DescribeCapacityBlockOfferings', 'eu-west-1', 'true'],
			['DescribeCapacityBlockExtensionOfferings', 'eu-west-1', 'true'],
		]);
	});

	test.each<readonly [string, readonly Fault[], object]>([
		['the embedded endpoint allows what is not faulty', [], {kind: 'allowed'}],
		['no policy allows it', [{kind: 'deny'}], {kind: 'denied', isStatementMissing: true, failure: {code: 'UnauthorizedOperation'}}],
		['the organisation denies it', [{kind: 'deny-by-scp'}], {kind: 'denied', isStatementMissing: false}],
		['AWS throttles', [{kind: 'throttling'}], {kind: 'unknown', failure: {status: 'throttled'}}],
		['the region is not enabled', [{kind: 'opt-in-required'}], {kind: 'unknown', failure: {status: 'not_enabled'}}],
		['the credentials have expired', [{kind: 'expired'}], {kind: 'unknown', failure: {status: 'expired_credentials'}}],
		['AWS has trouble', [{kind: 'empty-500'}], {kind: 'unknown', failure: {status: 'failed'}}],
		['the connection breaks', [{kind: 'reset'}], {kind: 'unknown', failure: {code: 'ECONNRESET'}}],
	])(
		'%s',
		async (_, faults, verdict) => {
			const endpoint = await openEndpoint(scenarioWith({faults}));
			using examination = await examine(endpoint.url);
			expect(await examination.probe('ec2:DescribeCapacityReservations', 'us-east-1', signal)).toMatchObject(verdict);
		},
		20_000,
	);

	test('an endpoint that knows no dry runs and answers has allowed it', async () => {
		await using ec2 = await startLocalEc2(() => ({xml: '<DescribeRegionsResponse><regionInfo/></DescribeRegionsResponse>'}));
		using examination = await examine(ec2.url);
		expect(await examination.probe('ec2:DescribeRegions', 'us-east-1', signal)).toEqual({kind: 'allowed'});
	});

	test('the account comes from STS, and a custom EC2 endpoint has none', async () => {
		const endpoint = await openEndpoint(scenarioWith());
		using examination = await examine(endpoint.url);
		expect(await examination.caller?.(signal)).toEqual({verdict: {kind: 'allowed'}, account: '123456789012'});
		using without = await examine(endpoint.url, {stsAtEndpoint: false});
		expect(without.caller).toBeNull();
	});

	test('STS may refuse, too', async () => {
		const endpoint = await openEndpoint(scenarioWith({faults: [{kind: 'deny', action: 'GetCallerIdentity'}]}));
		using examination = await examine(endpoint.url);
		expect(await examination.caller?.(signal)).toMatchObject({verdict: {kind: 'denied', isStatementMissing: true}, account: null});
	});

	test('a question stops with its signal', async () => {
		await using ec2 = await startLocalEc2(() => null);
		using examination = await examine(ec2.url);
		await expect(examination.probe('ec2:DescribeRegions', 'us-east-1', AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
	});
});

describe('credentials', () => {
	const expiresAt = null;

	test('keys of the environment', async () => {
		await using home = await createAwsHome({AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret'});
		expect(await credentialsOf(home)).toEqual({source: 'keys of the environment', keyEnd: 'MPLE', expiresAt});
	});

	test('keys of a profile', async () => {
		await using home = await createAwsHome();
		await home.write('credentials', '[ml]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n');
		expect(await credentialsOf(home, {profile: 'ml'})).toEqual({source: 'keys, profile "ml"', keyEnd: 'MPLE', expiresAt});
	});

	test('a credential process', async () => {
		await using home = await createAwsHome();
		const answer = JSON.stringify({Version: 1, AccessKeyId: 'ASIAPROCESS', SecretAccessKey: 's', Expiration: '2099-01-01T00:00:00Z'});
		const file = await home.write('answer.json', answer);
		await home.write('config', `[profile ml]\ncredential_process = cat ${file}\n`);
		expect(await credentialsOf(home, {profile: 'ml'})).toEqual({
			source: 'a credential process, profile "ml"',
			keyEnd: 'CESS',
			expiresAt: new Date('2099-01-01T00:00:00Z'),
		});
	});

	test('an assumed role', async () => {
		await using home = await createAwsHome();
		await using sts = await startLocalEc2(({action}) =>
			action === 'AssumeRole'
				? {
						xml: '<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>',
					}
				: callerXml('123456789012'),
		);
		home.env['AWS_ENDPOINT_URL'] = sts.url;
		await home.write('config', '[profile ml]\nrole_arn = arn:aws:iam::123456789012:role/ml\nsource_profile = base\nregion = us-east-1\n');
		await home.write('credentials', '[base]\naws_access_key_id = AKBASE\naws_secret_access_key = secret\n');
		expect(await credentialsOf(home, {profile: 'ml'})).toMatchObject({source: 'an assumed role, profile "ml"', keyEnd: 'ROLE'});
	});

	test('none', async () => {
		await using home = await createAwsHome();
		await expect(credentialsOf(home)).rejects.toMatchObject({reason: 'no_credentials'});
	});

	test('the demo has its own', async () => {
		using examination = await examine('http://127.0.0.1:1');
		expect(await examination.credentials()).toEqual({source: "the demo's own", keyEnd: 'MPLE', expiresAt});
	});
});

describe('settings', () => {
	test('come with the names of their places', async () => {
		await using home = await createAwsHome({AWS_DEFAULT_REGION: 'eu-west-1', AWS_ENDPOINT_URL: 'http://localhost:4566'});
		const ca = await home.write('ca.pem', '-----BEGIN CERTIFICATE-----');
		await home.write('config', `[profile ml]\nca_bundle = ${ca}\n`);
		using examination = await examine(null, {profile: 'ml', credentials: null, homeRegion: null, stsAtEndpoint: false, env: home.env});
		expect(examination.settings).toEqual({
			homeRegion: 'eu-west-1',
			homeRegionPlace: 'AWS_DEFAULT_REGION',
			endpointPlace: 'AWS_ENDPOINT_URL',
			caBundle: {path: ca, place: 'ca_bundle of profile "ml"'},
			hasProxy: false,
		});
	});

	test('the demo depends on none', async () => {
		await using home = await createAwsHome({
			AWS_REGION: 'eu-west-1',
			AWS_ENDPOINT_URL: 'http://localhost:4566',
			HTTPS_PROXY: 'http://proxy',
		});
		using examination = await examine('http://127.0.0.1:1', {env: home.env});
		expect(examination.settings).toEqual({
			homeRegion: 'us-east-1',
			homeRegionPlace: null,
			endpointPlace: null,
			caBundle: null,
			hasProxy: false,
		});
	});

	test('a proxy is told without its password, and only where it is used', async () => {
		await using home = await createAwsHome({
			HTTPS_PROXY: 'http://me:hunter2@proxy.example.com:3128',
			NO_PROXY: 'ec2.eu-west-1.amazonaws.com',
		});
		using examination = await examine(null, {credentials: null, useProxy: true, env: home.env, stsAtEndpoint: false});
		expect(examination.settings.hasProxy).toBe(true);
		expect(await examination.proxyFor('https://ec2.us-east-1.amazonaws.com')).toBe('proxy.example.com:3128');
		expect(await examination.proxyFor('https://ec2.eu-west-1.amazonaws.com')).toBeNull();
	});

	test('a setting that cannot be used is an error that names it', async () => {
		await using home = await createAwsHome({AWS_CA_BUNDLE: '/nonexistent/ca.pem'});
		await expect(examine(null, {credentials: null, env: home.env, stsAtEndpoint: false})).rejects.toMatchObject({
			reason: 'bad_setting',
			message: expect.stringContaining('AWS_CA_BUNDLE'),
		});
	});
});

/** With the demo's settings, unless a test says otherwise. */
async function examine(endpointUrl: string | null, differs: Partial<Ec2SourceOptions> = {}): Promise<Examination & Disposable> {
	const examination = await openExamination({
		profile: null,
		endpointUrl,
		homeRegion: 'us-east-1',
		asked: null,
		credentials: {accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret'},
		stsAtEndpoint: true,
		useProxy: false,
		askMfaCode: null,
		env: {},
		timeoutMs: 60_000,
		requestLog: null,
		...differs,
	});
	return {...examination, [Symbol.dispose]: examination.close};
}

async function credentialsOf(home: AwsHome, differs: Partial<Ec2SourceOptions> = {}) {
	using examination = await examine(null, {credentials: null, stsAtEndpoint: false, env: home.env, ...differs});
	return await examination.credentials();
}
