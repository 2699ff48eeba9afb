import {chmod, lstat, mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';
import {nodeFiles} from '../../source/files/file-functions.js';
import {readUserFile} from '../../source/files/read-user-file.js';
import type {UserFolder} from '../../source/files/user-folder.js';
import {isTemporaryName, writeAtomically} from '../../source/files/write-atomically.js';
import {fileError, modeOf, namesIn, newFolder, userId} from './temporary-folder.js';

test('makes its folder, for the user alone, and the file in it', async () => {
	const folder = await newFolder();

	expect(await writeAtomically(folder, 'a.json', ['one\n', 'two\n'])).toEqual({kind: 'written'});
	expect(await contentOf(folder)).toBe('one\ntwo\n');
	expect(await namesIn(folder)).toEqual(['a.json']);
	expect(await modeOf(folder.path)).toBe('700');
	expect(await modeOf(dirname(folder.path))).toBe('700');
	expect(await modeOf(join(folder.path, 'a.json'))).toBe('600');
});

test('replaces a file, and its mode', async () => {
	const folder = await newFolder();
	await mkdir(folder.path, {recursive: true, mode: 0o755});
	await writeFile(join(folder.path, 'a.json'), 'old', {mode: 0o644});

	expect(await writeAtomically(folder, 'a.json', ['new'])).toEqual({kind: 'written'});
	expect(await contentOf(folder)).toBe('new');
	expect(await modeOf(join(folder.path, 'a.json'))).toBe('600');
});

test('replaces a symbolic link and leaves what it leads to', async () => {
	const folder = await newFolder();
	const other = join(dirname(dirname(folder.path)), 'other');
	await mkdir(folder.path, {recursive: true, mode: 0o700});
	await writeFile(other, 'precious');
	await symlink(other, join(folder.path, 'a.json'));

	expect(await writeAtomically(folder, 'a.json', ['new'])).toEqual({kind: 'written'});
	expect((await lstat(join(folder.path, 'a.json'))).isFile()).toBe(true);
	expect(await readFile(other, 'utf8')).toBe('precious');
});

test('takes directories above it that are links', async () => {
	const folder = await newFolder();
	const base = dirname(dirname(folder.path));
	await mkdir(join(base, 'disk'));
	await symlink(join(base, 'disk'), join(base, 'cache'));

	expect(await writeAtomically(folder, 'a.json', ['new'])).toEqual({kind: 'written'});
	expect(await readFile(join(base, 'disk', 'truffle-capacity', 'a.json'), 'utf8')).toBe('new');
});

test('does not write into a folder that is a link, or that others can change, or that is not the user’s', async () => {
	const linked = await newFolder();
	const base = dirname(dirname(linked.path));
	await mkdir(join(base, 'elsewhere'));
	await mkdir(dirname(linked.path));
	await symlink(join(base, 'elsewhere'), linked.path);
	const shared = await newFolder();
	await mkdir(shared.path, {recursive: true});
	await chmod(shared.path, 0o777);
	const group = await newFolder();
	await mkdir(group.path, {recursive: true});
	await chmod(group.path, 0o770);
	const foreign = {...(await newFolder()), userId: 4_000_000};

	expect(await writeAtomically(linked, 'a.json', ['new'])).toEqual({
		kind: 'failed',
		reason: `${linked.path}/a.json was not written: ${linked.path} is a symbolic link, not a directory.`,
	});
	expect(await writeAtomically(shared, 'a.json', ['new'])).toEqual({
		kind: 'failed',
		reason: `${shared.path}/a.json was not written: ${shared.path} can be changed by other users (chmod go-w ends that).`,
	});
	expect(await writeAtomically(group, 'a.json', ['new'])).toMatchObject({kind: 'failed'});
	expect(await writeAtomically(foreign, 'a.json', ['new'])).toEqual({
		kind: 'failed',
		reason: `${foreign.path}/a.json was not written: ${foreign.path} belongs to another user (id ${userId}).`,
	});
	expect(await namesIn(shared)).toEqual([]);
	expect(await namesIn({...linked, path: join(base, 'elsewhere')})).toEqual([]);
});

test('does not compare owners where users have no ids', async () => {
	expect(await writeAtomically({...(await newFolder()), userId: null}, 'a.json', ['new'])).toEqual({kind: 'written'});
});

test('says what stands in the way', async () => {
	const folder = await newFolder();
	await writeFile(dirname(folder.path), 'a file where a directory should be');
	const result = await writeAtomically(folder, 'a.json', ['new']);

	expect(result).toEqual({
		kind: 'failed',
		reason: `${folder.path}/a.json was not written: a part of the path is not a directory (ENOTDIR).`,
	});
});

test.each([
	['EACCES', 'permission denied (EACCES)'],
	['EROFS', 'the file system is read-only (EROFS)'],
	['EWEIRD', 'EWEIRD: no luck'],
])('an unwritable place is a failure, not an exception: %s', async (code, words) => {
	const folder = await newFolder({
		async mkdir() {
			throw fileError(code);
		},
	});

	expect(await writeAtomically(folder, 'a.json', ['new'])).toEqual({
		kind: 'failed',
		reason: `${folder.path}/a.json was not written: ${words}.`,
	});
});

test('a disk that fills up leaves the old file, and nothing else', async () => {
	const folder = await newFolder();
	await writeAtomically(folder, 'a.json', ['old']);
	const full = {
		...folder,
		files: {
			...nodeFiles,
			async writeNewFile(path: string, [first = '']: readonly string[], mode: number) {
				await nodeFiles.writeNewFile(path, [first], mode);
				throw fileError('ENOSPC');
			},
		},
	};

	expect(await writeAtomically(full, 'a.json', ['half', 'other half'])).toEqual({
		kind: 'failed',
		reason: `${folder.path}/a.json was not written: the disk is full (ENOSPC).`,
	});
	expect(await contentOf(folder)).toBe('old');
	expect(await namesIn(folder)).toEqual(['a.json']);
});

test('a rename that fails leaves the old file, and nothing else', async () => {
	const folder = await newFolder();
	await writeAtomically(folder, 'a.json', ['old']);
	const broken = {...folder, files: {...nodeFiles, rename: async () => Promise.reject(fileError('EIO'))}};

	expect(await writeAtomically(broken, 'a.json', ['new'])).toMatchObject({kind: 'failed'});
	expect(await contentOf(folder)).toBe('old');
	expect(await namesIn(folder)).toEqual(['a.json']);
});

test('a process that dies between writing and renaming leaves the old file', async () => {
	const folder = await newFolder();
	await writeAtomically(folder, 'a.json', ['old']);
	const die = async () => Promise.reject(fileError('EIO'));
	const dying = {...folder, files: {...nodeFiles, rename: die, unlink: die}};
	await writeAtomically(dying, 'a.json', ['new']);

	const [left = '', ...others] = await namesIn(folder);
	expect(others).toEqual(['a.json']);
	expect(isTemporaryName(left)).toBe(true);
	expect(await modeOf(join(folder.path, left))).toBe('600');
	expect(await contentOf(folder)).toBe('old');
	expect(await writeAtomically(folder, 'a.json', ['newer'])).toEqual({kind: 'written'});
	expect(await contentOf(folder)).toBe('newer');
});

test('what has the name of its temporary file is neither written to nor removed', async () => {
	const folder = await newFolder();
	let taken = '';
	const crowded = {
		...folder,
		files: {
			...nodeFiles,
			async writeNewFile(path: string, pieces: readonly string[], mode: number) {
				taken = path;
				await writeFile(path, 'of somebody else');
				await nodeFiles.writeNewFile(path, pieces, mode);
			},
		},
	};

	expect(await writeAtomically(crowded, 'a.json', ['new'])).toMatchObject({kind: 'failed'});
	expect(await readFile(taken, 'utf8')).toBe('of somebody else');
});

test('a directory of that name is not replaced', async () => {
	const folder = await newFolder();
	await mkdir(join(folder.path, 'a.json'), {recursive: true, mode: 0o700});

	expect(await writeAtomically(folder, 'a.json', ['new'])).toEqual({
		kind: 'failed',
		reason: `${folder.path}/a.json was not written: there is a directory of that name (EISDIR).`,
	});
	expect(await namesIn(folder)).toEqual(['a.json']);
});

test('with many writers at once every reader sees a whole file', async () => {
	const folder = await newFolder();
	await writeAtomically(folder, 'a.json', ['0'.repeat(10_000)]);
	let isDone = false;
	const reading = (async () => {
		const seen = new Set<string>();
		while (!isDone) {
			const content = await contentOf(folder);
			seen.add(`${content.length} × ${[...new Set(content)].join('')}`);
		}

		return seen;
	})();
	const results = await Promise.all(
		Array.from({length: 40}, (_, index) =>
			writeAtomically(folder, 'a.json', [String(index % 10).repeat(5000), String(index % 10).repeat(5000)]),
		),
	);
	isDone = true;

	expect(new Set(results.map(({kind}) => kind))).toEqual(new Set(['written']));
	for (const content of await reading) {
		expect(content).toMatch(/^10000 × \d$/);
	}

	expect(await namesIn(folder)).toEqual(['a.json']);
});

async function contentOf(folder: UserFolder): Promise<string> {
	const file = await readUserFile(folder, 'a.json', 1_000_000);
	return file.kind === 'ok' ? file.bytes.toString('utf8') : file.kind;
}
