import process from 'node:process';
import {expect, test} from 'vitest';
import {plainState, type Terminal} from '../helpers/terminal.js';
import {cli, isLoaded, keys, open, openApp, openShell, written} from './open.js';

const guide = ['--demo', 'guide'];

test('q leaves one line with totals in the scrollback, and the shell as it was', async () => {
	const shell = await openShell();
	shell.press('echo earlier\r');
	await shell.waitFor(/^earlier$/m);
	shell.press('truffle --demo guide\r');
	await shell.waitFor(isLoaded);
	expect(shell.state()).toEqual({buffer: 'alternate', isCursorShown: false, isPasteBracketed: true});
	shell.press('q');
	const lines = await shell.waitFor(/UTC\nshell>/);
	expect(written(lines)).toEqual([
		'shell> echo earlier',
		'earlier',
		'shell> truffle --demo guide',
		'8 ODCRs: 42 of 128 instances free · 3 blocks · next p5.48xlarge starts in 5d 11h · as of 00:00 UTC',
		'shell>',
	]);
	shell.press('echo later $?\r');
	await shell.waitFor(/^later 0$/m);
});

test.each([
	{what: 'q', exitCode: 0, leave: (app: Terminal) => app.press('q')},
	{what: 'ctrl-c', exitCode: 130, leave: (app: Terminal) => app.press(keys.ctrlC)},
	{what: 'ctrl-c in a search', exitCode: 130, leave: (app: Terminal) => app.press(`/p5${keys.ctrlC}`)},
	{what: 'SIGINT', exitCode: 130, leave: (app: Terminal) => process.kill(-app.pid, 'SIGINT')},
	{what: 'SIGTERM', exitCode: 143, leave: (app: Terminal) => process.kill(-app.pid, 'SIGTERM')},
	{what: 'SIGHUP', exitCode: 129, leave: (app: Terminal) => process.kill(-app.pid, 'SIGHUP')},
])('$what ends with $exitCode and restores screen, cursor, paste and line mode', async ({exitCode, leave}) => {
	// A shell that cares for nothing itself: not for the terminal's modes, and not for the signal.
	const script = `trap : TERM HUP INT; '${process.execPath}' '${cli}' "$@"; echo "left with $?"; stty -a; echo end`;
	const app = open('/bin/sh', ['-c', script, 'sh', ...guide]);
	await app.waitFor(isLoaded);
	leave(app);
	const text = (await app.waitFor(/^end$/m)).join('\n');
	expect(text).toContain(`left with ${exitCode}\n`);
	expect(app.state()).toEqual(plainState);
	for (const mode of ['icanon', 'echo', 'isig', 'icrnl', 'opost']) {
		expect(text).toMatch(new RegExp(`(?<!-)\\b${mode}\\b`));
	}
});

test('ends by the signal itself when it is sent one', async () => {
	const app = await openApp(guide);
	process.kill(app.pid, 'SIGTERM');
	expect(await app.ended).toMatchObject({signal: 15});
	expect(app.state()).toEqual(plainState);
});

test('ends when its terminal goes away', async () => {
	const app = await openApp(guide);
	app.hangUp();
	await app.ended;
	expect(() => process.kill(app.pid, 0)).toThrow('ESRCH');
});

test('can be left before anything has answered', async () => {
	const app = open(process.execPath, [cli, '--demo', 'faults', '--regions', 'ap-northeast-2']);
	await app.waitFor('Reading 1 region');
	app.press('q');
	expect(await app.ended).toMatchObject({exitCode: 0});
	expect(app.text().trim()).toBe('');
});
