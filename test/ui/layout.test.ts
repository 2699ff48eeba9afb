import {expect, test} from 'vitest';
import {footRows, headRows, layoutFor, pageRows} from '../../source/ui/layout.js';

test.each([
	[59, 15],
	[60, 14],
	[1, 1],
	[200, 10],
])('%d x %d is too small', (columns, rows) => {
	expect(layoutFor(columns, rows, false)).toBe(null);
});

test.each([
	[60, 15, 'small', 11],
	[200, 19, 'small', 15],
	[80, 24, 'compact', 19],
	[99, 60, 'compact', 55],
	[200, 29, 'compact', 24],
	[100, 30, 'full', 23],
	[120, 40, 'full', 33],
	[200, 60, 'full', 53],
] as const)('%d x %d is %s, with %d lines for the body', (columns, rows, density, bodyRows) => {
	expect(layoutFor(columns, rows, false)).toEqual({columns, rows, density, bodyRows, mainColumns: columns, sideColumns: 0});
	expect(headRows[density] + bodyRows + footRows[density]).toBe(rows);
});

test.each([
	[139, 0, 139],
	[140, 56, 84],
	[160, 64, 96],
	[200, 72, 128],
])('the details of a terminal of %d columns take %d beside the rows', (columns, sideColumns, mainColumns) => {
	expect(layoutFor(columns, 40, true)).toMatchObject({sideColumns, mainColumns});
	expect(layoutFor(columns, 40, false)).toMatchObject({sideColumns: 0, mainColumns: columns});
});

test('a page is what is left of the body beside headings and words', () => {
	expect([pageRows('odcrs', 11), pageRows('blocks', 11), pageRows('timeline', 11), pageRows('events', 11)]).toEqual([10, 10, 6, 7]);
	expect(pageRows('offerings', 11)).toBe(5);
	expect(pageRows('timeline', 3)).toBe(1);
});
