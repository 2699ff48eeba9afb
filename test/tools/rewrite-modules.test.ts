import {expect, test} from 'vitest';
import {applyRewrite} from '../../tools/rewrite-modules.js';

const rewrite = {file: '/package/index.js', replacements: [['slow()', 'fast("$&")']]} as const;

test('replaces what is there once, by exactly what it says', () => {
	expect(applyRewrite('const a = slow();', rewrite)).toBe('const a = fast("$&");');
});

test('fails where an upgrade has changed the text, or has it twice', () => {
	const message = '/package/index.js has not exactly one "slow()": look whether its rewrite is still of use.';
	expect(() => applyRewrite('const a = quick();', rewrite)).toThrow(message);
	expect(() => applyRewrite('slow(); slow();', rewrite)).toThrow(message);
});
