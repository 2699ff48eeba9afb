import {writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {expect, test} from 'vitest';
import {keepMemory} from '../../../source/command/app/keep-memory.js';
import type {Memory} from '../../../source/command/app/read-memory.js';
import {firstView} from '../../../source/command/app/view.js';
import type {FileFunctions} from '../../../source/files/file-functions.js';
import {nodeFiles} from '../../../source/files/file-functions.js';
import {readSnapshot} from '../../../source/files/snapshot-cache.js';
import {readViewState} from '../../../source/files/view-state.js';
import {panes} from '../../../source/store/view-slice.js';
import {fileError, newFolder} from '../../files/temporary-folder.js';
import {fakeSource} from '../../helpers/fake-source.js';
import {manualClock} from '../../helpers/manual-clock.js';
import {createStore} from '../../helpers/open-store.js';
import {reservation} from '../../helpers/reservation.js';

const row = reservation({id: 'cr-east', region: 'us-east-1'});
const key = '0'.repeat(32);

async function open(files: Partial<FileFunctions> = {}, places: Partial<Memory> = {}) {
	const renamed: string[] = [];
	const rename = async (from: string, to: string) => {
		await nodeFiles.rename(from, to);
		renamed.push(to.split('/').at(-1)?.replace(key, 'KEY') ?? '');
	};
	const folder = await newFolder({...files, rename});
	const time = manualClock();
	const source = fakeSource({'us-east-1': [[row]]});
	const {store} = createStore({source, time});
	const memory: Memory = {
		snapshot: null,
		view: firstView,
		viewOnDisk: firstView,
		problems: [],
		key,
		cache: {folder, key},
		state: folder,
		...places,
	};
	const close = keepMemory({store, memory, ...time});
	store.getState().start();
	return {folder, time, source, store, close, renamed};
}

test('the last refresh and the view are there for the next session', async () => {
	const {folder, time, store, close} = await open();
	await time.advance(100);
	store.getState().toggleFilter('gpuOnly');
	await close();
	expect(await readSnapshot(folder, key)).toMatchObject({
		kind: 'ok',
		snapshot: {accountId: '123456789012', regions: [{region: 'us-east-1', reservations: [row]}]},
	});
	expect(await readViewState(folder, panes)).toEqual({kind: 'ok', view: {...firstView, query: {...firstView.query, gpuOnly: true}}});
});

test('while it is open the snapshot is kept after a refresh, but not more often than once a minute', async () => {
	const {time, source, renamed, close} = await open();
	await time.advance(100);
	await expect.poll(() => renamed).toEqual(['snapshot-KEY.jsonl']);
	await time.advance(35_000);
	expect(source.calls.length).toBe(2);
	expect(renamed.length).toBe(1);
	await time.advance(35_000);
	await expect.poll(() => renamed.length).toBe(2);
	await close();
	expect(renamed.length).toBe(2);
});

test('a clock that is set back does not keep the snapshot from being kept', async () => {
	const {time, renamed, close} = await open();
	await time.advance(100);
	await expect.poll(() => renamed.length).toBe(1);
	time.step(-24 * 3_600_000);
	await time.advance(35_000);
	await expect.poll(() => renamed.length).toBe(2);
	await close();
});

test('nothing is written of a session in which nothing was read or changed', async () => {
	const {source, time, renamed, close} = await open();
	source.connectError = new Error('no network');
	await time.advance(100);
	await close();
	expect(renamed).toEqual([]);
});

test('a disk that takes no more is an event, told once', async () => {
	const full = async () => {
		throw fileError('ENOSPC');
	};
	const {time, store, close} = await open({writeNewFile: full});
	await time.advance(100);
	await expect.poll(() => store.getState().events.length).toBe(1);
	await time.advance(180_000);
	store.getState().toggleFilter('gpuOnly');
	await close();
	expect(store.getState().events).toMatchObject([{type: 'note', text: expect.stringMatching(/ was not written: the disk is full/)}]);
});

test('a disk that does not answer keeps nobody waiting', async () => {
	const {time, close} = await open({writeNewFile: async () => new Promise(() => {})});
	await time.advance(100);
	const closed = close();
	await time.advance(500);
	await closed;
});

test('without a place for them nothing is kept', async () => {
	const {store, folder, time, close} = await open({}, {cache: null, state: null});
	await time.advance(100);
	store.getState().toggleFilter('gpuOnly');
	await close();
	await expect(writeFile(`${dirname(folder.path)}/probe`, ''))
		.resolves.toBeUndefined()
		.catch(() => {});
	expect([await readSnapshot(folder, key), await readViewState(folder, panes)]).toEqual([{kind: 'none'}, {kind: 'none'}]);
});
