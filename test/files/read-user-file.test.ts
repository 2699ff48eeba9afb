import {execFileSync} from 'node:child_process';
import {chmod, mkdir, symlink, truncate, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';
import {nodeFiles} from '../../source/files/file-functions.js';
import {readUserFile} from '../../source/files/read-user-file.js';
import type {UserFolder} from '../../source/files/user-folder.js';
import {fileError, newFolder, userId} from './temporary-folder.js';

test('reads a file of the folder', async () => {
	const {folder} = await withFile('content');

	expect(await readUserFile(folder, 'a.json', 7)).toEqual({kind: 'ok', bytes: Buffer.from('content')});
});

test('there is nothing without the file, the folder or a directory above it', async () => {
	const {folder} = await withFile('content');
	const none = await newFolder();
	await writeFile(dirname(none.path), 'a file where a directory should be');

	expect(await readUserFile(folder, 'b.json', 100)).toEqual({kind: 'none'});
	expect(await readUserFile(await newFolder(), 'a.json', 100)).toEqual({kind: 'none'});
	expect(await readUserFile(none, 'a.json', 100)).toEqual({kind: 'none'});
});

test('does not open what is too long', async () => {
	const {folder, path} = await withFile('');
	await truncate(path, 3_000_000_000);
	const reads: string[] = [];
	const watched = {
		...folder,
		files: {
			...nodeFiles,
			async readFile(file: string) {
				reads.push(file);
				return Buffer.from('');
			},
		},
	};

	expect(await readUserFile(watched, 'a.json', 20_000_000)).toEqual({
		kind: 'damaged',
		reason: `${path} is ignored: it is larger than 20000000 bytes.`,
	});
	expect(reads).toEqual([]);
});

test('does not read what is not a file: a link, a directory, a pipe', async () => {
	const {folder} = await withFile('content');
	const pathOf = (name: string) => join(folder.path, name);
	await symlink(pathOf('a.json'), pathOf('link'));
	await mkdir(pathOf('directory'));
	execFileSync('mkfifo', [pathOf('pipe')]);

	for (const name of ['link', 'directory', 'pipe']) {
		expect(await readUserFile(folder, name, 100)).toEqual({
			kind: 'damaged',
			reason: `${pathOf(name)} is ignored: it is not a regular file.`,
		});
	}
});

test('does not read what others can have written', async () => {
	const {folder, path} = await withFile('content');
	const foreign = {...folder, userId: 4_000_000};

	expect(await readUserFile(foreign, 'a.json', 100)).toEqual({
		kind: 'damaged',
		reason: `${path} is ignored: ${folder.path} belongs to another user (id ${userId}).`,
	});
	await chmod(path, 0o602);
	expect(await readUserFile(folder, 'a.json', 100)).toEqual({
		kind: 'damaged',
		reason: `${path} is ignored: it can be changed by other users (chmod go-w ends that).`,
	});
	await chmod(path, 0o600);
	await chmod(folder.path, 0o707);
	expect(await readUserFile(folder, 'a.json', 100)).toMatchObject({kind: 'damaged'});
});

test('says what stands in the way', async () => {
	const {folder, path} = await withFile('content');
	const unreadable = {...folder, files: {...nodeFiles, readFile: async () => Promise.reject(fileError('EACCES'))}};
	const hidden = {...folder, files: {...nodeFiles, lstat: async () => Promise.reject(fileError('EACCES'))}};
	const vanishing = {...folder, files: {...nodeFiles, readFile: async () => Promise.reject(fileError('ENOENT'))}};

	expect(await readUserFile(unreadable, 'a.json', 100)).toEqual({
		kind: 'damaged',
		reason: `${path} is ignored: permission denied (EACCES).`,
	});
	expect(await readUserFile(hidden, 'a.json', 100)).toEqual({
		kind: 'damaged',
		reason: `${path} is ignored: ${folder.path} cannot be looked at: permission denied (EACCES).`,
	});
	expect(await readUserFile(vanishing, 'a.json', 100)).toEqual({kind: 'none'});
});

test('a file that is not text is damaged', async () => {
	const {folder, path} = await withFile(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]));

	expect(await readUserFile(folder, 'a.json', 100)).toEqual({kind: 'damaged', reason: `${path} is ignored: it is not text in UTF-8.`});
});

async function withFile(content: string | Buffer): Promise<{readonly folder: UserFolder; readonly path: string}> {
	const folder = await newFolder();
	await mkdir(folder.path, {recursive: true, mode: 0o700});
	const path = join(folder.path, 'a.json');
	await writeFile(path, content, {mode: 0o600});
	return {folder, path};
}
