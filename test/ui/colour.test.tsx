import {stripVTControlCharacters} from 'node:util';
import chalk from 'chalk';
import {afterEach, describe, expect, test} from 'vitest';
import {toned} from '../../source/ui/line.js';
import {paint} from '../../source/ui/theme.js';
import {failure} from '../helpers/fake-source.js';
import {keys, type RenderedApp, renderApp} from '../helpers/render-app.js';
import {reservation} from '../helpers/reservation.js';
import {sampleAccount, sampleAnswers} from '../helpers/sample-account.js';

afterEach(() => {
	chalk.level = 0;
});

/** An account in which something drains, something failed, and something is stale. */
async function openTroubled(level: 0 | 1): Promise<RenderedApp> {
	chalk.level = level;
	const source = sampleAccount();
	const east = sampleAnswers()['us-east-1'];
	const rows = Array.isArray(east) ? [...(east[0] ?? []), reservation({id: 'cr-late', state: 'delayed'})] : [];
	source.answers.set('us-east-1', [rows]);
	const app = await renderApp({source});
	source.answers.set('us-west-2', failure('throttled'));
	await app.advance(60_000);
	return app;
}

const ways: readonly (readonly string[])[] = [[], ['2'], ['3'], [keys.enter], ['R'], ['/', 'p5'], ['y']];

test.each(ways.map((way) => [way.join(' ') || 'at first', way] as const))(
	'%s: nothing but colour is lost without colour',
	async (_, way) => {
		const coloured = await openTroubled(1);
		await coloured.press(...way);
		const text = coloured.text();
		expect(text).toContain('\u{1B}[');
		coloured.close();
		const plain = await openTroubled(0);
		await plain.press(...way);
		expect(plain.text()).not.toContain('\u{1B}');
		// Ink takes blanks at the end of a line away only where no style is around them.
		expect(stripVTControlCharacters(text).replaceAll(/ +$/gm, '')).toBe(plain.text());
	},
);

describe('without colour', () => {
	test('the selected row has its gutter, the stale ones their tilde, a drain its sign, active filters their mark', async () => {
		const app = await openTroubled(0);
		await app.press('2', 'u');
		const lines = app.lines();
		expect(lines.filter((line) => line.startsWith(' ▌'))).toHaveLength(1);
		expect(lines.filter((line) => line.includes('~'))).toHaveLength(2);
		expect(lines.find((line) => line.includes('46m left'))).toMatch(/46m left !$/);
		expect(lines[1]).toContain('u GPU ●');
		expect(lines[0]).toContain('1 denied · 1 throttled · 1 stale 1 min');
	});
});

test('whatever is red says why by a word or a sign', async () => {
	const app = await openTroubled(1);
	const red: string[] = [];
	for (const way of [['1'], ['2'], ['3'], [keys.enter], [keys.esc], ['R'], [keys.esc, '1', 'j']]) {
		await app.press(...way);
		red.push(...[...app.text().matchAll(/\u{1B}\[31m([^\u{1B}]*)/gu)].map(([, text = '']) => text));
	}

	const silent = red.filter((text) => !/!|denied|throttled|delayed|troubled|failed|▐|·|^Nov 23 11:00$/.test(text));
	expect(silent).toEqual([]);
	expect(red.length).toBeGreaterThan(5);
});

test('the selected row is bold, a stale one dim, also where its cells have colours of their own', () => {
	chalk.level = 1;
	expect(paint([toned('good', '16'), toned('dim', '–')], 'bold')).toBe('\u{1B}[1m\u{1B}[32m16\u{1B}[39m\u{1B}[22m\u{1B}[2m–\u{1B}[22m');
	expect(paint([toned('good', '16'), toned('bad', '47m left !')], 'dim')).toBe('\u{1B}[2m1647m left !\u{1B}[22m');
});

test('only the 16 ANSI colours are used, and no background', async () => {
	const app = await openTroubled(1);
	const codes = new Set<string>();
	for (const key of ['2', '3', keys.enter, keys.esc, 'R', keys.esc, '?', keys.esc, '1', 'u', 'y', '/']) {
		await app.press(key);
		for (const [, code = ''] of app.text().matchAll(/\u{1B}\[([\d;]*)m/gu)) {
			codes.add(code);
		}
	}

	expect([...codes].filter((code) => !['1', '2', '22', '31', '32', '33', '36', '39'].includes(code))).toEqual([]);
});
