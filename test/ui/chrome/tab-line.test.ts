import {describe, expect, test} from 'vitest';
import {activeParts, emptyQuery, type Query} from '../../../source/core/rows/query.js';
import {selectCoverage} from '../../../source/store/selectors.js';
import {tabLine} from '../../../source/ui/chrome/tab-line.js';
import {asciiGlyphs, unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {textOf, widthOf} from '../../../source/ui/line.js';
import {failure, fakeSource} from '../../helpers/fake-source.js';
import {createStore, type OpenStore, openStore} from '../../helpers/open-store.js';

/** Every part of a query, set, with what its chip is in many words and in few. */
const parts: readonly {readonly query: Partial<Query>; readonly long: string; readonly short: string}[] = [
	{query: {gpuOnly: true}, long: 'u GPU ●', short: 'u●'},
	{query: {availableOnly: true}, long: 'a available ●', short: 'a●'},
	{query: {troubledOnly: true}, long: 'e troubled ●', short: 'e●'},
	{query: {includeEnded: true}, long: 'E ended ●', short: 'E●'},
	{query: {activeOnly: true}, long: 'active or scheduled ●', short: 'active●'},
	{query: {minCapacity: 4}, long: 'min 4 ●', short: 'min4●'},
	{query: {instanceTypes: ['p5*', 'trn2*']}, long: 'p5* +1 ●', short: 'types●'},
	{query: {search: 'llm'}, long: '/ llm ●', short: '/●'},
];

function tabsOf({store}: OpenStore, width: number, glyphs = unicodeGlyphs): string {
	const line = tabLine(store.getState(), glyphs, width);
	expect(widthOf(line)).toBe(width);
	return textOf(line).replaceAll(/ {5,}/g, ' … ').trim();
}

test('counts what each pane shows, and says which filters there are', async () => {
	const opened = await openStore();
	expect(tabsOf(opened, 120)).toBe(
		'▸1 ODCRs 12  2 Blocks 5  3 Timeline  4 Events 1  5 Offerings  6 Guide   u GPU ○  a available ○  R 17 regions  / search',
	);
	expect(tabsOf(opened, 100)).toBe('▸1 ODCRs 12   2 Blocks 5   3 Timeline   4 Events 1   5 Offerings   6 Guide … u○  a○  R17  /');
	expect(tabsOf(opened, 80)).toBe('▸1 ODCRs 12  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide  u○ a○ R17 /');
	expect(tabsOf(opened, 80, asciiGlyphs)).toBe('*1 ODCRs 12  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide  u- a- R17 /');
});

test('counts the regions that the header counts: not those that turn out not to be enabled, unless asked for by name', async () => {
	const answers = {'eu-west-1': failure('denied'), 'me-south-1': failure('not_enabled'), 'us-east-1': [[]]};
	const all = await openStore({source: fakeSource(answers)});
	expect(tabsOf(all, 120)).toContain('R 2 regions');
	expect(tabsOf(all, 80)).toContain('R2');
	expect(selectCoverage(all.store.getState())).toMatchObject({answered: 1, wanted: 2});
	const named = await openStore({source: fakeSource(answers), marked: Object.keys(answers)});
	expect(tabsOf(named, 60)).toContain('R3●');
	expect(selectCoverage(named.store.getState())).toMatchObject({answered: 1, wanted: 3});
});

test('among the events no filter of reservations is offered, but one that is on is named', async () => {
	const {store, ...opened} = await openStore();
	store.getState().showPane('events');
	expect(tabsOf({store, ...opened}, 120)).toBe(
		'1 ODCRs 12    2 Blocks 5    3 Timeline   ▸4 Events 1    5 Offerings    6 Guide … R 17 regions   / search',
	);
	store.getState().toggleFilter('gpuOnly');
	expect(tabsOf({store, ...opened}, 120)).toBe(
		'1 ODCRs 11    2 Blocks 5    3 Timeline   ▸4 Events 1    5 Offerings    6 Guide … u GPU ●   R 17 regions   / search',
	);
	expect(tabsOf({store, ...opened}, 80)).toContain('u● R17 /');
});

test('with little room the other panes lose their counts before the filters go', async () => {
	const opened = await openStore();
	expect(tabsOf(opened, 92)).toBe('▸1 ODCRs 12   2 Blocks 5   3 Timeline   4 Events 1   5 Offerings   6 Guide  u○  a○  R17  /');
	expect(tabsOf(opened, 84)).toBe('▸1 ODCRs 12  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide … u○ a○ R17 /');
	opened.store.getState().showPane('blocks');
	expect(tabsOf(opened, 84)).toBe('1 ODCRs ▸2 Blocks 5  3 Timeline  4 Events  5 Offerings  6 Guide … u○ a○ R17 /');
});

test('counts nothing before anything is read', () => {
	expect(tabsOf(createStore(), 80)).toBe('▸1 ODCRs   2 Blocks   3 Timeline   4 Events   5 Offerings   6 Guide  u○ a○ R /');
});

test('the pane that is open has a mark, is bold and in colour', async () => {
	const {store} = await openStore();
	store.getState().showPane('blocks');
	const bold = tabLine(store.getState(), unicodeGlyphs, 120).filter(({isBold}) => isBold);
	expect(bold).toEqual([
		{text: '▸2 Blocks', tone: 'accent', isBold: true},
		{text: ' 5', tone: 'plain', isBold: true},
	]);
});

describe('an active filter', () => {
	test.each(parts)('$long says its value where there is room, $short where there is not', async ({query, long, short}) => {
		const opened = await openStore({view: {query: {...emptyQuery, ...query}}});
		expect(tabsOf(opened, 120)).toContain(long);
		expect(tabsOf(opened, 60)).toMatch(new RegExp(`${literally(long)}|${literally(short)}`));
	});

	test('regions asked for by name: the first, and how many more', async () => {
		expect(tabsOf(await openStore({marked: ['us-east-1', 'us-west-2', 'eu-west-1']}), 120)).toContain('R us-east-1 +2 ●');
		expect(tabsOf(await openStore({marked: ['us-east-1']}), 120)).toContain('R us-east-1 ●');
		expect(tabsOf(await openStore({marked: []}), 120)).toContain('R none ●');
	});

	test('its value stays where the counts of the other panes do not', async () => {
		const opened = await openStore({marked: ['ap-northeast-1', 'us-east-1', 'us-west-2']});
		expect(tabsOf(opened, 100)).toBe('▸1 ODCRs 8  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide  u○  a○  R ap-northeast-1 +2 ●  /');
	});

	test('a long search is cut, not left out', async () => {
		const opened = await openStore({view: {query: {...emptyQuery, search: 'cr-0a1b2c3d4e5f60718-and-more'}}});
		expect(tabsOf(opened, 120)).toContain('/ cr-0a1b2c3d4e5f60718-an… ●');
	});

	test('what an ASCII terminal cannot show is replaced there', async () => {
		const opened = await openStore({view: {query: {...emptyQuery, search: '日本'}}});
		expect(tabsOf(opened, 120, asciiGlyphs)).toContain('/ ?? *');
	});
});

test('no active filter is ever left out, whatever their number, at any width', async () => {
	const {store} = await openStore({marked: ['us-east-1', 'us-west-2']});
	const missing: string[] = [];
	for (let mask = 0; mask < 2 ** parts.length; mask++) {
		const active = parts.filter((_, index) => (mask >> index) % 2 === 1);
		const query = Object.assign({}, emptyQuery, ...active.map((part) => part.query)) as Query;
		expect(activeParts(query)).toHaveLength(active.length);
		store.setState({query});
		for (const width of [60, 66, 80, 100, 120, 160]) {
			const line = tabLine(store.getState(), unicodeGlyphs, width);
			const text = textOf(line);
			const isComplete = [...active, {long: 'R us-east-1 +1 ●', short: 'R2●'}].every(
				({long, short}) => text.includes(long) || text.includes(short),
			);
			if (!isComplete || widthOf(line) !== width || !text.includes('1 ODCRs')) {
				missing.push(`${width}: ${text}`);
			}
		}
	}

	expect(missing).toEqual([]);
});

function literally(text: string): string {
	return text.replaceAll(/[*+.]/g, '\\$&');
}
