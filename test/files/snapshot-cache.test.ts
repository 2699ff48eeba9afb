import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {cacheKey} from '../../source/files/cache-key.js';
import {readSnapshotLines} from '../../source/files/read-snapshot-lines.js';
import {readSnapshot, writeSnapshot} from '../../source/files/snapshot-cache.js';
import {writeSnapshotLines} from '../../source/files/write-snapshot-lines.js';
import {reservation} from '../helpers/reservation.js';
import {snapshots} from './arbitrary-snapshot.js';
import {identity, key, large, sample, savedAt} from './sample-snapshot.js';
import {fileError, modeOf, namesIn, newFolder} from './temporary-folder.js';

describe('the key', () => {
	test('tells profiles, access keys, endpoints and partitions apart', () => {
		const keys = [
			identity,
			{...identity, accessKeyId: 'ASIAI44QH8DHBEXAMPLE'},
			{...identity, accessKeyId: null},
			{...identity, profile: 'prod'},
			{...identity, profile: 'ASIAIOSFODNN7EXAMPLE'},
			{...identity, endpointUrl: 'http://127.0.0.1:4566'},
			{...identity, endpointUrl: 'http://127.0.0.1:4567'},
			{...identity, endpointUrl: 'not a url'},
			{...identity, partition: 'aws-cn'},
		].map(cacheKey);

		expect(new Set(keys).size).toBe(keys.length);
		for (const each of keys) {
			expect(each).toMatch(/^[0-9a-f]{32}$/);
		}
	});

	test('is that of the profile whatever its keys are today', () => {
		expect(cacheKey({...identity, profile: 'prod', accessKeyId: 'ASIA1'})).toBe(
			cacheKey({...identity, profile: 'prod', accessKeyId: null}),
		);
	});

	test('takes two spellings of an endpoint for one, and nothing secret of it', () => {
		const keyOf = (endpointUrl: string) => cacheKey({...identity, endpointUrl});

		expect(keyOf('HTTP://LocalHost:80/')).toBe(keyOf('http://localhost'));
		expect(keyOf('http://ana:secret@localhost/?token=secret')).toBe(keyOf('http://localhost'));
		expect(keyOf('http://localhost/ec2')).not.toBe(keyOf('http://localhost'));
	});
});

describe('a snapshot', () => {
	test('comes back as it was written', async () => {
		const folder = await newFolder();

		expect(await writeSnapshot(folder, key, sample())).toEqual({kind: 'written'});
		expect(await readSnapshot(folder, key)).toEqual({kind: 'ok', snapshot: sample()});
		expect(await readSnapshot(folder, cacheKey({...identity, profile: 'other'}))).toEqual({kind: 'none'});
	});

	test('any snapshot comes back as it was written', async () => {
		const folder = await newFolder();
		await fc.assert(
			fc.asyncProperty(snapshots, async (snapshot) => {
				expect(await writeSnapshot(folder, key, snapshot)).toEqual({kind: 'written'});
				expect(await readSnapshot(folder, key)).toEqual({kind: 'ok', snapshot});
			}),
			{numRuns: 200},
		);
	});

	test('a tag called __proto__ stays a tag', async () => {
		const folder = await newFolder();
		const tags: Record<string, string> = JSON.parse('{"__proto__": "polluted"}');
		await writeSnapshot(folder, key, {
			...sample(),
			regions: [{region: 'us-east-1', fetchedAt: savedAt, reservations: [reservation({tags})]}],
		});

		const reading = await readSnapshot(folder, key);
		const read = reading.kind === 'ok' ? (reading.snapshot.regions[0]?.reservations[0]?.tags ?? {}) : {};
		expect(Object.entries(read)).toEqual([['__proto__', 'polluted']]);
		expect(Object.getPrototypeOf(read)).toBe(null);
	});

	test('is a file for the user alone, without credentials, profile or endpoint, and in this format', async () => {
		const folder = await newFolder();
		const secret = {...identity, profile: 'prod-admin', endpointUrl: 'https://ana:hunter2@ec2.example.com'};
		await writeSnapshot(folder, cacheKey(secret), sample());

		const [name = ''] = await namesIn(folder);
		expect(name).toBe(`snapshot-${cacheKey(secret)}.jsonl`);
		expect(await modeOf(join(folder.path, name))).toBe('600');
		expect(await modeOf(folder.path)).toBe('700');
		const content = await readFile(join(folder.path, name), 'utf8');
		expect(content).not.toMatch(/prod-admin|ASIA|hunter2|example\.com/);
		// Whoever changes one of these raises `snapshotVersion`.
		const [header = '{}', first = '{}'] = content.split('\n');
		expect(JSON.parse(header)).toEqual({
			format: 'truffle-capacity snapshot',
			version: 1,
			savedAt: '2026-11-23T10:13:00.250Z',
			accountId: '123456789012',
			directory: {
				origin: 'ec2',
				regions: [
					{name: 'us-east-1', isEnabled: true},
					{name: 'me-south-1', isEnabled: false},
				],
			},
			accelerators: [
				{instanceType: 'p5.48xlarge', accelerator: {name: 'H100', countPerInstance: 8, memoryMib: 81_920}},
				{instanceType: 'm7i.large', accelerator: null},
			],
			regions: [
				{region: 'us-east-1', fetchedAt: '2026-11-23T10:12:58.000Z', reservations: 2},
				{region: 'eu-west-1', fetchedAt: '2026-11-23T10:12:59.000Z', reservations: 0},
			],
		});
		expect(Object.keys(JSON.parse(first))).toEqual(
			[
				'key kind region id arn ownerId availabilityZone availabilityZoneId instanceType instancePlatform tenancy totalInstanceCount',
				'availableInstanceCount ebsOptimized ephemeralStorage state startDate endDate createDate instanceMatchCriteria tags outpostArn',
				'capacityReservationFleetId placementGroupArn capacityAllocations reservationType unusedReservationBillingOwnerId commitment',
				'deliveryPreference capacityBlockId interruptible interruptibleAllocation interruption adjustmentStatus adjustmentDetails',
				'originalStartDate zeroSizePreference launchStatus accelerator',
			].flatMap((names) => names.split(' ')),
		);
	});

	test('that is too long is not written, and the old one stays', async () => {
		const folder = await newFolder();
		await writeSnapshot(folder, key, sample());

		expect(await writeSnapshot(folder, key, large(25_000))).toEqual({
			kind: 'failed',
			reason: `${folder.path}/snapshot-${key}.jsonl was not written: its reservations would take more than 20971520 bytes.`,
		});
		expect(await readSnapshot(folder, key)).toEqual({kind: 'ok', snapshot: sample()});
		expect(await namesIn(folder)).toHaveLength(1);
	});

	test('of thousands of reservations lets others run while it is written and read', async () => {
		let turns = 0;
		const turn = () => {
			turns++;
			turning = setImmediate(turn);
		};
		let turning = setImmediate(turn);
		const pieces = (await writeSnapshotLines(large(5000), 20_000_000)) ?? [];
		const whileWriting = turns;
		const read = await readSnapshotLines(Buffer.from(pieces.join('')));
		clearImmediate(turning);

		expect(read).toEqual(large(5000));
		expect(whileWriting).toBeGreaterThanOrEqual(50);
		expect(turns - whileWriting).toBeGreaterThanOrEqual(50);
	});

	test('that cannot be written is a failure, not an exception', async () => {
		const folder = await newFolder({
			async writeNewFile() {
				throw fileError('EACCES');
			},
		});

		expect(await writeSnapshot(folder, key, sample())).toEqual({
			kind: 'failed',
			reason: `${folder.path}/snapshot-${key}.jsonl was not written: permission denied (EACCES).`,
		});
	});
});

test('with many writers at once the last one is whole', async () => {
	const folder = await newFolder();
	const results = await Promise.all(
		Array.from({length: 20}, (_, index) => writeSnapshot(folder, key, {...large(300), accountId: String(index)})),
	);
	const reading = await readSnapshot(folder, key);

	expect(new Set(results.map(({kind}) => kind))).toEqual(new Set(['written']));
	expect(reading).toEqual({kind: 'ok', snapshot: {...large(300), accountId: expect.stringMatching(/^\d+$/)}});
	expect(await namesIn(folder)).toHaveLength(1);
});
