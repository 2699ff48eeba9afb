import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {closeSync, constants, openSync} from 'node:fs';
import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import {appState, plainState, type Terminal} from '../helpers/terminal.js';
import {bareEnv, cli, isLoaded, keys, open, openApp, openShell, ownFolders, preload, written} from './open.js';

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

test('a signal that makes Node listen to debuggers does nothing', async () => {
	const app = await openApp(guide);
	process.kill(app.pid, 'SIGUSR1');
	app.press('2');
	await app.waitFor('START UTC');
	app.press('q');
	expect(await app.ended).toEqual({exitCode: 0, signal: 0});
	expect(app.output()).not.toContain('Debugger listening');
});

test('ends when its terminal goes away', async () => {
	const app = await openApp(guide);
	app.hangUp();
	await app.ended;
	expect(() => process.kill(app.pid, 0)).toThrow('ESRCH');
});

test('ends when its terminal goes away and no signal tells it', async () => {
	const {terminal, path} = await openLine();
	const app = startOn(path, path);
	await terminal.waitFor(isLoaded);
	// Nothing that is written shall tell it either.
	terminal.press('p');
	await terminal.waitFor('paused');
	terminal.hangUp();
	expect(await app).toBe(1);
});

test('ends when no key can reach it any more, and says so where that can be read', async () => {
	const [input, output] = [await openLine(), await openLine()];
	const app = startOn(input.path, output.path);
	await output.terminal.waitFor(isLoaded);
	input.terminal.hangUp();
	expect(await app).toBe(1);
	const lines = await output.terminal.waitFor('was closed');
	expect(written(lines)).toEqual([output.path, 'The app was closed: its input has ended, so no key could reach it.']);
	expect(output.terminal.state()).toEqual(plainState);
});

test('can be left before anything has answered', async () => {
	const app = open(process.execPath, [cli, '--demo', 'faults', '--regions', 'ap-northeast-2']);
	await app.waitFor('Reading 1 region');
	app.press('q');
	expect(await app.ended).toMatchObject({exitCode: 0});
	expect(app.text().trim()).toBe('');
});

/** What is open in this process must not be open in another, or it would keep terminals alive that have been closed here. */
const closeAll = 'for fd in {3..99}; do eval "exec $fd>&-"; done';

/** A terminal that nothing runs on, and its path. */
async function openLine(): Promise<{readonly terminal: Terminal; readonly path: string}> {
	const terminal = open('bash', ['-c', `${closeAll}; tty; exec sleep 1000`]);
	const lines = await terminal.waitFor(/^\/dev\/\S+$/m);
	return {terminal, path: lines.find((line) => line.startsWith('/dev/')) ?? ''};
}

/** Starts the app on terminals of which it is not told when they are closed, as in a session of its own; resolves to its exit code. */
async function startOn(input: string, output: string): Promise<number | null> {
	const [stdin, stdout] = [input, output].map((path) => openSync(path, constants.O_RDWR | constants.O_NOCTTY));
	const env = {...bareEnv(), ...ownFolders(), TERM: 'xterm-256color'};
	const command = `${closeAll}; exec '${process.execPath}' '${cli}' "$@"`;
	const app = spawn('bash', ['-c', command, 'bash', ...guide], {env, detached: true, stdio: [stdin, stdout, stdout]});
	onTestFinished(() => void app.kill('SIGKILL'));
	for (const descriptor of [stdin, stdout]) {
		closeSync(descriptor ?? -1);
	}

	const [exitCode] = await once(app, 'exit');
	return exitCode as number | null;
}
