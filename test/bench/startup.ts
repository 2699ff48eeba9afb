import {globSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {Bench, BenchContext, Measurement} from './measurement.js';
import {allRows, awsEnv, firstFrame, someRows, startProgram} from './program.js';
import {serveDemo} from './servers.js';

/** Starts until the program's first output, or its end, interleaved so that a slow moment of the machine meets all of them. */
export const benchStartup: Bench = async (context) => {
	const {node, cli, isQuick, sampleBase} = context;
	await using server = await serveDemo(context, 'cluster');
	const samples = new Map<string, number[]>();
	for (let round = 0; round < (isQuick ? 1 : 16); round++) {
		await sampleBase();
		const times = {
			help: await startProgram(node, [cli, '--help'], {env: awsEnv(context.folder)}).ended,
			...(await timeApp(context, server.url)),
			'remembered-frame': await timeRememberedApp(context, server.url),
			'demo-frame': await timeDemo(context),
			'first-start': (await timeApp(context, server.url, join(context.folder, `new-${round}`)))['first-frame'],
		};
		// The first round fills the caches.
		if (isQuick || round > 0) {
			for (const [id, time] of Object.entries(times)) {
				samples.set(id, [...(samples.get(id) ?? []), time]);
			}
		}
	}

	return Object.entries(what).map(([id, text]): Measurement => ({id, what: text, unit: 'ms', samples: samples.get(id) ?? []}));
};

const what = {
	help: '--help',
	'first-frame': 'First frame',
	'first-rows': 'First live rows after the first frame',
	'all-rows': 'Rows of all regions after the first frame',
	'remembered-frame': 'First frame, with the rows of the last time',
	'demo-frame': 'First frame of --demo',
	'first-start': 'First frame of the very first start',
} as const;

/** Without rows of an earlier start, whose snapshot is removed. */
async function timeApp({node, cli, folder}: BenchContext, url: string, home = folder) {
	for (const snapshot of globSync(join(home, 'cache/*/snapshot-*'))) {
		rmSync(snapshot);
	}

	using app = startProgram(node, [cli, '--endpoint-url', url], {env: awsEnv(home)});
	const frame = await app.waitFor(firstFrame);
	const first = await app.waitFor(someRows);
	const all = await app.waitFor(allRows);
	await app.quit();
	return {'first-frame': frame, 'first-rows': first - frame, 'all-rows': all - frame};
}

async function timeRememberedApp({node, cli, folder}: BenchContext, url: string): Promise<number> {
	using app = startProgram(node, [cli, '--endpoint-url', url], {env: awsEnv(folder)});
	const frame = await app.waitFor(someRows);
	await app.quit();
	return frame;
}

async function timeDemo({node, cli, folder}: BenchContext): Promise<number> {
	using app = startProgram(node, [cli, '--demo'], {env: awsEnv(folder)});
	const frame = await app.waitFor(firstFrame);
	await app.quit();
	return frame;
}
