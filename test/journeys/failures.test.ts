import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {plainState} from '../helpers/terminal.js';
import {cli, keys, noCredentials, open, runCli, serveDemo, written} from './open.js';

test('without credentials the report ends with 1 and the ways to get some', async () => {
	const {exitCode, stdout, stderr} = await runCli(['capacity'], {env: noCredentials()});
	expect({exitCode, stdout}).toEqual({exitCode: 1, stdout: ''});
	expect(stderr).toMatch(/^No credentials\.\n/);
	for (const way of ['aws configure', 'aws sso login', '--profile', '--demo']) {
		expect(stderr).toContain(way);
	}
});

test('without credentials JSON is an object all the same, and not a complete one', async () => {
	const {exitCode, stdout, stderr} = await runCli(['capacity', '--odcr', '--blocks', '-o', 'json'], {env: noCredentials()});
	expect(exitCode).toBe(1);
	expect(JSON.parse(stdout)).toMatchObject({version: 1, complete: false, account_id: null, regions: [], reservations: [], blocks: []});
	expect(stderr).toContain('No credentials.');
});

test('without credentials the app says so; once there are some, r shows the rows', async () => {
	const env = noCredentials();
	const app = open(process.execPath, [cli], {env: {...env, AWS_ENDPOINT_URL: await serveDemo('guide')}});
	await app.waitFor('r tries again');
	expect(app.text()).toContain('No credentials.');
	expect(app.text()).toContain('--demo');
	writeAwsFile(env, 'credentials', ['[default]', 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE', 'aws_secret_access_key = example']);
	app.press('r');
	await app.waitFor('chat-serving');
	app.press('q');
	expect(await app.ended).toMatchObject({exitCode: 0});
});

test('without credentials the app is left by q with 0', async () => {
	const app = open(process.execPath, [cli], {env: noCredentials()});
	await app.waitFor('r tries again');
	app.press('q');
	expect(await app.ended).toEqual({exitCode: 0, signal: 0});
	expect(app.state()).toEqual(plainState);
	expect(written(app.lines())).toEqual([]);
});

test.each([
	{face: 'app', args: []},
	{face: 'report', args: ['-o', 'table']},
])('a region that does not exist ends the $face with 2 and names the nearest one', async ({args}) => {
	const terminal = open(process.execPath, [cli, '--demo', '--regions', 'us-esat-1', ...args]);
	expect(await terminal.ended).toEqual({exitCode: 2, signal: 0});
	expect(written(terminal.lines())).toEqual(['--regions: Unknown region "us-esat-1". Did you mean us-east-1?']);
	expect(terminal.state()).toEqual(plainState);
});

test('when every region fails, the report ends with 1 and says each reason once', async () => {
	const regions = 'eu-central-1,eu-west-2,us-east-2,ap-southeast-1,eu-north-1';
	const {exitCode, stdout, stderr} = await runCli(['--demo', 'faults', '-o', 'json', '--regions', regions]);
	expect(exitCode).toBe(1);
	expect(JSON.parse(stdout)).toMatchObject({version: 1, complete: false, reservations: []});
	const lines = stderr.trimEnd().split('\n');
	expect(lines.map((line) => line.split(':')[0]).toSorted()).toEqual([
		'ap-southeast-1, eu-north-1',
		'eu-central-1',
		'eu-west-2',
		'us-east-2',
	]);
});

test('when some regions fail, the report shows the rest, names the failed, and ends with 4 under --strict only', async () => {
	const args = ['--demo', 'faults', '--regions', 'eu-central-1,us-east-1'];
	const [lenient, strict] = await Promise.all([runCli(args), runCli([...args, '--strict'])]);
	expect(lenient.exitCode).toBe(0);
	expect(strict.exitCode).toBe(4);
	expect(strict.stdout).toBe(lenient.stdout);
	expect(lenient.stdout).toMatch(/^\| g6\.xlarge +\| us-east-1 /m);
	expect(lenient.stdout).toContain('Regions: 1 of 2 read (eu-central-1 denied)');
	expect(lenient.stderr).toMatch(/^eu-central-1: Not authorised for ec2:DescribeCapacityReservations/);
});

test('when every region fails, the app says why of each', async () => {
	const app = open(process.execPath, [cli, '--demo', 'faults', '--regions', 'eu-central-1,eu-west-2']);
	const lines = await app.waitFor('None of 2 regions could be read.');
	expect(lines.join('\n')).toContain('Not authorised for ec2:DescribeCapacityReservations');
	expect(lines.join('\n')).toContain('The credentials are expired');
});

test('wrong usage ends with 2 and one line', async () => {
	const results = await Promise.all(
		[['--gpu-olny'], ['capcity'], ['-o', 'jsn'], ['--demo', 'clutser'], ['--min-capacity', 'many'], ['--regions', 'us_east_1']].map(
			async (args) => runCli(args),
		),
	);
	expect(results.map(({exitCode, stdout}) => ({exitCode, stdout}))).toEqual(results.map(() => ({exitCode: 2, stdout: ''})));
	for (const {stderr} of results) {
		expect(stderr).toMatch(/^[^\n]+\n$/);
	}

	expect(results[0]?.stderr).toContain('--gpu-only');
	expect(results[3]?.stderr).toContain('cluster');
});

test('the code of an MFA device is asked for before the app opens; ctrl-c there ends with 130', async () => {
	const env = noCredentials();
	writeAwsFile(env, 'config', [
		'[profile base]',
		'aws_access_key_id = AKIAIOSFODNN7EXAMPLE',
		'aws_secret_access_key = example',
		'[profile admin]',
		'region = us-east-1',
		'source_profile = base',
		'role_arn = arn:aws:iam::123456789012:role/admin',
		'mfa_serial = arn:aws:iam::123456789012:mfa/me',
	]);
	const app = open(process.execPath, [cli, '--profile', 'admin'], {env});
	await app.waitFor('MFA code for arn:aws:iam::123456789012:mfa/me:');
	expect(app.state()).toEqual(plainState);
	app.press(keys.ctrlC);
	expect(await app.ended).toEqual({exitCode: 130, signal: 0});
	expect(written(app.lines())).toEqual(['MFA code for arn:aws:iam::123456789012:mfa/me:']);
});

test('a profile that is not there is wrong usage: the app does not open', async () => {
	const env = noCredentials();
	writeAwsFile(env, 'config', ['[profile prod]', 'region = us-east-1']);
	const said = ['No profile "nope" in the AWS config and credentials files.', 'There are: prod.'];
	for (const way of [
		{args: ['--profile', 'nope'], env},
		{args: [], env: {...env, AWS_PROFILE: 'nope'}},
	]) {
		const app = open(process.execPath, [cli, ...way.args], {env: way.env});
		expect(await app.ended).toEqual({exitCode: 2, signal: 0});
		expect(written(app.lines())).toEqual(said);
		expect(app.output()).not.toContain('\u{1B}[?1049h');
		const report = await runCli([...way.args, '-o', 'json'], {env: way.env});
		expect(report).toMatchObject({exitCode: 2, stdout: '', stderr: `${said.join('\n')}\n`});
	}
});

function writeAwsFile({HOME = ''}: Readonly<Record<string, string>>, name: 'config' | 'credentials', lines: readonly string[]): void {
	mkdirSync(join(HOME, '.aws'));
	writeFileSync(join(HOME, '.aws', name), lines.join('\n'));
}
