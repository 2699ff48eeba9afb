import {expect, test} from 'vitest';
import {keyGroups} from '../../source/ui/help/key-groups.js';
import {cursorOn, cursorRow, keys, openApp} from './open.js';

const guide = ['--demo', 'guide'];

test('Enter and d open the details of the row under the cursor, Esc goes back to it', async () => {
	const app = await openApp(guide);
	app.press('j');
	await cursorOn(app, 'notebooks');
	app.press(keys.enter);
	const lines = await app.waitFor('CAPACITY');
	const text = lines.join('\n');
	expect(text).toMatch(/g6\.xlarge ×8 +● active/);
	expect(text).toContain('cr-0b3c5e7d9f1a24682');
	expect(text).toContain('notebooks · us-west-2a (usw2-az2) · 8 L4');
	expect(text).toMatch(/CAPACITY +0 of 8 used +░{8} +0 % +8 free/);
	expect(text).toMatch(/TERMS +.*On-Demand rate/);
	expect(text).toContain('arn:aws:ec2:us-west-2:123456789012:capacity-reservation/cr-0b3c5e7d9f1a24682');
	app.press(keys.esc);
	await cursorOn(app, 'notebooks');
	app.press('d');
	await app.waitFor('CAPACITY');
});

test('at 150 columns the details stand beside the rows and follow the cursor', async () => {
	const app = await openApp(guide, {columns: 150});
	app.press(keys.enter);
	const beside = await app.waitFor('cr-0b3c5e7d9f1a24680');
	expect(cursorRow(beside)).toContain('us-west-2a');
	app.press('jj');
	const followed = await app.waitFor('cr-0e1a5c3b7d9f20462');
	expect(cursorRow(followed)).toContain('inf2.xlarge');
	app.press(keys.esc);
	await app.waitFor((text) => !text.includes('CAPACITY'));
});

test('details that are longer than the screen scroll', async () => {
	const app = await openApp(guide, {columns: 60, rows: 15});
	app.press(keys.enter);
	const top = await app.waitFor('CAPACITY');
	expect(top.join('\n')).not.toContain('ARN');
	app.press('G');
	await app.waitFor('ARN');
	app.press('g');
	await app.waitFor('CAPACITY');
});

test('y copies the id and Y the ARN through the terminal, and both say what they copied', async () => {
	const app = await openApp(guide);
	app.press('j');
	await cursorOn(app, 'notebooks');
	app.press('y');
	await app.waitFor('Copied cr-0b3c5e7d9f1a24682');
	app.press('Y');
	await app.waitFor('Copied arn:aws:ec2:us-west-2:123456789012:capacity-reservation/cr-0b3c5e7d9f1a24682');
	const copied = [...app.output().matchAll(/\u{1B}\]52;c;([^\u{7}]*)\u{7}/gu)].map(([, base64]) =>
		Buffer.from(base64 ?? '', 'base64').toString(),
	);
	expect(copied).toEqual(['cr-0b3c5e7d9f1a24682', 'arn:aws:ec2:us-west-2:123456789012:capacity-reservation/cr-0b3c5e7d9f1a24682']);
	app.press('k');
	await app.waitFor('? help  q quit');
});

test.each([
	{columns: 120, rows: 40},
	{columns: 60, rows: 15},
])('help shows every key of the keymap at $columns x $rows', async ({columns, rows}) => {
	const app = await openApp(guide, {columns, rows});
	app.press('?G');
	const bottom = body(await app.waitFor('Unknown or not applicable'));
	app.press('g');
	const seen = [body(await app.waitFor('j Down'))];
	while (seen.at(-1) !== bottom) {
		app.press('j');
		seen.push(body(await app.waitFor((text) => body(text.split('\n')) !== seen.at(-1))));
	}

	const text = seen.join('\n');
	const missing = keyGroups().flatMap(({entries}) => entries.filter(({key, does}) => !text.includes(key) || !text.includes(does)));
	expect(missing).toEqual([]);
	app.press('?');
	await app.waitFor('us-west-2a');
});

/** Without the head, in which time passes. */
function body(lines: readonly string[]): string {
	return lines.slice(3, -1).join('\n');
}
