import {keymap} from '../../../source/ui/keys/keymap.js';
import type {Random} from './random.js';

/** What terminals send for the keys of the keymap that are no characters. */
const sequences: Readonly<Record<string, string>> = {
	enter: '\r',
	esc: '\u{1B}',
	tab: '\t',
	'shift-tab': '\u{1B}[Z',
	up: '\u{1B}[A',
	down: '\u{1B}[B',
	right: '\u{1B}[C',
	left: '\u{1B}[D',
	home: '\u{1B}[H',
	end: '\u{1B}[F',
	pageup: '\u{1B}[5~',
	pagedown: '\u{1B}[6~',
};

const leaving: readonly string[] = ['q', 'ctrl-c'];

/** Every key of the keymap that does not end the app. */
const boundKeys = keymap.flatMap(({keys}) => keys.filter((key) => !leaving.includes(key)).map(sequenceOf));

/** What is typed into text fields. */
const words = [
	'p5',
	'us-',
	'east',
	'!',
	' ',
	'!us-west-2',
	'g6.xlarge',
	'train',
	'é',
	'漢',
	'👍🏽',
	'zzz',
	'(',
	'\\',
	'[',
	'*',
	'.',
	'$&',
	'\u{7F}',
	'\u{17}',
	'\u{15}',
];

/** What no key of the app is: function keys, Alt, Ctrl with arrows, answers of a terminal, reports of a mouse, rubbish. */
const strangers = [
	'\u{1B}OP',
	'\u{1B}[15~',
	'\u{1B}[1;5C',
	'\u{1B}[3~',
	'\u{1B}[2~',
	'\u{1B}j',
	'\u{1B}\u{1B}[A',
	'\u{1B}[I',
	'\u{1B}[O',
	'\u{1B}[24;80R',
	'\u{1B}[?62;c',
	'\u{1B}[<0;10;5M',
	'\u{1B}[<64;10;5M',
	'\u{1B}[M !!',
	'\u{1B}[106;5u',
	'\u{1B}]11;rgb:0000/0000/0000\u{1B}\\',
	'\u{1B}P1$r0m\u{1B}\\',
	'\u{1B}[',
	'\u{1B}O',
	'\u{1B}[1;',
	'\u{1B}\u{1B}\u{1B}',
	'\0',
	'\u{1C}',
	'\u{1D}',
	'\u{80}\u{9B}A',
	'\u{FFFD}',
	'\u{202E}',
	'\u{200D}',
	'\u{301}',
	'日本語',
] as const;

/** Back to the rows from wherever it is, so that it does not get lost in a search without a hit. Esc is in its unambiguous form. */
export const wayBack = '\u{1B}[27u'.repeat(5);

/** One key, a burst, a paste or something that is no key; what ends the app is not among them, but for a `q` among typed letters. */
export function anyInput(random: Random): string {
	switch (random.weighted({key: 10, back: 3, burst: 2, held: 1, word: 3, letters: 1, stranger: 2, paste: 1})) {
		case 'key':
			return random.pick(boundKeys);
		case 'back':
			return wayBack + random.pick(['', '0', '0E', '0E3o']) + random.pick(['', '1', '2', '3', '4', '6']) + anyKeys(random, 0, 3);
		case 'burst':
			return anyKeys(random, 2, 12);
		case 'held':
			return random.pick(boundKeys).repeat(random.integer(2, 60));
		case 'word':
			return random.pick(['/', 'R', '', '', '', '']) + random.pick(words);
		case 'letters':
			return Array.from({length: random.integer(1, 20)}, () => String.fromCodePoint(random.integer(0x20, 0x7e))).join('');
		case 'stranger':
			return random.pick(strangers);
		case 'paste':
			return `\u{1B}[200~${pasted(random)}\u{1B}[201~`;
	}
}

/** The same in parts, cut anywhere, as a slow line delivers it. */
export function inParts(input: string, random: Random): readonly string[] {
	if (input.length < 2 || !random.chance(0.2)) {
		return [input];
	}

	const cut = random.integer(1, input.length - 1);
	return [input.slice(0, cut), input.slice(cut)];
}

function anyKeys(random: Random, least: number, most: number): string {
	return Array.from({length: random.integer(least, most)}, () => random.pick(boundKeys)).join('');
}

function pasted(random: Random): string {
	return random.pick([
		'p5',
		'a\r\nb\tc',
		'qqq',
		'\u{1B}[A',
		'\u{3}',
		'漢'.repeat(300),
		'x'.repeat(10_000),
		`${'word '.repeat(2000)}\u{7}`,
		'',
	]);
}

function sequenceOf(key: string): string {
	return sequences[key] ?? (key.startsWith('ctrl-') ? String.fromCharCode(key.charCodeAt(5) - 96) : key);
}
