import {render} from 'ink';
import {expect, onTestFinished} from 'vitest';
import {displayWidth} from '../../source/format/fit-text.js';
import {App} from '../../source/ui/app.js';
import {asciiGlyphs, unicodeGlyphs} from '../../source/ui/glyphs.js';
import {StoreProvider} from '../../source/ui/store-context.js';
import type {TerminalPorts} from '../../source/ui/terminal-ports.js';
import type {UiSettings} from '../../source/ui/ui-settings.js';
import {FakeStdin, FakeStdout} from './fake-terminal.js';
import {settle} from './manual-clock.js';
import {clockBefore, createStore, type OpenStore, type OpenStoreOptions} from './open-store.js';

export type RenderAppOptions = OpenStoreOptions & {
	readonly columns?: number;
	readonly rows?: number;
	readonly isAscii?: boolean;
	/** Beside the account: a profile. */
	readonly label?: string | null;
	/** See `UiSettings`. */
	readonly ownFlags?: string;
};

/** The app on a terminal that exists in memory only. What a key or an answer does is waited for by letting promises settle. */
export type RenderedApp = OpenStore & {
	readonly settings: UiSettings;
	/** Control sequences that were written beside the frames. */
	readonly controls: readonly string[];
	/** How often the process was stopped. */
	stops(): number;
	/** What the app exited with; `null`: it has not. */
	exitCode(): unknown;
	/** The lines of the latest frame, without blanks at their ends; with styles when chalk has colours. */
	lines(): readonly string[];
	text(): string;
	/** The lines, each run of empty ones as one, after a check that the frame fits the terminal. */
	drawn(): readonly string[];
	/** Sends keys as a terminal does, those of one string in one burst. */
	press(...bursts: ReadonlyArray<string | Uint8Array>): Promise<void>;
	paste(text: string): Promise<void>;
	resize(columns: number, rows: number): Promise<void>;
	/** Moves time on, and what the screen says of it. */
	advance(milliseconds: number): Promise<void>;
	settle(): Promise<void>;
	close(): void;
};

/**
What terminals send for keys without a character. Esc is in its unambiguous form: a lone escape
character counts only after 20 ms in which no more comes.
*/
export const keys = {
	esc: '\u{1B}[27u',
	enter: '\r',
	up: '\u{1B}[A',
	down: '\u{1B}[B',
	right: '\u{1B}[C',
	left: '\u{1B}[D',
	home: '\u{1B}[H',
	end: '\u{1B}[F',
	pageup: '\u{1B}[5~',
	pagedown: '\u{1B}[6~',
	tab: '\t',
	shiftTab: '\u{1B}[Z',
	backspace: '\u{7F}',
	ctrlA: '\u{1}',
	ctrlC: '\u{3}',
	ctrlD: '\u{4}',
	ctrlR: '\u{12}',
	ctrlU: '\u{15}',
	ctrlW: '\u{17}',
	ctrlZ: '\u{1A}',
} as const;

/** Opens the app over the sample account, unless another source is given, and lets its first refresh answer; it is closed when the test ends. */
export async function renderApp(options: RenderAppOptions = {}): Promise<RenderedApp> {
	const {columns = 120, rows = 40, isAscii = false, label = 'prod', ownFlags = '', time = clockBefore(100)} = options;
	const opened = createStore({...options, time});
	const {store} = opened;
	const settings: UiSettings = {glyphs: isAscii ? asciiGlyphs : unicodeGlyphs, label, intervalMs: 30_000, ownFlags};
	const stdout = new FakeStdout(columns, rows);
	const stdin = new FakeStdin();
	const controls: string[] = [];
	let stops = 0;
	let exitCode: unknown = null;
	const ports: TerminalPorts = {
		writeControl: (sequence) => void controls.push(sequence),
		async stopProcess() {
			stops++;
		},
		onStopRequest: () => () => undefined,
		onResize: () => () => undefined,
	};
	const app = render(
		<StoreProvider store={store} settings={settings}>
			<App ports={ports} redraw={() => undefined} />
		</StoreProvider>,
		{
			stdout: stdout as unknown as NodeJS.WriteStream,
			stdin: stdin as unknown as NodeJS.ReadStream,
			// Every frame is written whole, one after the other.
			debug: true,
			interactive: true,
			exitOnCtrlC: false,
			patchConsole: false,
		},
	);
	void app.waitUntilExit().then((result) => {
		exitCode = result;
	});
	let isClosed = false;
	function close(): void {
		if (!isClosed) {
			isClosed = true;
			store.getState().stop();
			app.unmount();
		}
	}

	onTestFinished(close);
	store.getState().start();
	const rendered: RenderedApp = {
		...opened,
		settings,
		controls,
		stops: () => stops,
		exitCode: () => exitCode,
		lines: () => stdout.frame.split('\n'),
		text: () => stdout.frame,
		drawn() {
			const lines = rendered.lines();
			expect(lines.length).toBe(stdout.rows);
			expect(lines.filter((line) => displayWidth(line) > stdout.columns)).toEqual([]);
			return lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
		},
		async press(...bursts) {
			for (const burst of bursts) {
				stdin.write(burst);
				await settle();
			}
		},
		async paste(text) {
			stdin.write(`\u{1B}[200~${text}\u{1B}[201~`);
			await settle();
		},
		async resize(newColumns, newRows) {
			stdout.resize(newColumns, newRows);
			await settle();
		},
		async advance(milliseconds) {
			await time.advance(milliseconds);
			store.getState().tick();
			await settle();
		},
		settle,
		close,
	};
	await rendered.advance(100);
	return rendered;
}

/** The lines of a drawing that begins and ends with a line end. */
export function drawing(text: string): readonly string[] {
	return text.replace(/^\n|\n$/g, '').split('\n');
}
