import type {Pane, Screen} from '../store/types.js';

/** What a key asks for. */
export type Command =
	| 'down'
	| 'up'
	| 'first'
	| 'last'
	| 'page-down'
	| 'page-up'
	| 'pane-odcrs'
	| 'pane-blocks'
	| 'pane-timeline'
	| 'pane-events'
	| 'pane-offerings'
	| 'pane-guide'
	| 'jump'
	| 'next-pane'
	| 'previous-pane'
	| 'search'
	| 'details'
	| 'back'
	| 'gpu-only'
	| 'available-only'
	| 'troubled-only'
	| 'ended-too'
	| 'clear-filters'
	| 'regions'
	| 'next-sort'
	| 'invert-sort'
	| 'follow'
	| 'local-time'
	| 'dated-odcrs'
	| 'pan-left'
	| 'pan-right'
	| 'zoom-in'
	| 'zoom-out'
	| 'now'
	| 'fit-all'
	| 'refresh'
	| 'pause'
	| 'copy-id'
	| 'copy-arn'
	| 'edit-offerings'
	| 'open-offering'
	| 'sort-offerings'
	| 'largest-offering'
	| 'copy-purchase'
	| 'extensions'
	| 'use'
	| 'read-snippet'
	| 'previous-snippet'
	| 'next-snippet'
	| 'copy-snippet'
	| 'answer'
	| 'previous-answer'
	| 'next-answer'
	| 'guide-comparison'
	| 'guide-scenarios'
	| 'copy-line'
	| 'help'
	| 'quit'
	| 'interrupt'
	| 'suspend';

export type BindingGroup = 'Move' | 'Panes' | 'Filter' | 'Timeline' | 'Look closer' | 'Launch' | 'Offerings' | 'Guide' | 'Data and program';

export type Binding = {
	readonly command: Command;
	/** Names of keys, the one that the foot shows first. A single character is itself. */
	readonly keys: readonly string[];
	readonly help: string;
	readonly group: BindingGroup;
	/** Only in these panes; absent: in all. */
	readonly panes?: readonly Pane[];
	/** Only on these screens; absent: on the main one. */
	readonly screens?: readonly Screen[];
	/** In the foot, and how early it leaves when there is no room (0 leaves last). */
	readonly foot?: {readonly text: string; readonly priority: number; readonly side?: 'right'};
};

const everywhere = ['main', 'details', 'use', 'snippet', 'offering', 'help', 'regions'] as const satisfies readonly Screen[];
const reading = ['main', 'details', 'use', 'snippet', 'offering', 'help'] as const satisfies readonly Screen[];
const onReservations = ['main', 'details'] as const satisfies readonly Screen[];
const tables = ['odcrs', 'blocks'] as const satisfies readonly Pane[];
const ofReservations = ['odcrs', 'blocks', 'timeline'] as const satisfies readonly Pane[];
const ofRows = [...ofReservations, 'events'] as const satisfies readonly Pane[];
const dated = [...ofRows, 'offerings'] as const satisfies readonly Pane[];
const ofBlocks = ['blocks', 'timeline'] as const satisfies readonly Pane[];

/** Every key of the app: the source of the help screen, the foot and the table in the readme. */
export const keymap: readonly Binding[] = [
	{command: 'pan-left', keys: ['h', 'left'], help: 'Earlier', group: 'Timeline', panes: ['timeline'], foot: {text: 'h l pan', priority: 1}},
	{command: 'pan-right', keys: ['l', 'right'], help: 'Later', group: 'Timeline', panes: ['timeline']},
	{command: 'zoom-in', keys: ['+', '='], help: 'Zoom in', group: 'Timeline', panes: ['timeline'], foot: {text: '+ - zoom', priority: 1}},
	{command: 'zoom-out', keys: ['-'], help: 'Zoom out', group: 'Timeline', panes: ['timeline']},
	{command: 'now', keys: ['n'], help: 'Centre on now', group: 'Timeline', panes: ['timeline'], foot: {text: 'n now', priority: 2}},
	{command: 'fit-all', keys: ['F'], help: 'Fit all', group: 'Timeline', panes: ['timeline'], foot: {text: 'F fit all', priority: 2}},
	{command: 'down', keys: ['j', 'down'], help: 'Down', group: 'Move', screens: reading},
	{command: 'up', keys: ['k', 'up'], help: 'Up', group: 'Move', screens: reading},
	{command: 'first', keys: ['g', 'home'], help: 'First', group: 'Move', screens: reading},
	{command: 'last', keys: ['G', 'end'], help: 'Last', group: 'Move', screens: reading},
	{command: 'page-down', keys: ['ctrl-d', 'pagedown'], help: 'Page down', group: 'Move', screens: reading},
	{command: 'page-up', keys: ['ctrl-u', 'pageup'], help: 'Page up', group: 'Move', screens: reading},
	{command: 'pane-odcrs', keys: ['1'], help: 'ODCRs', group: 'Panes', screens: reading},
	{command: 'pane-blocks', keys: ['2'], help: 'Capacity Blocks', group: 'Panes', screens: reading},
	{command: 'pane-timeline', keys: ['3'], help: 'Timeline', group: 'Panes', screens: reading},
	{command: 'pane-events', keys: ['4'], help: 'Events', group: 'Panes', screens: reading},
	{command: 'pane-offerings', keys: ['5'], help: 'Offerings', group: 'Panes', screens: reading},
	{command: 'pane-guide', keys: ['6'], help: 'Guide', group: 'Panes', screens: reading},
	{command: 'next-pane', keys: ['tab'], help: 'Next pane', group: 'Panes', screens: reading},
	{command: 'previous-pane', keys: ['shift-tab'], help: 'Previous pane', group: 'Panes', screens: reading},
	{
		command: 'details',
		keys: ['enter', 'd'],
		help: 'Details of the reservation',
		group: 'Look closer',
		panes: ofReservations,
		foot: {text: 'details', priority: 0},
	},
	{
		command: 'jump',
		keys: ['enter'],
		help: 'Reservation of the event',
		group: 'Look closer',
		panes: ['events'],
		foot: {text: 'go to the reservation', priority: 0},
	},
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
		help: 'Search: type, count, days',
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
	{
		command: 'extensions',
		keys: ['m'],
		help: 'More time for a block',
		group: 'Look closer',
		panes: ofBlocks,
		screens: onReservations,
	},
	{command: 'back', keys: ['esc'], help: 'Back', group: 'Look closer', screens: reading},
	{
		command: 'next-sort',
		keys: ['s'],
		help: 'Sort by the next column',
		group: 'Look closer',
		panes: tables,
		foot: {text: 'sort', priority: 2},
	},
	{command: 'invert-sort', keys: ['S'], help: 'Invert the sort', group: 'Look closer', panes: tables},
	{command: 'search', keys: ['/'], help: 'Search; !word leaves out', group: 'Filter', panes: ofRows},
	// Filters of reservations find no events: there these keys would only change the panes that are not seen.
	{command: 'gpu-only', keys: ['u'], help: 'GPU or ML accelerator only', group: 'Filter', panes: ofReservations},
	{command: 'available-only', keys: ['a'], help: 'With free instances only', group: 'Filter', panes: ofReservations},
	{
		command: 'troubled-only',
		keys: ['e'],
		help: 'Troubled only',
		group: 'Filter',
		panes: ofReservations,
		foot: {text: 'troubled', priority: 4},
	},
	{
		command: 'ended-too',
		keys: ['E'],
		help: 'Ended ones too',
		group: 'Filter',
		panes: ofReservations,
		foot: {text: 'ended', priority: 4},
	},
	{command: 'regions', keys: ['R'], help: 'Choose regions', group: 'Filter', screens: onReservations},
	{command: 'clear-filters', keys: ['0'], help: 'Clear all filters', group: 'Filter', foot: {text: 'clear', priority: 4}},
	{
		command: 'dated-odcrs',
		keys: ['o'],
		help: 'Dated ODCRs too',
		group: 'Timeline',
		panes: ['timeline'],
		foot: {text: 'dated ODCRs', priority: 3},
	},
	{
		command: 'follow',
		keys: ['f'],
		help: 'Follow its bring-up',
		group: 'Look closer',
		panes: ofReservations,
		screens: onReservations,
	},
	{command: 'local-time', keys: ['t'], help: 'Local time or UTC', group: 'Look closer', panes: dated, screens: onReservations},
	{
		command: 'use',
		keys: ['x'],
		help: 'Ways to launch into it',
		group: 'Launch',
		panes: ofReservations,
		screens: onReservations,
		foot: {text: 'use', priority: 4},
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
	{
		command: 'copy-id',
		keys: ['y'],
		help: 'Copy the id',
		group: 'Look closer',
		panes: ofRows,
		screens: onReservations,
		foot: {text: 'copy id', priority: 1},
	},
	{command: 'copy-arn', keys: ['Y'], help: 'Copy the ARN', group: 'Look closer', panes: ofRows, screens: onReservations},
	{
		command: 'answer',
		keys: ['enter'],
		help: 'Answer the question',
		group: 'Guide',
		panes: ['guide'],
		foot: {text: 'answer', priority: 0},
	},
	{command: 'previous-answer', keys: ['h', 'left'], help: 'The answer before', group: 'Guide', panes: ['guide']},
	{command: 'next-answer', keys: ['l', 'right'], help: 'The next answer', group: 'Guide', panes: ['guide']},
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
		command: 'copy-line',
		keys: ['y'],
		help: 'Copy the line to type',
		group: 'Guide',
		panes: ['guide'],
		foot: {text: 'copy line', priority: 2},
	},
	{
		command: 'refresh',
		keys: ['r', 'ctrl-r'],
		help: 'Refresh now',
		group: 'Data and program',
		screens: reading,
		foot: {text: 'refresh', priority: 1},
	},
	{
		command: 'pause',
		keys: ['p'],
		help: 'Pause, go on',
		group: 'Data and program',
		screens: reading,
		foot: {text: 'pause', priority: 3},
	},
	{
		command: 'help',
		keys: ['?'],
		help: 'Help',
		group: 'Data and program',
		screens: reading,
		foot: {text: 'help', priority: 0, side: 'right'},
	},
	{
		command: 'quit',
		keys: ['q'],
		help: 'Quit',
		group: 'Data and program',
		screens: reading,
		foot: {text: 'quit', priority: 0, side: 'right'},
	},
	{command: 'interrupt', keys: ['ctrl-c'], help: 'Quit with exit code 130', group: 'Data and program', screens: everywhere},
	{command: 'suspend', keys: ['ctrl-z'], help: 'Suspend; fg comes back', group: 'Data and program', screens: everywhere},
];

export type KeyContext = {readonly pane: Pane; readonly screen: Screen};

/** What `key` means here; `null`: nothing. */
export function commandFor(key: string, context: KeyContext): Command | null {
	return keymap.find((binding) => binding.keys.includes(key) && appliesIn(binding, context))?.command ?? null;
}

/** The key that opens the pane, which its tab names. */
export function paneKey(pane: Pane): string {
	return keymap.find(({command}) => command === `pane-${pane}`)?.keys[0] ?? '';
}

export function appliesIn(binding: Binding, {pane, screen}: KeyContext): boolean {
	return (binding.panes?.includes(pane) ?? true) && (binding.screens ?? ['main']).includes(screen);
}
