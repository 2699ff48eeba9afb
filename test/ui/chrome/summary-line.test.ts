import {describe, expect, test} from 'vitest';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {emptyQuery} from '../../../source/core/rows/query.js';
import type {Pane} from '../../../source/store/types.js';
import {summaryLine} from '../../../source/ui/chrome/summary-line.js';
import {unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {layoutFor} from '../../../source/ui/layout.js';
import {textOf, widthOf} from '../../../source/ui/line.js';
import {fakeSource} from '../../helpers/fake-source.js';
import {liveIn} from '../../helpers/live-in.js';
import {createStore, type OpenStore, openStore} from '../../helpers/open-store.js';
import {block, reservation} from '../../helpers/reservation.js';

const partner = '210987654321';

function summaryOf({store}: OpenStore, columns: number, pane: Pane = store.getState().pane): string {
	store.getState().showPane(pane);
	const line = summaryLine(store.getState(), unicodeGlyphs, {columns, mainColumns: columns, bodyRows: 30});
	expect(widthOf(line)).toBe(columns);
	return textOf(line).replaceAll(/ {6,}/g, ' … ').trim();
}

async function openWith(...reservations: readonly Reservation[]): Promise<OpenStore> {
	return openStore({source: fakeSource({'us-east-1': [reservations]})});
}

describe('ODCRs', () => {
	test('what is free, what of it is idle and billed, and what is coming', async () => {
		const opened = await openStore();
		expect(summaryOf(opened, 120)).toBe(
			'69 of 194 instances free, 35 %     280 of 768 accelerators idle and billed     2 coming … 0 hidden',
		);
		expect(summaryOf(opened, 80)).toBe('69 of 194 free, 35 %   280 accelerators idle, billed   2 coming … 0 hidden');
		expect(summaryOf(opened, 60)).toBe('69 of 194 free, 35 %   69 idle and billed … 0 hidden');
	});

	test('what it costs, once prices are known: as a sum of list prices, of whoever listed them', async () => {
		const opened = await openStore();
		const price = (usdPerHour: number, kind: 'price-list' | 'builtin') =>
			({usdPerHour, source: {kind, publishedOn: '2026-07-20'}}) as const;
		opened.store.getState().setPrices(
			new Map([
				['us-east-1/p5.48xlarge/default', price(55.04, 'price-list')],
				['us-west-2/p5en.48xlarge/default', price(63.296, 'price-list')],
			]),
		);
		expect(summaryOf(opened, 130)).toBe(
			'69 of 194 instances free, 35 %     280 of 768 accelerators idle and billed, over $1,563/h (AWS list)     2 coming … 0 hidden',
		);
		expect(summaryOf(opened, 120)).toBe(
			'69 of 194 free, 35 %     280 accelerators idle, billed over $1,563/h (AWS list)     2 coming … 0 hidden',
		);
		expect(summaryOf(opened, 80)).toBe('69 of 194 free, 35 %   69 idle, billed over $1,563/h (AWS list) … 0 hidden');
		expect(summaryOf(opened, 73)).toBe('69 of 194 free, 35 %   69 idle, over $1,563/h (AWS list) … 0 hidden');
		expect(summaryOf(opened, 60)).toBe('69 of 194 free, 35 %   69 idle and billed … 0 hidden');
		for (let columns = 60; columns <= 200; columns++) {
			expect(summaryOf(opened, columns)).toMatch(/\d (accelerators |instances )?idle(, | and )billed|\d idle, over \$/);
		}
	});

	test('a sum without gaps is the sum, of the built-in list where AWS was not asked', async () => {
		const opened = await openWith(reservation());
		opened.store
			.getState()
			.setPrices(new Map([['us-east-1/p5.48xlarge/default', {usdPerHour: 55.04, source: {kind: 'builtin', publishedOn: '2026-07-20'}}]]));
		expect(summaryOf(opened, 120)).toContain('8 of 32 accelerators idle and billed, $55.04/h (built-in list)');
	});

	test('rule 8: wherever free capacity is shown it is said that it is billed', async () => {
		const opened = await openStore();
		for (const search of ['', 'p5', 'g6', 'trn2', 'eu-west-1', 'us-east']) {
			opened.store.setState({query: {...emptyQuery, search}});
			for (let columns = 60; columns <= 200; columns++) {
				expect(summaryOf(opened, columns)).toMatch(/idle(, | and )billed/);
			}
		}
	});

	test('rule 8: but not of what another account pays for', async () => {
		const shared = reservation({id: 'cr-shared', ownerId: partner});
		expect(summaryOf(await openWith(shared), 120)).toBe('1 of 4 instances free, 25 % … 0 hidden');
		const paidHere = {...shared, unusedReservationBillingOwnerId: '123456789012'};
		expect(summaryOf(await openWith(paidHere), 120)).toContain('8 of 32 accelerators idle and billed');
	});

	test('instances are counted where there are no accelerators', async () => {
		expect(summaryOf(await openWith(reservation({instanceType: 'm7i.large', accelerator: null})), 120)).toContain(
			'1 instance idle and billed',
		);
	});

	test('accelerators of an unknown number are not left out of a sum: instances are counted, or no whole is named', async () => {
		const odd = {name: null, countPerInstance: null, memoryMib: null};
		const idle = reservation({id: 'cr-2', instanceType: 'p9.48xlarge', accelerator: odd});
		expect(summaryOf(await openWith(reservation(), idle), 120)).toContain('     2 instances idle and billed');
		const full = {...idle, availableInstanceCount: 0};
		expect(summaryOf(await openWith(reservation(), full), 120)).toContain('     8 accelerators idle and billed');
	});

	test('troubled ones and those of unknown use are said', async () => {
		const opened = await openWith(
			reservation(),
			reservation({id: 'cr-2', state: 'delayed'}),
			reservation({id: 'cr-3', totalInstanceCount: null}),
		);
		expect(summaryOf(opened, 120)).toBe(
			'1 of 4 instances free, 25 %     8 of 32 accelerators idle and billed     1 troubled     1 of unknown use     0 hidden',
		);
	});
});

describe('blocks', () => {
	test('what is live, what is coming, and what comes next', async () => {
		const opened = await openStore();
		expect(summaryOf(opened, 120, 'blocks')).toBe(
			'2 live: 48 instances, 2 not filled     3 coming: 80 instances     next: p5 ×16 drains in 47m ! … 4 ended hidden',
		);
		expect(summaryOf(opened, 80)).toBe('2 live: 48 instances, 2 not filled   3 coming: 80 instances    4 ended hidden');
		expect(summaryOf(opened, 60)).toBe('2 live: 48, 2 not filled   3 coming: 80    4 ended hidden');
	});

	test('a drain within the hour is red and has its sign, a start never', async () => {
		const soon = block({endDate: {kind: 'limited', at: new Date('2026-11-23T11:43:00Z')}});
		const toneOf = async (reservation: Reservation) => {
			const {store} = await openWith(reservation);
			store.getState().showPane('blocks');
			const line = summaryLine(store.getState(), unicodeGlyphs, {columns: 120, mainColumns: 120, bodyRows: 30});
			return line.find(({text}) => text.startsWith('next: '));
		};
		expect(await toneOf(soon)).toEqual({text: 'next: p5 ×16 drains in 1h 0m !', tone: 'bad'});
		expect(await toneOf(block())).toEqual({text: 'next: p5 ×16 drains in 3d 0h'});
		const starts = block({state: 'scheduled', startDate: new Date('2026-11-23T10:43:00Z')});
		expect(await toneOf(starts)).toEqual({text: 'next: p5 ×16 starts in 30m'});
	});

	test('a block without a type or a size does not say null', async () => {
		const opened = await openWith(block({instanceType: null, totalInstanceCount: null, availableInstanceCount: null}));
		expect(summaryOf(opened, 120, 'blocks')).toContain('next: – ×? drains in 3d 0h');
	});
});

describe('unknown is never shown as zero', () => {
	const silent = reservation({id: 'cr-2', availableInstanceCount: null});
	const scheduled = (id: string, size: number) => block({id, state: 'scheduled', totalInstanceCount: size});

	test('of ODCRs without counts nothing is said to be free', async () => {
		const opened = await openWith(silent);
		expect(summaryOf(opened, 120)).toBe('1 live, free instances unknown … 0 hidden');
		expect(summaryOf(opened, 60)).toBe('1 live, free instances unknown … 0 hidden');
	});

	test('what is known of some ODCRs stands beside how many are unknown, at every width', async () => {
		const opened = await openWith(silent, reservation(), reservation({id: 'cr-3', state: 'delayed'}));
		for (let columns = 60; columns <= 200; columns++) {
			expect(summaryOf(opened, columns)).toMatch(/1 of 4 .*1 (unknown|of unknown use)/);
		}

		expect(summaryOf(opened, 60)).toBe('1 of 4 free, 25 %, 1 unknown   1 idle and billed 0 hidden');
	});

	test('of blocks: the sizes of those that are live and of those that are coming', async () => {
		const opened = await openWith(block({totalInstanceCount: null, availableInstanceCount: null}), scheduled('cr-2', 0));
		expect(summaryOf(opened, 120, 'blocks')).toContain('1 live: size unknown     1 coming: size unknown     next: ');
		expect(summaryOf(opened, 60)).toBe('1 live: size unknown   1 coming: size unknown    0 hidden');
	});

	test('and what is known of some blocks', async () => {
		const opened = await openWith(scheduled('cr-2', 0), scheduled('cr-3', 8));
		expect(summaryOf(opened, 120, 'blocks')).toContain('0 live: 0 instances     2 coming: 8 instances and 1 of unknown size');
		expect(summaryOf(opened, 60)).toBe('0 live: 0   2 coming: 8 and 1 unknown … 0 hidden');
	});
});

describe('timeline', () => {
	test('what part of time is drawn, at which scale and in which zone', async () => {
		const opened = await openStore();
		expect(summaryOf(opened, 120, 'timeline')).toBe('Nov 16 – Dec 16     1 column = 9h     UTC     o dated ODCRs ○ … 4 ended hidden');
		opened.store.getState().toggleDatedOdcrs();
		expect(summaryOf(opened, 120)).toContain('o dated ODCRs ●');
	});

	test('the local zone stands beside UTC, and in its place with t; it is named at every width', async () => {
		liveIn('Asia/Kolkata');
		const opened = await openStore();
		expect(summaryOf(opened, 120, 'timeline')).toContain('     UTC (local UTC+5:30)     ');
		for (const columns of [60, 80, 120, 200]) {
			expect(summaryOf(opened, columns)).toContain('UTC');
		}

		opened.store.getState().toggleLocalTime();
		expect(summaryOf(opened, 120)).toContain('     local UTC+5:30     ');
		expect(summaryOf(opened, 60)).toContain('UTC+5:30');
	});

	test('beside a side pane it speaks of the timeline as it is drawn, not of one as wide as the screen', async () => {
		const {store} = await openStore();
		store.getState().showPane('timeline');
		const layout = layoutFor(150, 40, true);
		const line = textOf(summaryLine(store.getState(), unicodeGlyphs, layout ?? {columns: 0, mainColumns: 0, bodyRows: 0}));
		expect(line).toContain('Nov 15 – Dec 23     1 column = 18h');
	});
});

describe('rule 11: what is hidden is always counted', () => {
	test('by filters, or only because it is ended', async () => {
		const opened = await openStore();
		expect(summaryOf(opened, 60, 'odcrs')).toMatch(/ 0 hidden$/);
		expect(summaryOf(opened, 60, 'blocks')).toMatch(/ 4 ended hidden$/);
		opened.store.getState().toggleFilter('gpuOnly');
		expect(summaryOf(opened, 60, 'odcrs')).toMatch(/ 1 hidden$/);
		opened.store.getState().toggleFilter('availableOnly');
		expect(summaryOf(opened, 60, 'blocks')).toMatch(/ 8 hidden$/);
	});

	test('at every width', async () => {
		const opened = await openStore();
		for (let columns = 60; columns <= 200; columns++) {
			for (const pane of ['odcrs', 'blocks', 'timeline'] as const) {
				expect(summaryOf(opened, columns, pane)).toMatch(/\d hidden$|\d ended hidden$/);
			}
		}
	});
});

test('nothing is summed up before anything is read', () => {
	expect(summaryOf(createStore(), 120)).toBe('… 0 hidden');
});
