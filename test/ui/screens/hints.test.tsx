import {expect, test} from 'vitest';
import {fakeSource} from '../../helpers/fake-source.js';
import {renderApp} from '../../helpers/render-app.js';
import {block, reservation} from '../../helpers/reservation.js';

const rows = [
	reservation({id: 'cr-1', key: 'cr-1', availableInstanceCount: 4, tags: {Name: 'idle'}}),
	reservation({id: 'cr-2', key: 'cr-2', availableInstanceCount: 2, instanceMatchCriteria: 'open', tags: {Name: 'open'}}),
	reservation({id: 'cr-3', key: 'cr-3', tags: {Name: 'fine'}}),
	reservation({id: 'cr-4', key: 'cr-4', instanceMatchCriteria: 'open', tags: {Name: 'quiet', 'truffle:no-hints': 'all'}}),
	block({id: 'cr-5', key: 'cr-5', availableInstanceCount: 2}),
];

async function open(hasHints: boolean, isAscii = false, accountId: string | null = '123456789012') {
	const source = fakeSource({'us-east-1': [rows]}, {accountId});
	return renderApp({source, columns: 120, rows: 40, isAscii, view: {hasHints}});
}

const edges = (lines: readonly string[]) =>
	lines.filter((line) => /^.[▌> ]p5/.test(line)).map((line) => `${line[0]} ${line.trim().split(/\s+/).at(-1)}`);

test('a row about which there is a hint has a small sign in front, unless it is not to be told', async () => {
	expect(edges((await open(true)).lines())).toEqual(['° idle', '° open', '  fine', '  quiet']);
	expect(edges((await open(true, true)).lines())).toEqual(["' idle", "' open", '  fine', '  quiet']);
	expect(edges((await open(false)).lines())).toEqual(['  idle', '  open', '  fine', '  quiet']);
});

test('a change and following a row go before the sign', async () => {
	const app = await open(true);
	await app.press('f');
	expect(edges(app.lines())[0]).toBe('• idle');
});

test('details say what is so, why it may be a mistake, and how not to be told', async () => {
	const app = await open(true);
	await app.press('2', 'd');
	expect(app.text().replaceAll(/\s+/g, ' ')).toContain(
		'HINT 2 of 16 instances not used 3 d after the start A block is paid for in full and in advance, and what is not used is not paid back. Only launches with the market type capacity-block that name the reservation run in it. Not to be told: --no-hints, or the tag truffle:no-hints=unfilled-block on the reservation.',
	);
});

test('there is none while nobody knows whose the rows are', async () => {
	expect(edges((await open(true, false, null)).lines())).toEqual(['  idle', '  open', '  fine', '  quiet']);
});
