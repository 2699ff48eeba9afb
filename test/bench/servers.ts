import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {resolve} from 'node:path';
import process from 'node:process';
import type {BenchContext} from './measurement.js';
import {plainEnv} from './program.js';

/** A server in a process of its own, so that it does not take the program's time. */
export type Server = {readonly url: string; readonly [Symbol.asyncDispose]: () => Promise<void>};

/** The options with which Node runs the TypeScript of the project. */
export const typescript = ['--import', new URL('import-typescript.js', import.meta.url).href] as const;

/** The embedded endpoint, as `truffle demo-server` serves it. */
export async function serveDemo({node, cli}: BenchContext, scenario: string, speed = 1): Promise<Server> {
	return serve(node, [cli, 'demo-server', '--scenario', scenario, '--speed', String(speed)], 'ignore');
}

/** The embedded endpoint with all regions enabled, each as far away as it is or all of them near. */
export async function serveEndpoint(reservations: number, distance: 'near' | 'far'): Promise<Server> {
	const program = resolve(import.meta.dirname, 'endpoint.ts');
	const args = [...typescript, program, '--reservations', String(reservations), ...(distance === 'far' ? ['--far'] : [])];
	return serve(process.execPath, args, 'inherit');
}

/** Runs a program whose first line of output is its URL. */
async function serve(command: string, args: readonly string[], stderr: 'ignore' | 'inherit'): Promise<Server> {
	const server = spawn(command, args, {env: plainEnv(), stdio: ['ignore', 'pipe', stderr]});
	const [line] = await Promise.race([once(server.stdout.setEncoding('utf8'), 'data'), failure(server)]);
	return {
		url: String(line).trim(),
		async [Symbol.asyncDispose]() {
			const ended = once(server, 'exit');
			server.kill();
			await ended;
		},
	};
}

async function failure(server: ChildProcess): Promise<never> {
	const [exitCode] = await once(server, 'exit');
	throw new Error(`A server has ended with ${exitCode} before it said its URL.`);
}
