import {readFile, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {cacheKey} from '../../source/files/cache-key.js';
import {readRegions, writeRegions} from '../../source/files/region-cache.js';
import {identity, key} from './sample-snapshot.js';
import {fileError, modeOf, namesIn, newFolder} from './temporary-folder.js';

const regions = ['ap-southeast-7', 'us-gov-east-1', 'eusc-de-east-1', 'us-east-1'];
const name = `regions-${key}.json`;

test('regions come back as they were written, in their order, from a file for the user alone', async () => {
	const folder = await newFolder();

	expect(await readRegions(folder, key)).toBeNull();
	expect(await writeRegions(folder, key, regions)).toEqual({kind: 'written'});
	expect(await readRegions(folder, key)).toEqual(regions);
	expect(await readRegions(folder, cacheKey({...identity, profile: 'other'}))).toBeNull();
	expect(await modeOf(join(folder.path, name))).toBe('600');
});

test('their names are all that is in the file', async () => {
	const folder = await newFolder();
	await writeRegions(folder, key, regions);

	expect(JSON.parse(await readFile(join(folder.path, name), 'utf8'))).toEqual({
		format: 'truffle-capacity regions',
		version: 1,
		regions,
	});
});

test('no more than a hundred are kept', async () => {
	const folder = await newFolder();
	const many = Array.from({length: 120}, (_, index) => `xx-${'abcdefghijkl'.slice(index % 12)}-${index % 100}`);
	await writeRegions(folder, key, many);

	expect(await readRegions(folder, key)).toEqual(many.slice(0, 100));
});

test.each<readonly [string, (text: string) => string]>([
	['no list', (text) => text.replace(/\[.*\]/, '"us-east-1"')],
	['an empty list', (text) => text.replace(/\[.*\]/, '[]')],
	['more than a hundred', (text) => text.replace(/\[.*\]/, JSON.stringify(Array.from({length: 101}, () => 'us-east-1')))],
	['a number among them', (text) => text.replace('"us-east-1"', '1')],
	['another host', (text) => text.replace('us-east-1', 'us-east-1.example.com')],
	['a path', (text) => text.replace('us-east-1', '../us-east-1')],
	['an escape sequence', (text) => text.replace('us-east-1', '\\u001b[31mus-east-1')],
	['a second line', (text) => text.replace('us-east-1', 'us-east-1\\n')],
	['another format', (text) => text.replace('capacity regions', 'capacity prices')],
	['another version', (text) => text.replace('"version":1', '"version":2')],
	['blanks without end', (text) => text.replace('{', `{${' '.repeat(9000)}`)],
	['half of it', (text) => text.slice(0, 50)],
	['nothing', () => ''],
])('a file with %s is as none', async (_, damage) => {
	const folder = await newFolder();
	await writeRegions(folder, key, regions);
	const path = join(folder.path, name);
	const text = await readFile(path, 'utf8');
	expect(damage(text)).not.toBe(text);
	await writeFile(path, damage(text));

	expect(await readRegions(folder, key)).toBeNull();
});

test('a file of somebody else is as none, and is not replaced', async () => {
	const folder = await newFolder();
	await writeRegions(folder, key, regions);
	const others = {...folder, userId: 12_345};

	expect(await readRegions(others, key)).toBeNull();
	expect(await writeRegions(others, key, ['us-east-1'])).toMatchObject({kind: 'failed'});
	expect(await readRegions(folder, key)).toEqual(regions);
});

test('a disk that is full is no error', async () => {
	const folder = await newFolder({writeNewFile: async () => Promise.reject(fileError('ENOSPC'))});

	expect(await writeRegions(folder, key, regions)).toMatchObject({kind: 'failed'});
	expect(await namesIn(folder)).toEqual([]);
});

test('the twenty newest files stay, and what is not of their kind', async () => {
	const folder = await newFolder();
	const keys = Array.from({length: 25}, (_, index) => cacheKey({...identity, accessKeyId: `ASIA${index}`}));
	for (const [index, each] of keys.entries()) {
		await writeRegions(folder, each, regions);
		const time = new Date(Date.UTC(2020, 0, 1, 0, index));
		await utimes(join(folder.path, `regions-${each}.json`), time, time);
	}

	await writeFile(join(folder.path, 'prices.json'), '{}');
	await writeRegions(folder, key, regions);
	expect(await namesIn(folder)).toEqual(
		[...keys.slice(-19), key]
			.map((each) => `regions-${each}.json`)
			.concat('prices.json')
			.toSorted(),
	);
});
