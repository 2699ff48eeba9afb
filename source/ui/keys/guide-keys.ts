import type {Binding} from './binding.js';

/** Keys of the guide. */
export const guideKeys: readonly Binding[] = [
	{
		command: 'answer',
		keys: ['enter'],
		help: 'Answer the question',
		group: 'Guide',
		panes: ['guide'],
		foot: {text: 'answer', priority: 0},
	},
	{command: 'previous-answer', keys: ['h', 'left'], help: 'Another answer', group: 'Guide', panes: ['guide']},
	{command: 'next-answer', keys: ['l', 'right'], help: 'Another answer', group: 'Guide', panes: ['guide']},
	{
		command: 'guide-comparison',
		keys: ['c'],
		help: 'Compare blocks and ODCRs',
		group: 'Guide',
		panes: ['guide'],
		foot: {text: 'compare', priority: 0},
	},
	{
		command: 'guide-scenarios',
		keys: ['s'],
		help: 'Read the scenarios',
		group: 'Guide',
		panes: ['guide'],
		foot: {text: 'scenarios', priority: 0},
	},
	{
		command: 'guide-offerings',
		keys: ['o'],
		help: 'Search offerings for it',
		group: 'Guide',
		panes: ['guide'],
		foot: {text: 'search offerings', priority: 0},
	},
	{
		command: 'copy-line',
		keys: ['y'],
		help: 'Copy the line to type',
		group: 'Guide',
		panes: ['guide'],
		foot: {text: 'copy line', priority: 1},
	},
];
