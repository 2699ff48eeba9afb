import process from 'node:process';
import {expect, test} from 'vitest';
import {cli, isLoaded, noCredentials, open, ownFolders, preload, serveDemo} from './open.js';

const keys = {
	AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE',
	AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
	AWS_SESSION_TOKEN: `IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQ${'Ab3/+'.repeat(60)}==`,
};

/** Credentials, and what says whose account it is; a part is as bad as the whole. */
const secrets = /ASIA|wJalr|IQoJ|Ab3\/\+|123456789012|\barn:/;

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
