import {graphemes} from '../format/graphemes.js';

/** The longest text a field takes; a pasted file must not end up in a search. */
export const longestInput = 200;

/** `text` after a key: a character is added, Backspace takes one away, ctrl-w a word, ctrl-u all. */
export function editText(text: string, key: string): string {
	switch (key) {
		case 'backspace':
		case 'ctrl-h':
			return [...graphemes.segment(text)]
				.slice(0, -1)
				.map(({segment}) => segment)
				.join('');
		case 'ctrl-u':
			return '';
		case 'ctrl-w':
			return text.replace(/\S*\s*$/u, '');
		default:
			return [...key].length === 1 ? insertText(text, key) : text;
	}
}

/** `text` with what was pasted behind it, on one line and without control characters. */
export function insertText(text: string, pasted: string): string {
	return [...(text + pasted.replaceAll(/\s+/gu, ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ''))].slice(0, longestInput).join('');
}
