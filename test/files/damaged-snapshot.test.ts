import {mkdir, readFile, truncate, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readSnapshotLines} from '../../source/files/read-snapshot-lines.js';
import {readSnapshot, writeSnapshot} from '../../source/files/snapshot-cache.js';
import type {UserFolder} from '../../source/files/user-folder.js';
import {writeSnapshotLines} from '../../source/files/write-snapshot-lines.js';
import {reservation} from '../helpers/reservation.js';
import {key, sample, savedAt} from './sample-snapshot.js';
import {newFolder} from './temporary-folder.js';

describe('a damaged file is ignored, said and replaced', () => {
	test.each([
		['empty', () => '', 'it is cut off'],
		['cut in its first line', (whole: string) => whole.slice(0, 40), 'it is cut off'],
		['cut between two lines', (whole: string) => whole.slice(0, whole.lastIndexOf('\n', whole.length - 2) + 1), 'it is cut off'],
		['cut before its last character', (whole: string) => whole.slice(0, -1), 'it is cut off'],
		['a line too long', (whole: string) => `${whole}{}\n`, 'it has more lines than it should'],
		['of zeros, as after a power cut', (whole: string) => `${'\0'.repeat(whole.length)}\n`, 'line 1: it is not JSON'],
		['of a program that is not truffle', () => '{"cache":true}\n', 'line 1: it was not written by truffle'],
		['a web page', () => '<html></html>\n', 'line 1: it is not JSON'],
		['null', () => 'null\n', 'line 1: it is not an object'],
		['a list', () => '[]\n', 'line 1: it is not an object'],
		[
			'of a later version',
			(whole: string) => whole.replace('"version":1', '"version":2'),
			'line 1: it was written by another version of truffle',
		],
		[
			'of two regions of one name',
			(whole: string) => whole.replace('"region":"eu-west-1"', '"region":"us-east-1"'),
			'it has a region twice',
		],
		[
			'of a reservation of another region',
			(whole: string) => whole.replace('"region":"us-east-1","id"', '"region":"us-west-2","id"'),
			'a reservation of us-east-1 is in the wrong place or there twice',
		],
		[
			'of a reservation that is there twice',
			(whole: string) => {
				const [header, first] = whole.split('\n');
				return `${header}\n${first}\n${first}\n`;
			},
			'a reservation of us-east-1 is in the wrong place or there twice',
		],
		[
			'of a date that does not exist',
			(whole: string) => whole.replace('2026-11-01T00:00:00.000Z', '2026-02-30T00:00:00.000Z'),
			'line 2: startDate is not a time',
		],
		[
			'of a negative count',
			(whole: string) => whole.replace('"totalInstanceCount":4', '"totalInstanceCount":-4'),
			'line 2: totalInstanceCount is not a count',
		],
		[
			'of a count that is too large',
			(whole: string) => whole.replace('"totalInstanceCount":4', '"totalInstanceCount":1e300'),
			'line 2: totalInstanceCount is not a count',
		],
		[
			'of a kind that is unknown',
			(whole: string) => whole.replace('"kind":"odcr"', '"kind":"spot"'),
			'line 2: kind is not one of odcr, block',
		],
		[
			'of a tag that is a number',
			(whole: string) => whole.replace('"tags":{"Name":"train"}', '"tags":{"Name":7}'),
			'line 2: Name is not text',
		],
		[
			'of half a directory',
			(whole: string) => whole.replace('"isEnabled":true', '"isEnabled":1'),
			'line 1: isEnabled is not true or false',
		],
	])('%s', async (_what, damage, problem) => {
		const folder = await newFolder();
		await writeSnapshot(folder, key, sample());
		const path = join(folder.path, `snapshot-${key}.jsonl`);
		const whole = await readFile(path, 'utf8');
		expect(damage(whole)).not.toBe(whole);
		await writeFile(path, damage(whole));

		expect(await readSnapshot(folder, key)).toEqual({kind: 'damaged', reason: `${path} is ignored: ${problem}.`});
		expect(await writeSnapshot(folder, key, sample())).toEqual({kind: 'written'});
		expect(await readSnapshot(folder, key)).toEqual({kind: 'ok', snapshot: sample()});
	});

	test('a file of gigabytes', async () => {
		const folder = await newFolder();
		const path = await put(folder, '');
		await truncate(path, 3_000_000_000);

		expect(await readSnapshot(folder, key)).toEqual({kind: 'damaged', reason: `${path} is ignored: it is larger than 20971520 bytes.`});
		expect(await writeSnapshot(folder, key, sample())).toEqual({kind: 'written'});
		expect(await readSnapshot(folder, key)).toMatchObject({kind: 'ok'});
	});

	test('wherever it is cut', async () => {
		const whole = Buffer.from(((await writeSnapshotLines(sample(), 20_000_000)) ?? []).join(''));

		await expect(readSnapshotLines(whole)).resolves.toEqual(sample());
		for (let length = 0; length < whole.length; length++) {
			await expect(readSnapshotLines(whole.subarray(0, length))).rejects.toThrow('it is cut off');
		}
	});

	test('whichever field is missing or of another kind', async () => {
		const folder = await newFolder();
		await writeSnapshot(folder, key, sample());
		const path = join(folder.path, `snapshot-${key}.jsonl`);
		const lines = (await readFile(path, 'utf8')).split('\n');
		const problems: unknown[] = [];
		for (const [index, names] of [0, 1, 2].map((at) => [at, Object.keys(JSON.parse(lines[at] ?? '{}'))] as const)) {
			for (const name of names) {
				for (const value of [undefined, 3.5]) {
					const changed = JSON.stringify({...JSON.parse(lines[index] ?? '{}'), [name]: value});
					await writeFile(path, lines.with(index, changed).join('\n'));
					const reading = await readSnapshot(folder, key);
					const isNamed = reading.kind === 'damaged' && reading.reason.includes(`line ${index + 1}: `);
					problems.push(...(isNamed ? [] : [`${index} ${name} ${value} ${JSON.stringify(reading)}`]));
				}
			}
		}

		expect(problems).toEqual([]);
	});

	test('whatever is changed in it, reading never throws and what is read is safe', async () => {
		const folder = await newFolder();
		await writeSnapshot(folder, key, sample());
		const path = join(folder.path, `snapshot-${key}.jsonl`);
		const whole = await readFile(path);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {minLength: 1, maxLength: 4}), async (changes) => {
				const bytes = Buffer.from(whole);
				for (const [at, byte] of changes) {
					bytes[at] = byte;
				}

				await writeFile(path, bytes);
				const reading = await readSnapshot(folder, key);
				expect(['ok', 'damaged']).toContain(reading.kind);
				expect(JSON.stringify(reading)).not.toMatch(/\\u00[01]|[\x7f-\x9f\u202e]/);
			}),
			{numRuns: 300},
		);
	});
});

test('texts are made safe again', async () => {
	const folder = await newFolder();
	const tagged = reservation({instanceType: 'p5.48xlarge', tags: {Name: 'train'}});
	await writeSnapshot(folder, key, {...sample(), regions: [{region: 'us-east-1', fetchedAt: savedAt, reservations: [tagged]}]});
	const path = join(folder.path, `snapshot-${key}.jsonl`);
	const whole = await readFile(path, 'utf8');
	const hostile = whole
		.replace('"Name":"train"', '"Na\\u001b[2Jme":"\\u001b]52;c;SGVsbG8=\\u0007tr\\u202eain\\n"')
		.replace('"instanceType":"p5.48xlarge","instancePlatform"', `"instanceType":"${'x'.repeat(5000)}","instancePlatform"`)
		.replace('"accountId":"123456789012"', '"accountId":"1234\\u001b[31m56789012"');
	await writeFile(path, hostile);

	const reading = await readSnapshot(folder, key);
	const read = reading.kind === 'ok' ? reading.snapshot : null;
	expect(read?.accountId).toBe('123456789012');
	expect(read?.regions[0]?.reservations[0]?.tags).toEqual({Name: 'train '});
	expect(read?.regions[0]?.reservations[0]?.instanceType).toBe('x'.repeat(1024));
});

async function put(folder: UserFolder, content: string): Promise<string> {
	await mkdir(folder.path, {recursive: true, mode: 0o700});
	const path = join(folder.path, `snapshot-${key}.jsonl`);
	await writeFile(path, content, {mode: 0o600});
	return path;
}
