import {expect, test} from 'vitest';
import {displayWidth} from '../../../source/format/fit-text.js';
import {keys, renderApp} from '../../helpers/render-app.js';

const sizes = [
	[60, 15, true],
	[79, 20, false],
	[80, 24, false],
	[100, 30, false],
	[120, 40, true],
	[139, 19, false],
	[140, 40, false],
	[200, 60, false],
] as const;

/** Ways to every screen from pane 1, and back. */
const visits: readonly {readonly name: string; readonly keys: readonly string[]; readonly back: readonly string[]}[] = [
	{name: 'ODCRs', keys: [], back: []},
	{name: 'details of an ODCR', keys: [keys.enter], back: [keys.esc]},
	{name: 'blocks', keys: ['2'], back: ['1']},
	{name: 'details of a block', keys: ['2', 'G', keys.enter], back: [keys.esc, '1']},
	{name: 'timeline', keys: ['3'], back: ['1']},
	{name: 'timeline with all there is', keys: ['3', 'E', 'o'], back: ['0', 'o', '1']},
	{name: 'details beside the timeline', keys: ['3', keys.enter], back: [keys.esc, '1']},
	{name: 'regions', keys: ['R'], back: [keys.esc]},
	{name: 'help', keys: ['?'], back: [keys.esc]},
	{name: 'the end of the help', keys: ['?', 'G'], back: [keys.esc]},
	{name: 'search', keys: ['/', 'p5'], back: [keys.esc]},
	{name: 'nothing left by the filters', keys: ['u', 'a', 'e'], back: ['0']},
	{name: 'a notice', keys: ['y'], back: ['j', 'k']},
];

test.each(sizes)(
	'every screen at %dx%d (ASCII: %s) fills the terminal: header first, foot last, nothing wider',
	async (columns, rows, isAscii) => {
		const app = await renderApp({columns, rows, isAscii});
		const wrong: string[] = [];
		for (const visit of visits) {
			await app.press(...visit.keys);
			const lines = app.lines();
			const fits = lines.length === rows && lines.every((line) => displayWidth(line) <= columns);
			const isFramed = lines[0]?.startsWith(' truffle') === true && /q quit$| done$|^ \/p5|^ Copied cr-/.test(lines.at(-1) ?? '');
			if (!fits || !isFramed || (isAscii && !/^[ -~\n]*$/.test(app.text()))) {
				wrong.push(`${visit.name}\n${app.text()}`);
			}

			await app.press(...visit.back);
		}

		expect(wrong).toEqual([]);
		expect(app.lines()[1]).toContain('1 ODCRs 12');
	},
);

test('a resize draws everything anew, in both directions', async () => {
	const app = await renderApp({columns: 120, rows: 40});
	const wide = app.text();
	for (const [columns, rows] of sizes) {
		await app.resize(columns, rows);
		expect(app.drawn()[0]).toContain('truffle');
	}

	await app.resize(120, 40);
	expect(app.text()).toBe(wide);
});
