import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {expect, onTestFinished, type TestContext, test} from 'vitest';
import type {Terminal} from '../helpers/terminal.js';
import {bareEnv, cli, cursorOn, isLoaded, keys, open, ownFolders, rowNames, written} from './open.js';

const guide = ['--demo', 'guide'];
const hasTmux = spawnSync('tmux', ['-V']).status === 0;

test('in tmux the app is what it is without, from the first row to the last word', async (context) => {
	const {client, tmux} = await openTmux(context);
	client.press('echo earlier; truffle --demo guide\r');
	const lines = await client.waitFor(isLoaded);
	expect(rowNames(lines)).toHaveLength(8);
	expect(lines).toHaveLength(40);
	expect(lines[0]).toMatch(/^ truffle capacity .* ● live, 30 s to 5 min$/);
	expect(lines.at(-1)).toMatch(/\? help {2}q quit$/);
	expect(tmux('display-message', '-p', '#{alternate_on} #{cursor_flag} #{bracket_paste_flag}')).toMatch(/^1 0/);
	client.press('j');
	await cursorOn(client, 'notebooks');
	client.press('y');
	await client.waitFor('Copied cr-0b3c5e7d9f1a24682');
	await client.waitFor(() => tmux('show-buffer') === 'cr-0b3c5e7d9f1a24682');
	client.press(keys.ctrlZ);
	await client.waitFor(/Stopped.*\nshell>/);
	client.press('fg\r');
	await client.waitFor(isLoaded);
	client.press('q');
	const left = written(await client.waitFor(/UTC\nshell>/));
	expect(left.slice(0, 2)).toEqual(['shell> echo earlier; truffle --demo guide', 'earlier']);
	expect(tmux('display-message', '-p', '#{alternate_on} #{cursor_flag}')).toBe('0 1');
});

test('in tmux it follows the size of its pane, and is all there again after detaching', async (context) => {
	const {client, tmux, attach} = await openTmux(context);
	client.press('truffle --demo guide\r');
	await client.waitFor(isLoaded);
	tmux('split-window', '-d', '-h', '-l', '35', 'sleep 1000');
	const narrow = await client.waitFor((text) => /^ truffle .{60,78}│/.test(text) && /q quit +│/.test(text));
	expect(narrow.filter((line) => !/^.{84}│/.test(line))).toEqual([]);
	expect(narrow.filter((line) => line.startsWith(' ───'))).toEqual([]);
	tmux('kill-pane', '-t', '{right}');
	await client.waitFor(/^ truffle capacity .*live, 30 s to 5 min$/m);
	tmux('detach-client');
	await client.ended;
	const again = attach(80, 24);
	const lines = await again.waitFor((text) => isLoaded.test(text) && / q quit *$/.test(text));
	expect(lines).toHaveLength(24);
	again.press('G');
	await cursorOn(again, 'g6.2xlarge');
});

test('when its pane is closed, the app ends', async (context) => {
	const {client, tmux} = await openTmux(context);
	client.press(`exec '${process.execPath}' '${cli}' ${guide.join(' ')}\r`);
	await client.waitFor(isLoaded);
	const pid = Number(tmux('display-message', '-p', '#{pane_pid}'));
	expect(() => process.kill(pid, 0)).not.toThrow();
	// With another window tmux lives on, and takes note of the end.
	tmux('new-window', '-d', '-n', 'other', 'sleep 1000');
	tmux('kill-pane');
	await expect.poll(() => isAlive(pid), {timeout: 20_000}).toBe(false);
});

let servers = 0;

/** A terminal with a tmux of its own in it, and in that a shell; the test is skipped where there is no tmux. */
async function openTmux(context: TestContext) {
	context.skip(!hasTmux, 'tmux is not installed here');
	// Of its own: the server of the test before may still be going down.
	servers += 1;
	const socket = `truffle-${process.pid}-${servers}`;
	const env = {...bareEnv(), ...ownFolders(), PS1: 'shell> ', 'BASH_FUNC_truffle%%': `() { '${process.execPath}' '${cli}' "$@"; }`};
	const tmux = (...args: readonly string[]) => spawnSync('tmux', ['-L', socket, ...args], {env: bareEnv(), encoding: 'utf8'}).stdout.trim();
	onTestFinished(() => void tmux('kill-server'));
	const settings = ['set', '-g', 'status', 'off', ';', 'set', '-s', 'set-clipboard', 'on', ';', 'set', '-s', 'escape-time', '0', ';'];
	const attach = (columns: number, rows: number): Terminal =>
		open('tmux', ['-u', '-L', socket, 'attach'], {columns, rows, env: {TMUX: ''}});
	const session = ['new-session', '-s', 'main', 'bash', '--norc', '--noprofile', '-i'];
	const client = open('tmux', ['-u', '-f', '/dev/null', '-L', socket, ...settings, ...session], {env});
	await client.waitFor('shell>');
	return {client, tmux, attach};
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
