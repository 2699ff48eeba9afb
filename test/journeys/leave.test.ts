import process from 'node:process';
import {expect, test} from 'vitest';
import {appState, plainState, type Terminal} from '../helpers/terminal.js';
import {cli, isLoaded, keys, open, openApp, openShell, preload, written} from './open.js';

const guide = ['--demo', 'guide'];

test('q leaves one line with totals in the scrollback, and the shell as it was', async () => {
	const shell = await openShell();
	shell.press('echo earlier\r');
	await shell.waitFor(/^earlier$/m);
	shell.press('truffle --demo guide\r');
	await shell.waitFor(isLoaded);
	expect(shell.state()).toEqual(appState);
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

/** A shell that cares for nothing itself: not for the terminal's modes, and not for signals. */
const shellAround = [
	'ulimit -c 0',
	'trap : TERM HUP INT QUIT USR2',
	// Nothing that a program would take for granted.
	'stty -ixon erase ^H',
	'found=$(stty -g)',
	`'${process.execPath}' '${cli}' "$@"`,
	'echo "left with $?"',
	'[ "$(stty -g)" = "$found" ] && echo "line mode as found"',
	'echo end',
].join('\n');

const signalled = (signal: NodeJS.Signals) => (app: Terminal) => process.kill(-app.pid, signal);
const misbehave = signalled('SIGUSR2');

test.each([
	{what: 'q', exitCode: 0, leave: (app: Terminal) => app.press('q')},
	{what: 'ctrl-c', exitCode: 130, leave: (app: Terminal) => app.press(keys.ctrlC)},
	{what: 'ctrl-c in a search', exitCode: 130, leave: (app: Terminal) => app.press(`/p5${keys.ctrlC}`)},
	{what: 'SIGINT', exitCode: 130, leave: signalled('SIGINT')},
	{what: 'SIGTERM', exitCode: 143, leave: signalled('SIGTERM')},
	{what: 'SIGHUP', exitCode: 129, leave: signalled('SIGHUP')},
	{what: 'SIGQUIT', exitCode: 131, leave: signalled('SIGQUIT')},
	{what: 'a reader of stdout that has gone', exitCode: 0, deed: 'epipe', leave: misbehave},
	{what: 'an error in a timer', exitCode: 1, deed: 'throw', error: 'Error: thrown on purpose', leave: misbehave},
	{what: 'an error that no promise waits for', exitCode: 1, deed: 'reject', error: 'Error: rejected on purpose', leave: misbehave},
	{
		what: 'an error in what draws the screen',
		exitCode: 1,
		deed: 'render',
		error: 'Error: thrown in a component on purpose',
		leave(app: Terminal) {
			misbehave(app);
			app.resize(100, 30);
		},
	},
	{what: 'an error in an effect', exitCode: 1, deed: 'effect', error: 'Error: thrown in an effect on purpose', leave: null},
])('$what ends with $exitCode and leaves the terminal as it was found', async ({exitCode, deed, error, leave}) => {
	const env = deed === undefined ? {} : {NODE_OPTIONS: preload('misbehave.js'), DEED: deed};
	const app = open('/bin/sh', ['-c', shellAround, 'sh', ...guide], {env});
	if (leave !== null) {
		await app.waitFor(isLoaded);
		expect(app.state()).toEqual(appState);
		leave(app);
	}

	const lines = written(await app.waitFor(/^end$/m));
	expect(app.state()).toEqual(plainState);
	expect(lines.slice(-3)).toEqual([`left with ${exitCode}`, 'line mode as found', 'end']);
	if (error === undefined) {
		expect(lines.join('\n')).not.toContain('has failed');
	} else {
		expect(lines.slice(0, 2)).toEqual(['truffle has failed in a way it should not. Please report this:', error]);
		expect(lines.length).toBeLessThan(20);
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
