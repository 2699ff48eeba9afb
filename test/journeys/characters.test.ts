import {expect, test} from 'vitest';
import type {Terminal} from '../helpers/terminal.js';
import {cursorRow, isLoaded, keys, openApp, type RunResult, runCli} from './open.js';

/** Sequences that the app itself writes: screen, cursor, paste and frames; moves and erasures. Colours are apart. */
const ownSequence = /\u{1B}\[(?:\?(?:1049|25|2004|2026)[hl]|\d*[A-GJK]|(?:1;1)?H)/gu;
/** Control characters, direction marks and what else is not seen or ends a line; a new line is neither. */
const unprintable = /[^\n\P{Cc}]|[\u{202A}-\u{202E}\u{2066}-\u{2069}\u{200B}\u{200E}\u{200F}\u{61C}\u{2028}\u{2029}]/u;
const colour = /\u{1B}\[[\d;]*m/gu;

test.each([
	{what: 'the locale C', args: ['--demo', 'hostile'], env: {LANG: 'C'}},
	{what: '--ascii', args: ['--demo', 'cluster', '--ascii'], env: {}},
])('with $what every screen is of ASCII characters alone', async ({args, env}) => {
	const app = await openApp(args, {env, columns: 150});
	await visitScreens(app);
	app.press('1');
	await app.waitFor('FREE');
	app.resize(40, 10);
	await app.waitFor('This terminal is');
	app.press('q');
	await app.ended;
	expect(app.text()).toMatch(/\d of \d+ free/);
	expect(app.output()).not.toMatch(/[^\0-\u{7F}]/u);
});

const formats = ['table', 'csv', 'json', 'yaml'];

test('with --ascii a report is of ASCII characters alone, in every format', async () => {
	for (const {stdout, stderr} of await reportHostile('--ascii')) {
		expect(stdout).toMatch(/^[\r\n -~]{1000,}$/);
		expect(stderr).toMatch(/^[\n -~]+$/);
	}
});

test('hostile texts do not reach a report raw, in any format', async () => {
	for (const {stdout, stderr} of await reportHostile()) {
		expect(stdout).toContain('訓練クラスタ');
		expect(stdout.replaceAll('\r\n', '\n') + stderr).not.toMatch(unprintable);
	}
});

test('hostile texts do not reach the screen raw: its only control sequences are those of the app, and with NO_COLOR no colours', async () => {
	const app = await openApp(['--demo', 'hostile'], {columns: 150, env: {NO_COLOR: '1'}});
	const titles: string[] = [];
	app.emulator.onTitleChange((title) => titles.push(title));
	await visitScreens(app);
	app.press('1/us-west-2');
	await app.waitFor('1 ODCRs 10 ');
	app.press(keys.enter);
	const control = await visitDetails(app);
	for (const text of ['red cleared', 'link', 'clipboard', 'raw reverse']) {
		expect(control).toContain(text);
	}

	app.press(`${keys.end}/${keys.ctrlU}us-east-1`);
	await app.waitFor('1 ODCRs 21 ');
	app.press(keys.enter);
	const printable = await visitDetails(app);
	for (const text of ['訓練クラスタ', 'two lines and a tab and CRLF']) {
		expect(printable).toContain(text);
	}

	app.press('q');
	await app.ended;
	expect(app.output().replaceAll(ownSequence, '').replaceAll('\r\n', '\n')).not.toMatch(unprintable);
	expect(titles).toEqual([]);
});

test('with --no-color there are no colours and no styles, and the cursor is still seen', async () => {
	const app = await openApp(['--demo', 'cluster', '--no-color']);
	await visitScreens(app);
	app.press('1');
	expect(cursorRow(await app.waitFor('FREE'))).toContain('serve-chat');
	expect(app.output()).not.toMatch(colour);
});

test('on an ordinary terminal there are colours', async () => {
	const app = await openApp(['--demo', 'cluster']);
	expect(app.output()).toMatch(colour);
});

async function reportHostile(...flags: readonly string[]): Promise<readonly RunResult[]> {
	const args = ['--demo', 'hostile', '--odcr', '--blocks', '--all', '--wide', ...flags];
	return Promise.all(formats.map(async (format) => runCli([...args, '-o', format])));
}

/** Every pane and screen, with everything that can be shown on them. */
async function visitScreens(app: Terminal): Promise<void> {
	for (const {press, until} of [
		{press: 'E', until: /E ended/},
		{press: '2', until: 'COUNTDOWN'},
		{press: keys.enter, until: 'CAPACITY'},
		{press: keys.esc, until: (text: string) => !text.includes('CAPACITY')},
		{press: '3', until: 'column'},
		{press: 'o+', until: 'column'},
		{press: keys.enter, until: 'CAPACITY'},
		{press: keys.esc, until: (text: string) => !text.includes('CAPACITY')},
		{press: 'R', until: 'REGION'},
		{press: keys.down, until: 'REGION'},
		{press: keys.enter, until: 'column'},
		{press: '?', until: 'Shift-Tab'},
		{press: keys.esc, until: (text: string) => !text.includes('Shift-Tab')},
		{press: '1/zz', until: 'match the filters'},
		{press: keys.esc, until: 'FREE'},
		{press: 'p', until: 'paused'},
		{press: 'p', until: isLoaded},
	]) {
		app.press(press);
		await app.waitFor(until);
	}
}

/** The details of every row of pane 1, beside it. */
async function visitDetails(app: Terminal): Promise<string> {
	app.press(`${keys.home}${keys.enter}`);
	const seen = [(await app.waitFor('CAPACITY')).join('\n')];
	const count = Number(/1 ODCRs (\d+)/.exec(seen[0] ?? '')?.[1]);
	for (let row = 1; row < count; row++) {
		app.press('j');
		seen.push(
			(
				await app.waitFor((text) => cursorIndex(text) !== cursorIndex(seen.at(-1) ?? '') || details(text) !== details(seen.at(-1) ?? ''))
			).join('\n'),
		);
	}

	app.press(keys.esc);
	await app.waitFor((text) => !text.includes('CAPACITY'));
	return seen.join('\n').replaceAll(/\s+/g, ' ');
}

function cursorIndex(text: string): number {
	return text.split('\n').findIndex((line) => line.startsWith('▌', 1));
}

function details(text: string): string {
	return text
		.split('\n')
		.slice(4)
		.map((line) => line.slice(90))
		.join('\n');
}
