import {spawnSync} from 'node:child_process';
import {cpSync, globSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import * as nodeModule from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import packageJson from '../../package.json' with {type: 'json'};
import {bareEnv, cli, ownFolders} from './open.js';

const {enableCompileCache} = nodeModule as Partial<typeof nodeModule>;

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

test.skipIf(enableCompileCache === undefined)('the program is compiled once; --no-cache and the demo leave nothing behind', () => {
	const folders = ownFolders();
	const {NODE_COMPILE_CACHE: _, ...env} = bareEnv();
	const run = (...args: readonly string[]) => spawnSync(process.execPath, [cli, ...args], {env: {...env, ...folders}, encoding: 'utf8'});
	const kept = () => globSync('**/*', {cwd: folders.XDG_CACHE_HOME}).filter((file) => /compiled-/.test(file));
	expect(run('--demo', 'guide', '-o', 'json')).toMatchObject({status: 0, stderr: ''});
	expect(run('--help', '--no-cache')).toMatchObject({status: 0, stderr: ''});
	expect(kept()).toEqual([]);
	expect(run('--help')).toMatchObject({status: 0, stderr: ''});
	const once = kept();
	expect(once.length).toBeGreaterThan(3);
	expect(run('--help')).toMatchObject({status: 0, stdout: expect.stringContaining('Usage'), stderr: ''});
	expect(kept()).toEqual(once);
});
