import process from 'node:process';
import {type IPty, spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';
import {characterWidths} from './character-widths.ts';

export type TerminalOptions = {
	readonly columns?: number;
	readonly rows?: number;
	/** Added to a plain environment: nothing of the machine's AWS or colour settings is passed on. */
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
};

/** What a program can leave behind in a terminal. */
export type TerminalState = {
	readonly buffer: 'normal' | 'alternate';
	readonly isCursorShown: boolean;
	readonly isPasteBracketed: boolean;
	/** Whatever else is not as a terminal begins: modes of the mouse, the keyboard, focus, the cursor keys and so on. */
	readonly otherModes: readonly string[];
};

/** A terminal as a shell has it. */
export const plainState: TerminalState = {buffer: 'normal', isCursorShown: true, isPasteBracketed: false, otherModes: []};

/** A terminal while the app is open. */
export const appState: TerminalState = {buffer: 'alternate', isCursorShown: false, isPasteBracketed: true, otherModes: []};

/** A program on a pseudo-terminal, and the screen that a person would see. */
export type Terminal = {
	readonly pid: number;
	readonly emulator: xterm.Terminal;
	/** Resolves when the program has ended. */
	readonly ended: Promise<{readonly exitCode: number; readonly signal: number}>;
	/** The screen's lines, without blanks at their ends. */
	lines(): readonly string[];
	text(): string;
	/** Everything that was written, control sequences included. */
	output(): string;
	state(): TerminalState;
	press(keys: string): void;
	resize(columns: number, rows: number): void;
	/**
	Waits until the screen satisfies `isThere`, or contains the text, and returns its lines at that moment. Fails with the screen when it
	does not come. Frames that are drawn only in part do not count.
	*/
	waitFor(isThere: string | RegExp | ((text: string) => boolean)): Promise<readonly string[]>;
	/** Takes the terminal away, as closing its window does. */
	hangUp(): void;
	/** Ends the program if it still runs. */
	close(): void;
};

const patienceMs = 20_000;

export function openTerminal(command: string, args: readonly string[], options: TerminalOptions = {}): Terminal {
	const {columns = 120, rows = 40, env = {}, cwd = process.cwd()} = options;
	const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 1000});
	emulator.unicode.register(characterWidths);
	emulator.unicode.activeVersion = characterWidths.version;
	const variables = {...plainEnv(), ...env};
	const pty: IPty & {destroy?(): void} = spawn(command, [...args], {name: variables.TERM, cols: columns, rows, cwd, env: variables});
	const watchers = new Set<() => void>();
	let output = '';
	let isOpen = true;
	let isCursorShown = true;
	let keyboardProtocols = 0;
	for (const [prefix, step] of [
		['>', 1],
		['<', -1],
	] as const) {
		emulator.parser.registerCsiHandler({prefix, final: 'u'}, () => {
			keyboardProtocols = Math.max(0, keyboardProtocols + step);
			return true;
		});
	}

	const {bracketedPasteMode: _, ...firstModes} = {...emulator.modes};
	for (const final of ['h', 'l'] as const) {
		emulator.parser.registerCsiHandler({prefix: '?', final}, (parameters) => {
			isCursorShown = parameters.includes(25) ? final === 'h' : isCursorShown;
			return false;
		});
	}

	pty.onData((data) => {
		output += data;
		emulator.write(data, () => {
			for (const watcher of watchers) {
				watcher();
			}
		});
	});
	// What a real terminal answers to the program's questions.
	emulator.onData((data) => isOpen && pty.write(data));
	const ended = new Promise<{exitCode: number; signal: number}>((resolve) => {
		pty.onExit(({exitCode, signal}) => {
			isOpen = false;
			// It is told after the terminal's end has been read, so all that was written is at least on its way into the emulator.
			emulator.write('', () => resolve({exitCode, signal: signal ?? 0}));
		});
	});

	function lines(): readonly string[] {
		const buffer = emulator.buffer.active;
		return Array.from(
			{length: emulator.rows},
			(_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true, 0, emulator.cols) ?? '',
		);
	}

	function otherModes(): readonly string[] {
		const changed = Object.entries(firstModes).filter(([mode, first]) => emulator.modes[mode as keyof typeof firstModes] !== first);
		return [...changed.map(([mode]) => mode), ...(keyboardProtocols > 0 ? ['keyboard protocol'] : [])];
	}

	const text = () => lines().join('\n');
	return {
		pid: pty.pid,
		emulator,
		ended,
		lines,
		text,
		output: () => output,
		state: () => ({
			buffer: emulator.buffer.active.type,
			isCursorShown,
			isPasteBracketed: emulator.modes.bracketedPasteMode,
			otherModes: otherModes(),
		}),
		press: (keys) => pty.write(keys),
		resize(newColumns, newRows) {
			emulator.resize(newColumns, newRows);
			pty.resize(newColumns, newRows);
		},
		async waitFor(isThere) {
			const matches = (current: string) =>
				typeof isThere === 'string' ? current.includes(isThere) : isThere instanceof RegExp ? isThere.test(current) : isThere(current);
			return new Promise<readonly string[]>((resolve, reject) => {
				const patience = setTimeout(() => {
					watchers.delete(watch);
					reject(new Error(`Waited in vain for ${String(isThere)}. The screen:\n${text()}`));
				}, patienceMs);
				function watch(): void {
					if (!emulator.modes.synchronizedOutputMode && matches(text())) {
						clearTimeout(patience);
						watchers.delete(watch);
						resolve(lines());
					}
				}

				watchers.add(watch);
				watch();
			});
		},
		// Its types leave `destroy` out.
		hangUp: () => pty.destroy?.(),
		close() {
			if (isOpen) {
				pty.kill('SIGKILL');
			}

			emulator.dispose();
		},
	};
}

function plainEnv() {
	const {PATH = '', HOME = ''} = process.env;
	return {PATH, HOME, TERM: 'xterm-256color', LANG: 'C.UTF-8', TZ: 'UTC'};
}
