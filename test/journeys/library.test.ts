import {execFile} from 'node:child_process';
import process from 'node:process';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {bareEnv, serveDemo} from './open.js';

test('the example of the readme runs on the built library, and ends by itself', async () => {
	const env = {
		...bareEnv(),
		AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
		AWS_SECRET_ACCESS_KEY: 'secret',
		AWS_ENDPOINT_URL: await serveDemo('cluster'),
	};
	// Node 24 runs TypeScript as it is.
	const {stdout, stderr} = await promisify(execFile)(process.execPath, ['test/examples/check-capacity.ts'], {env});
	expect(stderr).toBe('');
	expect(stdout.split('\n').map((line) => line.replace(/:.*| .*/, ''))).toEqual(expect.arrayContaining(['Capacity', 'ODCR']));
	expect(stdout).toContain('Capacity Block: cb-0aa11bb22cc33dd44, active\n  Instances: 32 × p5.48xlarge\n');
	expect(stdout).toContain('ODCR: cr-0f3a9b27c1d84e650, 12 of 32 × inf2.xlarge free in us-east-1a\n');
	expect(stdout).toMatch(/: 32 × p5\.48xlarge for 7 d\.$/m);
});
