import {setTimeout as wait} from 'node:timers/promises';
import type {Bench} from './measurement.js';
import {allRows, anyFrame, awsEnv, cursorFrame, type Program, startProgram} from './program.js';
import {serveDemo} from './servers.js';

/** What goes over a slow link. */
export const benchBytes: Bench = async (context) => {
	const {node, cli, folder, isQuick} = context;
	await using server = await serveDemo(context, isQuick ? 'scale-100' : 'scale-1000');
	using app = startProgram(node, [cli, '--endpoint-url', server.url], {env: awsEnv(folder)});
	await app.waitFor(allRows);
	const opening = app.bytes();
	await app.press('p', /paused/);
	const odcrs = await bytesOfMoves(app, isQuick);
	await app.press('2', anyFrame);
	const blocks = await bytesOfMoves(app, isQuick);
	await app.press('1', anyFrame);
	const idle = await bytesOfSeconds(app, isQuick);
	await app.quit();
	return [
		{id: 'bytes-odcrs', what: 'Bytes of a cursor move, ODCRs', unit: 'B', samples: odcrs},
		{id: 'bytes-blocks', what: 'Bytes of a cursor move, Capacity Blocks', unit: 'B', samples: blocks},
		{id: 'bytes-idle', what: 'Bytes per second, idle', unit: 'B/s', samples: idle},
		{id: 'bytes-opening', what: 'Bytes until all regions have answered', unit: 'B', samples: [opening]},
	];
};

async function bytesOfMoves(app: Program, isQuick: boolean): Promise<readonly number[]> {
	const samples: number[] = [];
	for (const key of isQuick ? 'jk' : 'j'.repeat(15) + 'k'.repeat(15)) {
		await wait(30);
		await app.press(key, cursorFrame);
		samples.push(app.bytes());
	}

	return samples;
}

async function bytesOfSeconds(app: Program, isQuick: boolean): Promise<readonly number[]> {
	const samples: number[] = [];
	for (let round = 0; round < (isQuick ? 1 : 3); round++) {
		const before = app.bytes();
		const seconds = isQuick ? 0.5 : 5;
		await wait(seconds * 1000);
		samples.push((app.bytes() - before) / seconds);
	}

	return samples;
}
