import {chmod, mkdir, symlink} from 'node:fs/promises';
import {dirname} from 'node:path';
import {expect, test} from 'vitest';
import {examineFolder} from '../../source/files/examine-folder.js';
import {fileError, newFolder} from './temporary-folder.js';

test('a folder of the user, and one that is still to be made', async () => {
	const folder = await newFolder();
	expect(await examineFolder(folder)).toEqual({kind: 'absent'});
	await mkdir(folder.path, {recursive: true, mode: 0o700});
	expect(await examineFolder(folder)).toEqual({kind: 'own'});
});

test('a folder that is not used says why', async () => {
	const folder = await newFolder();
	await mkdir(folder.path, {recursive: true});
	await chmod(folder.path, 0o777);
	expect(await examineFolder(folder)).toEqual({
		kind: 'refused',
		problem: `${folder.path} can be changed by other users (chmod go-w ends that)`,
	});
	const link = {...folder, path: `${folder.path}-link`};
	await symlink(folder.path, link.path);
	expect(await examineFolder(link)).toMatchObject({kind: 'refused', problem: expect.stringContaining('symbolic link')});
});

test('a folder that cannot be written to, or not be made, is not used either', async () => {
	const asked: string[] = [];
	const folder = await newFolder({
		async checkWritable(path) {
			asked.push(path);
			throw fileError(path === dirname(dirname(folder.path)) ? 'EROFS' : 'ENOENT');
		},
	});
	expect(await examineFolder(folder)).toEqual({
		kind: 'refused',
		problem: `${dirname(dirname(folder.path))} cannot be written to: the file system is read-only (EROFS)`,
	});
	expect(asked).toEqual([folder.path, dirname(folder.path), dirname(dirname(folder.path))]);
});
