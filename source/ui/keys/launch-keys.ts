import type {Binding} from './binding.js';
import {ofReservations, onReservations} from './scopes.js';

/** Keys of the ways to launch into a reservation. */
export const launchKeys: readonly Binding[] = [
	{
		command: 'use',
		keys: ['x'],
		help: 'Ways to launch into it',
		group: 'Launch',
		panes: ofReservations,
		screens: onReservations,
		foot: {text: 'use', priority: 2},
	},
	{
		command: 'read-snippet',
		keys: ['enter'],
		help: 'Read the snippet',
		group: 'Launch',
		screens: ['use'],
		foot: {text: 'read', priority: 0},
	},
	{
		command: 'previous-snippet',
		keys: ['h', 'left'],
		help: 'The way before',
		group: 'Launch',
		screens: ['snippet'],
		foot: {text: 'h l others', priority: 0},
	},
	{command: 'next-snippet', keys: ['l', 'right'], help: 'The next way', group: 'Launch', screens: ['snippet']},
	{
		command: 'copy-snippet',
		keys: ['y'],
		help: 'Copy the snippet',
		group: 'Launch',
		screens: ['use', 'snippet'],
		foot: {text: 'copy', priority: 0},
	},
];
