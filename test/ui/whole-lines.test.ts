import chalk from 'chalk';
import fc from 'fast-check';
import {afterEach, beforeEach, expect, test} from 'vitest';
import type {Segment, Tone} from '../../source/ui/line.js';
import {paint} from '../../source/ui/theme.js';
import {type Operation, paintedColumns, wholeLines} from '../../source/ui/whole-lines.js';

type Write = Extract<Operation, {type: 'write'}>;

type InkOutput = {
	write(x: number, y: number, text: string, options: Pick<Write, 'transformers'>): void;
	get(): {readonly output: string};
};

// What Ink does not export has no types either.
const ink: string = '../../node_modules/ink/build/output.js';
const {default: Output} = (await import(ink)) as {readonly default: new (size: {width: number; height: number}) => InkOutput};

const height = 4;
const width = 80;

beforeEach(() => {
	chalk.level = 1;
});

afterEach(() => {
	chalk.level = 0;
});

function write(x: number, y: number, text: string): Write {
	return {type: 'write', x, y, text, transformers: []};
}

function drawnByInk(operations: readonly Write[]): string {
	const output = new Output({width, height});
	for (const {x, y, text, transformers} of operations) {
		output.write(x, y, text, {transformers});
	}

	return output.get().output;
}

const segment: fc.Arbitrary<Segment> = fc.record({
	text: fc.stringMatching(/^[ a-z0-9:·▌█─…]{0,8}$/),
	tone: fc.constantFrom<Tone>('plain', 'accent', 'good', 'warn', 'bad', 'dim'),
	isBold: fc.boolean(),
});
const line = fc
	.tuple(fc.array(segment, {maxLength: 4}), fc.constantFrom('normal', 'bold', 'dim'))
	.map(([all, weight]) => paint(all, weight));
const block = fc.array(line, {minLength: 1, maxLength: height + 1}).map((lines) => lines.join('\n'));

test('blocks of painted lines, side by side or below each other, look as Ink draws them', () => {
	fc.assert(
		fc.property(block, fc.nat(3), block, fc.nat(3), fc.nat(height), (left, from, right, gap, top) => {
			const operations = [write(from, 0, left), write(from + 32 + gap, top, right)];
			const drawn = wholeLines(operations, height);
			expect(drawn).not.toBeNull();
			// Drawn once more by Ink, styles that are begun in another order are the same ones.
			expect(drawnByInk([write(0, 0, drawn ?? '')])).toBe(drawnByInk(operations));
		}),
	);
});

test('what a component does to its lines is done', () => {
	const transformers = [(text: string, index: number) => `${index}${text}`, (text: string) => chalk.red(text)];
	const operations = [{...write(2, 1, 'one\ntwo'), transformers}];
	expect(wholeLines(operations, height)).toBe(`\n  ${chalk.red('0one')}\n  ${chalk.red('1two')}\n`);
	expect(wholeLines(operations, height)).toBe(drawnByInk(operations));
});

test.each([
	['a clip', [{type: 'clip'}, write(0, 0, 'abc'), {type: 'unclip'}]],
	['a text over another', [write(0, 0, 'abcdef'), write(5, 0, 'x')]],
	['a text to the left of the screen', [write(-1, 0, 'abc')]],
	['a wide character', [write(0, 0, '名前')]],
	['a combining mark', [write(0, 0, 'e\u{301}')]],
	['a character without a width', [write(0, 0, 'a\u{200B}b')]],
	['a style that goes on in the next line', [write(0, 0, '\u{1B}[31mone\ntwo\u{1B}[39m')]],
	['a style that the app does not use', [write(0, 0, '\u{1B}[4mone\u{1B}[24m')]],
	['a style that does not end', [write(0, 0, '\u{1B}[31mone')]],
	['a style that ends before it begins', [write(0, 0, '\u{1B}[39mone\u{1B}[31m')]],
	['a link', [write(0, 0, '\u{1B}]8;;https://example.com\u{7}one\u{1B}]8;;\u{7}')]],
] satisfies ReadonlyArray<readonly [string, readonly Operation[]]>)('%s is left to Ink', (_, operations) => {
	expect(wholeLines(operations, height)).toBeNull();
});

test('texts that were forgotten have as many columns as before', () => {
	const text = paint([{text: 'p5.48xlarge', tone: 'good'}, {text: ' 8'}]);
	expect(paintedColumns(text)).toBe(13);
	for (let index = 0; index < 2000; index++) {
		paintedColumns(`${index}`);
	}

	expect(paintedColumns(text)).toBe(13);
	expect(paintedColumns(`${text}\u{1B}[2K`)).toBeNull();
});
