import {closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, writeSync} from 'node:fs';
import {dirname, isAbsolute, join, parse, resolve} from 'node:path';
import {safeText} from '../core/words/safe-text.js';
import type {FileStatus} from './file-functions.js';
import {codeOf, fileProblem} from './file-problem.js';

/** A file that lines are added to. */
export type AppendFile = {
	/** Adds a line, `line` without its end, at once. Never throws: what cannot be written is lost. */
	readonly write: (line: string) => void;
	/** What was lost and why, a sentence; `null`: nothing. */
	readonly problem: () => string | null;
	/** What comes later is ignored. */
	readonly close: () => void;
};

/** `problem` can follow a colon. */
export type Opening = {readonly kind: 'open'; readonly file: AppendFile} | {readonly kind: 'failed'; readonly problem: string};

/** What is needed of the file system. All throw an error that has a `code`. */
export type AppendFunctions = {
	/** Of the path itself, not of what a symbolic link leads to. */
	readonly lstat: (path: string) => FileStatus;
	readonly readlink: (path: string) => string;
	readonly open: (path: string, flags: number, mode: number) => number;
	readonly fstat: (descriptor: number) => FileStatus;
	/** Returns how many bytes were written. */
	readonly write: (descriptor: number, bytes: Uint8Array) => number;
	readonly close: (descriptor: number) => void;
};

export type AppendOptions = {
	/** The user's numeric id; `null` where there are none, then owners are not compared. */
	readonly userId: number | null;
	/** Those of node by default. */
	readonly files?: AppendFunctions;
};

const nodeFunctions: AppendFunctions = {
	lstat: (path) => lstatSync(path),
	readlink: (path) => readlinkSync(path),
	open: (path, flags, mode) => openSync(path, flags, mode),
	fstat: (descriptor) => fstatSync(descriptor),
	write: (descriptor, bytes) => writeSync(descriptor, bytes),
	close: (descriptor) => closeSync(descriptor),
};

/** A pipe without a reader would otherwise wait for one for ever. */
const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** What is made is for the user alone; a file that is there keeps its mode. */
const mode = 0o600;

/**
Opens a file of this user, or makes it, to add lines to it.

Lines are written while their writer waits, some microseconds each: so none is lost with a program that is killed.
*/
export function openAppendFile(path: string, {userId, files = nodeFunctions}: AppendOptions): Opening {
	try {
		const descriptor = files.open(follow(resolve(path), userId, files), flags, mode);
		const problem = problemOf(files.fstat(descriptor), userId);
		if (problem !== null) {
			files.close(descriptor);
			return {kind: 'failed', problem};
		}

		return {kind: 'open', file: appendFile(path, descriptor, files)};
	} catch (error) {
		return {kind: 'failed', problem: openingProblem(error)};
	}
}

/** Thrown for a link that leads where somebody else wants. */
class ForeignLinkError extends Error {
	override readonly name = 'ForeignLinkError';
}

const mostLinks = 40;

/** The path without symbolic links. Those of the user and of root, who could write anywhere anyway, are followed, others refused. */
function follow(path: string, userId: number | null, files: AppendFunctions): string {
	const {root} = parse(path);
	const names = namesIn(path);
	let reached = root;
	for (let links = 0; names.length > 0; ) {
		const next = join(reached, names.shift() ?? '');
		const status = names.length === 0 ? lstatIfThere(next, files) : files.lstat(next);
		if (status?.isSymbolicLink() !== true) {
			reached = next;
			continue;
		}

		if (userId !== null && status.uid !== userId && status.uid !== 0) {
			throw new ForeignLinkError(`${safeText(next)} is a symbolic link that belongs to another user (id ${status.uid})`);
		}

		links += 1;
		if (links > mostLinks) {
			throw Object.assign(new Error('too many links'), {code: 'ELOOP'});
		}

		const target = files.readlink(next);
		names.unshift(...namesIn(isAbsolute(target) ? target : join(dirname(next), target)));
		reached = root;
	}

	return reached;
}

function namesIn(path: string): string[] {
	return resolve(path)
		.slice(parse(path).root.length)
		.split('/')
		.filter((name) => name !== '');
}

/** `null`: it is still to be made. */
function lstatIfThere(path: string, files: AppendFunctions): FileStatus | null {
	try {
		return files.lstat(path);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') {
			return null;
		}

		throw error;
	}
}

function problemOf(status: FileStatus, userId: number | null): string | null {
	if (!status.isFile()) {
		return notRegular;
	}

	return userId === null || status.uid === userId ? null : `it belongs to another user (id ${status.uid})`;
}

const notRegular = 'it is not a regular file';

function openingProblem(error: unknown): string {
	if (error instanceof ForeignLinkError) {
		return error.message;
	}

	switch (codeOf(error)) {
		case 'ENOENT':
			return 'its directory does not exist';
		// A pipe without a reader, and a socket.
		case 'ENXIO':
			return notRegular;
		default:
			return fileProblem(error);
	}
}

function appendFile(path: string, descriptor: number, files: AppendFunctions): AppendFile {
	let isOpen = true;
	let isTorn = false;
	let lost = 0;
	let reason = '';
	return {
		write(line) {
			if (!isOpen) {
				return;
			}

			// A line that broke off half-way must not swallow the next one.
			let bytes: Uint8Array = Buffer.from(`${isTorn ? '\n' : ''}${line}\n`);
			try {
				while (bytes.length > 0) {
					const written = files.write(descriptor, bytes);
					isTorn = written < bytes.length;
					bytes = bytes.subarray(written);
				}
			} catch (error) {
				lost += 1;
				reason = fileProblem(error);
			}
		},
		problem: () => (lost === 0 ? null : `${safeText(path)} lacks ${lost === 1 ? 'a line' : `${lost} lines`}: ${reason}.`),
		close() {
			if (isOpen) {
				isOpen = false;
				files.close(descriptor);
			}
		},
	};
}
