import {expect, test} from 'vitest';
import {parseArgv} from '../../source/command/parse-argv.js';

test('gives every flag one plain spelling and the rest in order', () => {
	const parsed = parseArgv(['capacity', '-o', 'json', '--regions', 'a', '--wide', '--regions=b', '--no-color', '--demo', 'guide', 'extra']);
	expect(parsed.argv).toEqual(['--output=json', '--regions=a', '--wide', '--regions=b', '--no-color', '--demo=guide']);
	expect(parsed.input).toEqual(['capacity', 'extra']);
	expect(parsed.problem).toBeNull();
});

test('keeps the last of a flag that is no list', () => {
	expect(parseArgv(['-o', 'json', '--output=csv', '--interval', '5s']).argv).toEqual(['--output=csv', '--interval=5s']);
});

test('takes what follows -- as it is', () => {
	expect(parseArgv(['--wide', '--', '--demo', '-x']).input).toEqual(['--demo', '-x']);
});

test('takes the word after --demo for the scenario unless it is a command or a flag', () => {
	expect(parseArgv(['--demo', 'guide', 'capacity'])).toMatchObject({argv: ['--demo=guide'], input: ['capacity']});
	expect(parseArgv(['--demo', 'capacity'])).toMatchObject({argv: ['--demo'], input: ['capacity']});
	expect(parseArgv(['--demo', 'demo-server'])).toMatchObject({argv: ['--demo'], input: ['demo-server']});
	expect(parseArgv(['--demo', '--wide'])).toMatchObject({argv: ['--demo', '--wide'], input: []});
	expect(parseArgv(['--demo'])).toMatchObject({argv: ['--demo'], input: []});
});

test('never takes a flag for the value of another', () => {
	expect(parseArgv(['--profile', '--wide'])).toMatchObject({argv: ['--wide'], problem: '--profile needs a value.'});
	expect(parseArgv(['--min-capacity', '-5'])).toMatchObject({argv: ['--min-capacity=-5'], problem: null});
});

test('names the first problem and still sees --help', () => {
	const parsed = parseArgv(['--bogus', '--wide=2', '--help']);
	expect(parsed.problem).toBe('Unknown flag "--bogus". truffle --help lists them.');
	expect(parsed.keys.has('help')).toBe(true);
});
