import {execFile} from 'node:child_process';
import {resolve} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {promisify} from 'node:util';
import type {Bench, BenchContext, Measurement} from './measurement.js';
import {memoryMb} from './process-usage.js';
import {allRows, anyFrame, awsEnv, patient, plainEnv, startProgram} from './program.js';
import {serveDemo, typescript} from './servers.js';

/** What the app holds once everything was read and somebody looked around, and whether that grows. */
export const benchMemory: Bench = async (context) => {
	const small = await memoryOfApp(context, context.isQuick ? 100 : 1000);
	const large = await memoryOfApp(context, context.isQuick ? 100 : 100_000);
	const measurements: Measurement[] = [
		{id: 'memory-1000', what: 'Memory with 1,000 reservations', unit: 'MB', samples: [small.now]},
		{id: 'memory-100000', what: 'Memory with 100,000 reservations', unit: 'MB', samples: [large.now]},
		{id: 'memory-growth', what: 'Growth of the heap over 10,000 refreshes', unit: '%', samples: [await growth(context)]},
	];
	return large.peak === null
		? measurements
		: [...measurements, {id: 'memory-peak', what: 'The most it ever was with 100,000', unit: 'MB', samples: [large.peak]}];
};

async function memoryOfApp(context: BenchContext, reservations: number): Promise<ReturnType<typeof memoryMb>> {
	const {node, cli, folder, isQuick} = context;
	await using server = await serveDemo(context, `scale-${reservations}`);
	using app = startProgram(node, [cli, ...patient, '--endpoint-url', server.url], {env: awsEnv(folder)});
	await app.waitFor(allRows, 600_000);
	await app.press('p', anyFrame);
	for (const key of isQuick ? '2' : 'jjjj\u{4}\u{4}G2jjj3jj1g') {
		await wait(30);
		await app.press(key, anyFrame);
	}

	await wait(isQuick ? 0 : 10_000);
	const memory = memoryMb(app.pid);
	await app.quit();
	return memory;
}

/** Percent by which the heap has grown from a fifth of the refreshes to the last. */
async function growth(context: BenchContext): Promise<number> {
	const {node, folder, isQuick} = context;
	await using server = await serveDemo(context, 'scale-10000', 1000);
	const program = resolve(import.meta.dirname, 'refresh-often.ts');
	const args = [...typescript, '--expose-gc', program, '--endpoint', server.url, '--refreshes', isQuick ? '20' : '10000'];
	const {stdout} = await promisify(execFile)(node, args, {env: {...plainEnv(), ...awsEnv(folder)}});
	const {early, late} = JSON.parse(stdout) as {readonly early: number; readonly late: number};
	return (late / early - 1) * 100;
}
