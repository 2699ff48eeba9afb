#!/usr/bin/env node
import process from 'node:process';
import packageJson from './package.json' with {type: 'json'};
import {explain, run} from './source/command/run.js';

// A reader that has seen enough, such as head, is not an error.
for (const stream of [process.stdout, process.stderr]) {
	stream.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EPIPE') {
			process.exit(0);
		}

		throw error;
	});
}

// Ink's colours know FORCE_COLOR but not NO_COLOR; the SDK would print a warning about Node 20 onto the screen.
if (process.argv.includes('--no-color') || (process.env['NO_COLOR'] ?? '') !== '') {
	process.env['FORCE_COLOR'] = '0';
}

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

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

process.exitCode = await run(
	{
		argv: process.argv.slice(2),
		env: process.env,
		stdin: process.stdin,
		stdout: process.stdout,
		stderr: process.stderr,
		clock: () => new Date(),
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

function abortOn(...signals: readonly NodeJS.Signals[]): AbortSignal {
	const controller = new AbortController();
	for (const signal of signals) {
		process.once(signal, () => controller.abort());
	}

	return controller.signal;
}
