import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {open, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import type {Bench, BenchContext, Measurement} from './measurement.js';
import {type RoundTrips, roundTripMs} from './network.js';
import {awsEnv, plainEnv} from './program.js';
import {type Server, serveEndpoint} from './servers.js';

const run = promisify(execFile);

/** The report over all regions, each as far away as it is, against what the slowest of them takes on the wire and in EC2. */
export const benchFanout: Bench = async (context) => {
	const {isQuick, sampleBase} = context;
	await using server = await serveEndpoint(isQuick ? 100 : 1000, 'far');
	const hasCli = !isQuick && (await hasAwsCli());
	const report: Timing[] = [];
	const awsCli: Timing[] = [];
	for (let round = 0; round < (isQuick ? 1 : 13); round++) {
		await sampleBase(2);
		const timing = await time(server, async () => runReport(context, server.url), checkReport);
		// The first round fills the caches.
		if (isQuick || round > 0) {
			report.push(timing);
		}

		if (hasCli && round < 3) {
			awsCli.push(await time(server, async () => runAwsCli(context, server.url)));
		}
	}

	const measurements: Measurement[] = [
		{
			id: 'fanout',
			what: 'Report over 34 regions, to the slowest one’s round trips',
			unit: 'x',
			samples: report.map(({ms, slowestMs}) => ms / slowestMs),
		},
		{id: 'fanout-report', what: 'Report over 34 regions', unit: 'ms', samples: report.map(({ms}) => ms)},
		{id: 'fanout-slowest', what: 'The slowest region’s own round trips', unit: 'ms', samples: report.map(({slowestMs}) => slowestMs)},
	];
	return hasCli
		? [...measurements, {id: 'fanout-aws', what: 'AWS CLI, a process per region at once', unit: 'ms', samples: awsCli.map(({ms}) => ms)}]
		: measurements;
};

type Timing = {readonly ms: number; readonly slowestMs: number};

async function time<Output>(
	server: Server,
	task: () => Promise<Output>,
	check: (output: Output) => void | Promise<void> = () => {},
): Promise<Timing> {
	await fetch(`${server.url}/network`, {method: 'DELETE'});
	const startedAt = performance.now();
	const output = await task();
	const ms = performance.now() - startedAt;
	await check(output);
	const answer = await fetch(`${server.url}/network`);
	return {ms, slowestMs: Math.max(...Object.values((await answer.json()) as RoundTrips))};
}

async function runReport({node, cli, folder}: BenchContext, url: string): Promise<string> {
	const file = join(folder, 'report.json');
	await runInto(file, node, [cli, '-o', 'json', '--endpoint-url', url], {...plainEnv(), ...awsEnv(folder)});
	return file;
}

/** Ends with the program: what reads a pipe would read with the processor that the bench counts. */
async function runInto(file: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
	await using output = await open(file, 'w');
	const child = spawn(command, [...args], {env, stdio: ['ignore', output.fd, 'inherit']});
	const [exitCode] = await once(child, 'exit');
	if (exitCode !== 0) {
		throw new Error(`${command} ended with ${exitCode}.`);
	}
}

async function checkReport(file: string): Promise<void> {
	const report = JSON.parse(await readFile(file, 'utf8')) as {readonly complete: boolean; readonly regions: readonly unknown[]};
	if (!report.complete || report.regions.length !== Object.keys(roundTripMs).length) {
		throw new Error('The report is not complete.');
	}
}

async function runAwsCli({folder}: BenchContext, url: string): Promise<void> {
	const env = {...plainEnv(), ...awsEnv(folder)};
	await Promise.all(
		Object.keys(roundTripMs).map(async (region) =>
			runInto(
				join(folder, `${region}.json`),
				'aws',
				['ec2', 'describe-capacity-reservations', '--region', region, '--endpoint-url', url],
				env,
			),
		),
	);
}

async function hasAwsCli(): Promise<boolean> {
	return run('aws', ['--version']).then(
		() => true,
		() => false,
	);
}
