import {expect, test} from 'vitest';
import type {Pane, Screen} from '../../source/store/types.js';
import {keyGroups} from '../../source/ui/help/key-groups.js';
import type {Binding} from '../../source/ui/keys/binding.js';
import {appliesIn, commandFor} from '../../source/ui/keys/command-for.js';
import {keymap} from '../../source/ui/keys/keymap.js';

const panes = ['odcrs', 'blocks', 'timeline', 'events', 'offerings', 'guide'] as const satisfies readonly Pane[];
const screens = ['main', 'details', 'use', 'snippet', 'offering', 'help', 'regions'] as const satisfies readonly Screen[];
const contexts = panes.flatMap((pane) => screens.map((screen) => ({pane, screen})));

test('no key means two things in one place', () => {
	const twice = contexts.flatMap((context) => {
		const keys = keymap.filter((binding) => appliesIn(binding, context)).flatMap((binding) => binding.keys);
		return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${context.pane} ${context.screen} ${key}`);
	});
	expect(twice).toEqual([]);
});

test('every key of every binding leads to its command somewhere', () => {
	const dead = keymap.flatMap(({command, keys}) =>
		keys.filter((key) => !contexts.some((context) => commandFor(key, context) === command)).map((key) => `${key} ${command}`),
	);
	expect(dead).toEqual([]);
});

test('the keys are those that fingers know', () => {
	const main = (key: string, pane: Pane = 'odcrs') => commandFor(key, {pane, screen: 'main'});
	const expected: Readonly<Record<string, string>> = {
		j: 'down',
		down: 'down',
		k: 'up',
		up: 'up',
		g: 'first',
		home: 'first',
		G: 'last',
		end: 'last',
		'ctrl-d': 'page-down',
		pagedown: 'page-down',
		'ctrl-u': 'page-up',
		pageup: 'page-up',
		tab: 'next-pane',
		'shift-tab': 'previous-pane',
		'1': 'pane-odcrs',
		'2': 'pane-blocks',
		'3': 'pane-timeline',
		'4': 'pane-events',
		'6': 'pane-guide',
		'/': 'search',
		enter: 'details',
		d: 'details',
		esc: 'back',
		u: 'gpu-only',
		a: 'available-only',
		e: 'troubled-only',
		E: 'ended-too',
		'0': 'clear-filters',
		R: 'regions',
		s: 'next-sort',
		S: 'invert-sort',
		t: 'local-time',
		r: 'refresh',
		'ctrl-r': 'refresh',
		p: 'pause',
		y: 'copy-id',
		Y: 'copy-arn',
		x: 'use',
		'?': 'help',
		q: 'quit',
		'ctrl-c': 'interrupt',
		'ctrl-z': 'suspend',
	};
	expect(Object.fromEntries(Object.keys(expected).map((key) => [key, main(key)]))).toEqual(expected);
	const timeline = {
		h: 'pan-left',
		left: 'pan-left',
		l: 'pan-right',
		right: 'pan-right',
		'+': 'zoom-in',
		'-': 'zoom-out',
		n: 'now',
		F: 'fit-all',
		o: 'dated-odcrs',
	};
	expect(Object.fromEntries(Object.keys(timeline).map((key) => [key, main(key, 'timeline')]))).toEqual(timeline);
	expect(['h', 'l', '+', '-', 'n', 'F', 'o'].map((key) => main(key))).toEqual([null, null, null, null, null, null, null]);
	expect(['enter', 'd', 's', 'S'].map((key) => main(key, 'events'))).toEqual(['jump', null, null, null]);
	expect(['u', 'a', 'e', 'E', 'o', 'f'].map((key) => main(key, 'events'))).toEqual([null, null, null, null, null, null]);
	expect(commandFor('x', {pane: 'events', screen: 'main'})).toBeNull();
	const using = (key: string, screen: Screen) => commandFor(key, {pane: 'timeline', screen});
	expect(['x', 'enter', 'y', 'j', 'h', 'l'].map((key) => using(key, 'use'))).toEqual([
		null,
		'read-snippet',
		'copy-snippet',
		'down',
		null,
		null,
	]);
	expect(['h', 'l', 'y', 'j', 'esc'].map((key) => using(key, 'snippet'))).toEqual([
		'previous-snippet',
		'next-snippet',
		'copy-snippet',
		'down',
		'back',
	]);
	expect(['/', '0', 'R', 't'].map((key) => main(key, 'events'))).toEqual(['search', 'clear-filters', 'regions', 'local-time']);
});

test('the region picker is a text field: only what leaves the program is a command there', () => {
	const commands = keymap.filter((binding) => appliesIn(binding, {pane: 'odcrs', screen: 'regions'})).map(({command}) => command);
	expect(commands).toEqual(['interrupt', 'suspend']);
});

test('the help lists every binding once, those that go there and back together', () => {
	const entries = keyGroups().flatMap(({entries}) => entries);
	const helps = [...new Set(keymap.map(({group, help}) => `${group}: ${help}`))];
	const listed = keyGroups().flatMap(({title, entries}) => entries.map(({does}) => `${title}: ${does}`));
	expect(listed.toSorted()).toEqual(helps.toSorted());
	expect(entries.find(({does}) => does === 'Another answer')?.key).toBe('h l');
	expect(entries.find(({does}) => does === 'Page down')?.key).toBe('ctrl-d PgDn');
});

test('what the foot calls a key begins with the key', () => {
	const shown = keymap.filter((binding): binding is Binding & Required<Pick<Binding, 'foot'>> => binding.foot !== undefined);
	expect(shown.every(({keys, foot}) => foot.text.length > 0 && (keys[0]?.length === 1 || keys[0] === 'enter'))).toBe(true);
});
