import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {commentText, hclText, yamlText} from '../../source/snippets/quote.js';

const anyText = fc.oneof(
	fc.string({unit: 'binary'}),
	fc.constantFrom(
		'yes',
		'null',
		'1e5',
		'e5',
		'~',
		'- a',
		'#',
		'a: b',
		'012',
		'2026-11-23',
		'\u0085',
		'\u2028',
		'\ufeff',
		"'",
		'"',
		`\${x}`,
		'%{if}',
		`$\${x}`,
		'*a',
		'&a',
		'!ref',
	),
);

test('a YAML reader of 1.1 and of 1.2 reads every text as the text that it was', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			for (const version of ['1.1', '1.2'] as const) {
				expect(parse(`key: ${yamlText(text)}\nlist: [${yamlText(text)}]\n`, {version})).toEqual({key: text, list: [text]});
			}
		}),
		{numRuns: 500},
	);
});

test('plain words stay plain in YAML', () => {
	expect(['cr-0a1b', 'p5.48xlarge', 'us-east-1a', 'yes', '8', ''].map(yamlText)).toEqual([
		'cr-0a1b',
		'p5.48xlarge',
		'us-east-1a',
		'"yes"',
		'"8"',
		'""',
	]);
});

test('an HCL string has no template in it and no line break', () => {
	expect(hclText(`\${file("/etc/passwd")} %{if x} $5 100%`)).toBe(`"$\${file(\\"/etc/passwd\\")} %%{if x} $5 100%"`);
	expect(hclText('a\\b\nc\td\u0007\u0085')).toBe('"a\\\\b\\nc\\td\\u0007\\u0085"');
});

test('a comment ends with its line, whatever is in it', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			expect(commentText(`${text}\nkey: ${text}\r\u2028\u0085`)).toMatch(/^# [^\x00-\x1f\x7f-\x9f\u2028\u2029]*$/);
			expect(parse(`${commentText(text)}\nkey: 1\n`)).toEqual({key: 1});
		}),
	);
});
