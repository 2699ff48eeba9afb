import {expect, test} from 'vitest';
import {cursorOn, keys, openApp, rowNames} from './open.js';

const cluster = ['--demo', 'cluster'];

test('each filter key fills its chip and counts what it hides; 0 clears all of them', async () => {
	const app = await openApp(cluster);
	const before = rowNames(app.lines());
	expect(before).toHaveLength(12);
	expect(before).toContain('ctl-plane');
	app.press('u');
	const withGpu = await app.waitFor('u GPU ●');
	expect(rowNames(withGpu)).toHaveLength(11);
	expect(rowNames(withGpu)).not.toContain('ctl-plane');
	expect(withGpu[3]).toMatch(/ 5 hidden$/);
	app.press('a');
	const free = await app.waitFor('a available ●');
	expect(rowNames(free)).toEqual(before.slice(0, 8));
	app.press('0');
	const cleared = await app.waitFor((text) => text.includes('u GPU ○') && text.includes('a available ○'));
	expect(rowNames(cleared)).toEqual(before);
	expect(cleared[3]).toMatch(/ 4 ended hidden$/);
	app.press('E');
	const ended = await app.waitFor('E ended ●');
	expect(ended[3]).toMatch(/ 0 hidden$/);
	expect(ended.join('\n')).toMatch(/expired|cancelled/);
	app.press('0');
	await app.waitFor('4 ended hidden');
	app.press('e');
	const troubled = await app.waitFor('e troubled ●');
	expect(troubled.join('\n')).toContain('No On-Demand Capacity Reservations match the filters.');
	expect(troubled.join('\n')).toMatch(/\d+ hidden by filters; 0 clears the filters\./);
});

test('filters are shared by the panes', async () => {
	const app = await openApp(cluster);
	app.press('a2');
	const blocks = await app.waitFor('COUNTDOWN');
	expect(blocks[1]).toContain('2 Blocks 1 ');
	expect(blocks[1]).toContain('a available ●');
	app.press('3');
	const timeline = await app.waitFor('1 column');
	expect(timeline[1]).toContain('a available ●');
	expect(timeline.filter((line) => line.includes('×'))).toHaveLength(2);
});

test('flags open as chips, and 0 clears them too', async () => {
	const app = await openApp([
		...cluster,
		'--gpu-only',
		'--active-only',
		'--instance-types',
		'p5*,g6*',
		'--min-capacity',
		'4',
		'--regions',
		'us-east-1,us-west-2',
	]);
	const lines = await app.waitFor('R us-east-1 +1 ●');
	for (const chip of ['u GPU ●', 'active or scheduled ●', 'min 4 ●', 'p5* +1 ●']) {
		expect(lines[1]).toContain(chip);
	}

	expect(lines[0]).toContain('2 regions');
	expect(rowNames(lines)).toEqual(['serve-chat', 'rl-west', 'eval-burst']);
	app.press('0');
	const cleared = await app.waitFor((text) => text.includes('R 17 regions') && text.includes('16 of 17 regions'));
	expect(cleared[1]).not.toContain('●');
	expect(rowNames(cleared)).toHaveLength(12);
});

test('search narrows as it is typed, ! leaves out, Enter keeps it and Esc takes it back', async () => {
	const app = await openApp(cluster);
	const before = rowNames(app.lines());
	app.press('/');
	await app.waitFor('⏎ keep');
	app.press('p5');
	const typed = await app.waitFor('1 ODCRs 4 ');
	expect(typed.at(-1)).toMatch(/^ \/p5▏/);
	app.press(' !us-east-1');
	await app.waitFor('1 ODCRs 2 ');
	app.press(keys.enter);
	const kept = await app.waitFor('/ p5 !us-east-1 ●');
	expect(rowNames(kept)).toEqual(['rl-west', expect.stringContaining('shared by')]);
	app.press('j');
	await cursorOn(app, 'us-west-2c');
	app.press('/');
	await app.waitFor('⏎ keep');
	app.press(keys.ctrlU);
	await app.waitFor('1 ODCRs 12 ');
	app.press('no such thing');
	await app.waitFor('match the filters');
	app.press(keys.esc);
	const undone = await app.waitFor('/ p5 !us-east-1 ●');
	expect(undone[1]).toContain('1 ODCRs 2 ');
	app.press(keys.esc);
	expect(rowNames(await app.waitFor('1 ODCRs 12 '))).toEqual(before);
});

test('a search takes every key, q, j, 0 and ? among them', async () => {
	const app = await openApp(cluster);
	app.press('/');
	await app.waitFor('⏎ keep');
	app.press('qjk0?uG23R');
	await app.waitFor(' /qjk0?uG23R▏');
	app.press('\u{7F}\u{7F}');
	await app.waitFor(' /qjk0?uG2▏');
	app.press('\u{17}');
	await app.waitFor(' /▏');
	app.press('é漢👍🏽');
	await app.waitFor(' /é漢👍▏');
	app.press('\u{7F}');
	await app.waitFor(' /é漢▏');
});

test('a paste goes into the search on one line and not at any length, and nowhere else', async () => {
	const app = await openApp(cluster);
	const paste = (text: string) => app.press(`\u{1B}[200~${text}\u{1B}[201~`);
	paste('qq23uu');
	app.press('/');
	await app.waitFor('⏎ keep');
	expect(app.lines()[1]).toContain('u GPU ○');
	paste('p5\r\n\twest\u{7}');
	await app.waitFor(' /p5 west▏');
	app.press(keys.ctrlU);
	await app.waitFor(' /▏');
	paste(`${'x'.repeat(60_000)}\n${'y'.repeat(60_000)}`);
	await app.waitFor(/x{50,}▏/);
	app.press(keys.ctrlU);
	await app.waitFor(' /▏');
	app.press(keys.esc);
	await app.waitFor('? help  q quit');
});
