import {expect, test} from 'vitest';
import {parseAllDocuments} from 'yaml';
import {cursorOn, keys, openApp} from './open.js';

test.each([
	{columns: 120, rows: 40},
	{columns: 60, rows: 15},
])('x, a way, Enter and y put its snippet on the clipboard of the terminal at $columns x $rows', async ({columns, rows}) => {
	const app = await openApp(['--demo'], {columns, rows});
	app.press('2');
	await app.waitFor('p6-b200');
	app.press('jj');
	await cursorOn(app, 'p6-b200');
	app.press('x');
	await app.waitFor(/Use .*cr-0b2c4d6e8f0a13579 +● scheduled/);
	app.press('jjj');
	await app.waitFor('▌Karpenter');
	app.press(keys.enter);
	await app.waitFor('4 of 9');
	app.press('G');
	await app.waitFor('before the end at');
	app.press('y');
	await app.waitFor(/Copied \d+ lines: Karpenter EC2NodeClass and NodePool/);
	const copied = [...app.output().matchAll(/\u{1B}\]52;c;([^\u{7}]*)\u{7}/gu)].map(([, base64]) =>
		Buffer.from(base64 ?? '', 'base64').toString(),
	);
	expect(copied.map((text) => parseAllDocuments(text).map((document) => document.toJS().kind))).toEqual([['EC2NodeClass', 'NodePool']]);
	app.press(keys.esc);
	await app.waitFor('j k choose');
	app.press(keys.esc);
	await cursorOn(app, 'p6-b200');
	app.press('q');
	expect(await app.ended).toEqual({exitCode: 0, signal: 0});
});
