import {expect, test} from 'vitest';
import {cursorOn, cursorRow, keys, openApp} from './open.js';

const guide = ['--demo', 'guide'];
const bar = (line: string | undefined) => line?.slice(35).trimEnd();

test('draws every block, the window and now', async () => {
	const app = await openApp(guide, {rows: 24});
	app.press('3');
	const lines = await app.waitFor('1 column = 9h');
	expect(lines.slice(2, 8).map((line) => line.trimEnd())).toEqual([
		'  Jan 9 – Feb 9     1 column = 9h     UTC     o dated ODCRs ○                                                  0 hidden',
		'                                     Jan 10  13      16      19      22      25      28         Feb 01  04      07',
		'                                   ──▼───────┬───────┬───────┬───────┬───────┬───────┬──────────┬───────┬───────┬──────',
		' ▌p5.48xlarge     ×32  us-east-1a    │              ░░░░░░░░░░░░░░░░░░▐',
		'                  ×16  us-west-2b    │                           ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░▐',
		'  trn1.32xlarge   ×64  us-east-1c    │                      ░░░░░░░░░░░░░░░░░░▐',
	]);
	expect(lines.slice(-4, -2)).toEqual([
		'  p5.48xlarge ×32 · 256 H100 · us-east-1a · cr-0c7a1b2d3e4f50617 · scheduled',
		'  Jan 15 11:30 → Jan 22 11:30 UTC, 7d     usable until Jan 22 11:00 UTC',
	]);
});

test('+ and - zoom, h and l pan, n goes to now, F fits all again', async () => {
	const app = await openApp(guide, {rows: 24});
	app.press('3');
	const fitted = await app.waitFor('1 column = 9h');
	app.press('+');
	await app.waitFor('1 column = 6h');
	app.press('--');
	await app.waitFor('1 column = 12h');
	app.press('+');
	await app.waitFor('1 column = 9h');
	app.press('F');
	await app.waitFor((text) => text.includes('Jan 9 – Feb 9'));
	app.press('l');
	await app.waitFor('Jan 13 – Feb 13');
	app.press(keys.left);
	await app.waitFor('Jan 9 – Feb 9');
	app.press('lll');
	const later = await app.waitFor('Jan 21 –');
	expect(bar(cursorRow(later))).toMatch(/^◂░+▐$/);
	app.press('n');
	const now = await app.waitFor(/▼/);
	expect(now.find((line) => line.includes('▼'))?.indexOf('▼')).toBeGreaterThan(70);
	app.press('F');
	const again = await app.waitFor('Jan 9 – Feb 9');
	expect(bar(cursorRow(again))).toBe(bar(cursorRow(fitted)));
});

test('the row under the cursor is told in words, and o adds the ODCRs that have a date', async () => {
	const app = await openApp(['--demo', 'cluster'], {rows: 24});
	app.press('3');
	await app.waitFor('1 column');
	app.press('j');
	const second = await cursorOn(app, '×32');
	expect(second.join('\n')).toMatch(/usable until Nov 26 11:00 UTC, 3d 0h left; then terminated/);
	expect(second.filter((line) => line.includes('×'))).toHaveLength(6);
	app.press('o');
	const dated = await app.waitFor('o dated ODCRs ●');
	expect(dated.filter((line) => /×\d+ {2}/.test(line)).length).toBeGreaterThan(5);
	expect(cursorRow(dated)).toContain('×32');
});

test('in ASCII it says the same with other signs', async () => {
	const app = await openApp([...guide, '--ascii'], {rows: 24});
	app.press('3');
	const lines = await app.waitFor('1 column = 9h');
	expect(lines.slice(4, 8).map(bar)).toEqual([
		'--v-------+-------+-------+-------+-------+-------+----------+-------+-------+------',
		'  |              ..................!',
		'  |                           .....................................!',
		'  |                      ..................!',
	]);
});

test('beside the details, window and scale are those of the narrower bars', async () => {
	const app = await openApp(guide, {columns: 150});
	app.press('3');
	await app.waitFor('1 column');
	app.press(keys.enter);
	const lines = await app.waitFor('CAPACITY');
	const week = /░+▐/.exec(cursorRow(lines))?.[0].length ?? 0;
	const hours = Number(/1 column = (\d+)h/.exec(lines.join('\n'))?.[1]);
	// A bar's first column is floored and its last one ceiled.
	expect(week).toBeGreaterThanOrEqual(168 / hours);
	expect(week).toBeLessThan(168 / hours + 2);
});
