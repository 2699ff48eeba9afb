import {execFile} from 'node:child_process';
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
	for (let round = 0; round < (isQuick ? 1 : 6); round++) {
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

async function time<Output>(server: Server, task: () => Promise<Output>, check: (output: Output) => void = () => {}): Promise<Timing> {
	await fetch(`${server.url}/network`, {method: 'DELETE'});
	const startedAt = performance.now();
	const output = await task();
	const ms = performance.now() - startedAt;
	check(output);
	const answer = await fetch(`${server.url}/network`);
	return {ms, slowestMs: Math.max(...Object.values((await answer.json()) as RoundTrips))};
}

async function runReport({node, cli, folder}: BenchContext, url: string): Promise<string> {
	const {stdout} = await run(node, [cli, '-o', 'json', '--endpoint-url', url], {
		env: {...plainEnv(), ...awsEnv(folder)},
		maxBuffer: 100_000_000,
	});
	return stdout;
}

function checkReport(stdout: string): void {
	const report = JSON.parse(stdout) as {readonly complete: boolean; readonly regions: readonly unknown[]};
	if (!report.complete || report.regions.length !== Object.keys(roundTripMs).length) {
		throw new Error('The report is not complete.');
	}
}

async function runAwsCli({folder}: BenchContext, url: string): Promise<void> {
	const env = {...plainEnv(), ...awsEnv(folder)};
	await Promise.all(
		Object.keys(roundTripMs).map(async (region) =>
			run('aws', ['ec2', 'describe-capacity-reservations', '--region', region, '--endpoint-url', url], {env, maxBuffer: 100_000_000}),
		),
	);
}

async function hasAwsCli(): Promise<boolean> {
	return run('aws', ['--version']).then(
		() => true,
		() => false,
	);
}
