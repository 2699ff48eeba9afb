import type {Binding} from './binding.js';

/** Keys of the search for offerings. */
export const offeringKeys: readonly Binding[] = [
	{
		command: 'open-offering',
		keys: ['enter', 'd'],
		help: 'Offering in full',
		group: 'Offerings',
		panes: ['offerings'],
		foot: {text: 'details', priority: 1},
	},
	{
		command: 'edit-offerings',
		keys: ['i'],
		help: 'Search: type, count, dates',
		group: 'Offerings',
		panes: ['offerings'],
		foot: {text: 'search', priority: 0},
	},
	{
		command: 'largest-offering',
		keys: ['L'],
		help: 'The largest count there is',
		group: 'Offerings',
		panes: ['offerings'],
		foot: {text: 'largest', priority: 3},
	},
	{
		command: 'sort-offerings',
		keys: ['s'],
		help: 'Sort by the next column',
		group: 'Offerings',
		panes: ['offerings'],
		foot: {text: 'sort', priority: 2},
	},
	{
		command: 'copy-purchase',
		keys: ['y'],
		help: 'Copy the line to buy it',
		group: 'Offerings',
		panes: ['offerings'],
		screens: ['main', 'offering'],
		foot: {text: 'copy line', priority: 1},
	},
];
