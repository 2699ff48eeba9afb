import {spawnSync} from 'node:child_process';
import {cpSync, globSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import packageJson from '../../package.json' with {type: 'json'};
import {bareEnv} from './open.js';

test('--help, --version and wrong usage load neither Ink nor the SDK', () => {
	const dist = mkdtempSync(join(tmpdir(), 'truffle-dist-'));
	onTestFinished(() => rmSync(dist, {recursive: true}));
	cpSync('dist', dist, {recursive: true});
	const heavy = globSync('chunks/*.js', {cwd: dist}).filter((file) => {
		const code = readFileSync(join(dist, file), 'utf8');
		return code.includes('react.transitional.element') || code.includes('DescribeCapacityReservationsRequest');
	});
	expect(heavy.length).toBeGreaterThanOrEqual(2);
	for (const file of heavy) {
		rmSync(join(dist, file));
	}

	const run = (...args: readonly string[]) =>
		spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], {env: bareEnv(), encoding: 'utf8'});
	expect(run('--version')).toMatchObject({status: 0, stdout: `${packageJson.version}\n`, stderr: ''});
	expect(run('--help')).toMatchObject({status: 0, stdout: expect.stringContaining('Usage'), stderr: ''});
	expect(run('demo-server', '--help')).toMatchObject({status: 0, stdout: expect.stringContaining('--port'), stderr: ''});
	expect(run('--regions', 'nowhere')).toMatchObject({status: 2});
	// What is missing would have been needed.
	expect(run('--demo', 'guide')).toMatchObject({status: 1});
});
