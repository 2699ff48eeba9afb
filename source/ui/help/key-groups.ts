import type {Binding, BindingGroup} from '../keys/binding.js';
import {keymap} from '../keys/keymap.js';

export type HelpEntry = {readonly key: string; readonly does: string};

export type HelpGroup = {readonly title: string; readonly entries: readonly HelpEntry[]};

const order = [
	'Move',
	'Panes',
	'Look closer',
	'Launch',
	'Offerings',
	'Guide',
	'Filter',
	'Timeline',
	'Data and program',
] as const satisfies readonly BindingGroup[];

const keyLabels: Readonly<Record<string, string>> = {
	down: 'Down',
	up: 'Up',
	left: 'Left',
	right: 'Right',
	home: 'Home',
	end: 'End',
	pagedown: 'PgDn',
	pageup: 'PgUp',
	tab: 'Tab',
	'shift-tab': 'Shift-Tab',
	enter: 'Enter',
	esc: 'Esc',
};

/** The keymap as the help screen and the readme list it. */
export function keyGroups(): readonly HelpGroup[] {
	return order.map((title) => ({title, entries: entriesOf(keymap.filter((binding) => binding.group === title))}));
}

/** Of keys that do the same thing there and back one entry, with the first key of each. */
function entriesOf(bindings: readonly Binding[]): readonly HelpEntry[] {
	return Array.from(new Set(bindings.map(({help}) => help)), (help) => {
		const alike = bindings.filter((binding) => binding.help === help);
		const keys = alike.length === 1 ? alike.flatMap((binding) => binding.keys) : alike.flatMap((binding) => binding.keys.slice(0, 1));
		return {key: keys.map((key) => keyLabels[key] ?? key).join(' '), does: help};
	});
}
