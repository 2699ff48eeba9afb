import {steadyText} from '../format/steady-text.js';

/** The characters that the screen draws with, in two forms: `--ascii` and non-UTF-8 terminals get the second. */
export type Glyphs = {
	readonly isAscii: boolean;
	readonly cursor: string;
	/** Before the tab of the pane that is open. */
	readonly openTab: string;
	readonly rule: string;
	readonly on: string;
	readonly off: string;
	readonly live: string;
	readonly paused: string;
	readonly busy: string;
	readonly dash: string;
	readonly cut: string;
	readonly ellipsis: string;
	readonly separator: string;
	readonly times: string;
	readonly arrow: string;
	readonly up: string;
	readonly down: string;
	readonly enter: string;
	readonly caret: string;
	/** Before a cell that changed a moment ago. */
	readonly more: string;
	readonly less: string;
	readonly changed: string;
	/** Before a row that is followed. */
	readonly followed: string;
	/** Before a row about which there is a hint. */
	readonly hint: string;
	/** Before a free count that the owner can take back at any time. */
	readonly reclaimable: string;
};

export const unicodeGlyphs: Glyphs = {
	isAscii: false,
	cursor: '▌',
	openTab: '▸',
	rule: '─',
	on: '●',
	off: '○',
	live: '●',
	paused: '‖',
	busy: '◌',
	dash: '–',
	cut: '…',
	ellipsis: '…',
	separator: '·',
	times: '×',
	arrow: '→',
	up: '↑',
	down: '↓',
	enter: '⏎',
	caret: '▏',
	more: '▲',
	less: '▼',
	changed: '◆',
	followed: '•',
	hint: '°',
	reclaimable: '↩',
};

export const asciiGlyphs: Glyphs = {
	isAscii: true,
	cursor: '>',
	openTab: '*',
	rule: '-',
	on: '*',
	off: '-',
	live: '*',
	paused: '=',
	busy: '.',
	dash: '-',
	cut: '~',
	ellipsis: '...',
	separator: '|',
	times: 'x',
	arrow: '->',
	up: '^',
	down: 'v',
	enter: 'Enter',
	caret: '_',
	more: '^',
	less: 'v',
	changed: '*',
	followed: '=',
	hint: "'",
	reclaimable: '<',
};

/** What of a text from AWS a terminal can show; on an ASCII terminal the rest is `?`, one for each character. */
export function forTerminal(text: string, glyphs: Glyphs): string {
	return glyphs.isAscii ? text.replaceAll(/[^\x20-\x7E]/gu, '?') : steadyText(text);
}
