import {expect, test} from 'vitest';
import {cursorRow, keys, openApp} from './open.js';

test('10,000 reservations: opens, goes to the last row, searches, filters, shows the timeline', async () => {
	const app = await openApp(['--demo', 'scale-10000']);
	const top = app.lines();
	const count = Number(/1 ODCRs (\d+)/.exec(top[1] ?? '')?.[1]);
	expect(count).toBeGreaterThan(5000);
	// Without the columns at the right: what is idle costs is told a second later.
	const rowOf = (lines: readonly string[]) => cursorRow(lines).slice(0, 90);
	const first = rowOf(top);
	app.press('G');
	const last = await app.waitFor((text) => ![first, ''].includes(rowOf(text.split('\n'))));
	expect(last.findLast((line) => /^.[▌ ]\S/.test(line) && /\S\.\S/.test(line))).toBe(cursorRow(last));
	app.press('k'.repeat(50));
	await app.waitFor((text) => rowOf(text.split('\n')) !== rowOf(last));
	app.press('g');
	await app.waitFor((text) => rowOf(text.split('\n')) === first);
	app.press('/p5 us-east-1');
	const found = await app.waitFor(/\/ ?p5 us-east-1▏/);
	expect(Number(/1 ODCRs (\d+)/.exec(found[1] ?? '')?.[1])).toBeLessThan(count / 2);
	app.press(keys.esc);
	await app.waitFor(`1 ODCRs ${count} `);
	app.press('u');
	const withGpu = await app.waitFor('u GPU ●');
	expect(withGpu[3]).not.toMatch(/ 0 hidden$/);
	app.press('3');
	await app.waitFor('▼');
	app.press('G');
	await app.waitFor(/^.▌/m);
});
