import fc from 'fast-check';
import {expect, test} from 'vitest';
import {share, shareText} from '../../source/aws/share.js';

test('a text stays what it is, however many there are', () => {
	fc.assert(
		fc.property(fc.array(fc.string({unit: 'binary', maxLength: 70})), (texts) => {
			expect(texts.map(shareText)).toEqual(texts);
		}),
	);

	const many = Array.from({length: 10_000}, (_, index) => `text ${index}`);
	expect(many.map(shareText)).toEqual(many);
	expect(shareText('text 0')).toBe('text 0');
});

test('a value is made once, also when it is null, and again only after very many others', () => {
	const made: number[] = [];
	const half = share((number: number) => {
		made.push(number);
		return number % 2 === 0 ? {half: number / 2} : null;
	});
	expect(half(4)).toEqual({half: 2});
	expect(half(4)).toBe(half(4));
	expect(half(3)).toBeNull();
	expect(half(3)).toBeNull();
	expect(made).toEqual([4, 3]);

	for (let number = 10; number < 10_000; number++) {
		half(number);
	}

	expect(half(4)).toEqual({half: 2});
	expect(made.filter((number) => number === 4)).toHaveLength(2);
});
