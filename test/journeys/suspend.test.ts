import process from 'node:process';
import {expect, test} from 'vitest';
import {appState} from '../helpers/terminal.js';
import {cursorOn, isLoaded, keys, openApp, openShell, written} from './open.js';

const guide = ['--demo', 'guide'];

test('ctrl-z gives the shell back as it was, fg goes on where it was, in the size that the terminal has now', async () => {
	const shell = await openShell();
	shell.press('truffle --demo guide\r');
	await shell.waitFor(isLoaded);
	shell.press('jj');
	await cursorOn(shell, 'api-canary');
	shell.press(keys.ctrlZ);
	const suspended = await shell.waitFor(/Stopped.*\nshell>/);
	expect(shell.state()).toMatchObject({buffer: 'normal', isCursorShown: true});
	expect(written(suspended)).toEqual(['shell> truffle --demo guide', expect.stringContaining('Stopped'), 'shell>']);
	shell.press('stty -a | grep -c -- "-icanon\\|-echo \\|-isig"\r');
	await shell.waitFor(/^0$/m);
	shell.resize(80, 24);
	shell.press('fg\r');
	const resumed = await shell.waitFor((text) => isLoaded.test(text) && /^.▌inf2\.xlarge/m.test(text));
	expect(resumed.at(-1)?.length).toBeLessThanOrEqual(80);
	expect(resumed.at(-1)).toMatch(/\? help {2}q quit$/);
	expect(shell.state()).toEqual(appState);
	shell.press('j');
	await shell.waitFor(/^.▌g6\.xlarge +us-west-2a +16 L4/m);
	shell.press(keys.ctrlZ);
	await shell.waitFor(/fg\n[\s\S]*Stopped[\s\S]*\nshell>/);
	shell.press('fg\r');
	await shell.waitFor(isLoaded);
	shell.press('q');
	await shell.waitFor(/ free .*\nshell>/);
});

test('a stop right after it has come back is heard', async () => {
	const app = await openApp(guide);
	const opened = () => app.output().split('\u{1B}[?1049h').length;
	for (let round = 0; round < 5; round++) {
		const before = opened();
		// Without job control it comes back by itself.
		process.kill(app.pid, 'SIGTSTP');
		await app.waitFor(() => opened() > before);
	}

	app.press('q');
	expect(await app.ended).toMatchObject({exitCode: 0});
});

test('a terminal that has become too small meanwhile says so from its first line on', async () => {
	const shell = await openShell();
	shell.press('truffle --demo guide\r');
	await shell.waitFor(isLoaded);
	shell.press(keys.ctrlZ);
	await shell.waitFor(/Stopped.*\nshell>/);
	shell.resize(50, 20);
	shell.press('fg\r');
	await shell.waitFor(/^This terminal is 50x20; 60x15 is needed\./);
	expect(shell.state().buffer).toBe('alternate');
	shell.press('q');
	await shell.waitFor(() => shell.state().buffer === 'normal');
});

test.each(['npm run demo', 'npx node dist/cli.js --demo'])('ctrl-z under %s stops npm too, and fg brings both back', async (command) => {
	const shell = await openShell();
	shell.press('stty -g\r');
	const [found = 'nothing'] = /^[\da-f:]{20,}$/m.exec((await shell.waitFor(/^[\da-f:]{20,}\nshell>/m)).join('\n')) ?? [];
	shell.press(`${command}\r`);
	await shell.waitFor(isLoaded);
	shell.press(keys.ctrlZ);
	await shell.waitFor(new RegExp(`Stopped.*${command}\nshell>`));
	expect(shell.state()).toMatchObject({buffer: 'normal', isCursorShown: true, otherModes: []});
	shell.press('clear; stty -g\r');
	await shell.waitFor(new RegExp(`${found}\nshell>`));
	shell.press('fg\r');
	await shell.waitFor(isLoaded);
	shell.press('j');
	await cursorOn(shell, 'rl-west');
	shell.press('q');
	await shell.waitFor(/ free .*\nshell>/);
	shell.press('echo left with $?\r');
	await shell.waitFor('left with 0');
});

test.each([
	{what: 'ctrl-z pressed twice', stop: (press: (text: string) => void) => press(keys.ctrlZ + keys.up + keys.ctrlZ)},
	{what: 'SIGTSTP', stop: (_: unknown, pid: number) => process.kill(pid, 'SIGTSTP')},
])('without job control the app comes back from $what by itself', async ({stop}) => {
	const app = await openApp(guide);
	stop(app.press, app.pid);
	const enteredTwice = () => app.output().split('\u{1B}[?1049h').length === 3;
	await app.waitFor((text) => enteredTwice() && isLoaded.test(text));
	app.press('j');
	await cursorOn(app, 'notebooks');
	app.press('q');
	expect(await app.ended).toMatchObject({exitCode: 0});
});
