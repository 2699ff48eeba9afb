import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {emptyQuery} from '../../source/core/rows/query.js';
import {defaultSort, sortKeys} from '../../source/core/rows/sort.js';
import {zoomLevels} from '../../source/core/timeline/timeline.js';
import {type RememberedView, readViewState, writeViewState} from '../../source/files/view-state.js';
import {fileError, modeOf, namesIn, newFolder} from './temporary-folder.js';

const panes = ['odcrs', 'blocks', 'timeline'] as const;
type Pane = (typeof panes)[number];

const {search: _search, ...query} = emptyQuery;
const view: RememberedView<Pane> = {
	pane: 'timeline',
	query: {...query, instanceTypes: ['p5*', 'g6.xlarge'], gpuOnly: true, minCapacity: 8},
	regions: {of: 'f00d', names: ['us-east-1', 'us-gov-west-1']},
	sorts: {odcr: {key: 'use', descending: true}, block: {key: 'usable-until', descending: false}},
	hoursPerColumn: 0.25,
	isLocalTime: true,
	showsDatedOdcrs: false,
};

const sort = fc.record({key: fc.constantFrom(...sortKeys), descending: fc.boolean()});
const views: fc.Arbitrary<RememberedView<Pane>> = fc.record({
	pane: fc.constantFrom(...panes),
	query: fc.record({
		instanceTypes: fc.array(fc.stringMatching(/^[a-z0-9.*?-]{1,100}$/), {maxLength: 5}),
		gpuOnly: fc.boolean(),
		availableOnly: fc.boolean(),
		activeOnly: fc.boolean(),
		troubledOnly: fc.boolean(),
		includeEnded: fc.boolean(),
		minCapacity: fc.option(fc.nat(), {nil: null}),
	}),
	regions: fc.option(
		fc.record({
			of: fc.stringMatching(/^[0-9a-f]{32}$/),
			names: fc.subarray(['us-east-1', 'eu-west-3', 'ap-southeast-2', 'eusc-de-east-1']),
		}),
		{nil: null},
	),
	sorts: fc.record({odcr: sort, block: sort}),
	hoursPerColumn: fc.option(fc.constantFrom(...zoomLevels), {nil: null}),
	isLocalTime: fc.boolean(),
	showsDatedOdcrs: fc.boolean(),
});

test('a view comes back as it was written, in a file for the user alone', async () => {
	const folder = await newFolder();

	expect(await readViewState(folder, panes)).toEqual({kind: 'none'});
	expect(await writeViewState(folder, view)).toEqual({kind: 'written'});
	expect(await readViewState(folder, panes)).toEqual({kind: 'ok', view});
	expect(await namesIn(folder)).toEqual(['view.json']);
	expect(await modeOf(join(folder.path, 'view.json'))).toBe('600');
	expect(await modeOf(folder.path)).toBe('700');
});

test('any view comes back as it was written', async () => {
	const folder = await newFolder();
	await fc.assert(
		fc.asyncProperty(views, async (each) => {
			await writeViewState(folder, each);
			expect(await readViewState(folder, panes)).toEqual({kind: 'ok', view: each});
		}),
	);
});

test('the search is not kept', async () => {
	const folder = await newFolder();
	await writeViewState(folder, {...view, query: {...emptyQuery, search: 'secret project'}} as RememberedView<Pane>);

	// Whoever changes one of these raises `version`.
	expect(JSON.parse(await readFile(join(folder.path, 'view.json'), 'utf8'))).toEqual({
		format: 'truffle-capacity view',
		version: 1,
		pane: 'timeline',
		query: {
			instanceTypes: [],
			gpuOnly: false,
			availableOnly: false,
			activeOnly: false,
			troubledOnly: false,
			includeEnded: false,
			minCapacity: null,
		},
		regions: {of: 'f00d', names: ['us-east-1', 'us-gov-west-1']},
		sorts: {odcr: {key: 'use', descending: true}, block: {key: 'usable-until', descending: false}},
		hoursPerColumn: 0.25,
		isLocalTime: true,
		showsDatedOdcrs: false,
	});
});

describe('a damaged file is ignored, said and replaced', () => {
	test.each([
		['empty', () => '', 'it is not JSON'],
		['cut', (whole: string) => whole.slice(0, -3), 'it is not JSON'],
		['of another program', () => '{"pane":"odcrs"}', 'it was not written by truffle'],
		['a snapshot', (whole: string) => whole.replace('truffle-capacity view', 'truffle-capacity snapshot'), 'it was not written by truffle'],
		[
			'of another version',
			(whole: string) => whole.replace('"version": 1', '"version": 0'),
			'it was written by another version of truffle',
		],
		[
			'of a pane that there is not',
			(whole: string) => whole.replace('"timeline"', '"events"'),
			'pane is not one of odcrs, blocks, timeline',
		],
		[
			'of a pane like a property of every object',
			(whole: string) => whole.replace('"timeline"', '"constructor"'),
			'pane is not one of odcrs, blocks, timeline',
		],
		[
			'of a sort key that there is not',
			(whole: string) => whole.replace('"use"', '"toString"'),
			`key is not one of ${sortKeys.join(', ')}`,
		],
		[
			'of a direction that is none',
			(whole: string) => whole.replace('"descending": true', '"descending": "up"'),
			'descending is not true or false',
		],
		['of a filter that is a word', (whole: string) => whole.replace('"gpuOnly": true', '"gpuOnly": "yes"'), 'gpuOnly is not true or false'],
		[
			'of types that are none',
			(whole: string) => whole.replace('"p5*"', '"p5 \\u001b[2J"'),
			'instanceTypes is not a list of instance types',
		],
		[
			'of a capacity below nothing',
			(whole: string) => whole.replace('"minCapacity": 8', '"minCapacity": -8'),
			'minCapacity is not a count',
		],
		['of a zoom that is too close', (whole: string) => whole.replace('0.25', '0'), 'hoursPerColumn is not a zoom'],
		['of a zoom that is too far', (whole: string) => whole.replace('0.25', '1e99'), 'hoursPerColumn is not a zoom'],
		[
			'of a region that is none',
			(whole: string) => whole.replace('"us-east-1"', '"us-east-1\\u001b[2J"'),
			'regions is not a list of regions',
		],
		['without the sorts', (whole: string) => whole.replace('"sorts"', '"sort"'), 'sorts is not an object'],
		['too long', (whole: string) => whole + ' '.repeat(70_000), 'it is larger than 65536 bytes'],
	])('%s', async (_what, damage, problem) => {
		const folder = await newFolder();
		await writeViewState(folder, view);
		const path = join(folder.path, 'view.json');
		const whole = await readFile(path, 'utf8');
		expect(damage(whole)).not.toBe(whole);
		await writeFile(path, damage(whole));

		expect(await readViewState(folder, panes)).toEqual({kind: 'damaged', reason: `${path} is ignored: ${problem}.`});
		expect(await writeViewState(folder, view)).toEqual({kind: 'written'});
		expect(await readViewState(folder, panes)).toEqual({kind: 'ok', view});
	});

	test('whatever is in it, reading never throws', async () => {
		const folder = await newFolder();
		await mkdir(folder.path, {recursive: true, mode: 0o700});
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.json(), fc.string({unit: 'binary'})), async (content) => {
				await writeFile(join(folder.path, 'view.json'), content, {mode: 0o600});
				expect((await readViewState(folder, panes)).kind).toBe('damaged');
			}),
		);
	});
});

test('a view that is too long, or has no place, is not written', async () => {
	const folder = await newFolder();
	const long = {...view, query: {...query, instanceTypes: Array.from({length: 2000}, (_, index) => `p5.${index}${'x'.repeat(40)}`)}};
	const blocked = await newFolder({mkdir: async () => Promise.reject(fileError('EROFS'))});

	expect(await writeViewState(folder, long)).toEqual({
		kind: 'failed',
		reason: `${folder.path}/view.json was not written: it would be larger than 65536 bytes.`,
	});
	expect(await writeViewState(blocked, view)).toEqual({
		kind: 'failed',
		reason: `${blocked.path}/view.json was not written: the file system is read-only (EROFS).`,
	});
});

test('what the app starts with can be remembered', async () => {
	const folder = await newFolder();
	const first: RememberedView<Pane> = {
		pane: 'odcrs',
		query,
		regions: null,
		sorts: defaultSort,
		hoursPerColumn: null,
		isLocalTime: false,
		showsDatedOdcrs: false,
	};

	await writeViewState(folder, first);
	expect(await readViewState(folder, panes)).toEqual({kind: 'ok', view: first});
});
