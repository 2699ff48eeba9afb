import {setTimeout as wait} from 'node:timers/promises';
import type {Bench} from './measurement.js';
import {cpuMs} from './process-usage.js';
import {allRows, awsEnv, type Program, startProgram} from './program.js';
import {serveDemo} from './servers.js';

/** What the app uses when nobody does anything: paused, so that its clock is all there is, and while it watches. */
export const benchIdle: Bench = async (context) => {
	const {node, cli, folder, isQuick, sampleBase} = context;
	await using server = await serveDemo(context, isQuick ? 'scale-100' : 'scale-1000');
	await sampleBase(5);
	using app = startProgram(node, [cli, '--endpoint-url', server.url], {env: awsEnv(folder)});
	await app.waitFor(allRows);
	await settle(isQuick);
	const watching = await sampleCpu(app, isQuick);
	await app.press('p', /paused/);
	await settle(isQuick);
	const idle = await sampleCpu(app, isQuick);
	await app.quit();
	return [
		{id: 'idle-cpu', what: 'CPU, idle with a clock', unit: '%', samples: idle},
		{id: 'watching-cpu', what: 'CPU, watching 1,000 reservations in 17 regions', unit: '%', samples: watching},
	];
};

async function settle(isQuick: boolean): Promise<void> {
	await wait(isQuick ? 0 : 5000);
}

/** Percent of a core, over ten seconds each. */
async function sampleCpu({pid}: Program, isQuick: boolean): Promise<readonly number[]> {
	const samples: number[] = [];
	for (let round = 0; round < (isQuick ? 1 : 4); round++) {
		const before = cpuMs(pid);
		const startedAt = performance.now();
		await wait(isQuick ? 500 : 10_000);
		samples.push(((cpuMs(pid) - before) / (performance.now() - startedAt)) * 100);
	}

	return samples;
}
