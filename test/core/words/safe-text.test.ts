import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {longestText, safeText} from '../../../source/core/words/safe-text.js';

describe('rule 10: every string from AWS is made safe once', () => {
	test.each([
		['plain text stays as it is', 'train-llm-a (us-east-1) ~!', 'train-llm-a (us-east-1) ~!'],
		['an empty string stays empty', '', ''],
		['letters of other scripts and emoji stay', 'Größe 日本語 🚀 नमस्ते العربية', 'Größe 日本語 🚀 नमस्ते العربية'],
		['CSI sequences go', 'a\u001b[31mred\u001b[0mb\u001b[2J\u001b[?1049hc', 'aredbc'],
		['C1 CSI goes', 'a\u009b31mb', 'ab'],
		['OSC with BEL goes with its payload', 'a\u001b]0;title\u0007b', 'ab'],
		['OSC with ST goes with its payload', 'a\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\b', 'alinkb'],
		['C1 OSC goes with its payload', 'a\u009d52;c;SGVsbG8=\u009cb', 'ab'],
		['an unterminated OSC loses its opening only', 'a\u001b]52;c;SGVsbG8=', 'a52;c;SGVsbG8='],
		['DCS, SOS, PM and APC go with their payloads', 'a\u001bPq#0\u001b\\b\u001bXs\u001b\\c\u001b^p\u001b\\d\u001b_q\u001b\\e', 'abcde'],
		['short escapes go', 'a\u001bcb\u001b(Bc\u001b7d', 'abcd'],
		['an escape inside an escape leaves nothing alive', 'a\u001b\u001b[2J[2Jb', 'a2Jb'],
		['a bare escape at the end goes', 'a\u001b', 'a'],
		['other control characters go', 'a\u0000\u0008\u0007\u007f\u0090b', 'ab'],
		['tabs and line ends become a space', 'a\tb\nc\r\nd\re\u0085f\u2028g\u2029h\u000bi\u000cj', 'a b c d e f g h i j'],
		['bidi marks, overrides and isolates go', '\u202eabc\u202c\u2066d\u2069\u200ee\u200f\u061c', 'abcde'],
		['zero-width characters go', 'a\u200bb\u200cc\u200dd\ufeffe\u2060f\u00adg', 'abcdefg'],
		['invisible tags and variation selectors go', 'a\u{e0041}\ufe0fb', 'ab'],
		['lone surrogates go, pairs stay', 'a\ud800b\udc00c😀', 'abc😀'],
		['long runs of combining marks are cut to four', `e${'\u0301'.repeat(20)}x`, `e${'\u0301'.repeat(4)}x`],
		['marks at the start have nothing to stand on', '\u0301\u0302abc', 'abc'],
	])('%s', (_, given, expected) => {
		expect(safeText(given)).toBe(expected);
	});

	test('text is cut at 1,024 code points', () => {
		expect(safeText('a'.repeat(5000))).toBe('a'.repeat(longestText));
		expect([...safeText('😀'.repeat(5000))]).toHaveLength(longestText);
		expect(safeText('😀'.repeat(longestText))).toBe('😀'.repeat(longestText));
	});

	test('the cut does not split a letter from its marks', () => {
		expect(safeText(`${'a'.repeat(longestText - 1)}e\u0301\u0302 tail`)).toBe('a'.repeat(longestText - 1));
		expect(safeText(`${'a'.repeat(longestText - 2)}e\u0301 tail`)).toBe(`${'a'.repeat(longestText - 2)}e\u0301`);
	});

	test('escapes before the cut do not count', () => {
		expect(safeText(`${'\u001b[31m'.repeat(1000)}abc`)).toBe('abc');
	});

	test('whatever comes in, nothing dangerous comes out and a second pass changes nothing', () => {
		const anything = fc.oneof(
			fc.string({unit: 'binary', maxLength: 60}),
			fc
				.array(
					fc.constantFrom(
						'\u001b',
						'[',
						']',
						'\\',
						'\u0007',
						'\u009b',
						'\u009c',
						'P',
						'm',
						'1',
						';',
						'\u0301',
						'\u202e',
						'\ud83d',
						'\ude00',
					),
					{
						maxLength: 40,
					},
				)
				.map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(anything, (text) => {
				const safe = safeText(text);
				expect(safe).not.toMatch(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/);
				expect(safe).not.toMatch(/\p{Cs}/u);
				expect([...safe].length).toBeLessThanOrEqual(longestText);
				expect(safeText(safe)).toBe(safe);
			}),
		);
	});

	test('endless hostile input comes back cut', () => {
		expect(safeText('\u001b]'.repeat(1_000_000))).toBe('');
		expect(safeText(`a${'\u0301'.repeat(2_000_000)}`)).toBe(`a${'\u0301'.repeat(4)}`);
	});
});
