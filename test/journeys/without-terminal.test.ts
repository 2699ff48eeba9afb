import {spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import {plainState} from '../helpers/terminal.js';
import {bareEnv, cli, open, runCli, written} from './open.js';

const truffle = `'${process.execPath}' '${cli}'`;

test('with stdout in a pipe it prints the report, and nothing on stderr', async () => {
	const {exitCode, stdout, stderr} = await runCli(['--demo', 'guide']);
	expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
	expect(stdout).toContain('Available: 42 instances (32.8% free)');
	expect(stdout).toMatch(/^\| g6\.xlarge +\| us-west-2 \| us-west-2a \| 64 +\| 24 +\| 40 +\| active \|$/m);
	expect(stdout).not.toContain('\u{1B}');
});

test.skipIf(process.platform !== 'linux').each(['--help', '--version', 'iam-policy', 'capacity --demo guide', '--demo guide -o json'])(
	'%s that cannot be written ends with 1',
	(word) => {
		const {status, stderr} = spawnSync('/bin/sh', ['-c', `${truffle} ${word} > /dev/full`], {encoding: 'utf8'});
		expect({status, stderr}).toEqual({status: 1, stderr: 'The output cannot be written: ENOSPC: no space left on device, write\n'});
	},
);

test.each([
	{what: 'nothing', command: `${truffle} --demo guide < /dev/null`},
	{what: 'a file', command: `${truffle} --demo guide < package.json`},
	{what: 'a pipe', command: `echo q | ${truffle} --demo guide`},
	{what: 'a closed descriptor', command: `${truffle} --demo guide <&-`},
])('with $what in place of a terminal to read keys from it prints the report and says why', async ({command}) => {
	const terminal = open('/bin/sh', ['-c', command]);
	const lines = await terminal.waitFor('End Dates');
	expect(lines[0]).toBe('The app cannot be opened: stdin is not a terminal. This is the report.');
	expect(lines.join('\n')).toContain('Total Reservations: 8');
	expect(await terminal.ended).toMatchObject({exitCode: 0});
	expect(terminal.state()).toEqual(plainState);
});

test('on a dumb terminal it prints the report and says why, without any control sequence', async () => {
	const terminal = open(process.execPath, [cli, '--demo', 'guide'], {env: {TERM: 'dumb'}});
	const lines = await terminal.waitFor('End Dates');
	expect(lines[0]).toBe('The app cannot be opened: TERM is dumb. This is the report.');
	expect(await terminal.ended).toMatchObject({exitCode: 0});
	expect(terminal.output()).not.toContain('\u{1B}');
});

test('--output prints the report on a terminal too', async () => {
	const terminal = open(process.execPath, [cli, '--demo', 'empty', '-o', 'csv']);
	expect(await terminal.ended).toMatchObject({exitCode: 0});
	expect(written(terminal.lines())[0]).toMatch(/^kind,/);
	expect(terminal.state().buffer).toBe('normal');
});

test.each([
	{what: 'a long report', command: `${truffle} --demo scale-2000 -o csv`, first: /^kind,/},
	{what: 'a report and its failures', command: `${truffle} --demo faults --regions eu-central-1,us-east-1 -o csv 2>&1`, first: /^kind,/},
])('head ends $what without a complaint', ({command, first}) => {
	const {stdout, stderr} = spawnSync('bash', ['-c', `${command} | head -1; echo "left with \${PIPESTATUS[0]}"`], {
		env: bareEnv(),
		encoding: 'utf8',
	});
	expect(stdout).toMatch(first);
	expect(stdout).toMatch(/^left with 0$/m);
	expect(stderr).toBe('');
});

test.each([
	{what: 'a report', args: ['--demo', 'guide', '-o', 'json']},
	{what: 'help', args: ['--help']},
	{what: 'demo-server', args: ['demo-server']},
])('$what whose reader has gone ends with 0', async ({args}) => {
	const {exitCode, stderr} = await runCli(args, {hasReader: false});
	expect(exitCode).toBe(0);
	expect(stderr).not.toMatch(/EPIPE|^ +at /m);
});

test('ctrl-c ends a report that waits for an answer with 130', async () => {
	const silent = createServer();
	onTestFinished(() => void silent.close().closeAllConnections());
	const asked = once(silent, 'request');
	await once(silent.listen(0, '127.0.0.1'), 'listening');
	const {port} = silent.address() as AddressInfo;
	const terminal = open(process.execPath, [cli, '-o', 'json', '--regions', 'us-east-1', '--endpoint-url', `http://127.0.0.1:${port}`], {
		env: {AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'example'},
	});
	await asked;
	terminal.press('\u{3}');
	expect(await terminal.ended).toEqual({exitCode: 130, signal: 0});
	expect(written(terminal.lines())).toEqual(['^C']);
});
