import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {cutStart, cutText, displayWidth, fitText, padEnd, padStart, wrapText} from '../../source/format/fit-text.js';

const anyText = fc.oneof(
	fc.string(),
	fc.string({unit: 'grapheme'}),
	fc
		.array(fc.constantFrom('日', '本', '👩‍👩‍👧', 'e\u0301', 'ﬀ', '한', 'a', ' ', '🇩🇪', '☂'), {maxLength: 40})
		.map((parts) => parts.join('')),
);

test.each([
	['p5.48xlarge', 11],
	['', 0],
	['日本語', 6],
	['e\u0301te\u0301', 3],
	['👩‍👩‍👧', 2],
	['×16 – 47m', 9],
	['▌█░', 3],
])('%s takes %d columns', (text, width) => {
	expect(displayWidth(text)).toBe(width);
});

test('pads by columns, not by characters', () => {
	expect(padEnd('日本', 6)).toBe('日本  ');
	expect(padStart('日本', 6)).toBe('  日本');
	expect(padEnd('too long', 3)).toBe('too long');
});

describe('cutting', () => {
	test.each([
		['train-llm-a', 11, 'train-llm-a'],
		['train-llm-a', 10, 'train-llm…'],
		['train-llm-a', 1, '…'],
		['train-llm-a', 0, ''],
		['日本語', 5, '日本…'],
		['日本語', 4, '日…'],
		['e\u0301te\u0301s', 3, 'e\u0301t…'],
	])('%s to %d columns is %s', (text, width, cut) => {
		expect(cutText(text, width)).toBe(cut);
	});

	test('marks the cut as it is told', () => {
		expect(cutText('train-llm-a', 6, '~')).toBe('train~');
		expect(cutText('train-llm-a', 6, '')).toBe('train-');
	});

	test.each([
		['cr-0a1b2c3d', 11, 'cr-0a1b2c3d'],
		['cr-0a1b2c3d', 6, '…b2c3d'],
		['日本語', 5, '…本語'],
		['日本語', 4, '…語'],
		['abc', 0, ''],
	])('the start of %s to %d columns is %s', (text, width, cut) => {
		expect(cutStart(text, width)).toBe(cut);
	});

	test('never gives more columns than asked, and never splits a character', () => {
		fc.assert(
			fc.property(anyText, fc.integer({min: 0, max: 30}), (text, width) => {
				const graphemes = [...new Intl.Segmenter().segment(text)].map(({segment}) => segment);
				const prefixes = graphemes.map((_, index) => graphemes.slice(0, index).join(''));
				const cut = cutText(text, width);
				expect(displayWidth(cut)).toBeLessThanOrEqual(width);
				expect(cut === text || cut === '' || prefixes.includes(cut.slice(0, -1))).toBe(true);
				expect(displayWidth(cutStart(text, width))).toBeLessThanOrEqual(width);
			}),
		);
	});

	test('fitted text has exactly the columns asked for, on either side', () => {
		fc.assert(
			fc.property(anyText, fc.integer({min: 1, max: 30}), fc.constantFrom('left' as const, 'right' as const), (text, width, align) => {
				expect(displayWidth(fitText(text, width, align))).toBe(width);
			}),
		);
	});
});

describe('wrapping', () => {
	test('breaks at spaces and cuts a longer word into pieces', () => {
		expect(wrapText('free instances are billed', 10)).toEqual(['free', 'instances', 'are billed']);
		expect(wrapText('arn:aws:ec2:us-east-1 x', 8)).toEqual(['arn:aws:', 'ec2:us-e', 'ast-1 x']);
		expect(wrapText('', 8)).toEqual(['']);
		expect(wrapText('日本語日本語', 5)).toEqual(['日本', '語日', '本語']);
	});

	test('loses nothing but spaces, and no line is wider than asked', () => {
		fc.assert(
			fc.property(anyText, fc.integer({min: 2, max: 30}), (text, width) => {
				const lines = wrapText(text, width);
				// One character can be wider than the line, and is never split.
				expect(lines.filter((line) => displayWidth(line) > width && [...new Intl.Segmenter().segment(line)].length > 1)).toEqual([]);
				expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
			}),
		);
	});
});
