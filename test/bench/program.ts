import process from 'node:process';
import {spawn} from '@lydell/node-pty';

export type ProgramOptions = {readonly columns?: number; readonly rows?: number; readonly env?: Readonly<Record<string, string>>};

/** A program on a pseudo-terminal of which only bytes and times are taken: an emulator would share the processor with it. */
export type Program = {
	readonly pid: number;
	/** Milliseconds from the start until what has been written since the latest `press` matches; rejects when the program ends before. */
	readonly waitFor: (pattern: RegExp, patienceMs?: number) => Promise<number>;
	/** Milliseconds from the key until the answer matches. */
	readonly press: (keys: string, pattern: RegExp) => Promise<number>;
	/** Bytes written since the latest `press`. */
	readonly bytes: () => number;
	readonly resize: (columns: number, rows: number) => Promise<void>;
	/** Leaves the app by `q`. */
	readonly quit: () => Promise<void>;
	/** Milliseconds from the start until the program has ended. */
	readonly ended: Promise<number>;
	/** Ends the program if it still runs. */
	readonly [Symbol.dispose]: () => void;
};

/** The end of a frame: Ink wraps each into a synchronised update. */
const frameEnd = '\\u{1B}\\[\\?2026l';

export const anyFrame = new RegExp(frameEnd, 'u');

/** The cursor has been drawn in another row. */
export const cursorFrame = new RegExp(`▌.*${frameEnd}`, 'su');

/** The app's first frame is out; its last line ends with the key to quit. */
export const firstFrame = new RegExp(`quit.*${frameEnd}`, 'su');

/** Rows of reservations are out. */
export const someRows = new RegExp(`\\d\\.\\d*xlarge.*${frameEnd}`, 'su');

/** All regions have answered and nothing more is under way. */
export const allRows = new RegExp(`●(?:\\u{1B}\\[[\\d;]*m)* live.*${frameEnd}`, 'su');

/** For very many reservations: a region that runs out of time is dropped, and what is measured would be a smaller account. */
export const patient = ['--timeout', '10m'] as const;

/** The help screen is there. */
export const helpFrame = new RegExp(`Look closer.*${frameEnd}`, 'su');

/** Characters of the output that are searched: a few frames. */
const latest = 50_000;

export function startProgram(command: string, args: readonly string[], options: ProgramOptions = {}): Program {
	const {columns = 120, rows = 40, env = {}} = options;
	const startedAt = performance.now();
	const variables = {...plainEnv(), ...env};
	const terminal = spawn(command, [...args], {name: variables.TERM, cols: columns, rows, env: variables});
	let output = '';
	let onOutput = () => {};
	let isRunning = true;
	const ended = new Promise<number>((resolve) => {
		terminal.onExit(() => {
			isRunning = false;
			resolve(performance.now() - startedAt);
		});
	});
	terminal.onData((data) => {
		output += data;
		onOutput();
	});

	async function outputThat(pattern: RegExp, patienceMs = 30_000): Promise<number> {
		return new Promise((resolve, reject) => {
			const fail = () => reject(new Error(`Waited in vain for ${pattern}. The program wrote:\n${output}`));
			const patience = setTimeout(fail, patienceMs);
			onOutput = () => {
				if (pattern.test(output.slice(-latest))) {
					onOutput = () => {};
					clearTimeout(patience);
					resolve(performance.now());
				}
			};
			void ended.then(fail);
			onOutput();
		});
	}

	return {
		pid: terminal.pid,
		waitFor: async (pattern, patienceMs) => (await outputThat(pattern, patienceMs)) - startedAt,
		async press(keys, pattern) {
			output = '';
			const pressedAt = performance.now();
			terminal.write(keys);
			return (await outputThat(pattern)) - pressedAt;
		},
		bytes: () => Buffer.byteLength(output),
		async resize(newColumns, newRows) {
			output = '';
			terminal.resize(newColumns, newRows);
			await outputThat(firstFrame);
		},
		async quit() {
			terminal.write('q');
			await ended;
		},
		ended,
		[Symbol.dispose]() {
			if (isRunning) {
				terminal.kill('SIGKILL');
			}
		},
	};
}

/** Nothing of this machine's AWS, colour or Node settings. */
export function plainEnv() {
	const {PATH = '', HOME = ''} = process.env;
	return {PATH, HOME, TERM: 'xterm-256color', LANG: 'C.UTF-8', TZ: 'UTC'};
}

/** For AWS's own chain, so that nothing is asked for and nothing is read from the person's files. */
export function awsEnv(folder: string) {
	return {
		HOME: folder,
		XDG_CACHE_HOME: `${folder}/cache`,
		AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
		AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
		AWS_EC2_METADATA_DISABLED: 'true',
		AWS_REGION: 'us-east-1',
	};
}
