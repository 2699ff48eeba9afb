import {mkdir, truncate, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {cacheKey} from '../../source/files/cache-key.js';
import {nodeFiles} from '../../source/files/file-functions.js';
import {writeSnapshot} from '../../source/files/snapshot-cache.js';
import type {UserFolder} from '../../source/files/user-folder.js';
import {identity, key, sample} from './sample-snapshot.js';
import {fileError, namesIn, newFolder} from './temporary-folder.js';

describe('old files', () => {
	test('go when there are more than twenty, the oldest first', async () => {
		const folder = await newFolder();
		const keys = Array.from({length: 25}, (_, index) => cacheKey({...identity, accessKeyId: `ASIA${index}`}));
		for (const [index, each] of keys.entries()) {
			await writeSnapshot(folder, each, sample());
			await touch(folder, `snapshot-${each}.jsonl`, index);
		}

		await writeFile(join(folder.path, 'view.json'), '{}');
		await touch(folder, 'view.json', 0);
		await writeSnapshot(folder, key, sample());
		expect(await namesIn(folder)).toEqual(
			[...keys.slice(-19), key]
				.map((each) => `snapshot-${each}.jsonl`)
				.concat('view.json')
				.toSorted(),
		);
	});

	test('go when together they are larger than 100 MiB', async () => {
		const folder = await newFolder();
		const keys = Array.from({length: 6}, (_, index) => cacheKey({...identity, accessKeyId: `ASIA${index}`}));
		await mkdir(folder.path, {recursive: true, mode: 0o700});
		for (const [index, each] of keys.entries()) {
			await writeFile(join(folder.path, `snapshot-${each}.jsonl`), '');
			await truncate(join(folder.path, `snapshot-${each}.jsonl`), 20 * 1024 * 1024);
			await touch(folder, `snapshot-${each}.jsonl`, index);
		}

		await writeSnapshot(folder, key, sample());
		expect(await namesIn(folder)).toEqual([...keys.slice(-4), key].map((each) => `snapshot-${each}.jsonl`).toSorted());
	});

	test('that are half-written go after an hour', async () => {
		const folder = await newFolder();
		const halves = ['.snapshot-a.jsonl.0123456789abcdef.tmp', '.snapshot-a.jsonl.0123456789abcdee.tmp'];
		await mkdir(folder.path, {recursive: true, mode: 0o700});
		for (const name of halves) {
			await writeFile(join(folder.path, name), 'half');
		}

		await touch(folder, '.snapshot-a.jsonl.0123456789abcdee.tmp', 0);
		await writeSnapshot(folder, key, sample());
		expect(await namesIn(folder)).toEqual(['.snapshot-a.jsonl.0123456789abcdef.tmp', `snapshot-${key}.jsonl`]);
	});

	test('that cannot be removed do not matter', async () => {
		const folder = await newFolder({readdir: async () => Promise.reject(fileError('EACCES'))});

		expect(await writeSnapshot(folder, key, sample())).toEqual({kind: 'written'});
		expect(await writeSnapshot({...folder, files: nodeFiles}, key, sample())).toEqual({kind: 'written'});
	});
});

/** Makes a file as old as that many minutes after the beginning of 2020. */
async function touch({path}: UserFolder, name: string, minutes: number): Promise<void> {
	const time = new Date(Date.UTC(2020, 0, 1, 0, minutes));
	await utimes(join(path, name), time, time);
}
