import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {cli, isLoaded, noCredentials, open, ownFolders, preload, serveDemo} from './open.js';

const keys = {
	AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE',
	AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
	AWS_SESSION_TOKEN: `IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQ${'Ab3/+'.repeat(60)}==`,
};

/** A part is as bad as the whole. */
const credentials = /ASIA|wJalr|IQoJ|Ab3\/\+/;

/** Credentials, and what says whose account it is. */
const secrets = new RegExp(`${credentials.source}|123456789012|\\barn:`);

test('the message of a crash has no credentials, no account and no ARN in it', async () => {
	const env = {...noCredentials(), ...ownFolders(), ...keys, NODE_OPTIONS: preload('misbehave.js'), DEED: 'leak'};
	const app = open(process.execPath, [cli, '--endpoint-url', await serveDemo('guide')], {env});
	await app.waitFor(isLoaded);
	process.kill(app.pid, 'SIGUSR2');
	expect(await app.ended).toEqual({exitCode: 1, signal: 0});
	const text = app.text();
	expect(text).toContain('Please report this:');
	expect(text.replaceAll('\n', ' ')).toContain('Error: <ARN> of <account id> with <key id>, <secret> and <token>');
	expect(text).not.toMatch(secrets);
});

test('what is kept has no credentials in it, and the debug log says neither whose account it was nor what was asked', async () => {
	const folders = ownFolders();
	const log = join(folders.XDG_STATE_HOME, '..', 'debug.log');
	const args = ['--endpoint-url', await serveDemo('faults'), '--timeout', '2s', '--debug-log', log];
	const app = open(process.execPath, [cli, ...args], {env: {...noCredentials(), ...folders, ...keys}});
	await app.waitFor(isLoaded);
	app.press('uq');
	expect(await app.ended).toMatchObject({exitCode: 0});

	const kept = [folders.XDG_CACHE_HOME, folders.XDG_STATE_HOME].flatMap((base) =>
		readdirSync(join(base, 'truffle-capacity')).map((name) => readFileSync(join(base, 'truffle-capacity', name), 'utf8')),
	);
	expect(kept).toHaveLength(2);
	expect(kept.filter((text) => credentials.test(text))).toEqual([]);
	expect(statSync(log).mode & 0o777).toBe(0o600);
	const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
	expect(lines.filter((line) => secrets.test(line) || /&|Version|MaxResults/.test(line))).toEqual([]);
	for (const outcome of [
		/us-east-1 .* status=200 error=- /,
		/eu-central-1 .* status=403 error=UnauthorizedOperation /,
		/ap-northeast-2 .* error=Aborted /,
	]) {
		expect(lines.filter((line) => outcome.test(line)).length).toBeGreaterThan(0);
	}
});
