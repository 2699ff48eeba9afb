import {execFileSync} from 'node:child_process';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {asciiSnippet} from '../../source/snippets/ascii-snippet.js';
import {hclText, yamlText} from '../../source/snippets/quote.js';
import {parseHcl} from './parse-hcl.js';
import {made, samples} from './sample.js';

const isAscii = /^[\0-\x7f]*$/;

const texts = fc.string({unit: 'grapheme'}).map((text) => text.normalize('NFC'));

test('comments are put into what ASCII has, the rest stays', () => {
	expect(asciiSnippet(made({...samples.odcr, tags: {Name: 'été'}}, 'eks').text, 'yaml').split('\n')[0]).toBe(
		'# cr-0a (?t?), 4 x p5.48xlarge in us-east-1a',
	);
	expect(asciiSnippet('a: b\n  # x – y…\n', 'yaml')).toBe('a: b\n  # x - y~\n');
});

test('strings are read as the same text', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const yaml = asciiSnippet(`a: ${yamlText(text)}\n`, 'yaml');
			const hcl = asciiSnippet(`a = ${hclText(text)}\n`, 'hcl');
			const json = asciiSnippet(JSON.stringify({a: text}), 'json');
			expect([yaml, hcl, json].filter((given) => !isAscii.test(given))).toEqual([]);
			expect([parse(yaml), parseHcl(hcl), JSON.parse(json)]).toEqual([{a: text}, {a: text}, {a: text}]);
		}),
	);
});

test('JSON in a shell is read as the same', () => {
	const placementGroupArn = 'arn:aws:ec2:us-east-1:123456789012:placement-group/größe 😀';
	const text = asciiSnippet(made({...samples.odcr, placementGroupArn}, 'run-instances').text, 'shell');
	const script = `aws() { for word; do case $word in *GroupName*) printf %s "$word";; esac; done; }\nIMAGE_ID=x SUBNET_ID=y\n${text}`;
	expect(isAscii.test(text)).toBe(true);
	expect(JSON.parse(execFileSync('sh', ['-eu', '-s'], {input: script, encoding: 'utf8'}))).toEqual({GroupName: 'größe 😀'});
});
