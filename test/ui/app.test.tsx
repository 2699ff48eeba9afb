import {describe, expect, test, vi} from 'vitest';
import type {Reservation} from '../../source/core/reservations/reservation.js';
import {fakeSource} from '../helpers/fake-source.js';
import {keys, type RenderedApp, renderApp} from '../helpers/render-app.js';
import {block, reservation} from '../helpers/reservation.js';

/** So many ODCRs of one type, the first with the most free instances. */
function numbered(count: number): readonly Reservation[] {
	return Array.from({length: count}, (_, index) => {
		const number = String(index + 1).padStart(3, '0');
		return reservation({id: `cr-${number}`, totalInstanceCount: 1000, availableInstanceCount: 1000 - index, tags: {Name: `n-${number}`}});
	});
}

async function openNumbered(count: number, columns = 120, rows = 20): Promise<RenderedApp> {
	return renderApp({columns, rows, source: fakeSource({'us-east-1': [numbered(count)]})});
}

/** Names in the rows on the screen, the selected one in brackets. */
function namesOn(app: RenderedApp): readonly string[] {
	return app.drawn().flatMap((line) => {
		const name = /n-\d+$/.exec(line)?.[0];
		return name === undefined ? [] : [line.startsWith(' ▌') ? `[${name}]` : name];
	});
}

function selected(app: RenderedApp): string | undefined {
	return app
		.lines()
		.find((line) => line.startsWith(' ▌'))
		?.slice(2);
}

describe('moving', () => {
	test('j and k, arrows, g and G, Home and End', async () => {
		const app = await openNumbered(5);
		const steps: readonly (readonly [string, string])[] = [
			['j', '[n-002]'],
			[keys.down, '[n-003]'],
			['k', '[n-002]'],
			[keys.up, '[n-001]'],
			['k', '[n-001]'],
			['G', '[n-005]'],
			['j', '[n-005]'],
			['g', '[n-001]'],
			[keys.end, '[n-005]'],
			[keys.home, '[n-001]'],
			['jjk', '[n-002]'],
		];
		for (const [key, name] of steps) {
			await app.press(key);
			expect(namesOn(app)).toContain(name);
		}
	});

	test('a page is what is on the screen; the window follows the cursor no further than it must', async () => {
		const app = await openNumbered(40);
		expect(namesOn(app)).toHaveLength(14);
		await app.press(keys.ctrlD);
		expect(namesOn(app).at(-1)).toBe('[n-015]');
		expect(namesOn(app)[0]).toBe('n-002');
		await app.press(keys.pagedown);
		expect(namesOn(app).at(-1)).toBe('[n-029]');
		await app.press('k');
		expect(namesOn(app)[0]).toBe('n-016');
		await app.press(keys.ctrlU);
		expect(namesOn(app)[0]).toBe('[n-014]');
		await app.press(keys.pageup, keys.pageup);
		expect(namesOn(app)[0]).toBe('[n-001]');
		await app.press('G');
		expect(namesOn(app)).toEqual([...Array.from({length: 13}, (_, index) => `n-0${27 + index}`), '[n-040]']);
	});

	test('held keys that arrive in one burst are all heard', async () => {
		const app = await openNumbered(100);
		await app.press('j'.repeat(30));
		expect(namesOn(app).at(-1)).toBe('[n-031]');
		await app.press(keys.ctrlD.repeat(2));
		expect(namesOn(app).at(-1)).toBe('[n-059]');
		await app.press(keys.up.repeat(3));
		expect(namesOn(app)).toContain('[n-056]');
	});

	test('the cursor stays visible when the terminal becomes lower', async () => {
		const app = await openNumbered(40, 120, 40);
		await app.press('j'.repeat(25));
		await app.resize(120, 15);
		expect(namesOn(app)).toContain('[n-026]');
		await app.resize(60, 15);
		expect(app.drawn().filter((line) => line.startsWith(' ▌'))).toHaveLength(1);
	});

	test('the cursor stays on its reservation when a refresh changes the order', async () => {
		const app = await openNumbered(5);
		await app.press('jj');
		const rows = numbered(5).map((row) => (row.id === 'cr-005' ? {...row, availableInstanceCount: 1000, totalInstanceCount: 1001} : row));
		app.source.answers.set('us-east-1', [rows]);
		await app.advance(40_000);
		expect(namesOn(app)).toEqual(['n-001', 'n-005', 'n-002', '[n-003]', 'n-004']);
	});
});

describe('panes', () => {
	test('digits, Tab and Shift-Tab', async () => {
		const app = await renderApp();
		const titles: readonly (readonly [string, string])[] = [
			['2', 'COUNTDOWN'],
			['3', '1 column'],
			['4', 'CHANGE'],
			['5', 'Which Capacity Blocks'],
			['6', 'What for'],
			['1', 'ENDS UTC'],
			[keys.tab, 'COUNTDOWN'],
			[keys.tab, '1 column'],
			[keys.tab, 'CHANGE'],
			[keys.tab, 'Which Capacity Blocks'],
			[keys.tab, 'What for'],
			[keys.tab, 'ENDS UTC'],
			[keys.shiftTab, 'What for'],
			[keys.shiftTab, 'Which Capacity Blocks'],
			[keys.shiftTab, 'CHANGE'],
			[keys.shiftTab, '1 column'],
		];
		for (const [key, title] of titles) {
			await app.press(key);
			expect(app.text()).toContain(title);
		}
	});

	test('each keeps its cursor and its sort; filters are shared', async () => {
		const app = await renderApp();
		await app.press('jj', 's', '2', 'j');
		expect(selected(app)).toMatch(/^p5\.48xlarge {6}us-east-1a/);
		expect(app.lines().at(-1)).toContain('s sort: start ↑');
		await app.press('1');
		expect(selected(app)).toMatch(/^inf2\.xlarge/);
		expect(app.lines().at(-1)).toContain('s sort: used ↓');
		await app.press('u', '2');
		expect(app.lines()[1]).toContain('u GPU ●');
	});
});

describe('filters', () => {
	test('every toggle on and off again, hiding no rows silently; 0 clears all of them', async () => {
		const app = await renderApp();
		const toggles: readonly (readonly [string, string, string])[] = [
			['u', 'u GPU ●', '1 hidden'],
			['a', 'a available ●', '4 hidden'],
			['e', 'e troubled ●', '12 hidden'],
			['E', 'E ended ●', '0 hidden'],
		];
		for (const [key, chip, hidden] of toggles) {
			await app.press(key);
			expect(app.lines()[1]).toContain(chip);
			expect(app.lines()[3]).toMatch(new RegExp(` ${hidden}$`));
			await app.press(key);
			expect(app.lines()[1]).not.toContain(chip);
		}

		await app.press('uaeE', '/', 'x', keys.enter, '0');
		expect(app.lines()[1]).toContain('u GPU ○  a available ○  R 17 regions  / search');
		expect(app.lines()[3]).toMatch(/ 0 hidden$/);
	});

	test('sorting steps through the columns on the screen, from left to right, and back to the first', async () => {
		const app = await renderApp({columns: 60, rows: 15});
		const sorts: string[] = [];
		for (let step = 0; step < 7; step++) {
			await app.press('s');
			sorts.push(app.store.getState().sorts.odcr.key);
		}

		expect(sorts).toEqual(['state', 'type', 'az', 'accelerators', 'total', 'free', 'state']);
		await app.press('S');
		expect(app.store.getState().sorts.odcr).toEqual({key: 'state', descending: true});
	});
});

describe('search', () => {
	test('is live; a field takes every key, so that q does not quit', async () => {
		const app = await renderApp();
		await app.press('/', 'qjk0?');
		expect(app.lines().at(-1)).toContain('/qjk0?▏');
		expect(app.exitCode()).toBe(null);
		await app.press(keys.ctrlU, 'trn', keys.backspace, keys.backspace, keys.backspace, 'g6');
		expect(app.drawn().filter((line) => /^ [ ▌]\w+\.\w/.test(line))).toHaveLength(3);
	});

	test('Enter keeps it, / goes on with it, Esc undoes what was typed and then the search', async () => {
		const app = await renderApp();
		await app.press('/', 'p5', keys.enter);
		expect(app.lines()[1]).toContain('1 ODCRs 4');
		await app.press('/', 'en');
		expect(app.lines()[1]).toContain('1 ODCRs 1');
		await app.press(keys.esc);
		expect(app.lines()[1]).toContain('1 ODCRs 4');
		await app.press(keys.esc);
		expect(app.lines()[1]).toContain('1 ODCRs 12');
	});

	test('! leaves out', async () => {
		const app = await renderApp();
		await app.press('/', 'p5 !us-east', keys.enter);
		expect(app.drawn().filter((line) => /^ [ ▌]p5/.test(line))).toHaveLength(2);
	});

	test('arrows move the cursor while typing', async () => {
		const app = await renderApp();
		await app.press('/', 'p5', keys.down);
		expect(selected(app)).toMatch(/^p5\.48xlarge/);
		expect(app.lines().at(-1)).toContain('/p5▏');
	});

	test('a pasted id is taken whole, without its line end and without being read as keys', async () => {
		const app = await renderApp();
		await app.press('/');
		await app.paste('cr-0e2d4c6b8a0f71395\n');
		expect(app.lines().at(-1)).toContain('/cr-0e2d4c6b8a0f71395 ▏');
		expect(selected(app)).toMatch(/^p5en\.48xlarge/);
	});

	test('pasted text outside of a field is not read as keys', async () => {
		const app = await renderApp();
		await app.paste('q0uaeE3');
		expect(app.exitCode()).toBe(null);
		expect(app.lines()[1]).toContain('u GPU ○');
	});
});

test('Esc leaves the field, then the search, then the screen, and never a toggle', async () => {
	const app = await renderApp({columns: 100, rows: 24});
	await app.press('u', '/', 'p5', keys.enter, keys.enter);
	expect(app.text()).toContain('CAPACITY');
	await app.press(keys.esc);
	expect(app.lines()[1]).toContain('/ p5 ●');
	await app.press(keys.esc);
	expect(app.lines()[1]).toContain('u GPU ●');
	expect(app.lines()[1]).not.toContain('p5 ●');
	await app.press(keys.esc);
	expect(app.lines()[1]).toContain('u GPU ●');
});

test('a lone escape character is Esc', async () => {
	const app = await renderApp();
	await app.press('?');
	expect(app.text()).toContain('Capacity Blocks');
	await app.press('\u{1B}');
	await vi.waitFor(() => expect(app.text()).toContain('g6.xlarge'));
});

describe('copying', () => {
	test('y copies the id and Y the ARN, by OSC 52, and both are shown', async () => {
		const app = await renderApp();
		await app.press('y');
		expect(app.controls).toEqual([`\u{1B}]52;c;${Buffer.from('cr-0a7f3e9d5c1b82460').toString('base64')}\u{7}`]);
		expect(app.lines().at(-1)).toBe(' Copied cr-0a7f3e9d5c1b82460');
		await app.press('Y');
		expect(app.lines().at(-1)).toBe(' Copied arn:aws:ec2:us-west-2:123456789012:capacity-reservation/cr-0a7f3e9d5c1b82460');
		await app.press('j');
		expect(app.lines().at(-1)).toContain('⏎ details');
	});

	test('where there is nothing to copy nothing is', async () => {
		const app = await renderApp({source: fakeSource({'us-east-1': [[reservation({id: null, arn: null})]]})});
		await app.press('y');
		expect(app.controls).toEqual([]);
		expect(app.lines().at(-1)).toBe(' Nothing to copy here.');
	});
});

describe('leaving', () => {
	test('q quits with 0, ctrl-c with 130, from every screen', async () => {
		for (const [leave, code] of [
			['q', 0],
			[keys.ctrlC, 130],
		] as const) {
			for (const way of [[], [keys.enter], ['?']]) {
				const app = await renderApp();
				await app.press(...way, leave);
				expect(app.exitCode()).toBe(code);
				app.close();
			}
		}
	});

	test('in a text field only ctrl-c does', async () => {
		for (const way of ['/', 'R']) {
			const app = await renderApp();
			await app.press(way, 'q');
			expect(app.exitCode()).toBe(null);
			await app.press(keys.ctrlC);
			expect(app.exitCode()).toBe(130);
			app.close();
		}
	});

	test('ctrl-c in the middle of a burst is heard', async () => {
		const app = await renderApp();
		await app.press(`jj${keys.ctrlC}`);
		expect(app.exitCode()).toBe(130);
	});

	test('ctrl-z stops the process, and draws everything anew when it goes on', async () => {
		const app = await renderApp();
		const before = app.text();
		await app.press(keys.ctrlZ);
		expect(app.stops()).toBe(1);
		expect(app.text()).toBe(before);
		await app.press('2');
		expect(app.text()).toContain('COUNTDOWN');
	});
});

describe('refreshing', () => {
	test('r and ctrl-r ask every region now', async () => {
		const app = await renderApp();
		for (const key of ['r', keys.ctrlR]) {
			app.source.calls.length = 0;
			await app.press(key);
			await app.advance(100);
			expect(app.source.calls.length).toBe(17);
		}
	});

	test('p pauses, and goes on with a refresh', async () => {
		const app = await renderApp({columns: 80, rows: 24});
		await app.press('p');
		expect(app.lines()[0]).toMatch(/ ‖ paused$/);
		app.source.calls.length = 0;
		await app.advance(120_000);
		expect(app.source.calls).toEqual([]);
		await app.press('p');
		await app.advance(100);
		expect(app.source.calls.length).toBe(17);
		expect(app.lines()[0]).toMatch(/ ● 10 s$/);
	});

	test('the clock moves the countdowns', async () => {
		const ending = block({endDate: {kind: 'limited', at: new Date('2026-11-26T10:43:02Z')}});
		const app = await renderApp({source: fakeSource({'us-east-1': [[ending]]}), columns: 80, rows: 24});
		await app.press('2');
		expect(app.lines()[4]).toMatch(/ 3d 0h left$/);
		await app.advance(2000);
		expect(app.lines()[4]).toMatch(/ 3d 0h left$/);
		await app.advance(1);
		expect(app.lines()[4]).toMatch(/ 2d 23h left$/);
	});
});
