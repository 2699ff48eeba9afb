import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import type {Report} from './results.js';
import {benchNames, targets} from './targets.js';

const patienceMs = 120_000;

test.each(benchNames)('the benchmark %s runs and measures everything that has a target', {timeout: patienceMs}, (name) => {
	const folder = mkdtempSync(join(tmpdir(), 'truffle-smoke-'));
	onTestFinished(() => rmSync(folder, {recursive: true}));
	const json = join(folder, 'results.json');
	const args = ['--import', './test/bench/import-typescript.js', 'test/bench/run.ts', name, '--quick', '--json', json];
	const table = execFileSync(process.execPath, args, {encoding: 'utf8', stdio: 'pipe'});
	const {results} = JSON.parse(readFileSync(json, 'utf8')) as Report;
	const rows = results.flatMap((result) => result.rows);
	const wanted = targets.filter((target) => target.bench === name);
	expect(rows.filter((row) => row.target !== null).map((row) => row.what)).toEqual(wanted.map((target) => target.what));
	for (const {what, median, p99, limit, target} of rows) {
		expect(table).toContain(`| ${what} `);
		expect([median, p99].every(Number.isFinite) && (target === null || Number.isFinite(limit))).toBe(true);
	}
});
