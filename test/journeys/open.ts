import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import process from 'node:process';
import {onTestFinished} from 'vitest';
import {openTerminal, type Terminal, type TerminalOptions} from '../helpers/terminal.js';

export const cli = resolve('dist/cli.js');

/** The program is started a hundred times: compiled once, each start takes a fifth less. */
const compileCache = resolve('node_modules/.cache/journeys');

/** What a terminal sends for keys without a character. */
export const keys = {
	esc: '\u{1B}',
	enter: '\r',
	up: '\u{1B}[A',
	down: '\u{1B}[B',
	right: '\u{1B}[C',
	left: '\u{1B}[D',
	home: '\u{1B}[H',
	end: '\u{1B}[F',
	pageUp: '\u{1B}[5~',
	pageDown: '\u{1B}[6~',
	tab: '\t',
	shiftTab: '\u{1B}[Z',
	ctrlC: '\u{3}',
	ctrlD: '\u{4}',
	ctrlU: '\u{15}',
	ctrlZ: '\u{1A}',
} as const;

/** The first refresh is over: the header says how old the data are, and no longer how many regions have answered. */
export const isLoaded = /\d (s|min) ago +[●*] /;

/** A program on a terminal that is closed when the test ends. */
export function open(command: string, args: readonly string[], options: TerminalOptions = {}): Terminal {
	const terminal = openTerminal(command, args, {...options, env: {NODE_COMPILE_CACHE: compileCache, ...ownFolders(), ...options.env}});
	onTestFinished(async () => {
		terminal.close();
		await terminal.ended;
	});
	return terminal;
}

/** The built app, as soon as it shows what all regions said. */
export async function openApp(args: readonly string[], options: TerminalOptions = {}): Promise<Terminal> {
	const app = open(process.execPath, [cli, ...args], options);
	await app.waitFor(isLoaded);
	return app;
}

/** The NODE_OPTIONS with which the program loads a file of `fixtures` before itself. */
export function preload(fixture: string): string {
	return `--import ${new URL(`fixtures/${fixture}`, import.meta.url).href}`;
}

/** A shell with job control, as a person has it. `truffle` is the built app. */
export async function openShell(options: TerminalOptions = {}): Promise<Terminal> {
	const truffle = `() { '${process.execPath}' '${cli}' "$@"; }`;
	const env = {PS1: 'shell> ', 'BASH_FUNC_truffle%%': truffle, ...options.env};
	const shell = open('bash', ['--norc', '--noprofile', '-i'], {...options, env});
	await shell.waitFor('shell>');
	return shell;
}

/** The lines that are not blank. */
export function written(lines: readonly string[]): readonly string[] {
	return lines.map((line) => line.trimEnd()).filter((line) => line !== '');
}

/** The screen, apart from how much time has passed, and from the account: on a slow machine it comes later or not. */
export function timeless(text: string): string {
	return text
		.replace(/^.*$/m, (header) => header.replace('123456789012 ', '').replaceAll(/ +/g, ' '))
		.replaceAll(/ +\d+ s( ago)?\b/g, ' N s$1')
		.replaceAll(/ +\d+m left/g, ' Nm left')
		.replaceAll(/ +$/gm, '');
}

/** The row that the cursor is on. */
export function cursorRow(lines: readonly string[]): string {
	return lines.find((line) => /^[ °'][▌>]\S/.test(line)) ?? '';
}

/** Waits until the cursor is on a row with this text. */
export async function cursorOn(app: Terminal, text: string): Promise<readonly string[]> {
	return app.waitFor((screen) => cursorRow(screen.split('\n')).includes(text));
}

/** The names in the rows of pane 1, which has them last, with or without what is idle costs before them. */
export function rowNames(lines: readonly string[]): readonly string[] {
	return lines
		.filter((line) => /^[ °'][▌> ]\S+\.\S+ +\S+-\d/.test(line))
		.map(
			(line) =>
				line
					.trim()
					.split(/\s{2,}/)
					.at(-1)
					?.replace(/^(?:\$[\d.,]+|[–-]) /, '') ?? '',
		);
}

export type RunOptions = {
	readonly env?: Readonly<Record<string, string>>;
	/** The reader of stdout has gone before anything is written. */
	readonly hasReader?: boolean;
};

export type RunResult = {
	readonly exitCode: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
};

/** Runs the built program without any terminal until it ends. */
export async function runCli(args: readonly string[], {env = {}, hasReader = true}: RunOptions = {}): Promise<RunResult> {
	const child = spawn(process.execPath, [cli, ...args], {env: {...bareEnv(), ...ownFolders(), ...env}, stdio: ['ignore', 'pipe', 'pipe']});
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', (data: string) => {
		stdout += data;
	});
	child.stderr.setEncoding('utf8').on('data', (data: string) => {
		stderr += data;
	});
	if (!hasReader) {
		child.stdout.destroy();
	}

	onTestFinished(() => void child.kill('SIGKILL'));
	return new Promise((done) => {
		child.on('close', (exitCode, signal) => done({exitCode, signal, stdout, stderr}));
	});
}

/** `truffle demo-server` on a free port until the test ends; its URL. */
export async function serveDemo(scenario: string, flags: readonly string[] = []): Promise<string> {
	const server = spawn(process.execPath, [cli, 'demo-server', '--scenario', scenario, ...flags], {
		env: bareEnv(),
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	onTestFinished(() => void server.kill('SIGKILL'));
	const [url] = await once(server.stdout.setEncoding('utf8'), 'data');
	return String(url).trim();
}

/** Nothing of the machine's AWS, colour or Node settings. */
export function bareEnv(): Record<string, string> {
	const {PATH = '', HOME = ''} = process.env;
	return {PATH, HOME, LANG: 'C.UTF-8', TZ: 'UTC', NODE_COMPILE_CACHE: compileCache};
}

/** What the app keeps is kept where nobody else looks, until the test ends. */
export function ownFolders(): {readonly XDG_CACHE_HOME: string; readonly XDG_STATE_HOME: string} {
	const base = temporaryFolder();
	return {XDG_CACHE_HOME: join(base, 'cache'), XDG_STATE_HOME: join(base, 'state')};
}

/** Where the AWS SDK finds no settings, no credentials and no metadata service: an empty home, until the test ends. */
export function noCredentials(): Record<string, string> {
	return {HOME: temporaryFolder(), AWS_EC2_METADATA_DISABLED: 'true'};
}

function temporaryFolder(): string {
	const path = mkdtempSync(join(tmpdir(), 'truffle-'));
	onTestFinished(() => rmSync(path, {recursive: true, force: true}));
	return path;
}
