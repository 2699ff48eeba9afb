import {expect, test} from 'vitest';
import {CapacityError} from '../../source/core/errors.js';
import type {Reservation} from '../../source/core/reservations/reservation.js';
import {farewell} from '../../source/ui/farewell.js';
import {asciiGlyphs, unicodeGlyphs} from '../../source/ui/glyphs.js';
import type {UiSettings} from '../../source/ui/ui-settings.js';
import {failure, fakeSource} from '../helpers/fake-source.js';
import {createStore, type OpenStore, openStore} from '../helpers/open-store.js';
import {block, reservation} from '../helpers/reservation.js';

const settings: UiSettings = {glyphs: unicodeGlyphs, label: 'prod', intervalMs: 30_000};

function farewellOf({store}: OpenStore, glyphs = unicodeGlyphs, columns = 200): string | null {
	return farewell(store.getState(), {...settings, glyphs}, columns);
}

test('totals, what is free, what comes next, and of when that is', async () => {
	const opened = await openStore();
	expect(farewellOf(opened)).toBe(
		'12 ODCRs: 69 of 194 instances free · 5 blocks · next p5.48xlarge drains in 47m · 4 hidden · 16 of 17 regions · as of 10:12 UTC',
	);
	expect(farewellOf(opened, asciiGlyphs)).toContain('free | 5 blocks | next');
});

test('it is one line at any width: what matters least is left out, and what comes next stays', async () => {
	const opened = await openStore();
	expect(farewellOf(opened, unicodeGlyphs, 120)).toBe(
		'12 ODCRs: 69 of 194 instances free · 5 blocks · next p5.48xlarge drains in 47m · 16 of 17 regions · as of 10:12 UTC',
	);
	expect(farewellOf(opened, unicodeGlyphs, 80)).toBe('12 ODCRs: 69 of 194 free · 5 blocks · next p5.48xlarge drains in 47m · partial');
	expect(farewellOf(opened, unicodeGlyphs, 60)).toBe('69 of 194 free · next p5.48xlarge drains in 47m · partial');
	expect(farewellOf(opened, unicodeGlyphs, 40)).toBe('69 of 194 free · partial');
});

test('that filters were on stays at every width', async () => {
	const opened = await openStore();
	opened.store.getState().toggleFilter('gpuOnly');
	expect(farewellOf(opened)).toBe(
		'11 ODCRs: 69 of 190 instances free · 5 blocks · next p5.48xlarge drains in 47m · filtered: 5 hidden · 16 of 17 regions · as of 10:12 UTC',
	);
	for (const columns of [120, 80, 60, 40]) {
		expect(farewellOf(opened, unicodeGlyphs, columns)).toMatch(/filtered/);
	}
});

test('one of each', async () => {
	const opened = await openStore({
		source: fakeSource({'us-east-1': [[block({state: 'scheduled', startDate: new Date('2026-11-24T11:30:00Z')})]]}),
	});
	expect(farewellOf(opened)).toBe('0 ODCRs: 0 of 0 instances free · 1 block · next p5.48xlarge starts in 1d 1h · as of 10:12 UTC');
});

test('what is unknown of what is free is not zero', async () => {
	const silent = reservation({id: 'cr-2', availableInstanceCount: null});
	const linesOf = async (...rows: readonly Reservation[]) => farewellOf(await openStore({source: fakeSource({'us-east-1': [rows]})}));
	expect(await linesOf(silent)).toBe('1 ODCR: free instances unknown · 0 blocks · as of 10:12 UTC');
	expect(await linesOf(silent, reservation())).toBe('2 ODCRs: 1 of 4 instances free, 1 unknown · 0 blocks · as of 10:12 UTC');
});

test.each([
	['without a type', {instanceType: null}, 'next – drains in 3d 0h'],
	['while it drains', {endDate: {kind: 'limited', at: new Date('2026-11-23T10:20:00Z')}}, 'next p5.48xlarge is gone in 7m'],
	['with a type that ASCII cannot show', {instanceType: 'größe'}, 'next größe drains in 3d 0h'],
] as const satisfies ReadonlyArray<readonly [string, Partial<Reservation>, string]>)('a block %s', async (_, overrides, text) => {
	const opened = await openStore({source: fakeSource({'us-east-1': [[block(overrides)]]})});
	expect(farewellOf(opened)).toContain(text);
	expect(farewellOf(opened, asciiGlyphs)).toMatch(/^[ -~]*$/);
});

test('rows that are stale are of when they were read', async () => {
	const opened = await openStore();
	opened.source.connectError = new CapacityError('expired_credentials', 'The SSO session has expired.');
	await opened.time.advance(240_000);
	opened.store.getState().tick();
	expect(farewellOf(opened, unicodeGlyphs, 100)).toBe(
		'12 ODCRs: 69 of 194 instances free · 5 blocks · next p5.48xlarge drains in 43m · 0 of 17 regions',
	);
	expect(farewellOf(opened, unicodeGlyphs, 60)).toBe('69 of 194 free · next p5.48xlarge drains in 43m · stale');
});

test('rows of an earlier day have the day', async () => {
	const fetchedAt = new Date('2026-11-20T07:05:00Z');
	const cached = {
		savedAt: fetchedAt,
		accountId: null,
		directory: null,
		regions: [{region: 'us-east-1', fetchedAt, reservations: [reservation()]}],
		facts: new Map(),
	};
	const opened = await openStore({source: fakeSource({'us-east-1': failure('denied')}), cached});
	expect(farewellOf(opened, unicodeGlyphs, 80)).toBe('1 ODCR: 1 of 4 instances free · 0 of 1 region · as of Nov 20 07:05 UTC');
});

test('nothing is said when nothing was read', async () => {
	expect(farewellOf(createStore())).toBe(null);
	expect(farewellOf(await openStore({source: fakeSource({'us-east-1': failure('denied')})}))).toBe(null);
});
