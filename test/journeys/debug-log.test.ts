import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {cli, isLoaded, keys, noCredentials, open, ownFolders, runCli, serveDemo} from './open.js';

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/;

test('a report adds a line for each request, and says nothing else than without it', async () => {
	const log = logPath();
	const args = ['--demo', 'guide', '--regions', 'us-east-1,eu-west-1', '-o', 'json'];
	const [plain, logged] = [await runCli(args), await runCli([...args, '--debug-log', log])];
	expect(logged.exitCode).toBe(0);
	expect(logged.stderr).toBe('');
	expect(JSON.parse(logged.stdout).reservations).toEqual(JSON.parse(plain.stdout).reservations);
	const [first = '', ...lines] = linesOf(log).toSorted((one, other) => (actionOf(one) < actionOf(other) ? -1 : 1));
	expect(first).toMatch(
		new RegExp(
			`^time=\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z service=ec2 region=[a-z]+-[a-z]+-1 action=DescribeCapacityReservations status=200 error=- attempts=1 ms=\\d+ request=${uuid.source}$`,
		),
	);
	expect([first, ...lines].map(actionOf)).toEqual([
		'ec2 DescribeCapacityReservations',
		'ec2 DescribeCapacityReservations',
		'ec2 DescribeInstanceTypes',
		'ec2 DescribeInstanceTypes',
		'ec2 DescribeRegions',
		'pricing GetProducts',
		'pricing GetProducts',
		'pricing GetProducts',
		'sts GetCallerIdentity',
	]);

	await runCli([...args, '--debug-log', log]);
	expect(linesOf(log)).toHaveLength(18);
});

test('the app, watch and wait have it too', async () => {
	const [app, watch, wait] = [logPath(), logPath(), logPath()];
	const terminal = open(process.execPath, [cli, '--demo', 'guide', '--debug-log', app]);
	await terminal.waitFor(isLoaded);
	terminal.press('q');
	expect(await terminal.ended).toMatchObject({exitCode: 0});
	const waiting = await runCli(['wait', '--demo', 'guide', '--regions', 'us-east-1', '--debug-log', wait]);
	expect(waiting.exitCode).toBe(0);
	const stream = open(process.execPath, [cli, 'watch', '-o', 'ndjson', '--demo', 'guide', '--debug-log', watch]);
	await stream.waitFor('"type":"snapshot"');
	stream.press(keys.ctrlC);
	expect(await stream.ended).toMatchObject({exitCode: 130});
	for (const log of [app, watch, wait]) {
		expect(linesOf(log).map(actionOf)).toContain('ec2 DescribeCapacityReservations');
	}
});

test('a request id of the log is the one that a failed region names', async () => {
	const log = logPath();
	const {stderr} = await runCli(['--demo', 'faults', '--regions', 'us-east-1,eu-central-1', '--debug-log', log]);
	const id = /request ([\da-f-]+)/.exec(stderr)?.[1] ?? 'none';
	expect(linesOf(log).filter((line) => line.endsWith(`request=${id}`))).toEqual([
		expect.stringContaining('region=eu-central-1 action=DescribeCapacityReservations status=403 error=UnauthorizedOperation'),
	]);
});

test('a file that cannot be opened is wrong usage, before anything is asked', async () => {
	const path = join(logPath(), 'debug.log');
	const untouched = logPath();
	const env = {...noCredentials(), AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'example'};
	const url = await serveDemo('guide');
	const results = await Promise.all(
		[[], ['-o', 'json'], ['watch'], ['wait', '--odcr']].map(async (command) =>
			runCli([...command, '--endpoint-url', url, '--debug-log', path], {env}),
		),
	);
	for (const {exitCode, stdout, stderr} of results) {
		expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
		expect(stderr).toMatch(/^--debug-log: "[^\n]+" cannot be opened: its directory does not exist\.\n$/);
	}

	writeFileSync(untouched, 'mine\n');
	expect((await runCli(['-o', 'jsn', '--debug-log', untouched])).exitCode).toBe(2);
	expect(readFileSync(untouched, 'utf8')).toBe('mine\n');
});

function logPath(): string {
	return `${ownFolders().XDG_STATE_HOME}.log`;
}

function linesOf(path: string): readonly string[] {
	return readFileSync(path, 'utf8').trimEnd().split('\n');
}

function actionOf(line: string): string {
	const [, service, action] = /service=(\S+) .*action=(\S+)/.exec(line) ?? [];
	return `${service} ${action}`;
}
