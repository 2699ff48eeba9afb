import {setTimeout as wait} from 'node:timers/promises';
import type {Bench, Measurement} from './measurement.js';
import {allRows, anyFrame, awsEnv, cursorFrame, helpFrame, type Program, patient, startProgram} from './program.js';
import {serveDemo} from './servers.js';

/** As fast as a key repeats when it is held down. */
const gapMs = 30;

/** Keys to the last byte of the frame that they cause, in a large account and while nothing else happens. */
export const benchKeys: Bench = async (context) => {
	const {node, cli, folder, isQuick, sampleBase} = context;
	await using server = await serveDemo(context, isQuick ? 'scale-500' : 'scale-100000');
	const samples = new Map<string, number[]>();
	const add = (id: string, times: readonly number[]) => samples.set(id, [...(samples.get(id) ?? []), ...times]);
	using app = startProgram(node, [cli, ...patient, '--endpoint-url', server.url], {env: awsEnv(folder)});
	await app.waitFor(allRows, 600_000);
	await app.press('p', /paused/);
	// The cursor down and up again, inside the window.
	const moveAround = async () => pressAll(app, isQuick ? 'jk' : 'j'.repeat(25) + 'k'.repeat(25), cursorFrame);
	await moveAround();
	for (let round = 0; round < (isQuick ? 1 : 6); round++) {
		await sampleBase(2);
		add('key-120x40', await moveAround());
		add('scroll-120x40', await pressAll(app, '\u{4}\u{4}\u{4}\u{15}\u{15}\u{15}', anyFrame));
		add('filter-120x40', await pressAll(app, 'uuaa', anyFrame));
		add('sort-120x40', await pressAll(app, 'SS', anyFrame));
		await resize(app, 200, 60);
		await moveAround();
		add('key-200x60', await moveAround());
		await resize(app, 120, 40);
		await moveAround();
	}

	await app.quit();
	return Object.entries(what).map(([id, text]): Measurement => ({id, what: text, unit: 'ms', samples: samples.get(id) ?? []}));
};

const what = {
	'key-120x40': 'Key to last byte, 120x40',
	'scroll-120x40': 'A page up or down',
	'filter-120x40': 'A filter on or off',
	'sort-120x40': 'The sort inverted',
	'key-200x60': 'Key to last byte, 200x60',
} as const;

/** A new size may be drawn more than once; what is drawn after the help has come and gone answers later keys. */
async function resize(app: Program, columns: number, rows: number): Promise<void> {
	await app.resize(columns, rows);
	await app.press('?', helpFrame);
	await app.press('?', cursorFrame);
}

async function pressAll(app: Program, keys: string, pattern: RegExp): Promise<readonly number[]> {
	const times: number[] = [];
	for (const key of keys) {
		await wait(gapMs);
		times.push(await app.press(key, pattern));
	}

	return times;
}
