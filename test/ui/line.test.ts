import fc from 'fast-check';
import {expect, test} from 'vitest';
import {bold, firstThatFits, fitLine, joinLines, type Line, plain, spread, textOf, toned, widthOf} from '../../source/ui/line.js';

const anyLine: fc.Arbitrary<Line> = fc.array(
	fc.constantFrom(plain('p5 '), toned('warn', '日本'), bold('▌'), plain(''), toned('dim', 'e\u0301'), plain('a long piece of text')),
	{maxLength: 8},
);

test('a line is cut or padded to exactly the width it is given', () => {
	fc.assert(
		fc.property(anyLine, fc.integer({min: 1, max: 60}), (line, width) => {
			expect(widthOf(fitLine(line, width))).toBe(width);
			expect(widthOf(fitLine(line, width, '~'))).toBe(width);
		}),
	);
	expect(textOf(fitLine([plain('free '), toned('good', 'instances')], 8))).toBe('free in…');
});

test('a cut keeps the tones of what is left', () => {
	expect(fitLine([plain('free '), toned('good', 'instances')], 8)).toEqual([plain('free '), toned('good', 'in…')]);
});

test('left and right keep their edges and a blank between them; the left one is cut', () => {
	expect(textOf(spread([plain('left')], [plain('right')], 12))).toBe('left   right');
	expect(textOf(spread([plain('left')], [plain('right')], 10))).toBe('left right');
	expect(textOf(spread([plain('left')], [plain('right')], 9))).toBe('le… right');
	fc.assert(
		fc.property(anyLine, anyLine, fc.integer({min: 1, max: 60}), (left, right, width) => {
			expect(widthOf(spread(left, right, width))).toBe(width);
		}),
	);
});

test('takes the longest that fits, else the shortest there is', () => {
	const variants: readonly Line[] = [[plain('instances')], [plain('inst')], [plain('i')]];
	expect([9, 8, 4, 1, 0].map((width) => textOf(firstThatFits(variants, width)))).toEqual(['instances', 'inst', 'inst', 'i', 'i']);
});

test('joins with a separator between lines only', () => {
	expect(textOf(joinLines([[plain('a')], [plain('b'), plain('c')], [plain('d')]], ' · '))).toBe('a · bc · d');
	expect(joinLines([], ' · ')).toEqual([]);
});
