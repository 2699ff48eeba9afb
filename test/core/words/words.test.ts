import {execFileSync} from 'node:child_process';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {lengthText} from '../../../source/core/words/length-text.js';
import {listed} from '../../../source/core/words/listed.js';
import {dayText, momentText} from '../../../source/core/words/moment-text.js';
import {shellQuote} from '../../../source/core/words/shell-quote.js';

test('plain words stay as they are for a shell, all others are quoted', () => {
	expect(['Linux/UNIX', 'cr-0a1b', 'a=b', 'RHEL with HA', "it's", '$(id)', '', '-n'].map(shellQuote)).toEqual([
		'Linux/UNIX',
		'cr-0a1b',
		"'a=b'",
		"'RHEL with HA'",
		"'it'\\''s'",
		"'$(id)'",
		"''",
		'-n',
	]);
});

test('a shell reads every quoted text as the one word that it was', () => {
	const words = fc.sample(
		fc.string({unit: 'binary', maxLength: 20}).map((text) => Buffer.from(text.replaceAll(/[\0\r]/g, '')).toString()),
		{numRuns: 300, seed: 5},
	);
	const script = words.map((word) => `printf '%s\\0' ${shellQuote(word)}`).join('\n');
	const read = execFileSync('sh', ['-s'], {input: script, encoding: 'utf8'}).split('\0').slice(0, -1);
	expect(read).toEqual(words);
});

test('lengths are exact to the minute, and never longer than they are', () => {
	expect([168, 30, 6 + 35 / 60, 24, 0.5, 0.001, 0].map(lengthText)).toEqual([
		'7 d',
		'1 d 6 h',
		'6 h 35 min',
		'1 d',
		'30 min',
		'0 min',
		'0 min',
	]);
});

test('words are listed as a sentence lists them', () => {
	expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c']), listed(['a', 'b', 'c', 'd'], 2)]).toEqual([
		'',
		'a',
		'a and b',
		'a, b and c',
		'a, b and 2 more',
	]);
});

test('moments of sentences are in UTC and say so', () => {
	expect([momentText(new Date('2026-11-30T11:00:59Z')), dayText(new Date('2026-11-30T23:59:59Z'))]).toEqual([
		'2026-11-30 11:00 UTC',
		'2026-11-30',
	]);
});
