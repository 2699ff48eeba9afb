import type {Pane, Screen} from '../../store/types.js';

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
	| 'guide-offerings'
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
