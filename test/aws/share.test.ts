import fc from 'fast-check';
import {expect, test} from 'vitest';
import {shareText} from '../../source/aws/shared-text.js';

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
