import {describe, expect, test} from 'vitest';
import {type Happening, numberEvents} from '../../../source/core/events/events.js';
import type {CapacityState, Pane, Screen} from '../../../source/store/types.js';
import {footLine} from '../../../source/ui/chrome/foot-line.js';
import {asciiGlyphs, unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {commandFor} from '../../../source/ui/keys/command-for.js';
import {textOf, widthOf} from '../../../source/ui/line.js';
import {openStore} from '../../helpers/open-store.js';

const panes = ['odcrs', 'blocks', 'timeline', 'events'] as const satisfies readonly Pane[];
const screens = ['main', 'details', 'use', 'snippet', 'help', 'regions'] as const satisfies readonly Screen[];

function footOf(state: CapacityState, width: number, glyphs = unicodeGlyphs): string {
	const line = footLine(state, glyphs, width);
	expect(widthOf(line)).toBe(width);
	return textOf(line).trim().replaceAll(/ {3,}/g, ' … ');
}

test.each([
	[120, 'odcrs', '⏎ details  s sort: free ↓  e troubled  E ended  0 clear  x use  y copy id  r refresh  p pause … ? help  q quit'],
	[100, 'odcrs', '⏎ details  s sort: free ↓  e troubled  x use  y copy id  r refresh  p pause … ? help  q quit'],
	[80, 'odcrs', '⏎ details  s sort: free ↓  x use  y copy id  r refresh … ? help  q quit'],
	[60, 'odcrs', '⏎ details  x use  y copy id  r refresh … ? help  q quit'],
	[120, 'blocks', '⏎ details  s sort: start ↑  e troubled  E ended  0 clear  x use  y copy id  r refresh  p pause … ? help  q quit'],
	[
		120,
		'timeline',
		'h l pan  + - zoom  n now  F fit all  ⏎ details  o dated ODCRs ○  x use  y copy id  r refresh  p pause … ? help  q quit',
	],
	[80, 'timeline', 'h l pan  + - zoom  n now  ⏎ details  y copy id  r refresh … ? help  q quit'],
	[60, 'timeline', 'h l pan  + - zoom  ⏎ details  y copy id … ? help  q quit'],
	[120, 'events', '⏎ go to the regions  0 clear  y copy id  r refresh  p pause … ? help  q quit'],
] as const)('at %d columns the %s pane says %s', async (width, pane, text) => {
	const {store} = await openStore();
	store.getState().showPane(pane);
	expect(footOf(store.getState(), width)).toBe(text);
});

test('over the events, Enter leads where the one under the cursor does, if anywhere', async () => {
	const {store} = await openStore();
	store.getState().showPane('events');
	const change = {key: 'us-east-1/cr-1', id: 'cr-1', kind: 'odcr', region: 'us-east-1', instanceType: 'p5.48xlarge'} as const;
	const enterOf = (happening: Happening) => {
		store.setState({events: numberEvents([happening], new Date(0), 1)});
		return / ?⏎ ([^…]+?) {2}/.exec(footOf(store.getState(), 120))?.[1] ?? null;
	};
	expect([
		enterOf({type: 'reservation', change: {...change, what: 'free', from: 1, to: 2}}),
		enterOf({type: 'reservation', change: {...change, what: 'gone', from: 'active', to: null}}),
		enterOf({type: 'region', what: 'failed', region: 'us-east-1', status: 'failed', message: 'It failed.'}),
		enterOf({type: 'credentials', what: 'renewed', expiredForMs: 1000}),
		enterOf({type: 'note', text: 'A note.'}),
	]).toEqual(['go to the reservation', null, 'go to the regions', null, null]);
});

test('in ASCII', async () => {
	const {store} = await openStore();
	expect(footOf(store.getState(), 80, asciiGlyphs)).toBe('Enter details  s sort: free v  x use  y copy id  r refresh … ? help  q quit');
});

test('says what a key would do now', async () => {
	const {store} = await openStore();
	store.getState().togglePause();
	store.getState().invertSort();
	expect(footOf(store.getState(), 120)).toContain('s sort: free ↑');
	expect(footOf(store.getState(), 120)).toContain('p go on');
	store.getState().showPane('timeline');
	store.getState().toggleDatedOdcrs();
	expect(footOf(store.getState(), 120)).toContain('o dated ODCRs ●');
});

test.each([
	['details', 120, 'esc back  j k scroll  x use  y copy id  r refresh  p pause … ? help  q quit'],
	['details', 140, 'esc back  j k row  x use  y copy id  r refresh  p pause … ? help  q quit'],
	['details', 60, 'esc back  j k scroll  y copy id  r refresh  ? help  q quit'],
	['use', 80, 'esc back  j k choose  ⏎ read  y copy  r refresh  p pause … ? help  q quit'],
	['use', 60, 'esc back  j k choose  ⏎ read  y copy … ? help  q quit'],
	['snippet', 80, 'esc back  j k scroll  h l others  y copy  r refresh  p pause … ? help  q quit'],
	['snippet', 60, 'esc back  j k scroll  h l others  y copy … ? help  q quit'],
	['help', 80, 'esc back  j k scroll  r refresh  p pause … ? help  q quit'],
	['regions', 80, 'space mark  ctrl-a all or none  ↑ ↓ move  type to find … ⏎ done'],
	['regions', 60, 'space mark  ctrl-a all or none  type to find … ⏎ done'],
] as const)('on the screen %s, %d wide: %s', async (screen, width, text) => {
	const {store} = await openStore();
	store.setState({screen});
	expect(footOf(store.getState(), width)).toBe(text);
});

test('shows only keys that do something here, and at every width how to leave', async () => {
	const {store} = await openStore();
	const wrong: string[] = [];
	for (const screen of screens.filter((name) => name !== 'regions')) {
		for (const pane of panes) {
			store.setState({screen, pane});
			for (let width = 60; width <= 200; width++) {
				const text = footOf(store.getState(), width);
				const hints = text.split(/ {2,}| … /);
				const keys = hints.flatMap((hint) => (/^[hlj+] [lk-] /.test(hint) ? [hint[0], hint[2]] : [hint.split(' ')[0]]));
				const dead = keys.map((key) => (key === '⏎' ? 'enter' : (key ?? ''))).filter((key) => commandFor(key, {pane, screen}) === null);
				const canLeave = text.endsWith('q quit') && (screen === 'main' || text.startsWith('esc back'));
				if (dead.length > 0 || !canLeave || text.includes('…  ')) {
					wrong.push(`${screen} ${pane} ${width}: ${text} (${dead.join(', ')})`);
				}
			}
		}
	}

	expect(wrong).toEqual([]);
});

describe('the search field', () => {
	test('takes the place of the keys', async () => {
		const {store} = await openStore();
		store.getState().startSearch();
		store.getState().typeSearch('p5en');
		expect(footOf(store.getState(), 80)).toBe('/p5en▏ … ⏎ keep  esc undo  !word leaves out');
		expect(footOf(store.getState(), 80, asciiGlyphs)).toBe('/p5en_ … Enter keep  esc undo  !word leaves out');
	});

	test('says before the first letter what can be found, where there is room', async () => {
		const {store} = await openStore();
		store.getState().startSearch();
		expect(footOf(store.getState(), 120)).toBe(
			'/▏ a type, zone, accelerator, state, platform, owner, id or tag … ⏎ keep  esc undo  !word leaves out',
		);
		expect(footOf(store.getState(), 80)).toBe('/▏ … ⏎ keep  esc undo  !word leaves out');
		store.getState().showPane('events');
		expect(footOf(store.getState(), 120)).toBe('/▏ … ⏎ keep  esc undo  !word leaves out');
	});

	test('shows the end of what is typed, at any length', async () => {
		const {store} = await openStore();
		store.getState().startSearch();
		store.getState().typeSearch('west cr-0a1b2c3d4e5f60718');
		expect(footOf(store.getState(), 60)).toBe('/west cr-0a1b2c3d4e5f60718▏');
		store.getState().typeSearch(`${'x'.repeat(190)}日本語`);
		expect(footOf(store.getState(), 60)).toBe(`/…${'x'.repeat(49)}日本語▏`);
	});
});

test('what just happened takes the place of the keys', async () => {
	const {store} = await openStore();
	store.getState().showNotice(`Copied ${'x'.repeat(100)}`);
	expect(footOf(store.getState(), 60)).toBe(`Copied ${'x'.repeat(51)}…`);
});
