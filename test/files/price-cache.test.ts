import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import type {KeptPrice} from '../../source/core/cost/price-finder.js';
import {readPrices, writePrices} from '../../source/files/price-cache.js';
import {modeOf, newFolder} from './temporary-folder.js';

const foundAt = new Date('2026-11-23T10:13:00Z');
const prices: readonly KeptPrice[] = [
	{instanceType: 'p5.48xlarge', region: 'us-east-1', tenancy: 'default', usdPerHour: 55.04, publishedOn: '2026-07-20', foundAt},
	{instanceType: 'trn2.48xlarge', region: 'us-east-2', tenancy: 'dedicated', usdPerHour: null, publishedOn: null, foundAt},
];

test('prices come back as they were written, from a file for the user alone', async () => {
	const folder = await newFolder();

	expect(await readPrices(folder)).toEqual([]);
	expect(await writePrices(folder, prices)).toEqual({kind: 'written'});
	expect(await readPrices(folder)).toEqual(prices);
	expect(await modeOf(join(folder.path, 'prices.json'))).toBe('600');
});

test.each<readonly [string, (text: string) => string]>([
	['a price of $0', (text) => text.replace('55.04', '0')],
	['a negative price', (text) => text.replace('55.04', '-1')],
	['a price that is text', (text) => text.replace('55.04', '"55.04"')],
	['a day that is none', (text) => text.replace('2026-07-20', 'today')],
	['another tenancy', (text) => text.replace('dedicated', 'host')],
	['a time that is none', (text) => text.replace('2026-11-23T', '2026-11-23 ')],
	['another version', (text) => text.replace('"version":1', '"version":2')],
	['half of it', (text) => text.slice(0, 100)],
	['nothing', () => ''],
])('a file with %s is as none', async (_, damage) => {
	const folder = await newFolder();
	await writePrices(folder, prices);
	const path = join(folder.path, 'prices.json');
	await writeFile(path, damage(await readFile(path, 'utf8')));

	expect(await readPrices(folder)).toEqual([]);
});
