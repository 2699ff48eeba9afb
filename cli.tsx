#!/usr/bin/env node
import * as nodeModule from 'node:module';
import {uptime} from 'node:os';
import process from 'node:process';
import packageJson from './package.json' with {type: 'json'};
import {keepCompiledCode} from './source/command/keep-compiled-code.js';

// A reader that has seen enough, such as head, is not an error.
for (const stream of [process.stdout, process.stderr]) {
	stream.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EPIPE') {
			process.exit(0);
		}

		process.stderr.write(`The output cannot be written: ${error.message}\n`);
		process.exit(1);
	});
}

// Without a listener Node opens its inspector, a port on which whoever is on this machine can run code here, and writes over the screen.
process.on('SIGUSR1', () => {});

// Ink's colours know FORCE_COLOR but not NO_COLOR.
if (process.argv.includes('--no-color') || (process.env['NO_COLOR'] ?? '') !== '') {
	process.env['FORCE_COLOR'] = '0';
}

const argv = process.argv.slice(2);
const {enableCompileCache} = nodeModule as Partial<typeof nodeModule>;
keepCompiledCode({argv, env: process.env, version: packageJson.version, enable: enableCompileCache});
// Only what is imported after this is kept.
const {explain, run} = await import('./source/command/run.js');

// Node would print the line that threw, and a line of the bundle is hundreds of kilobytes long.
let crashListener: ((error: unknown) => void) | null = null;
process.on('uncaughtException', (error) => {
	if (crashListener !== null) {
		crashListener(error);
		return;
	}

	process.stderr.write(`${explain(error).text}\n`);
	process.exit(1);
});

const exitCode = await run(
	{
		argv,
		env: process.env,
		stdin: process.stdin,
		stdout: process.stdout,
		stderr: process.stderr,
		clock: () => new Date(),
		// On Linux Node's own clock stands still while the machine sleeps; elsewhere the uptime is in whole seconds.
		stopwatch: process.platform === 'linux' ? () => uptime() * 1000 : () => performance.now(),
		timers: {
			after(milliseconds, callback) {
				const timer = setTimeout(callback, milliseconds);
				return {cancel: () => clearTimeout(timer)};
			},
		},
		random: Math.random,
		abortOn,
		onCrash(callback) {
			crashListener = callback;
			return () => {
				crashListener = null;
			};
		},
	},
	{name: packageJson.name, version: packageJson.version},
);

// The SDK's pauses between retries cannot be ended, and until they are over the shell would wait. What was written goes out first.
process.stdout.write('', (error) => {
	if (error == null) {
		process.stderr.write('', () => process.exit(exitCode));
	}

	// Else the stream's own error follows and ends the program.
});

function abortOn(...signals: readonly NodeJS.Signals[]): AbortSignal {
	const controller = new AbortController();
	for (const signal of signals) {
		process.once(signal, () => controller.abort());
	}

	return controller.signal;
}
