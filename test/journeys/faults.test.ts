import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import {startDemoEndpoint} from '../../source/demo/demo-endpoint.js';
import type {Fault} from '../../source/demo/faults.js';
import {faulty, faultyAccount, home, optInId} from '../faults/faulty-world.js';
import {bareEnv, cli, noCredentials, open, runCli} from './open.js';

const east = {action: 'DescribeCapacityReservations', region: faulty} as const;

/** The environment in which the program asks an account of three regions that has these faults. */
async function environment(...faults: readonly Fault[]): Promise<Record<string, string>> {
	const endpoint = await startDemoEndpoint({scenario: {...faultyAccount, faults}, clock: () => new Date()});
	onTestFinished(() => endpoint.close());
	return {
		...noCredentials(),
		AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
		AWS_SECRET_ACCESS_KEY: 'example',
		AWS_REGION: home,
		AWS_ENDPOINT_URL: endpoint.url,
	};
}

test.each<{what: string; fault: Fault; args: readonly string[]; exitCode: number; stderr: RegExp}>([
	{
		what: 'a second page that is denied',
		fault: {...east, page: 'later', kind: 'deny'},
		args: [],
		exitCode: 0,
		stderr: /^us-gov-east-1: Not authorised/,
	},
	{
		what: 'the same under --strict',
		fault: {...east, page: 'later', kind: 'deny'},
		args: ['--strict'],
		exitCode: 4,
		stderr: /^us-gov-east-1: Not authorised/,
	},
	{
		what: 'the only region asked cut off',
		fault: {...east, kind: 'cut'},
		args: ['--regions', faulty],
		exitCode: 1,
		stderr: /^us-gov-east-1: .*\(ECONNRESET/,
	},
	{
		what: 'a region that never answers',
		fault: {...east, kind: 'hang'},
		args: ['--strict', '--timeout', '1s'],
		exitCode: 4,
		stderr: /^us-gov-east-1: No answer for 1 s/,
	},
	{
		what: 'a list of regions that cannot be read',
		fault: {action: 'DescribeRegions', kind: 'malformed'},
		args: ['--strict'],
		exitCode: 0,
		stderr: /^DescribeRegions failed \(InvalidResponse\)\. The built-in list of 2 regions stands in/,
	},
	{
		what: 'facts of types that are not there',
		fault: {action: 'DescribeInstanceTypes', kind: 'empty-500'},
		args: ['--strict'],
		exitCode: 0,
		stderr: /^$/,
	},
	{what: 'an account that nobody tells', fault: {action: 'GetCallerIdentity', kind: 'deny'}, args: ['--strict'], exitCode: 0, stderr: /^$/},
])('a report with $what ends with $exitCode', async ({fault, args, exitCode, stderr}) => {
	const result = await runCli(['-o', 'json', ...args], {env: await environment(fault)});
	expect(result.stderr).toMatch(stderr);
	expect(result.exitCode).toBe(exitCode);
	expect(JSON.parse(result.stdout)).toMatchObject({version: 1, complete: exitCode === 0 && !result.stderr.startsWith(faulty)});
});

test('a wait ends with 3 while a page of the region fails, and with 0 by what another region has', async () => {
	const env = await environment({...east, page: 'later', kind: 'truncate'}, {action: 'GetCallerIdentity', kind: 'drop'});
	const lost = runCli(['wait', '--id', 'cr-0000000000000000c', '--timeout', '2s'], {env});
	const seen = runCli(['wait', '--id', optInId, '--min-capacity', '8'], {env});
	expect((await lost).exitCode).toBe(3);
	expect((await lost).stdout).toMatch(/timed out: .*2 of 3 regions answered \(us-gov-east-1: /);
	expect((await seen).exitCode).toBe(0);
});

test('a stream goes on while a region fails, and ends with 0', async () => {
	const env = await environment({...east, kind: 'reset'});
	const child = spawn(process.execPath, [cli, 'watch', '-o', 'ndjson'], {
		env: {...bareEnv(), ...env},
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	onTestFinished(() => void child.kill('SIGKILL'));
	let stdout = '';
	const ended = once(child, 'exit');
	for await (const text of child.stdout.setEncoding('utf8')) {
		stdout += text;
		if (stdout.includes('"what":"failed"')) {
			child.kill('SIGTERM');
		}
	}

	expect(await ended).toEqual([0, null]);
	expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({type: 'snapshot', complete: false, regions: {asked: 3, answered: 2}});
});

test('the app shows what can be read, and is left with 0', async () => {
	const env = await environment({...east, page: 'later', kind: 'html', status: 502}, {action: 'DescribeInstanceTypes', kind: 'hang'});
	const app = open(process.execPath, [cli, '--no-cache'], {env});
	await app.waitFor('2 of 3 regions · 1 failed');
	expect(app.text()).toContain('p5.48xlarge');
	expect(app.text()).not.toContain('p6e-gb200');
	app.press('q');
	expect(await app.ended).toMatchObject({exitCode: 0});
});
