import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {benchBytes} from './bytes.js';
import {benchFanout} from './fanout.js';
import {benchIdle} from './idle.js';
import {benchIngest} from './ingest.js';
import {benchKeys} from './keys.js';
import {describeMachine} from './machine.js';
import type {Bench, BenchContext} from './measurement.js';
import {benchMemory} from './memory.js';
import {benchPackage} from './package.js';
import {startProgram} from './program.js';
import {type BenchResult, judge} from './results.js';
import {benchStartup} from './startup.js';
import {renderTable} from './table.js';
import {type BenchName, benchNames} from './targets.js';

/*
npm run bench [-- NAME... [--quick] [--node PATH] [--dist FOLDER] [--json FILE]]

Measures the built program against the targets, and writes a table and JSON.
*/
const {values, positionals} = parseArgs({
	allowPositionals: true,
	options: {
		quick: {type: 'boolean', default: false},
		node: {type: 'string', default: process.execPath},
		dist: {type: 'string', default: 'dist'},
		json: {type: 'string', default: join(import.meta.dirname, 'results.json')},
	},
});

const benches: Readonly<Record<BenchName, Bench>> = {
	startup: benchStartup,
	keys: benchKeys,
	bytes: benchBytes,
	idle: benchIdle,
	ingest: benchIngest,
	fanout: benchFanout,
	memory: benchMemory,
	package: benchPackage,
};

const unknown = positionals.find((name) => !benchNames.some((known) => known === name));
if (unknown === undefined) {
	await runAll(benchNames.filter((name) => positionals.length === 0 || positionals.includes(name)));
} else {
	process.stderr.write(`There is no benchmark "${unknown}". There are ${benchNames.join(', ')}.\n`);
	process.exitCode = 2;
}

async function runAll(names: readonly BenchName[]): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'truffle-bench-'));
	try {
		const results: BenchResult[] = [];
		for (const name of names) {
			process.stderr.write(`${name} …\n`);
			results.push(await runOne(name, folder));
		}

		const report = {machine: describeMachine(values.node), at: new Date().toISOString(), isQuick: values.quick, results};
		writeFileSync(values.json, `${JSON.stringify(report, null, '\t')}\n`);
		process.stdout.write(renderTable(report));
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
}

async function runOne(name: BenchName, folder: string): Promise<BenchResult> {
	const base: number[] = [];
	const context: BenchContext = {
		node: values.node,
		cli: resolve(values.dist, 'cli.js'),
		library: resolve(values.dist, 'index.js'),
		isQuick: values.quick,
		folder,
		async sampleBase(times = 1) {
			for (let round = 0; round < (values.quick ? 1 : times); round++) {
				base.push(await startProgram(values.node, ['-e', '0']).ended);
			}
		},
	};
	const measurements = await benches[name](context);
	return judge(name, base, measurements);
}
