import {access, constants, lstat, mkdir, readdir, readFile, rename, unlink, writeFile} from 'node:fs/promises';

export type FileStatus = {
	isFile(): boolean;
	isDirectory(): boolean;
	isSymbolicLink(): boolean;
	readonly uid: number;
	readonly mode: number;
	/** Bytes. */
	readonly size: number;
	readonly mtimeMs: number;
};

/** What is needed of the file system; all reject with an error that has a `code`, such as `ENOENT`. */
export type FileFunctions = {
	/** Succeeds when the user may write to what is there. */
	readonly checkWritable: (path: string) => Promise<void>;
	/** Of the path itself, not of what a symbolic link leads to. */
	readonly lstat: (path: string) => Promise<FileStatus>;
	/** With its parents; succeeds when it is there already. */
	readonly mkdir: (path: string, mode: number) => Promise<void>;
	readonly readdir: (path: string) => Promise<readonly string[]>;
	readonly readFile: (path: string) => Promise<Buffer>;
	/** Replaces `to`, be it a link, in one step. */
	readonly rename: (from: string, to: string) => Promise<void>;
	readonly unlink: (path: string) => Promise<void>;
	/** Writes a new file, one piece after the other; fails with `EEXIST` when anything has that name. */
	readonly writeNewFile: (path: string, pieces: readonly string[], mode: number) => Promise<void>;
};

export const nodeFiles: FileFunctions = {
	checkWritable: (path) => access(path, constants.W_OK),
	lstat: (path) => lstat(path),
	async mkdir(path, mode) {
		await mkdir(path, {recursive: true, mode});
	},
	readdir: (path) => readdir(path),
	readFile: (path) => readFile(path),
	rename: (from, to) => rename(from, to),
	unlink: (path) => unlink(path),
	writeNewFile: (path, pieces, mode) => writeFile(path, pieces, {mode, flag: 'wx'}),
};
