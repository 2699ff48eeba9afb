import xterm from '@xterm/headless';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {compactFrame} from '../../source/ui/compact-frame.js';

test('says the same in fewer bytes', () => {
	const changes = `\u{1B}[4A${'\u{1B}[E'.repeat(2)}\u{1B}[1G\u{1B}[K\u{1B}[1m \u{1B}[36m▌\u{1B}[39m${'p5.48xlarge'.padEnd(20)}\u{1B}[22m\u{1B}[2m▋\u{1B}[22m\u{1B}[1m 4 %\u{1B}[22m\r\n\u{1B}[E`;
	expect(compactFrame(changes)).toBe(
		'\u{1B}[2F\u{1B}[K\u{1B}[1m \u{1B}[36m▌\u{1B}[39mp5.48xlarge\u{1B}[9C\u{1B}[22;2m▋\u{1B}[22;1m 4 %\u{1B}[22m\u{1B}[2E',
	);
	expect(compactFrame('\u{1B}[2m\u{1B}[22m\u{1B}[1m\u{1B}[22m\u{1B}[1mrl-west     \u{1B}[22m\r\n')).toBe(
		'\u{1B}[22;1mrl-west\u{1B}[22m\r\n',
	);
});

test('leaves every cell as it would have been', async () => {
	const style = fc.constantFrom('\u{1B}[1m', '\u{1B}[2m', '\u{1B}[22m', '\u{1B}[32m', '\u{1B}[39m', '\u{1B}[38;5;200m', '\u{1B}[38;5;1m');
	const text = fc.oneof(
		fc.constantFrom('a', '▌', '日', 'p5.48xlarge'),
		fc.nat(12).map((count) => ' '.repeat(count)),
	);
	const line = fc
		.array(fc.oneof(style, text), {maxLength: 12})
		.map((parts) => `\u{1B}[1G\u{1B}[K${parts.join('')}\u{1B}[22m\u{1B}[39m\r\n`);
	// Ink begins and ends in the line below its frame.
	const frame = fc
		.array(fc.oneof(line, fc.constant('\u{1B}[E')), {minLength: 9, maxLength: 9})
		.map((lines) => `\u{1B}[9A${lines.join('')}`);
	await fc.assert(
		fc.asyncProperty(fc.array(frame, {minLength: 1, maxLength: 3}), async (frames) => {
			expect(await cellsAfter(frames.map(compactFrame))).toEqual(await cellsAfter(frames));
		}),
		{numRuns: 50},
	);
});

/** Character, boldness, faintness and colour of every cell, and where the cursor is. What a blank's style is cannot be seen. */
async function cellsAfter(frames: readonly string[]) {
	const terminal = new xterm.Terminal({cols: 80, rows: 12, allowProposedApi: true});
	await new Promise<void>((resolve) => terminal.write(['\r\n'.repeat(9), ...frames].join(''), resolve));
	const {active} = terminal.buffer;
	const cells = Array.from({length: 12}, (_, row) =>
		Array.from({length: 80}, (__, column) => {
			const cell = active.getLine(row)?.getCell(column);
			const isBlank = (cell?.getChars() ?? '').trim() === '';
			return isBlank ? '' : [cell?.getChars(), cell?.isBold(), cell?.isDim(), cell?.getFgColor()].join(' ');
		}),
	);
	const place = [active.cursorX, active.cursorY];
	terminal.dispose();
	return {cells, place};
}
