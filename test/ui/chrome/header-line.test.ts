import {describe, expect, test} from 'vitest';
import {CapacityError} from '../../../source/core/errors.js';
import {headerLine} from '../../../source/ui/chrome/header-line.js';
import {asciiGlyphs, unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {textOf, widthOf} from '../../../source/ui/line.js';
import type {UiSettings} from '../../../source/ui/ui-settings.js';
import {failure, fakeSource} from '../../helpers/fake-source.js';
import {manualClock} from '../../helpers/manual-clock.js';
import {createStore, type OpenStore, openStore} from '../../helpers/open-store.js';
import {reservation} from '../../helpers/reservation.js';
import {sampleAnswers} from '../../helpers/sample-account.js';

const settings: UiSettings = {glyphs: unicodeGlyphs, label: 'prod', intervalMs: 30_000};

function headerOf({store}: OpenStore, width: number, overrides: Partial<UiSettings> = {}): string {
	const line = headerLine(store.getState(), {...settings, ...overrides}, width);
	expect(widthOf(line)).toBe(width);
	return textOf(line).replaceAll(/ {4,}/g, ' … ').trim();
}

describe('says whose, how complete and how fresh', () => {
	test('in all words, then in fewer', async () => {
		const opened = await openStore();
		await opened.time.advance(12_000);
		opened.store.getState().tick();
		expect(headerOf(opened, 120)).toBe(
			'truffle capacity   123456789012 prod   16 of 17 regions · 1 denied … updated 12 s ago   ● live, 10 s to 5 min',
		);
		expect(headerOf(opened, 105)).toBe('truffle capacity   123456789012 prod   16 of 17 regions · 1 denied … 12 s ago   ● live, 10 s');
		expect(headerOf(opened, 80)).toBe('truffle  123456789012 prod  16/17 regions · 1 denied … 12 s ago  ● 10 s');
		expect(headerOf(opened, 70)).toBe('truffle  123456789012  16/17 regions · 1 denied … 12 s ago  ● 10 s');
		expect(headerOf(opened, 60)).toBe('truffle  prod  16/17 regions · 1 denied   12 s ago  ● 10 s');
	});

	test('with the account where there is no profile to name', async () => {
		expect(headerOf(await openStore(), 80, {label: null})).toContain('truffle capacity  123456789012  16/17 regions');
	});

	test('that nobody knows the account, once STS has not told it', async () => {
		const source = fakeSource({'us-east-1': []}, {accountId: null});
		const opened = createStore({source});
		expect(headerOf(opened, 120)).not.toContain('account');
		opened.store.getState().start();
		await opened.time.advance(100);
		expect(headerOf(opened, 120)).toContain('truffle capacity   prod, account unknown   1 region');
		expect(headerOf(opened, 80)).toContain('truffle capacity   prod, account unknown   1 region');
		expect(headerOf(opened, 60)).toBe('truffle  prod  1/1 regions … 0 s ago  ● 5 min');
		expect(headerOf(opened, 80, {label: null})).toContain('truffle capacity   account unknown   1 region');
		opened.source.accountId = async () => '123456789012';
		await opened.time.advance(60_000);
		await opened.store.getState().refresh();
		await opened.time.advance(100);
		expect(headerOf(opened, 120)).toContain('truffle capacity   123456789012 prod   1 region');
	});

	test('nothing of the account where there is no connection', async () => {
		const opened = createStore({source: fakeSource({'us-east-1': []}, {accountId: null})});
		opened.source.connectError = new CapacityError('no_credentials', 'No credentials.');
		opened.store.getState().start();
		await opened.time.advance(100);
		expect(headerOf(opened, 80)).toBe('truffle capacity   prod … ! no credentials');
	});

	test('a long profile name goes before how complete the picture is', async () => {
		const label = 'AWSAdministratorAccess-123456789012';
		expect(headerOf(await openStore(), 60, {label})).toBe('truffle  16/17 regions · 1 denied … 0 s ago  ● 10 s');
	});

	test('a whole picture needs no "of"', async () => {
		const opened = await openStore({source: fakeSource({'us-east-1': []})});
		expect(headerOf(opened, 120)).toContain('1 region … ');
		expect(headerOf(opened, 80)).toContain('1 region … ');
		expect(headerOf(opened, 60)).toContain('  1/1 regions');
	});

	test('in ASCII', async () => {
		expect(headerOf(await openStore(), 80, {glyphs: asciiGlyphs})).toBe(
			'truffle capacity  123456789012 prod  16/17 regions | 1 denied  0 s ago  * 10 s',
		);
	});
});

describe('rows of an earlier session', () => {
	const fetchedAt = new Date('2026-11-23T07:00:00Z');
	const regions = ['us-east-1', 'us-west-2'].map((region) => ({region, fetchedAt, reservations: [reservation({region})]}));
	const cached = {savedAt: fetchedAt, accountId: '123456789012', directory: null, regions, facts: new Map()};

	test('say how old they are at every width, until their regions have answered', async () => {
		const time = manualClock('2026-11-23T10:13:00Z');
		const opened = createStore({source: fakeSource({'us-east-1': [], 'us-west-2': 'hangs'}), time, cached});
		opened.store.getState().start();
		expect(headerOf(opened, 120)).toBe('truffle capacity   123456789012 prod   0 of 2 regions · cached 3 h ago … ◌ connecting');
		expect(headerOf(opened, 60)).toBe('truffle  prod  0/2 regions · cached 3 h ago   ◌ connecting');
		await time.advance(100);
		expect(headerOf(opened, 120)).toContain('1 of 2 regions · cached 3 h ago … updated 0 s ago   ◌ reading 1 of 2');
		opened.source.answers.set('us-west-2', []);
		await opened.store.getState().refresh();
		await time.advance(100);
		expect(headerOf(opened, 120)).not.toContain('cached');
	});
});

describe('failed regions', () => {
	async function stale(): Promise<OpenStore> {
		const opened = await openStore();
		opened.source.answers.set('us-east-1', failure('throttled'));
		opened.source.answers.set('eu-west-1', failure('expired_credentials'));
		await opened.time.advance(270_000);
		opened.store.getState().tick();
		return opened;
	}

	test('each kind is counted where there is room', async () => {
		expect(headerOf(await stale(), 150)).toContain('14 of 17 regions · 1 credentials expired · 1 denied · 1 throttled · 2 stale 4 min … ');
	});

	test('they are counted together before the account goes', async () => {
		expect(headerOf(await stale(), 100)).toBe('truffle  123456789012 prod  14/17 regions · 3 failed · 2 stale 4 min … 0 s ago  ● 10 s');
	});

	test('where there is not, all together; how old their rows are is always said', async () => {
		const opened = await stale();
		expect(headerOf(opened, 80)).toBe('truffle  prod  14/17 regions · 3 failed · 2 stale 4 min … 0 s ago  ● 10 s');
		expect(headerOf(opened, 60)).toBe('truffle  14/17 regions · 2 stale 4 min … 0 s ago  ● 10 s');
	});
});

describe('how fresh', () => {
	test('before anything is known it is connecting, not live', () => {
		expect(headerOf(createStore(), 80)).toBe('truffle capacity   prod … ◌ connecting');
	});

	test('while regions have not answered it counts those that have', async () => {
		const opened = await openStore({source: fakeSource({...sampleAnswers(), 'eu-west-1': 'hangs', 'us-west-1': 'hangs'})});
		expect(headerOf(opened, 120)).toContain('14 of 17 regions · 1 denied … updated 0 s ago   ◌ reading 15 of 17');
	});

	test('paused', async () => {
		const opened = await openStore();
		opened.store.getState().togglePause();
		expect(headerOf(opened, 80)).toMatch(/ ‖ paused$/);
	});

	test('an interval is said as it was set', async () => {
		const opened = await openStore({marked: []});
		expect(headerOf(opened, 120, {intervalMs: 90_000})).toMatch(/ ● live, 90 s$/);
		expect(headerOf(opened, 120, {intervalMs: 300_000})).toMatch(/ ● live, 5 min$/);
	});

	test('the cadence is that of the regions: from the most to the least often read; in few words the most often', async () => {
		const opened = await openStore({source: fakeSource({'us-east-1': [[reservation()]], 'eu-west-1': []})});
		expect(headerOf(opened, 120)).toMatch(/ ● live, 30 s to 5 min$/);
		expect(headerOf(opened, 60)).toMatch(/ ● 30 s$/);
		const even = await openStore({source: fakeSource({'us-east-1': [[reservation()]]})});
		expect(headerOf(even, 120)).toMatch(/ ● live, 30 s$/);
		const empty = await openStore({source: fakeSource({'us-east-1': []})});
		expect(headerOf(empty, 120)).toMatch(/ ● live, 5 min$/);
	});

	test('regions without rows, which are read less often, do not make the rows look old', async () => {
		const opened = await openStore({source: fakeSource({'us-east-1': [[reservation()]], 'eu-west-1': []})});
		await opened.time.advance(190_000);
		opened.store.getState().tick();
		expect(headerOf(opened, 120)).toContain(' updated 10 s ago ');
	});

	test('without credentials it is not live', async () => {
		const opened = createStore();
		opened.source.connectError = new CapacityError('no_credentials', 'No credentials.');
		opened.store.getState().start();
		await opened.time.advance(100);
		expect(headerOf(opened, 80)).toBe('truffle capacity   prod … ! no credentials');
	});

	test('while every region fails it is not live, and says when it tries again', async () => {
		const opened = await openStore({source: fakeSource({'us-east-1': [[reservation()]], 'eu-west-1': failure('denied')})});
		expect(headerOf(opened, 120)).toContain('1 of 2 regions · 1 denied … updated 0 s ago   ● live, 30 s');
		opened.source.answers.set('us-east-1', failure('timeout'));
		await opened.time.advance(35_000);
		opened.store.getState().tick();
		expect(headerOf(opened, 150)).toMatch(/ 0 of 2 regions · 1 denied · 1 timed out · 1 stale 35 s … ! not live, retry in 10 s$/);
		expect(headerOf(opened, 60)).toMatch(/ ! retry in 10 s$/);
		opened.source.answers.set('us-east-1', 'hangs');
		opened.source.answers.set('eu-west-1', 'hangs');
		await opened.time.advance(11_000);
		opened.store.getState().tick();
		expect(headerOf(opened, 150)).toMatch(/ ! not live, retrying$/);
	});

	test('when the credentials run out later, the old rows are not called live', async () => {
		const opened = await openStore();
		opened.source.connectError = new CapacityError('expired_credentials', 'The SSO session has expired.');
		await opened.time.advance(120_000);
		opened.store.getState().tick();
		expect(headerOf(opened, 80)).toBe('truffle  prod  0/17 regions · 1 denied · 16 stale 2 min  ! credentials expired');
	});
});

test('fits at every width, in every state', async () => {
	const opened = await openStore();
	opened.source.answers.set('us-east-1', failure('throttled'));
	opened.source.answers.set('us-east-2', failure('timeout'));
	opened.source.answers.set('us-west-2', failure('failed'));
	await opened.time.advance(270_000);
	const failing = await openStore({source: fakeSource({'us-east-1': failure('denied'), 'us-east-2': failure('expired_credentials')})});
	for (let width = 60; width <= 200; width++) {
		headerOf(opened, width);
		headerOf(failing, width);
		expect(headerOf(opened, width, {glyphs: asciiGlyphs, label: 'a'.repeat(64)})).toMatch(/^[ -~…]*$/);
	}
});
