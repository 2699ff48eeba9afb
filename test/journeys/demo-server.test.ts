import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import {bareEnv, cli, noCredentials, openApp, rowNames, runCli, serveDemo} from './open.js';

const keys = {AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'example'};

test('a report and the app see through AWS_ENDPOINT_URL what demo-server serves', async () => {
	const env = {...noCredentials(), ...keys, AWS_ENDPOINT_URL: await serveDemo('guide')};
	const {exitCode, stdout, stderr} = await runCli(['capacity', '-o', 'json', '--odcr', '--blocks'], {env});
	expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
	const {complete, reservations, blocks} = JSON.parse(stdout);
	expect({complete, reservations: reservations.length, blocks: blocks.length}).toEqual({
		complete: true,
		reservations: 8,
		blocks: 3,
	});
	const app = await openApp([], {env});
	expect(rowNames(app.lines())[0]).toBe('chat-serving');
});

test('demo-server prints its URL alone on stdout, binds to loopback only, and ends by SIGTERM with 0', async () => {
	const server = spawn(process.execPath, [cli, 'demo-server', '--scenario', 'guide'], {env: bareEnv(), stdio: ['ignore', 'pipe', 'pipe']});
	onTestFinished(() => void server.kill('SIGKILL'));
	let stderr = '';
	server.stderr.setEncoding('utf8').on('data', (data: string) => {
		stderr += data;
	});
	const [stdout] = await once(server.stdout.setEncoding('utf8'), 'data');
	expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
	const answer = await fetch(String(stdout).trim(), {
		method: 'POST',
		body: 'Action=DescribeRegions&Version=2016-11-15',
		headers: {
			'content-type': 'application/x-www-form-urlencoded',
			authorization:
				'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20250110/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=00',
		},
	});
	expect(await answer.text()).toContain('<regionName>us-east-1</regionName>');
	server.kill('SIGTERM');
	expect(await once(server, 'close')).toEqual([0, null]);
	expect(stderr).toContain('aws ec2 describe-capacity-reservations');
	await expect(fetch(String(stdout).trim())).rejects.toThrow();
});
