import {chmod, mkdir, readdir, symlink, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';
import {type CompiledCodeOptions, keepCompiledCode} from '../../source/command/keep-compiled-code.js';
import {modeOf, newFolder} from '../files/temporary-folder.js';

/** `kept`: the folder that Node was given; `null`: none. */
async function prepare() {
	const {path: cache} = await newFolder();
	const folder = join(cache, 'compiled-1.2.3');
	const keep = (options: Partial<CompiledCodeOptions> = {}) => {
		let kept: string | null = null;
		keepCompiledCode({
			argv: [],
			version: '1.2.3',
			enable: (path) => {
				kept = path;
			},
			...options,
			env: {XDG_CACHE_HOME: dirname(cache), ...options.env},
		});
		return kept;
	};
	return {cache, folder, keep};
}

test('compiled code is kept in a folder that only the user can enter', async () => {
	const {cache, folder, keep} = await prepare();
	expect(keep()).toBe(folder);
	expect([await modeOf(cache), await modeOf(folder)]).toEqual(['700', '700']);
	expect(keep()).toBe(folder);
});

test.each([
	{argv: ['--no-cache']},
	{argv: ['--demo']},
	{argv: ['capacity', '--demo=guide', '-o', 'json']},
	{env: {NODE_COMPILE_CACHE: '/elsewhere'}},
	{env: {NODE_DISABLE_COMPILE_CACHE: '1'}},
	{enable: undefined},
	{env: {XDG_CACHE_HOME: '/dev/null'}},
])('nothing is kept, and nothing thrown, with $argv $env $enable', async (options) => {
	const {cache, keep} = await prepare();
	expect(keep(options)).toBe(null);
	await expect(readdir(cache)).rejects.toThrow('ENOENT');
});

test.each([
	['the folder can be entered by others', async (folder: string) => chmod(folder, 0o755)],
	['the cache directory can be changed by others', async (folder: string) => chmod(dirname(folder), 0o777)],
])('nothing is kept where %s', async (_, change) => {
	const {folder, keep} = await prepare();
	await mkdir(folder, {recursive: true, mode: 0o700});
	expect(keep()).toBe(folder);
	await change(folder);
	expect(keep()).toBe(null);
});

test('nothing is kept behind a link or in the place of a file', async () => {
	const {cache, folder, keep} = await prepare();
	const elsewhere = join(dirname(cache), 'elsewhere');
	await mkdir(elsewhere, {recursive: true, mode: 0o700});
	await mkdir(cache, {mode: 0o700});
	await symlink(elsewhere, folder);
	expect(keep()).toBe(null);
	await writeFile(join(cache, 'compiled-2.0.0'), '');
	expect(keep({version: '2.0.0'})).toBe(null);
});

test('a new version removes the compiled code of others, and nothing else', async () => {
	const {cache, folder, keep} = await prepare();
	keep({version: '1.2.2'});
	await writeFile(join(cache, 'compiled-1.2.2', 'code'), '');
	await writeFile(join(cache, 'snapshot.jsonl'), '');
	expect(keep()).toBe(folder);
	expect((await readdir(cache)).toSorted()).toEqual(['compiled-1.2.3', 'snapshot.jsonl']);
});
