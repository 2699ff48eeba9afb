import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {unicodeGlyphs as timelineGlyphs} from '../../source/core/timeline/timeline-paint.js';
import {graphemes, isSimple, simpleCharacters} from '../../source/format/graphemes.js';
import {unicodeGlyphs} from '../../source/ui/glyphs.js';

const isSimpleCharacter = new RegExp(`^[${simpleCharacters}]$`);
const simple = Array.from({length: 0xffff}, (_, code) => String.fromCharCode(code)).filter((character) =>
	isSimpleCharacter.test(character),
);
const segmenter = new Intl.Segmenter();

test('every simple character is one column wide, alone and in company', () => {
	expect(simple.length).toBeGreaterThan(300);
	expect(simple.filter((character) => stringWidth(character) !== 1)).toEqual([]);
	expect(stringWidth(simple.join(''))).toBe(simple.length);
	expect([...segmenter.segment(simple.join(''))].length).toBe(simple.length);
});

test('what the app draws with is simple', () => {
	const {cells, ...others} = timelineGlyphs;
	const drawn = [unicodeGlyphs, cells, others].flatMap((glyphs) => Object.values(glyphs)).filter((glyph) => typeof glyph === 'string');
	expect(drawn.filter((glyph) => !isSimple(glyph))).toEqual([]);
	expect(['e\u0301', '日', '👩‍👩‍👧', '\u00AD', '\t', '\u{1B}[1m', '☂'].filter(isSimple)).toEqual([]);
});

test('text is cut apart as the segmenter does it, simple or not, with escape sequences or without', () => {
	const piece = fc.oneof(
		{weight: 5, arbitrary: fc.constantFrom(...simple)},
		{weight: 2, arbitrary: fc.constantFrom('\u{1B}[1m', '\u{1B}]8;;x\u{7}', '\r\n', '\n')},
		{weight: 1, arbitrary: fc.constantFrom('\u0301', '日', '👩‍👩‍👧', '\u{FE0F}', '🇩', '한')},
	);
	fc.assert(
		fc.property(fc.array(piece, {maxLength: 20}), fc.nat(30), (pieces, index) => {
			const text = pieces.join('');
			expect([...graphemes.segment(text)]).toEqual([...segmenter.segment(text)]);
			expect(graphemes.segment(text).containing(index)).toEqual(segmenter.segment(text).containing(index));
			expect(graphemes.segment(text).containing()).toEqual(segmenter.segment(text).containing());
		}),
	);
});
