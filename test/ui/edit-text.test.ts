import {expect, test} from 'vitest';
import {editText, insertText, longestInput} from '../../source/ui/edit-text.js';

test.each([
	['p', '5', 'p5'],
	['p5', ' ', 'p5 '],
	['p5', 'backspace', 'p'],
	['p5', 'ctrl-h', 'p'],
	['', 'backspace', ''],
	['größe', 'backspace', 'größ'],
	['e\u0301', 'backspace', ''],
	['日', '本', '日本'],
	['us-east-1 p5 ', 'ctrl-w', 'us-east-1 '],
	['p5', 'ctrl-w', ''],
	['us-east-1 p5', 'ctrl-u', ''],
	['p5', 'left', 'p5'],
	['p5', 'ctrl-d', 'p5'],
	['p5', 'tab', 'p5'],
	['p5', 'pagedown', 'p5'],
])('"%s" and %s is "%s"', (text, key, expected) => {
	expect(editText(text, key)).toBe(expected);
});

test('pasted text comes on one line, without control characters, and does not grow without end', () => {
	expect(insertText('a', 'b\r\n\tc\u001B[2J\u0007\u202Ed')).toBe('ab c[2Jd');
	expect(insertText('', 'x'.repeat(100_000))).toHaveLength(longestInput);
	expect(insertText('x'.repeat(longestInput), 'y')).toBe('x'.repeat(longestInput));
});
