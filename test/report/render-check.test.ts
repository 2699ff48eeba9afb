import {expect, test} from 'vitest';
import type {CheckWords} from '../../source/core/check/check-words.js';
import {renderCheck} from '../../source/report/render-check.js';

const look = {width: 40, isAscii: false, isColor: false};

const words: CheckWords = {
	answer: 'Fits later',
	headline: 'Fits later, from 2026-12-01 11:30 UTC (in 8 d): 32 × p5.48xlarge for 7 d.',
	reasons: ['32 of Capacity Block cr-1 in us-east-1a.', 'Short.'],
	caveats: ['It is not paid yet, and AWS may release it.'],
	next: [
		{text: 'What AWS sells:', command: 'truffle offerings --instance-type p5.48xlarge --count 32 --days 7'},
		{text: 'A sentence by itself that is too long for one line.', command: null},
	],
};

test('the verdict stands first, sentences wrap, and a line to type never does', () => {
	expect(renderCheck(words, 'later', look).split('\n')).toEqual([
		'Fits later, from 2026-12-01 11:30 UTC',
		'  (in 8 d): 32 × p5.48xlarge for 7 d.',
		'  32 of Capacity Block cr-1 in',
		'    us-east-1a.',
		'  Short.',
		'! It is not paid yet, and AWS may',
		'    release it.',
		'',
		'Next',
		'  What AWS sells:',
		'    truffle offerings --instance-type p5.48xlarge --count 32 --days 7',
		'  A sentence by itself that is too long',
		'  for one line.',
		'',
	]);
});

test('in ASCII there is no other character', () => {
	const text = renderCheck(words, 'later', {...look, isAscii: true});
	expect(text).toContain('32 x p5.48xlarge');
	expect(text).not.toMatch(/[^\n -~]/);
});

test('only the answer has a colour, and only where there are colours', () => {
	const line = (outcome: 'now' | 'later' | 'no' | 'unreadable') =>
		renderCheck({...words, headline: 'Fits later: x.'}, outcome, {...look, isColor: true}).split('\n')[0];
	expect(['now', 'later', 'no', 'unreadable'].map((outcome) => line(outcome as 'now'))).toEqual(
		[32, 33, 31, 31].map((code) => `\u{1B}[1m\u{1B}[${code}mFits later\u{1B}[39m\u{1B}[22m: x.`),
	);
	expect(renderCheck(words, 'no', look)).not.toContain('\u{1B}');
});
