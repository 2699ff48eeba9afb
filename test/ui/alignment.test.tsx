import xterm from '@xterm/headless';
import {expect, test} from 'vitest';
import {safeText} from '../../source/core/words/safe-text.js';
import {boxTable} from '../../source/report/box-table.js';
import {characterWidths} from '../helpers/character-widths.js';
import {fakeSource} from '../helpers/fake-source.js';
import {keys, renderApp} from '../helpers/render-app.js';
import {reservation} from '../helpers/reservation.js';

const names = [
	'訓練クラスタ',
	'서울 훈련',
	'한글'.normalize('NFD'),
	'𠮷野家',
	'ｶﾞﾝﾏ ＧＰＵ',
	'Z\u{301}\u{316}\u{334}algo',
	'cafe\u{301}',
	'Việt Nam'.normalize('NFD'),
	'מרכז אימון',
	'עִבְרִית',
	'تدريب النموذج',
	'abc\u{202E}dcba',
	'สวัสดี น้ำ กำลัง',
	'ລາວ ນ້ຳ',
	// Without conjuncts, about whose width no two terminals agree.
	'भारत',
	'தமிழ்',
	'👍🏽 team',
	'👩‍👩‍👧‍👦 family',
	'👩🏽‍🚀',
	'🏳️‍🌈 🏴‍☠️',
	'🇩🇪🇯🇵 flags',
	'1️⃣ #️⃣ keys',
	'❤️ ☕️ ✈️ ⚠️ ™️',
	'❤ ☕ ✈ ⚠ ™',
	'🧑‍💻🔥🚀',
	'zero\u{200B}width\u{200D}',
	'𝒳𝔂 ﬁ ½ ①',
	'… – “quoted”',
	'🏽',
	'\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
];
const plainNames = names.map((_, index) => `name-${index}`);

/** With room for all columns and the details beside them. */
const columns = 240;

test('on the screen nothing beside a name is moved by the name', async () => {
	const [drawn, plain] = [await draw(names), await draw(plainNames)];
	const heading = plain.findIndex((cells) => cells.join('').includes('NAME'));
	const nameAt = plain[heading]?.join('').indexOf('NAME') ?? -1;
	expect(nameAt).toBeGreaterThan(50);
	const beside = (cells: readonly string[] = []) => [...cells.slice(0, nameAt), '|', ...cells.slice(columns - 72)].join('');
	const moved = names.filter((_, index) => beside(drawn[heading + 2 + index]) !== beside(plain[heading + 2 + index]));
	expect(moved).toEqual([]);
	expect(beside(drawn[heading + 1 + names.length])).toMatch(/\| +\S/);
});

/** Rows with these names; the details of another row before them, so many that there are some beside each. */
async function draw(given: readonly string[]): Promise<readonly (readonly string[])[]> {
	const tags = Object.fromEntries(Array.from({length: 60}, (_, index) => [`tag-${index}`, 'beside a name'.repeat(4)]));
	const rows = [{Name: 'first', ...tags}, ...given.map((name) => ({Name: safeText(name)}))].map((row, index) =>
		reservation({id: `cr-${index}`, totalInstanceCount: 100, availableInstanceCount: 100 - index, tags: row}),
	);
	const app = await renderApp({columns, rows: 45, source: fakeSource({'us-east-1': [rows]})});
	await app.press(keys.enter);
	return cellsOf(app.lines(), columns);
}

test('in a table of a report nothing beside a name is moved by the name', async () => {
	const rows = names.map((name) => [safeText(name), 'end']);
	const lines = boxTable(['Name', 'End'], rows, false);
	const cells = await cellsOf(lines, 120);
	const bars = cells.map((line) => line.flatMap((cell, column) => (cell === '|' || cell === '+' ? [column] : [])));
	const moved = names.filter((_, index) => bars[index + 3]?.join() !== bars[0]?.join());
	expect(moved).toEqual([]);
});

/** What a terminal shows in each of its cells; the second half of a wide character is empty. */
async function cellsOf(lines: readonly string[], columns: number): Promise<readonly (readonly string[])[]> {
	const terminal = new xterm.Terminal({cols: columns, rows: lines.length, allowProposedApi: true});
	terminal.unicode.register(characterWidths);
	terminal.unicode.activeVersion = characterWidths.version;
	await new Promise<void>((resolve) => {
		terminal.write(lines.join('\r\n'), resolve);
	});
	return lines.map((_, row) =>
		Array.from({length: columns}, (_cell, column) => {
			const cell = terminal.buffer.active.getLine(row)?.getCell(column);
			return cell?.getWidth() === 0 ? '' : cell?.getChars() || ' ';
		}),
	);
}
