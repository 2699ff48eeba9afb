import type {Key} from 'ink';
import {expect, test} from 'vitest';
import {keyNames} from '../../source/ui/key-press.js';

const none: Key = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
	super: false,
	hyper: false,
	capsLock: false,
	numLock: false,
};

test.each([
	['a character is itself', 'j', {}, ['j']],
	['capitals too', 'G', {shift: true}, ['G']],
	['a burst is its characters', 'jjk', {}, ['j', 'j', 'k']],
	['a character outside of the basic plane is one', '日😀', {}, ['日', '😀']],
	['ctrl and a letter', 'd', {ctrl: true}, ['ctrl-d']],
	['held ctrl-d arrives as its character, many times', '\u0004\u0004', {}, ['ctrl-d', 'ctrl-d']],
	['Enter and Tab inside of a burst', 'p5\r\t', {}, ['p', '5', 'enter', 'tab']],
	['Enter', '\r', {return: true}, ['enter']],
	['Esc', '', {escape: true}, ['esc']],
	['Tab', '\t', {tab: true}, ['tab']],
	['Shift-Tab', '', {tab: true, shift: true}, ['shift-tab']],
	['arrows', '', {upArrow: true}, ['up']],
	['PgDn', '', {pageDown: true}, ['pagedown']],
	['End', '', {end: true}, ['end']],
	['Backspace', '', {backspace: true}, ['backspace']],
	['what some terminals send for Backspace', '', {delete: true}, ['backspace']],
	['Alt and a letter is nothing', 'j', {meta: true}, []],
	['a key without a character is nothing', '', {}, []],
	['ctrl alone is nothing', '', {ctrl: true}, []],
	['other control characters are nothing', '\u001C\u007F', {}, []],
] as const)('%s', (_, input, pressed, names) => {
	expect(keyNames(input, {...none, ...pressed})).toEqual(names);
});
