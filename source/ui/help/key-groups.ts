import type {BindingGroup} from '../keys/binding.js';
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
	return order.map((title) => ({
		title,
		entries: keymap
			.filter((binding) => binding.group === title)
			.map(({keys, help}) => ({key: keys.map((key) => keyLabels[key] ?? key).join(' '), does: help})),
	}));
}
