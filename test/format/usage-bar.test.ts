import fc from 'fast-check';
import {expect, test} from 'vitest';
import {usageBar} from '../../source/format/usage-bar.js';

test.each([
	[0, 16, '░░░░░░░░', '........'],
	[1, 1000, '▏░░░░░░░', '#.......'],
	[40, 64, '█████░░░', '#####...'],
	[30, 32, '███████▌', '#######.'],
	[999, 1000, '███████▉', '#######.'],
	[16, 16, '████████', '########'],
	[17, 16, '████████', '########'],
	[0, 0, '░░░░░░░░', '........'],
])('%d of %d used', (used, total, bar, ascii) => {
	const drawn = usageBar(used, total, 8, false);
	const drawnAscii = usageBar(used, total, 8, true);
	expect(drawn.used + drawn.free).toBe(bar);
	expect(drawnAscii.used + drawnAscii.free).toBe(ascii);
});

test('is never full while one is free, never empty while one is used, and always as wide as asked', () => {
	fc.assert(
		fc.property(
			fc.integer({min: 1, max: 100_000}),
			fc.nat(100_000),
			fc.integer({min: 2, max: 40}),
			fc.boolean(),
			(total, some, width, isAscii) => {
				const used = some % (total + 1);
				const bar = usageBar(used, total, width, isAscii);
				const full = (isAscii ? '#' : '█').repeat(width);
				expect([...bar.used, ...bar.free]).toHaveLength(width);
				expect(bar.used === full).toBe(used === total);
				expect(bar.used === '').toBe(used === 0);
			},
		),
	);
});
