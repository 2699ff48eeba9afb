import {EventEmitter} from 'node:events';
import process from 'node:process';
import {expect, test} from 'vitest';
import {createCapacityStore} from '../../source/store/create-store.js';
import {unicodeGlyphs} from '../../source/ui/glyphs.js';
import {startUi} from '../../source/ui/start-ui.js';
import {manualClock} from '../helpers/manual-clock.js';
import type {Terminal} from '../helpers/terminal.js';
import {cursorOn, openApp, preload, written} from './open.js';

test('what is written to stderr while the app is open waits until it is closed', async () => {
	const app = await openMisbehaving('noise');
	const before = timeless(app);
	await misbehave(app);
	app.press('j');
	await cursorOn(app, 'notebooks');
	app.press('k');
	await cursorOn(app, ' chat-serving ');
	expect(timeless(app)).toEqual(before);
	app.press('q');
	expect(await app.ended).toMatchObject({exitCode: 0});
	expect(written(app.lines())).toEqual([
		expect.stringMatching(/^8 ODCRs: .* UTC$/),
		'noise of a stream',
		'noise of the console',
		'Warning: noise of a warning',
		'DeprecationWarning: noise of a deprecation',
	]);
});

test('of endless noise only the beginning is kept', async () => {
	const app = await openMisbehaving('flood');
	await misbehave(app);
	app.press('q');
	expect(await app.ended).toMatchObject({exitCode: 0});
	expect(app.text()).toMatch(/\d{6} more characters were left out\./);
	expect(app.output().split('flood ').length).toBeLessThan(5000);
});

test('a component that throws ends the app with its error, after the screen was left', async () => {
	const stdout = new FakeStdout();
	const {clock, stopwatch, timers} = manualClock();
	const store = createCapacityStore({
		openSource: async () => new Promise(() => {}),
		clock,
		stopwatch,
		timers,
		random: () => 0.5,
		intervalMs: 30_000,
		isIntervalExplicit: false,
		timeoutMs: 20_000,
	});
	const glyphs = new Proxy(unicodeGlyphs, {
		get(target, name: keyof typeof unicodeGlyphs) {
			if (name === 'ellipsis' || name === 'rule') {
				throw new Error('no glyph');
			}

			return target[name];
		},
	});
	const left = startUi({
		store,
		settings: {glyphs, label: null, intervalMs: 30_000},
		ports: {writeControl() {}, async stopProcess() {}, onStopRequest: () => () => {}, onResize: () => () => {}},
		stdin: new FakeStdin() as unknown as NodeJS.ReadStream,
		stdout: stdout as unknown as NodeJS.WriteStream,
		timers,
		attention: {isBell: false, isNotify: false, isTmux: false},
		onCrash: () => () => {},
	});
	await expect(left).rejects.toThrow('no glyph');
	const written = stdout.written;
	expect(written.lastIndexOf('\u{1B}[?1049l')).toBeGreaterThan(written.lastIndexOf('\u{1B}[?1049h'));
	expect(written.lastIndexOf('\u{1B}[?25h')).toBeGreaterThan(written.lastIndexOf('\u{1B}[?25l'));
});

async function openMisbehaving(deed: string): Promise<Terminal> {
	return openApp(['--demo', 'guide'], {env: {NODE_OPTIONS: preload('misbehave.js'), DEED: deed}});
}

/**
Node hands out a signal after the keys that it reads in the same turn, so what is pressed meanwhile may be obeyed first, and the program gone
before its deed: nothing is pressed until the program says that it is done.
*/
async function misbehave(app: Terminal): Promise<void> {
	process.kill(app.pid, 'SIGUSR2');
	await app.waitFor(() => app.output().includes('\u{1B}]2;misbehaved\u{7}'));
}

function timeless(app: Terminal): readonly string[] {
	return app.lines().map((line) => line.replace(/\d+ s ago/, 'N s ago').trimEnd());
}

class FakeStdout extends EventEmitter {
	readonly isTTY = true;
	readonly columns = 120;
	readonly rows = 40;
	readonly writable = true;
	written = '';

	write(text: string, callback?: () => void): boolean {
		this.written += text;
		callback?.();
		return true;
	}
}

class FakeStdin extends EventEmitter {
	readonly isTTY = true;
	setEncoding(): void {}
	setRawMode(): void {}
	ref(): void {}
	unref(): void {}
	read(): null {
		return null;
	}
}
