import {createHash} from 'node:crypto';
import {describe, expect, test} from 'vitest';
import type {Ec2SourceOptions} from '../../source/aws/ec2-source.js';
import {isMfaNeeded} from '../../source/aws/profile-checks.js';
import {type AwsHome, createAwsHome} from './aws-home.js';
import {callerXml, errorXml, type LocalRequest, readAll, reservationsXml, sourceAt, startLocalEc2} from './local-ec2.js';

const {signal} = new AbortController();
const keys = (id: string) => `aws_access_key_id = ${id}\naws_secret_access_key = secret\n`;
const waysToGetThem =
	'Set them up with `aws configure` or `aws sso login --profile NAME`, name a profile with --profile, or look around with --demo.';

describe('no credentials', () => {
	test('none anywhere', async () => {
		await using home = await createAwsHome();
		await expect(connect(home)).rejects.toMatchObject({reason: 'no_credentials', message: 'No credentials.', hint: waysToGetThem});
	});

	test('a profile that does not exist', async () => {
		await using home = await createAwsHome();
		await home.write('config', '[profile ml]\nregion = us-east-1\n[default]\nregion = us-east-1\n');
		await expect(connect(home, {profile: 'lm'})).rejects.toMatchObject({
			reason: 'bad_setting',
			message: 'No profile "lm" in the AWS config and credentials files.',
			hint: 'There are: default, ml.',
		});
	});

	test('a profile without any', async () => {
		await using home = await createAwsHome({AWS_PROFILE: 'ml'});
		await home.write('config', '[profile ml]\nregion = us-east-1\n');
		await expect(connect(home)).rejects.toMatchObject({
			reason: 'no_credentials',
			message: 'No credentials of profile "ml".',
			hint: waysToGetThem,
		});
	});

	test('an SSO session that is over', async () => {
		await using home = await createAwsHome();
		await home.write('config', ssoConfig);
		await home.write(
			`.aws/sso/cache/${createHash('sha1').update('corp').digest('hex')}.json`,
			JSON.stringify({accessToken: 't', expiresAt: '2020-01-01T00:00:00Z'}),
		);
		await expect(connect(home, {profile: 'ml'})).rejects.toMatchObject({
			reason: 'expired_credentials',
			message: 'The credentials of profile "ml" are expired.',
			hint: 'Renew them with: aws sso login --profile ml',
		});
	});

	test('an SSO session that never began', async () => {
		await using home = await createAwsHome();
		await home.write('config', ssoConfig);
		await expect(connect(home, {profile: 'ml'})).rejects.toMatchObject({
			reason: 'expired_credentials',
			hint: 'Renew them with: aws sso login --profile ml',
		});
	});

	test('a login session that is gone', async () => {
		await using home = await createAwsHome();
		await home.write('config', '[profile ml]\nlogin_session = arn:aws:iam::123456789012:user/me\nregion = us-east-1\n');
		await expect(connect(home, {profile: 'ml'})).rejects.toMatchObject({
			reason: 'expired_credentials',
			message: 'The credentials of profile "ml" are expired.',
			hint: 'Renew them with: aws login --profile ml',
		});
	});

	test('a process that fails', async () => {
		await using home = await createAwsHome();
		await home.write('config', '[profile ml]\ncredential_process = /nonexistent/helper\n');
		await expect(connect(home, {profile: 'ml'})).rejects.toMatchObject({
			reason: 'no_credentials',
			message: 'The credential_process of profile "ml" gave no credentials.',
			hint: 'Run it by itself to see why.',
		});
	});
});

describe('the SDK’s own chain', () => {
	test('keys of the environment', async () => {
		await using home = await createAwsHome({AWS_ACCESS_KEY_ID: 'AKENV', AWS_SECRET_ACCESS_KEY: 'secret'});
		expect(await keyUsed(home)).toBe('AKENV');
	});

	test('a named profile goes before the environment', async () => {
		await using home = await createAwsHome({AWS_ACCESS_KEY_ID: 'AKENV', AWS_SECRET_ACCESS_KEY: 'secret'});
		await home.write('credentials', `[ml]\n${keys('AKML')}`);
		expect(await keyUsed(home, {profile: 'ml'})).toBe('AKML');
	});

	test('a role is assumed once for all regions, by the STS of the settings', async () => {
		await using home = await createAwsHome();
		await home.write('config', roleConfig());
		await home.write('credentials', `[base]\n${keys('AKBASE')}`);
		await using aws = await startLocalEc2(answer);
		home.env['AWS_ENDPOINT_URL'] = aws.url;
		using source = open(home, {profile: 'ml', endpointUrl: null});
		await source.connect(signal);
		await Promise.all([readAll(source, 'us-east-1'), readAll(source, 'eu-west-1')]);
		expect(aws.requests.map((request) => `${request.action} ${keyOf(request)}`).toSorted()).toEqual([
			'AssumeRole AKBASE',
			'DescribeCapacityReservations AKROLE',
			'DescribeCapacityReservations AKROLE',
		]);
	});

	test('a role that may not be assumed', async () => {
		await using home = await createAwsHome();
		await home.write('config', roleConfig());
		await home.write('credentials', `[base]\n${keys('AKBASE')}`);
		await using aws = await startLocalEc2(() =>
			stsError('AccessDenied', 'User: x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::210987654321:role/ml'),
		);
		home.env['AWS_ENDPOINT_URL'] = aws.url;
		using source = open(home, {profile: 'ml', endpointUrl: null});
		await expect(source.connect(signal)).rejects.toMatchObject({
			reason: 'no_credentials',
			message:
				'Cannot get the credentials of profile "ml": User: x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::210987654321:role/ml.',
		});
	});

	test('a role that cannot be asked for is no reason to set up credentials', async () => {
		await using home = await createAwsHome();
		await home.write('config', roleConfig());
		await home.write('credentials', `[base]\n${keys('AKBASE')}`);
		const aws = await startLocalEc2(answer);
		await aws[Symbol.asyncDispose]();
		home.env['AWS_ENDPOINT_URL'] = aws.url;
		using source = open(home, {profile: 'ml', endpointUrl: null});
		await expect(source.connect(signal)).rejects.toMatchObject({
			reason: 'no_credentials',
			message: expect.stringMatching(/^Cannot get the credentials of profile "ml": Connection refused.*: check the endpoint/),
			hint: null,
		});
	});

	test('stale keys under a role', async () => {
		await using home = await createAwsHome();
		await home.write('config', roleConfig());
		await home.write('credentials', `[base]\n${keys('AKBASE')}`);
		await using aws = await startLocalEc2(() => stsError('ExpiredToken', 'The security token included in the request is expired'));
		home.env['AWS_ENDPOINT_URL'] = aws.url;
		using source = open(home, {profile: 'ml', endpointUrl: null});
		await expect(source.connect(signal)).rejects.toMatchObject({reason: 'expired_credentials', hint: 'Renew those of profile "ml".'});
	});
});

describe('multi-factor codes', () => {
	const mfa = 'mfa_serial = arn:aws:iam::123456789012:mfa/me\n';

	test('one is asked for, once', async () => {
		await using home = await createAwsHome();
		await home.write('config', roleConfig(mfa));
		await home.write('credentials', `[base]\n${keys('AKBASE')}`);
		await using aws = await startLocalEc2(answer);
		home.env['AWS_ENDPOINT_URL'] = aws.url;
		const asked: string[] = [];
		const askMfaCode = async (serial: string) => {
			asked.push(serial);
			return '123456';
		};
		using source = open(home, {profile: 'ml', endpointUrl: null, askMfaCode});
		await source.connect(signal);
		await source.connect(signal);
		await readAll(source);
		expect(asked).toEqual(['arn:aws:iam::123456789012:mfa/me']);
		expect(aws.requests[0]?.parameters.get('TokenCode')).toBe('123456');
	});

	test('nobody to ask', async () => {
		await using home = await createAwsHome();
		await home.write('config', roleConfig(mfa));
		await home.write('credentials', `[base]\n${keys('AKBASE')}`);
		await expect(connect(home, {profile: 'ml'})).rejects.toMatchObject({
			reason: 'no_credentials',
			message: 'The credentials of profile "ml" need a multi-factor code.',
			hint: 'Start truffle in a terminal, where it can ask for the code.',
		});
	});

	test('once the app has the screen nobody is asked again', async () => {
		await using home = await createAwsHome();
		await home.write('config', roleConfig(mfa));
		await home.write('credentials', `[base]\n${keys('AKBASE')}`);
		await using aws = await startLocalEc2((request) =>
			request.action === 'AssumeRole' ? answer(request) : errorXml('RequestExpired', 'Over.'),
		);
		home.env['AWS_ENDPOINT_URL'] = aws.url;
		using source = open(home, {profile: 'ml', endpointUrl: null, askMfaCode: async () => '123456'});
		await source.connect(signal);
		await expect(readAll(source)).rejects.toMatchObject({failure: {status: 'expired_credentials'}});
		await expect(source.connect(signal)).rejects.toMatchObject({
			reason: 'expired_credentials',
			hint: 'Start again to enter a new multi-factor code.',
		});
	});

	test.each([
		['a role with a device', roleConfig(mfa), {}, true],
		['a role without', roleConfig(), {}, false],
		[
			'a device further down the chain',
			`${roleConfig(mfa)}[profile outer]\nrole_arn = arn:aws:iam::1:role/o\nsource_profile = ml\n`,
			{AWS_PROFILE: 'outer'},
			true,
		],
		['profiles in a circle', '[profile ml]\nrole_arn = r\nsource_profile = b\n[profile b]\nrole_arn = r\nsource_profile = ml\n', {}, false],
		[
			'no profile and keys in the environment',
			`[default]\nrole_arn = r\n${mfa}`,
			{AWS_PROFILE: '', AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'b'},
			false,
		],
	])('whether one will be needed is known before: %s', async (_, config, env, expected) => {
		await using home = await createAwsHome({AWS_PROFILE: 'ml', ...env});
		await home.write('config', config);
		expect(await isMfaNeeded(null, home.env)).toBe(expected);
	});
});

describe('credentials that are renewed', () => {
	test('the files are read again after an expiry, and every region uses the new keys', async () => {
		await using home = await createAwsHome({AWS_PROFILE: 'ml'});
		await home.write('credentials', `[ml]\n${keys('AKOLD')}`);
		await using aws = await startLocalEc2((request) => (keyOf(request) === 'AKOLD' ? errorXml('ExpiredToken', 'Over.') : answer(request)));
		using source = open(home, {endpointUrl: aws.url});
		await source.connect(signal);
		await expect(readAll(source)).rejects.toMatchObject({
			failure: {status: 'expired_credentials', message: 'The credentials are expired. Renew those of profile "ml".'},
		});
		await home.write('credentials', `[ml]\n${keys('AKNEW')}`);
		await source.connect(signal);
		await readAll(source, 'us-east-1');
		await readAll(source, 'eu-west-1');
		expect(aws.requests.map(keyOf)).toEqual(['AKOLD', 'AKNEW', 'AKNEW']);
	});

	test('those of the environment cannot be, and the message says so', async () => {
		await using home = await createAwsHome({AWS_ACCESS_KEY_ID: 'AKENV', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token'});
		await using aws = await startLocalEc2(() => errorXml('RequestExpired', 'Over.'));
		using source = open(home, {endpointUrl: aws.url});
		await source.connect(signal);
		await expect(readAll(source)).rejects.toMatchObject({
			failure: {message: "The credentials are expired, or this machine's clock is wrong. Set new ones in the environment and start again."},
		});
	});

	test('a first connect that failed can be tried again', async () => {
		await using home = await createAwsHome();
		using source = open(home, {});
		await expect(source.connect(signal)).rejects.toMatchObject({reason: 'no_credentials'});
		await home.write('credentials', `[default]\n${keys('AKNEW')}`);
		await source.connect(signal);
	});
});

describe('the home region', () => {
	test.each([
		['the environment', {AWS_REGION: 'eu-west-3'}, '[default]\nregion = eu-west-1\n', ['sa-east-1'], 'eu-west-3'],
		['the profile', {}, '[default]\nregion = eu-west-1\n', ['sa-east-1'], 'eu-west-1'],
		['what the AWS CLI reads', {AWS_DEFAULT_REGION: 'eu-west-2'}, '', ['sa-east-1'], 'eu-west-2'],
		['the first one asked for', {}, '', ['sa-east-1', 'us-west-2'], 'sa-east-1'],
		['the first one asked for that every account has', {}, '', ['us-esat-1', 'me-south-1', 'us-west-2'], 'us-west-2'],
		['the default of the asked partition', {}, '', ['cn-north-9'], 'cn-north-1'],
		['the partition’s default', {}, '', null, 'us-east-1'],
	])('is that of %s', async (_, env, config, asked, expected) => {
		await using home = await createAwsHome({AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 's', ...env});
		await home.write('config', config);
		await using aws = await startLocalEc2(() => ({xml: '<R><regionInfo/></R>'}));
		using source = open(home, {endpointUrl: aws.url, asked});
		await source.connect(signal);
		await source.listRegions(signal);
		expect(aws.requests.map(({region}) => region)).toEqual([expected]);
	});
});

test('endpoint_url of a chosen profile holds, not the default profile’s', async () => {
	await using home = await createAwsHome();
	await using aws = await startLocalEc2(answer);
	await home.write('config', `[default]\nendpoint_url = http://127.0.0.1:1\n[profile ml]\nendpoint_url = ${aws.url}\n`);
	await home.write('credentials', `[ml]\n${keys('AKML')}`);
	using source = open(home, {profile: 'ml', endpointUrl: null});
	await source.connect(signal);
	expect(await readAll(source)).toEqual([[]]);
	expect(await source.accountId(signal)).toBe('123456789012');
});

test('fixed keys read neither environment nor files', async () => {
	await using home = await createAwsHome({
		AWS_PROFILE: 'nobody',
		AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
		AWS_USE_FIPS_ENDPOINT: 'true',
		AWS_CA_BUNDLE: '/nonexistent',
		HTTP_PROXY: 'http://127.0.0.1:1',
	});
	await using aws = await startLocalEc2(answer);
	using source = sourceAt(aws.url, {env: home.env});
	await source.connect(signal);
	expect(await readAll(source)).toEqual([[]]);
	expect(await source.accountId(signal)).toBe('123456789012');
});

const ssoConfig = `[profile ml]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = Viewer
region = us-east-1
[sso-session corp]
sso_start_url = https://corp.example/start
sso_region = us-east-1
sso_registration_scopes = sso:account:access
`;

function roleConfig(more = ''): string {
	return `[profile ml]\nrole_arn = arn:aws:iam::210987654321:role/ml\nsource_profile = base\nregion = us-east-1\n${more}`;
}

function open(home: AwsHome, options: Partial<Ec2SourceOptions>) {
	return sourceAt('http://127.0.0.1:1', {homeRegion: null, credentials: null, stsAtEndpoint: false, env: home.env, ...options});
}

async function connect(home: AwsHome, options: Partial<Ec2SourceOptions> = {}): Promise<void> {
	using source = open(home, options);
	await source.connect(signal);
}

async function keyUsed(home: AwsHome, options: Partial<Ec2SourceOptions> = {}): Promise<string> {
	await using aws = await startLocalEc2(answer);
	using source = open(home, {...options, endpointUrl: aws.url});
	await source.connect(signal);
	await readAll(source);
	return aws.requests.map(keyOf).join(' ');
}

function keyOf({headers}: LocalRequest): string {
	return /Credential=([^/]*)/.exec(headers.authorization ?? '')?.[1] ?? '';
}

function answer({action}: LocalRequest) {
	switch (action) {
		case 'GetCallerIdentity':
			return callerXml('123456789012');
		case 'AssumeRole':
			return {
				xml: '<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>AKROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>',
			};
		default:
			return reservationsXml([]);
	}
}

function stsError(code: string, message: string) {
	return {
		status: 403,
		xml: `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
	};
}
