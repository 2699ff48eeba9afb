import process from 'node:process';
import {expect, test} from 'vitest';
import {cli, cursorOn, cursorRow, keys, open, openApp, preload, rowNames} from './open.js';

const guide = ['--demo', 'guide'];

test('opens on the ODCRs of all regions, the one with most free instances under the cursor', async () => {
	const app = await openApp(guide);
	const lines = app.lines();
	expect(lines[0]).toMatch(/^ truffle capacity {3}(?:123456789012 )?demo guide {3}17 regions +updated \d+ s ago {3}● live, 30 s to 5 min$/);
	expect(lines[1]).toMatch(
		/^ ▸1 ODCRs 8 {2}2 Blocks 3 {2}3 Timeline {2}4 Events {2}5 Offerings {2}6 Guide +u GPU ○ {2}a available ○ {2}R 17 regions {2}\/ search$/,
	);
	expect(lines[3]).toMatch(
		/^ {2}42 of 128 instances free, 32 % {5}56 of 240 accelerators idle and billed(?:, over \$72\.33\/h \(AWS list\))? +0 hidden$/,
	);
	expect(rowNames(lines)).toEqual([
		'chat-serving',
		'notebooks',
		'api-canary',
		'embeddings',
		'api-prod',
		'eval-eu',
		'finetune',
		'chat-serving-eu',
	]);
	expect(cursorRow(lines)).toMatch(/^[ °]▌g6\.xlarge +us-west-2a +40 L4 +40 +10 +30 +██████░░ +75% active +open +– +chat-serving *$/);
});

test('moves the cursor by letters, arrows, Home and End, pages, and many keys in one burst', async () => {
	const app = await openApp(guide);
	await cursorOn(app, ' chat-serving');
	app.press('j');
	await cursorOn(app, 'notebooks');
	app.press(keys.down);
	await cursorOn(app, 'api-canary');
	app.press('k');
	await cursorOn(app, 'notebooks');
	app.press(keys.up);
	await cursorOn(app, ' chat-serving');
	app.press('jjj');
	await cursorOn(app, 'embeddings');
	app.press(keys.down.repeat(2));
	await cursorOn(app, 'eval-eu');
	app.press('G');
	await cursorOn(app, 'chat-serving-eu');
	app.press('g');
	await cursorOn(app, 'chat-serving ');
	app.press(keys.end);
	await cursorOn(app, 'chat-serving-eu');
	app.press(keys.home);
	await cursorOn(app, 'chat-serving ');
	app.press(keys.pageDown);
	await cursorOn(app, 'chat-serving-eu');
	app.press(keys.pageUp);
	await cursorOn(app, 'chat-serving ');
});

test('ctrl-d and ctrl-u turn pages, also several at once', async () => {
	const app = await openApp(['--demo', 'scale-200'], {columns: 120, rows: 24});
	const first = cursorRow(app.lines());
	app.press(keys.ctrlD);
	const second = cursorRow(await app.waitFor((text) => cursorRow(text.split('\n')) !== first));
	app.press(keys.ctrlD + keys.ctrlD);
	const fourth = cursorRow(await app.waitFor((text) => cursorRow(text.split('\n')) !== second));
	app.press(keys.ctrlU);
	const third = cursorRow(await app.waitFor((text) => cursorRow(text.split('\n')) !== fourth));
	app.press(keys.ctrlU + keys.ctrlU);
	await app.waitFor((text) => cursorRow(text.split('\n')) === first);
	expect(new Set([first, second, third, fourth]).size).toBe(4);
});

test('shows a pane by its digit, the next one by Tab, the one before by Shift-Tab', async () => {
	const app = await openApp(guide);
	app.press('2');
	const blocks = await app.waitFor('COUNTDOWN');
	expect(blocks[3]).toMatch(/^ {2}0 live: 0 instances {5}3 coming: 112 instances {5}next: p5 ×32 starts in 5d 11h +0 hidden$/);
	app.press('3');
	await app.waitFor('1 column = 9h');
	app.press('1');
	await app.waitFor('chat-serving');
	app.press(keys.tab);
	await app.waitFor('COUNTDOWN');
	app.press(keys.tab);
	await app.waitFor('1 column = 9h');
	app.press(keys.tab);
	await app.waitFor('Nothing has changed');
	app.press(keys.tab);
	await app.waitFor('Which Capacity Blocks');
	app.press(keys.tab);
	await app.waitFor('What for');
	app.press(keys.tab);
	await app.waitFor('chat-serving');
	app.press(keys.shiftTab);
	await app.waitFor('What for');
});

test('opens on the Blocks when asked to, and sorts as asked to', async () => {
	const app = await openApp([...guide, '--blocks', '--sort', 'size']);
	await app.waitFor('s sort: size ↓');
	expect(cursorRow(app.lines())).toContain('trn1.32xlarge');
	app.press('S');
	await cursorOn(app, 'us-west-2b');
	app.press('s');
	await app.waitFor(/s sort: (?!size)/);
});

test('a key that is pressed while the app loads is neither echoed nor lost', async () => {
	const app = open(process.execPath, [cli, ...guide], {env: {NODE_OPTIONS: preload('pause-on-open.js')}});
	await app.waitFor(() => app.state().buffer === 'alternate');
	app.press('2');
	await app.waitFor('COUNTDOWN');
	expect(app.output()).not.toMatch(/\u{1B}\[\?1049h(?:\u{1B}\[H)?(?:\u{1B}\[\?25l)?2/u);
});

test.each([
	{columns: 120, first: /^ truffle capacity {3}/},
	{columns: 50, first: /^This terminal is 50x40; 60x15/},
])('begins in the corner of a screen of $columns columns, wherever the cursor was', async ({columns, first}) => {
	const script = `echo earlier; printf 'typed too early'; '${process.execPath}' '${cli}' --demo guide; echo; echo later`;
	const app = open('/bin/sh', ['-c', script], {columns});
	await app.waitFor(first);
	expect(app.state().buffer).toBe('alternate');
	app.press(keys.ctrlC);
	await app.waitFor(/^earlier\ntyped too early\nlater\n/);
});
