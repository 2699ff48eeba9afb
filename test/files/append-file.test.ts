import {spawnSync} from 'node:child_process';
import {constants, fstatSync, lstatSync, openSync, readFileSync, readlinkSync, symlinkSync, writeFileSync, writeSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';
import {type AppendFile, type AppendFunctions, openAppendFile} from '../../source/files/append-file.js';
import {fileError, modeOf, newFolder, userId} from './temporary-folder.js';

const nodeFunctions: AppendFunctions = {
	lstat: (path) => lstatSync(path),
	readlink: (path) => readlinkSync(path),
	open: (path, flags, mode) => openSync(path, flags, mode),
	fstat: (descriptor) => fstatSync(descriptor),
	write: (descriptor, bytes) => writeSync(descriptor, bytes),
	close() {},
};

test('makes the file for the user alone, and what is written is there at once', async () => {
	const path = await newPath();
	const file = open(path);
	file.write('one');
	expect(readFileSync(path, 'utf8')).toBe('one\n');
	file.write('two');
	file.close();
	file.write('too late');
	expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
	expect(await modeOf(path)).toBe('600');
	expect(file.problem()).toBeNull();
});

test('adds to a file that is there, and leaves its mode', async () => {
	const path = await newPath();
	writeFileSync(path, 'before\n', {mode: 0o640});
	const [one, other] = [open(path), open(path)];
	one.write('one');
	other.write('other');
	one.write('one again');
	expect(readFileSync(path, 'utf8')).toBe('before\none\nother\none again\n');
	expect(await modeOf(path)).toBe('640');
});

test('follows a link of the user, also to a file that is still to be made', async () => {
	const path = await newPath();
	symlinkSync('elsewhere.log', path);
	open(path).write('one');
	expect(readFileSync(join(dirname(path), 'elsewhere.log'), 'utf8')).toBe('one\n');
});

test.each([
	{what: 'the file', linkOf: (path: string) => path, targetOf: () => '/dev/null'},
	{what: 'a directory on the way', linkOf: dirname, targetOf: (path: string) => `${dirname(path)}-real`},
	{what: 'the last of several links', linkOf: (path: string) => `${path}.2`, targetOf: () => '/dev/null'},
])('a link of somebody else as $what is never written through', async ({linkOf, targetOf}) => {
	const path = join(dirname(await newPath()), 'below', 'debug.log');
	const [link, target] = [linkOf(path), targetOf(path)];
	await mkdir(link === dirname(path) ? target : dirname(path));
	symlinkSync(target, link);
	if (link !== path && dirname(link) === dirname(path)) {
		symlinkSync(link, path);
	}

	const files: AppendFunctions = {
		...nodeFunctions,
		lstat: (asked) => Object.assign(lstatSync(asked), asked === link ? {uid: 4242} : {}),
		open: () => expect.unreachable(),
	};
	expect(openAppendFile(path, {userId: userId ?? 1, files})).toEqual({
		kind: 'failed',
		problem: `${link} is a symbolic link that belongs to another user (id 4242)`,
	});
});

test('a link of root is followed, as macOS has them before its temporary files', async () => {
	const path = await newPath();
	symlinkSync('elsewhere.log', path);
	const files: AppendFunctions = {...nodeFunctions, lstat: (asked) => Object.assign(lstatSync(asked), asked === path ? {uid: 0} : {})};
	expect(openAppendFile(path, {userId, files}).kind).toBe('open');
});

test('what becomes a link between looking and opening is not followed', async () => {
	const path = await newPath();
	const files: AppendFunctions = {
		...nodeFunctions,
		open(asked, flags, mode) {
			symlinkSync('/dev/null', path);
			return openSync(asked, flags, mode);
		},
	};
	expect(openAppendFile(path, {userId, files})).toEqual({kind: 'failed', problem: 'the path has too many symbolic links (ELOOP)'});
});

test.each([
	{what: 'a directory', make: async (path: string) => void (await mkdir(path)), problem: 'there is a directory of that name (EISDIR)'},
	{what: 'a pipe', make: async (path: string) => void spawnSync('mkfifo', [path]), problem: 'it is not a regular file'},
	{what: 'a device', make: async (path: string) => symlinkSync('/dev/null', path), problem: 'it is not a regular file'},
	{
		what: 'a circle of links',
		make: async (path: string) => symlinkSync(path, path),
		problem: 'the path has too many symbolic links (ELOOP)',
	},
	{
		what: 'a link to nowhere',
		make: async (path: string) => symlinkSync('none/debug.log', path),
		problem: 'its directory does not exist',
	},
	{
		what: 'a file as a directory',
		make: async (path: string) => writeFileSync(dirname(path), ''),
		below: 'file',
		problem: 'a part of the path is not a directory (ENOTDIR)',
	},
	{what: 'a directory that is not there', make: async () => {}, below: 'none', problem: 'its directory does not exist'},
])('$what cannot be opened, and it is said why', async ({make, below = '.', problem}) => {
	const path = join(dirname(await newPath()), below, 'debug.log');
	await make(path);
	expect(openAppendFile(path, {userId})).toEqual({kind: 'failed', problem});
});

test('a file of somebody else is not added to', async () => {
	const path = await newPath();
	writeFileSync(path, '');
	const files: AppendFunctions = {...nodeFunctions, fstat: (descriptor) => Object.assign(fstatSync(descriptor), {uid: 4242})};
	expect(openAppendFile(path, {userId: userId ?? 1, files})).toEqual({kind: 'failed', problem: 'it belongs to another user (id 4242)'});
});

test('a disk that fills up costs lines and nothing else, and later lines are whole', async () => {
	const path = await newPath();
	let room = Number.POSITIVE_INFINITY;
	const files: AppendFunctions = {
		...nodeFunctions,
		write(descriptor, bytes) {
			if (room === 0) {
				throw fileError('ENOSPC');
			}

			const written = writeSync(descriptor, bytes.subarray(0, room));
			room -= written;
			return written;
		},
	};
	const file = open(path, files);
	file.write('one');
	room = 3;
	file.write('broken off');
	file.write('lost');
	room = Number.POSITIVE_INFINITY;
	file.write('two');
	expect(readFileSync(path, 'utf8')).toBe('one\nbro\ntwo\n');
	expect(file.problem()).toBe(`${path} lacks 2 lines: the disk is full (ENOSPC).`);
});

test('opens for adding only', async () => {
	const path = await newPath();
	let given = 0;
	const files: AppendFunctions = {
		...nodeFunctions,
		open(asked, flags, mode) {
			given = flags;
			return openSync(asked, flags, mode);
		},
	};
	openAppendFile(path, {userId, files});
	expect(given & constants.O_APPEND).not.toBe(0);
	expect(given & constants.O_NOFOLLOW).not.toBe(0);
	expect(given & (constants.O_TRUNC | constants.O_RDWR)).toBe(0);
});

async function newPath(): Promise<string> {
	const {path} = await newFolder();
	await mkdir(path, {recursive: true});
	return join(path, 'debug.log');
}

function open(path: string, files: AppendFunctions = nodeFunctions): AppendFile {
	const opening = openAppendFile(path, {userId, files});
	return opening.kind === 'open' ? opening.file : expect.unreachable(opening.problem);
}
