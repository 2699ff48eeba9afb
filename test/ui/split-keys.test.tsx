import {expect, onTestFinished, test, vi} from 'vitest';
import {keys, type RenderedApp, renderApp} from '../helpers/render-app.js';

const paste = '\u{1B}[200~p5 west\u{1B}[201~';

test.each([
	{what: 'an arrow', way: [], sequence: keys.down},
	{what: 'an arrow of the other kind', way: [], sequence: '\u{1B}OB'},
	{what: 'a key with a number', way: [], sequence: keys.pagedown},
	{what: 'Shift-Tab', way: [], sequence: keys.shiftTab},
	{what: 'Esc in its long form', way: ['/', 'p5'], sequence: keys.esc},
	{what: 'several keys', way: [], sequence: `j${keys.down}G${keys.up}${keys.tab}`},
	{what: 'a paste', way: ['/'], sequence: paste},
	{what: 'a paste with a key behind it', way: ['/'], sequence: `${paste}${keys.enter}`},
	{what: 'what is no key', way: [], sequence: '\u{1B}[<64;10;5M\u{1B}[24;80R\u{1B}[I'},
	{what: 'a character of many bytes', way: ['/'], sequence: 'é漢👍'},
])('$what does the same in one piece and cut anywhere', async ({way, sequence}) => {
	const whole = await openStill(way);
	const before = whole.text();
	await whole.press(sequence);
	const expected = whole.text();
	const isNoKey = sequence.includes('[<');
	expect(expected === before).toBe(isNoKey);
	whole.close();

	const bytes = Buffer.from(sequence);
	for (let cut = 1; cut < bytes.length; cut++) {
		const app = await openStill(way);
		await app.press(bytes.subarray(0, cut), bytes.subarray(cut));
		expect({cut, text: app.text()}).toEqual({cut, text: expected});
		app.close();
	}
});

test('keys that come one byte at a time are the same keys', async () => {
	const app = await openStill([]);
	const burst = `jjk${keys.down}${keys.pagedown}${keys.home}${keys.down}2${keys.tab}/${paste}${keys.enter}`;
	await app.press(burst);
	const expected = app.text();
	app.close();
	const slow = await openStill([]);
	await slow.press(...burst);
	expect(slow.text()).toBe(expected);
});

/** The app while no time passes: an escape character waits for what comes behind it. */
async function openStill(way: readonly string[]): Promise<RenderedApp> {
	vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
	onTestFinished(() => void vi.useRealTimers());
	const app = await renderApp({rows: 20});
	await app.press(...way);
	return app;
}
