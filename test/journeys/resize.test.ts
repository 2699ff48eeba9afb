import {expect, test} from 'vitest';
import {displayWidth} from '../../source/format/fit-text.js';
import type {Terminal} from '../helpers/terminal.js';
import {keys, openApp} from './open.js';

const cluster = ['--demo', 'cluster'];

test('after each change of size every screen is the one that a terminal of that size opens with', async () => {
	const sizes = [
		{columns: 80, rows: 24},
		{columns: 60, rows: 15},
		{columns: 120, rows: 40},
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

test('thirty changes of size in a burst end in the right screen', async () => {
	const [app, fresh] = await Promise.all([openApp(cluster), openApp(cluster, {columns: 100, rows: 30})]);
	for (let step = 0; step < 30; step++) {
		app.resize(50 + ((step * 37) % 110), 12 + ((step * 13) % 35));
	}

	app.resize(100, 30);
	await same(app, fresh);
	app.press('j');
	fresh.press('j');
	await same(app, fresh);
});

/** Waits until both show the same, apart from how much time has passed, and from the account: on a slow machine it comes later or not. */
async function same(app: Terminal, other: Terminal | undefined): Promise<readonly string[]> {
	const expected = () => timeless(other?.text() ?? '');
	return app
		.waitFor((text) => timeless(text) === expected())
		.catch(() => {
			expect(timeless(app.text())).toBe(expected());
			return [];
		});
}

function timeless(text: string): string {
	return text
		.replace(/^.*$/m, (header) => header.replace('123456789012 ', '').replaceAll(/ +/g, ' '))
		.replaceAll(/ +\d+ s( ago)?\b/g, ' N s$1')
		.replaceAll(/ +\d+m left/g, ' Nm left')
		.replaceAll(/ +$/gm, '');
}
