import process from 'node:process';
import {expect, test} from 'vitest';
import {displayWidth} from '../../source/format/fit-text.js';
import {plainState, type Terminal} from '../helpers/terminal.js';
import {cli, cursorRow, isLoaded, keys, open, openApp, timeless} from './open.js';

const cluster = ['--demo', 'cluster'];

test('after each change of size every screen is the one that a terminal of that size opens with', async () => {
	const sizes = [
		{columns: 80, rows: 24},
		{columns: 60, rows: 15},
		{columns: 120, rows: 40},
		// Narrower and no lower: nothing that is left over is scrolled away.
		{columns: 80, rows: 40},
	];
	const resized = await openApp(cluster);
	const fresh = await Promise.all(sizes.map(async (size) => openApp(cluster, size)));
	for (const {press, until} of [
		{press: '2', until: 'COUNTDOWN'},
		{press: '3', until: '▼'},
		{press: '?', until: ' Move'},
		{press: keys.esc, until: '▼'},
		{press: 'R', until: 'REGION'},
		{press: keys.enter, until: '▼'},
		{press: '1', until: 'FREE'},
	]) {
		for (const app of [resized, ...fresh]) {
			app.press(press);
		}

		await Promise.all(fresh.map(async (app) => app.waitFor(until)));

		for (const [index, {columns, rows}] of sizes.entries()) {
			resized.resize(columns, rows);
			const lines = await same(resized, fresh[index]);
			expect(lines).toHaveLength(rows);
			expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
		}
	}
});

test('a terminal that is too small says so and can be left; one that grows again shows everything', async () => {
	const app = await openApp(cluster);
	app.resize(40, 10);
	const small = await app.waitFor(/This terminal is 40x10; 60x15/);
	expect(small.join(' ').split(/\s+/).join(' ').trim()).toBe('This terminal is 40x10; 60x15 is needed. q quit');
	app.resize(120, 40);
	await app.waitFor('serve-chat');
	app.resize(59, 40);
	await app.waitFor('This terminal is 59x40; 60x15 is needed.');
	app.press('q');
	expect(await app.ended).toMatchObject({exitCode: 0});
});

test('two hundred changes of size in a burst end in the right screen', async () => {
	const [app, fresh] = await Promise.all([openApp(cluster), openApp(cluster, {columns: 100, rows: 30})]);
	for (let step = 0; step < 200; step++) {
		app.resize(1 + ((step * 37) % 160), 1 + ((step * 13) % 47));
		// Between two turns the program has the time to see each.
		await new Promise((resolve) => {
			setImmediate(resolve);
		});
	}

	app.resize(100, 30);
	await same(app, fresh);
	app.press('j');
	fresh.press('j');
	await same(app, fresh);
});

test.each([
	{columns: 1, rows: 1},
	{columns: 2, rows: 1},
	{columns: 1, rows: 200},
	{columns: 500, rows: 1},
	{columns: 59, rows: 15},
	{columns: 60, rows: 14},
])('$columns x $rows is too small, can be left, and grows into the whole app', async ({columns, rows}) => {
	const app = open(process.execPath, [cli, ...cluster], {columns, rows});
	const text = `This terminal is ${columns}x${rows}; 60x15 is needed. q quit`.replaceAll(' ', '');
	const isSaid = (screen: string) => text.startsWith(screen.replaceAll(/\s/g, '')) && screen.trim() !== '';
	await app.waitFor(isSaid);
	// Keys that would do something where there is room.
	app.press('jG2');
	app.resize(120, 40);
	const lines = await app.waitFor((screen) => isLoaded.test(screen) && screen.includes('serve-chat'));
	expect(cursorRow(lines)).toContain('serve-chat');
	app.resize(columns, rows);
	await app.waitFor(isSaid);
	app.press('q');
	expect(await app.ended).toEqual({exitCode: 0, signal: 0});
	expect(app.state()).toEqual(plainState);
});

test.each([
	{columns: 60, rows: 15},
	{columns: 500, rows: 15},
	{columns: 60, rows: 200},
	{columns: 500, rows: 200},
])('$columns x $rows is filled on every screen', async ({columns, rows}) => {
	const app = await openApp(cluster, {columns, rows});
	for (const {press, until, foot = /\? help {2}q quit *$/} of [
		{press: '', until: 'FREE'},
		{press: 'j', until: 'FREE'},
		{press: '2', until: 'COUNTDOWN'},
		{press: '3', until: '▼'},
		{press: keys.enter, until: 'CAPACITY'},
		{press: keys.esc, until: /^(?![\s\S]*CAPACITY)/},
		{press: '4', until: /Nothing has changed|CHANGE/},
		{press: '?', until: ' Move'},
		{press: keys.esc, until: /Nothing has changed|CHANGE/},
		{press: 'R', until: 'REGION', foot: /done *$/},
	]) {
		app.press(press);
		const lines = await app.waitFor(
			(screen) => (typeof until === 'string' ? screen.includes(until) : until.test(screen)) && foot.test(screen),
		);
		expect(lines).toHaveLength(rows);
		expect(lines[0]).toMatch(/^ truffle /);
		expect(lines.at(-1)).toMatch(foot);
	}
});

test('a terminal that lost what it showed gets it back, be its size another one or not', async () => {
	const app = await openApp(cluster);
	const before = timeless(app.text());
	// As when it became smaller and larger again in one go: the app hears of it once, and finds the same size.
	await new Promise<void>((resolve) => {
		app.emulator.write('\u{1B}[20;1H\u{1B}[2Jrests', resolve);
	});
	process.kill(app.pid, 'SIGWINCH');
	await app.waitFor((text) => timeless(text) === before);
	app.press('2');
	await app.waitFor('COUNTDOWN');
	expect(app.lines().at(-1)).toMatch(/q quit *$/);
});

/** Waits until both show the same. */
async function same(app: Terminal, other: Terminal | undefined): Promise<readonly string[]> {
	const expected = () => timeless(other?.text() ?? '');
	return app
		.waitFor((text) => timeless(text) === expected())
		.catch(() => {
			expect(timeless(app.text())).toBe(expected());
			return [];
		});
}
