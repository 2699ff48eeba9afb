import {lstatSync, mkdirSync, readdirSync, rmSync, type Stats} from 'node:fs';
import {join} from 'node:path';
import {userFolders} from './app/user-folders.js';

export type CompiledCodeOptions = {
	/** Without node and the script. */
	readonly argv: readonly string[];
	readonly env: NodeJS.ProcessEnv;
	readonly version: string;
	/** `module.enableCompileCache`; Node before 22.1 has none. */
	readonly enable: ((folder: string) => unknown) | undefined;
};

const prefix = 'compiled-';

/**
Lets Node keep the compiled code of what is imported from now on, and use what it kept the last time: to compile is a third of a start.

Compiled code is run as it is, so it is kept where nobody else can write: in the user's cache directory, in a folder that only the user can
enter. Without such a place the program is slower, no more; nothing is said of it, and nothing is thrown.
*/
export function keepCompiledCode({argv, env, version, enable}: CompiledCodeOptions): void {
	const cache = userFolders(env).cache;
	if (enable === undefined || cache === null || isUnwanted(argv, env)) {
		return;
	}

	try {
		const folder = join(cache.path, prefix + version);
		const isNew = mkdirSync(folder, {recursive: true, mode: 0o700}) !== undefined;
		if (isOwn(lstatSync(cache.path), cache.userId, 0o022) && isOwn(lstatSync(folder), cache.userId, 0o077)) {
			enable(folder);
			if (isNew) {
				removeOthers(cache.path, prefix + version);
			}
		}
	} catch {
		// A disk that is full or read-only, or a file in the place of the folder.
	}
}

/** By the flags, by the demo, which leaves nothing behind, or because the person has told Node what to do. */
function isUnwanted(argv: readonly string[], env: NodeJS.ProcessEnv): boolean {
	return (
		argv.some((word) => word === '--no-cache' || word === '--demo' || word.startsWith('--demo=')) ||
		Boolean(env['NODE_COMPILE_CACHE'] || env['NODE_DISABLE_COMPILE_CACHE'])
	);
}

function isOwn(status: Stats, userId: number | null, forbidden: number): boolean {
	return status.isDirectory() && (userId === null || status.uid === userId) && (status.mode & forbidden) === 0;
}

/** The compiled code of other versions is of no more use. */
function removeOthers(parent: string, kept: string): void {
	for (const name of readdirSync(parent)) {
		if (name.startsWith(prefix) && name !== kept) {
			rmSync(join(parent, name), {recursive: true, force: true});
		}
	}
}
