import {once} from 'node:events';
import {mkdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import process from 'node:process';
import {Ajv2020} from 'ajv/dist/2020.js';
import {expect, onTestFinished, test} from 'vitest';
import {cli, keys, noCredentials, open, ownFolders, runCli, serveDemo, written} from './open.js';

const secretKeys = {
	AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE',
	AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
	AWS_SESSION_TOKEN: `IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQ${'Ab3/+'.repeat(60)}==`,
};

/** A slow machine must not count as a silent endpoint. */
const patience = ['--timeout', '60s'];

test('all is well with the demo', async () => {
	const {exitCode, stdout, stderr} = await runCli(['doctor', '--demo', 'guide', ...patience], {env: {TERM: 'xterm-256color'}});
	expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
	const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
	const text = stdout.replace(/127\.0\.0\.1:\d+, answers in \d+ ms/, '127.0.0.1:PORT, answers in N ms');
	expect(text.split('\n')).toEqual([
		'Program',
		`  ok    truffle  ${version}`,
		`  ok    Node     ${process.versions.node} on ${process.platform} ${process.arch}`,
		'',
		'Terminal',
		'  ok    App     stdout is not a terminal, so truffle prints a report',
		'  ok    Kind    xterm-256color',
		'  ok    Size    none',
		'  ok    Colour  none',
		'  ok    Locale  LANG=C.UTF-8: drawn in Unicode',
		'',
		'Files',
		'  ok    Cache  none: the demo keeps nothing',
		'  ok    State  none: the demo keeps nothing',
		'',
		'AWS',
		"  ok    Credentials  the demo's own; the access key id ends in MPLE",
		'  ok    Home region  us-east-1',
		'  ok    Endpoint     http://127.0.0.1:PORT, answers in N ms',
		'  ok    Proxy        none',
		"  ok    CA bundle    none: Node's own authorities",
		"  ok    Clock        agrees with the endpoint's",
		'',
		'Permissions',
		'  ok    ec2:DescribeCapacityReservations             allowed in 17 regions',
		'  ok    ec2:DescribeInstanceTypes                    allowed in 17 regions',
		'  ok    ec2:DescribeCapacityBlockOfferings           allowed in 17 regions',
		'  ?     ec2:DescribeCapacityBlockExtensionOfferings  not told by its dry run',
		'  ok    ec2:DescribeRegions                          allowed',
		'  ok    sts:GetCallerIdentity                        allowed; the account ends',
		'                                                     in 9012',
		'  ?     pricing:GetProducts                          not tested: no dry run',
		'',
		'All that could be tested is well.',
		'',
	]);
});

test('a permission that is missing in some regions is a warning, in all of them a problem, with the statement to add', async () => {
	const some = await runCli(['doctor', '--demo', 'faults', '--regions', 'us-east-1,eu-central-1', ...patience]);
	expect(some.exitCode).toBe(0);
	expect(some.stdout).toContain('  warn  ec2:DescribeCapacityReservations             allowed in 1 of 2 regions;');
	const all = await runCli(['doctor', '--demo', 'faults', '--regions', 'me-south-1,eu-central-1', ...patience]);
	expect(all.exitCode).toBe(1);
	expect(all.stdout).toContain('  bad   ec2:DescribeCapacityReservations             allowed in none of 2');
	expect(all.stdout.replaceAll(/\n +/g, ' ')).toContain(
		'- Add to a policy: {"Effect": "Allow", "Action": "ec2:DescribeCapacityReservations", "Resource": "*"}',
	);
	expect(all.stdout).toMatch(/\n1 problem, 3 warnings, 3 of them by a cause named before\.\n$/);
});

test('-o json is one object that the schema describes', async () => {
	const validate = new Ajv2020({strict: true}).compile(JSON.parse(readFileSync('schema/doctor-v1.schema.json', 'utf8')));
	const args = ['doctor', '-o', 'json', '--demo', 'faults', '--regions', 'eu-central-1', ...patience];
	const [denied, none] = [await runCli(args), await runCli(['doctor', '-o', 'json'], {env: noCredentials()})];
	for (const {exitCode, stdout, stderr} of [denied, none]) {
		expect({exitCode, stderr}).toEqual({exitCode: 1, stderr: ''});
		const report = JSON.parse(stdout);
		expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
		expect(report.verdict).toBe('bad');
	}

	const {checks} = JSON.parse(denied.stdout) as {readonly checks: ReadonlyArray<{readonly name: string}>};
	expect(checks.find(({name}) => name === 'ec2:DescribeCapacityReservations')).toMatchObject({
		section: 'permissions',
		status: 'bad',
		statement: {Effect: 'Allow', Action: 'ec2:DescribeCapacityReservations', Resource: '*'},
	});
	expect(checks.find(({name}) => name === 'pricing:GetProducts')).toMatchObject({status: 'unknown', fixes: [], statement: null});
	expect(JSON.parse(none.stdout).checks.map(({section}: {readonly section: string}) => section)).not.toContain('permissions');
});

test('without credentials it says how to get some, and where files are kept', async () => {
	const folders = ownFolders();
	mkdirSync(join(folders.XDG_CACHE_HOME, 'truffle-capacity'), {recursive: true, mode: 0o700});
	const {exitCode, stdout} = await runCli(['doctor'], {env: {...noCredentials(), ...folders, AWS_REGION: 'eu-west-1'}});
	expect(exitCode).toBe(1);
	const text = stdout.replaceAll(/\n {10,}/g, ' ');
	expect(text).toContain('  bad   Credentials  No credentials.\n        - Set them up with `aws configure`');
	expect(text).toContain('  ok    Home region  eu-west-1, by AWS_REGION\n');
	expect(text).toContain(`  ok    Cache  ${join(folders.XDG_CACHE_HOME, 'truffle-capacity')}\n`);
	expect(text).toContain(`  ok    State  ${join(folders.XDG_STATE_HOME, 'truffle-capacity')} (not there yet)\n`);
	expect(text).toMatch(/\n1 problem\.\n$/);
});

test('settings that cannot be used are a problem by their name', async () => {
	const [profile, bundle] = await Promise.all([
		runCli(['doctor', '--profile', 'lm'], {env: noCredentials()}),
		runCli(['doctor'], {env: {...noCredentials(), AWS_CA_BUNDLE: '/nonexistent.pem'}}),
	]);
	expect([profile.exitCode, bundle.exitCode]).toEqual([1, 1]);
	expect(profile.stdout.replaceAll(/\n {10,}/g, ' ')).toContain(
		'  bad   Credentials  No profile "lm" in the AWS config and credentials files.',
	);
	expect(bundle.stdout.replaceAll(/\n {10,}/g, ' ')).toContain(
		'  bad   Settings  The CA bundle "/nonexistent.pem" of AWS_CA_BUNDLE cannot be read',
	);
});

test('it shows of credentials and accounts no more than the last four characters', async () => {
	const args = ['--endpoint-url', await serveDemo('faults'), '--regions', 'us-east-1,eu-central-1,me-south-1', ...patience];
	const env = {...noCredentials(), ...ownFolders(), ...secretKeys, HTTP_PROXY: 'http://me:hunter2@127.0.0.1:1', NO_PROXY: '127.0.0.1'};
	for (const output of [[], ['-o', 'json']]) {
		const {exitCode, stdout, stderr} = await runCli(['doctor', ...args, ...output], {env});
		expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
		expect(stdout).toContain('keys of the environment; the access key id ends in MPLE');
		expect(stdout).not.toMatch(/ASIA|EXAMPLE|wJalr|IQoJ|Ab3\/\+|\d{5}9012|\barn:|hunter2/);
	}
});

test('in a terminal no line is wider than it, and it ends where it began', async () => {
	const terminal = open(process.execPath, [cli, 'doctor', '--demo', 'faults', '--regions', 'us-east-1,eu-central-1', ...patience], {
		columns: 60,
		rows: 60,
	});
	expect(await terminal.ended).toMatchObject({exitCode: 0});
	const lines = written(terminal.lines());
	expect(lines).toContain('  ok    App     opens here');
	expect(lines).toContain('  ok    Size    60 columns by 60 rows');
	expect(lines.at(-1)).toMatch(/^1 warning\.$/);
	// What a terminal would have to wrap comes in longer lines.
	expect(
		terminal
			.output()
			.split('\r\n')
			.filter((line) => line.replaceAll(/\u{1B}\[\d+m/gu, '').length > 59),
	).toEqual([]);
	expect(terminal.output()).toContain('\u{1B}[33mwarn\u{1B}[39m');
});

test('ctrl-c ends it with 130 while nothing answers', async () => {
	const silent = createServer();
	onTestFinished(() => void silent.close().closeAllConnections());
	const asked = once(silent, 'request');
	await once(silent.listen(0, '127.0.0.1'), 'listening');
	const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
	const env = {...noCredentials(), AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'example'};
	const terminal = open(process.execPath, [cli, 'doctor', '--endpoint-url', url, ...patience], {env});
	await asked;
	terminal.press(keys.ctrlC);
	expect(await terminal.ended).toEqual({exitCode: 130, signal: 0});
});

test('wrong usage ends with 2', async () => {
	const results = await Promise.all(
		[
			['doctor', '--wide'],
			['doctor', '-o', 'yaml'],
			['doctr'],
			['doctor', 'all'],
			['doctor', '--demo', '--regions', 'us-esat-1', ...patience],
		].map(async (args) => runCli(args)),
	);
	expect(results.map(({exitCode}) => exitCode)).toEqual(results.map(() => 2));
	expect(results.map(({stderr}) => stderr)).toEqual([
		'--wide is a flag of truffle capacity, not of truffle doctor.\n',
		'--output: unknown format "yaml". It can only be json.\n',
		'Unknown command "doctr". Did you mean doctor?\n',
		'Unexpected argument "all". Lists are written with commas and no spaces: --regions us-east-1,us-west-2.\n',
		'--regions: Unknown region "us-esat-1". Did you mean us-east-1?\n',
	]);
});
