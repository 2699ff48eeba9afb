import type {Binding} from './binding.js';

/** Keys of the timeline's window. */
export const timelineKeys: readonly Binding[] = [
	{command: 'pan-left', keys: ['h', 'left'], help: 'Earlier', group: 'Timeline', panes: ['timeline'], foot: {text: 'h l pan', priority: 1}},
	{command: 'pan-right', keys: ['l', 'right'], help: 'Later', group: 'Timeline', panes: ['timeline']},
	{command: 'zoom-in', keys: ['+', '='], help: 'Zoom in', group: 'Timeline', panes: ['timeline'], foot: {text: '+ - zoom', priority: 1}},
	{command: 'zoom-out', keys: ['-'], help: 'Zoom out', group: 'Timeline', panes: ['timeline']},
	{command: 'now', keys: ['n'], help: 'Centre on now', group: 'Timeline', panes: ['timeline'], foot: {text: 'n now', priority: 2}},
	{command: 'fit-all', keys: ['F'], help: 'Fit all', group: 'Timeline', panes: ['timeline'], foot: {text: 'F fit all', priority: 2}},
];
