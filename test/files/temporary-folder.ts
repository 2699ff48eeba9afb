import {chmod, lstat, mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import {type FileFunctions, nodeFiles} from '../../source/files/file-functions.js';
import type {UserFolder} from '../../source/files/user-folder.js';

export const userId = process.getuid?.() ?? null;

/** A folder that does not exist yet, in a real directory that goes when the test ends. */
export async function newFolder(files: Partial<FileFunctions> = {}): Promise<UserFolder> {
	const base = await mkdtemp(join(tmpdir(), 'user-files-'));
	onTestFinished(async () => {
		await chmod(base, 0o700);
		await rm(base, {recursive: true, force: true});
	});
	return {path: join(base, 'cache', 'truffle-capacity'), userId, files: {...nodeFiles, ...files}};
}

/** The permission bits, e.g. `600`. */
export async function modeOf(path: string): Promise<string> {
	return ((await lstat(path)).mode & 0o777).toString(8);
}

export async function namesIn({path}: UserFolder): Promise<readonly string[]> {
	return (await readdir(path)).toSorted();
}

/** What the file system says when something cannot be done. */
export function fileError(code: string): Error {
	return Object.assign(new Error(`${code}: no luck`), {code});
}
