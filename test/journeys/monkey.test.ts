import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {expect, test} from 'vitest';
import {anyInput, inParts, wayBack} from '../helpers/monkey/any-input.js';
import {anySize, type Size} from '../helpers/monkey/any-size.js';
import {cursorRows, frameFaults, garbageFaults, isTooSmall} from '../helpers/monkey/frame-faults.js';
import {monkeyReport, monkeySeeds, monkeySteps} from '../helpers/monkey/monkey-seeds.js';
import {createRandom} from '../helpers/monkey/random.js';
import {plainState, type Terminal} from '../helpers/terminal.js';
import {keys, openApp, timeless} from './open.js';

type FaultsOf = (lines: readonly string[], size: Size) => readonly string[];

/** Twice what an app with many more reservations may take. */
const mostMegabytes = 450;

const patienceMs = 300_000;

test.each(monkeySeeds(1))(
	'on a terminal, with an endpoint that fails in every way, the screen holds (seed %d)',
	async (seed) => {
		const faultsOf: FaultsOf = (lines, size) => [...frameFaults(lines, size), ...garbageFaults(lines)];
		const monkey = await openMonkey(seed, ['--demo', 'faults', '--speed', '30', '--timeout', '2s'], faultsOf);
		await monkey.steps(monkeySteps(200), async () => monkey.settle());
		await monkey.leave();
	},
	patienceMs,
);

test.each(monkeySeeds(1))(
	'what is drawn in parts is what is drawn as a whole (seed %d)',
	async (seed) => {
		// Names that are wide, or that terminals count differently, are where parts could go astray; some are called null.
		const monkey = await openMonkey(seed, ['--demo', 'hostile']);
		// Prices come a moment after the rows, and from then on nothing does.
		await monkey.waitFor('(AWS list)');
		await monkey.steps(monkeySteps(200), async () => monkey.redraw());
		await monkey.leave();
	},
	patienceMs,
);

async function openMonkey(seed: number, args: readonly string[], faultsOf: FaultsOf = frameFaults) {
	const random = createRandom(seed);
	let size: Size = {columns: 160, rows: 40};
	const app = await openApp(args, size);
	const story: string[] = [];
	let end: Awaited<Terminal['ended']> | null = null;
	void app.ended.then((result) => {
		end = result;
	});

	/** Every frame has to come to be right; those that are under way while the size changes need not. Returns the screen that was. */
	async function check(isThere: (text: string) => boolean = () => true, fault = 'what was waited for has not come'): Promise<string> {
		try {
			const lines = await app.waitFor((text) => end !== null || (screenFaults(app, size, faultsOf).length === 0 && isThere(text)));
			expect(end).toBe(null);
			return lines.join('\n');
		} catch {
			const others = isThere(app.text()) ? [] : [fault];
			const faults = end !== null ? [`the app has ended with ${JSON.stringify(end)}`] : [...screenFaults(app, size, faultsOf), ...others];
			return expect.fail(monkeyReport(seed, faults, story, app.text()));
		}
	}

	/** Waits until all that was pressed is done, in a search of a pane that has one, goes to a pane and copies what is there: as soon as that is said, the screen is the last one. */
	async function settle(): Promise<string> {
		resize(random.chance(0.5) ? {columns: 120, rows: 40} : {columns: random.integer(60, 160), rows: random.integer(15, 50)});
		// Where there is no room for the app, it hears no keys.
		await check();
		const mark = `after ${story.length}`;
		app.press(`${wayBack}1/${mark}`);
		await check((text) => text.split('\n').at(-1)?.startsWith(` /${mark}▏`) === true);
		app.press(`${wayBack}${random.pick(['1', '2', '3'])}y`);
		return check((text) => /^ (?:Copied|Nothing to copy)/.test(text.split('\n').at(-1) ?? ''));
	}

	function resize(next: Size): string {
		size = next;
		app.resize(next.columns, next.rows);
		return `${next.columns}x${next.rows}`;
	}

	const deeds = {
		press() {
			// What ends the app is for the end. While it is stopped the terminal is not in raw mode, and keys such as ctrl-d mean something else.
			const parts = inParts(shortened(anyInput(random)).replaceAll(/[q\u{3}\u{1A}]/gu, 'w'), random);
			for (const part of parts) {
				app.press(part);
			}

			return parts.map((part) => JSON.stringify(part).slice(0, 200)).join(' then ');
		},
		resize: () => resize(anySize(random)),
		redraw() {
			process.kill(app.pid, 'SIGWINCH');
			return '';
		},
		/** Without job control it comes back by itself. */
		async stop() {
			const opened = () => app.output().split('\u{1B}[?1049h').length;
			const before = opened();
			const isKey = random.chance(0.5);
			if (isKey) {
				app.press(keys.ctrlZ);
			} else {
				process.kill(app.pid, 'SIGTSTP');
			}

			await app.waitFor(() => end !== null || opened() > before);
			return isKey ? 'ctrl-z' : 'SIGTSTP';
		},
	};

	return {
		settle,
		waitFor: app.waitFor,
		async steps(count: number, atTimes: () => Promise<unknown>): Promise<void> {
			for (let step = 1; step <= count; step++) {
				const deed = random.weighted({press: 8, resize: 2, redraw: 0.15, stop: 0.15});
				story.push(`${deed} ${await deeds[deed]()}`);
				await check();
				if (step % 15 === 0) {
					await atTimes();
				}
			}
		},
		/** Draws everything anew, which must change nothing. */
		async redraw(): Promise<void> {
			const drawn = still(await settle());
			// An app that is just being stopped draws everything when it goes on.
			const redraws = () => app.output().split(/\u{1B}\[H\u{1B}\[J|\u{1B}\[\?1049h/u).length;
			const before = redraws();
			process.kill(app.pid, 'SIGWINCH');
			await app.waitFor(() => end !== null || redraws() > before);
			await check((text) => still(text) === drawn, `it was drawn otherwise before:\n${drawn}`);
		},
		async leave(): Promise<void> {
			// While it is being stopped, ctrl-c would be a signal.
			await settle();
			const {stdout} = spawnSync('ps', ['-o', 'rss=', '-p', String(app.pid)], {encoding: 'utf8'});
			expect(Number(stdout) / 1024).toBeLessThan(mostMegabytes);
			app.press(keys.ctrlC);
			expect(await app.ended).toEqual({exitCode: 130, signal: 0});
			expect(app.state()).toEqual(plainState);
			expect(app.text()).not.toMatch(/has failed|Warning|Error/);
		},
	};
}

/** What does not move by itself: all but the time and the header, in which a refresh shows. */
function still(text: string): string {
	return timeless(text).split('\n').slice(1).join('\n');
}

/** A terminal that is not in raw mode drops what is longer. */
function shortened(input: string): string {
	return input.length > 3000 ? `${input.slice(0, 2500)}${input.slice(-10)}` : input;
}

function screenFaults(app: Terminal, size: Size, faultsOf: FaultsOf): readonly string[] {
	const lines = app.lines();
	const buffer = app.emulator.buffer.active;
	const isWrapped = lines.some((_, row) => buffer.getLine(buffer.viewportY + row)?.isWrapped === true);
	const wrapped = isWrapped ? ['a line is wrapped'] : [];
	if (isTooSmall(size)) {
		return [...wrapped, ...(lines.join('').startsWith('T') ? [] : ['it does not say that the terminal is too small'])];
	}

	// A head of columns, which the form of the offerings is not.
	const hasRows = /^ {2}(?:TYPE {2}|WHEN |AZ {2})/m.test(app.text());
	const isMissed = hasRows && cursorRows(lines).length !== 1 && !lines.some((line) => line.includes('No '));
	return [...wrapped, ...faultsOf(lines, size), ...(isMissed ? ['no cursor'] : [])];
}
