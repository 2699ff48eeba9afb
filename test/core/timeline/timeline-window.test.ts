import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {endOf} from '../../../source/core/reservations/reservation.js';
import {
	centreOnNow,
	columnAt,
	fitAll,
	instantAt,
	pan,
	type TimelineWindow,
	zoom,
	zoomAnchor,
	zoomLevels,
} from '../../../source/core/timeline/timeline.js';
import {block, reservation} from '../../helpers/reservation.js';

const now = new Date('2026-11-23T10:13:00Z');
const window: TimelineWindow = {start: new Date('2026-11-16T00:00:00Z'), hoursPerColumn: 9};

test('panning moves by columns', () => {
	expect(pan(window, 8)).toEqual({start: new Date('2026-11-19T00:00:00Z'), hoursPerColumn: 9});
	expect(pan(pan(window, 8), -8)).toEqual(window);
	expect(pan(window, Number.NaN)).toEqual(window);
});

test('zooming keeps what is at the anchor', () => {
	const anchor = columnAt(window, now);
	const closer = zoom(window, 1, anchor, 82);
	expect(closer.hoursPerColumn).toBe(6);
	expect(columnAt(closer, now)).toBeCloseTo(anchor, 6);
	expect(zoom(closer, -1, anchor, 82)).toEqual(window);
	expect(zoom(window, -1, 0, 82)).toEqual({start: window.start, hoursPerColumn: 12});
});

describe('the anchor of a zoom', () => {
	const nowColumn = columnAt(window, now);
	const barOf = (start: string, end: string) => block({startDate: new Date(start), endDate: {kind: 'limited', at: new Date(end)}});

	test.each([
		['the middle of the selected bar', barOf('2026-11-19T00:00:00Z', '2026-11-25T00:00:00Z'), (8 + 24) / 2],
		['the middle of what is in the window of it', barOf('2026-11-01T00:00:00Z', '2026-11-19T00:00:00Z'), 8 / 2],
		['also when it goes on for ever', reservation({startDate: new Date('2026-11-19T00:00:00Z')}), (8 + 82) / 2],
		['its start, when its end is before that', barOf('2026-11-19T00:00:00Z', '2026-11-01T00:00:00Z'), 8],
		['now, when it is earlier than the window', barOf('2026-11-01T00:00:00Z', '2026-11-16T00:00:00Z'), nowColumn],
		['now, when it is later', barOf('2026-12-24T00:00:00Z', '2026-12-25T00:00:00Z'), nowColumn],
		['now, when it has no dates', block({startDate: null}), nowColumn],
		['now, when no bar is selected', null, nowColumn],
	])('is %s', (_, selected, column) => {
		expect(zoomAnchor(selected, window, 82, now)).toBe(column);
	});

	test.each([81, 82, 100])('is now while it is centred, at %i columns, so that it stays there however far one zooms', (width) => {
		const selected = barOf('2026-11-19T11:30:00Z', '2026-11-26T11:30:00Z');
		let view = centreOnNow(window, width, now);
		const at = columnAt(view, now);
		for (const step of [...zoomLevels.map(() => 1), ...zoomLevels.map(() => -1)]) {
			view = zoom(view, step, zoomAnchor(selected, view, width, now), width);
			expect(columnAt(view, now)).toBeCloseTo(at, 3);
		}
	});

	test('is the middle where neither is in sight', () => {
		expect(zoomAnchor(null, window, 82, new Date('2026-12-24T00:00:00Z'))).toBe(41);
		expect(zoomAnchor(null, window, 82, new Date('2026-11-15T00:00:00Z'))).toBe(41);
	});

	test('keeps a bar that is in sight there, however far one zooms in, and back to where it was', () => {
		const selected = barOf('2026-11-19T11:30:00Z', '2026-11-26T11:30:00Z');
		let view = window;
		for (let step = 0; step < zoomLevels.length; step++) {
			view = zoom(view, 1, zoomAnchor(selected, view, 82, now), 82);
			expect(columnAt(view, endOf(selected) ?? now)).toBeGreaterThan(0);
			expect(columnAt(view, selected.startDate ?? now)).toBeLessThan(82);
		}

		const closer = zoom(window, 1, zoomAnchor(selected, window, 82, now), 82);
		expect(zoom(closer, -1, zoomAnchor(selected, closer, 82, now), 82)).toEqual(window);
	});
});

test('zooming stops at both ends of the ladder', () => {
	expect(zoom(window, 100, 10, 82).hoursPerColumn).toBe(zoomLevels[0]);
	expect(zoom(window, -100, 10, 82).hoursPerColumn).toBe(zoomLevels.at(-1));
	expect(zoom({...window, hoursPerColumn: 0.25}, 1, 40, 82)).toEqual({...window, hoursPerColumn: 0.25});
});

test('a window between the steps of the ladder zooms from the nearest', () => {
	expect(zoom({...window, hoursPerColumn: 8.5}, 1, 0, 82).hoursPerColumn).toBe(6);
});

test.each(zoomLevels.map((level) => [level]))('now comes to the middle at %s hours per column', (hoursPerColumn) => {
	expect(Math.floor(columnAt(centreOnNow({start: window.start, hoursPerColumn}, 82, now), now))).toBe(41);
	expect(Math.floor(columnAt(centreOnNow({start: window.start, hoursPerColumn}, 1, now), now))).toBe(0);
});

test('columns and instants are each other', () => {
	expect(instantAt(window, 16)).toEqual(new Date('2026-11-22T00:00:00Z'));
	expect(columnAt(window, instantAt(window, 16))).toBe(16);
	expect(columnAt(window, new Date('2026-11-15T15:00:00Z'))).toBe(-1);
});

describe('fitting', () => {
	test('takes the closest step that has room for all and a little air', () => {
		expect(
			fitAll(
				[block({startDate: new Date('2026-11-23T08:00:00Z'), endDate: {kind: 'limited', at: new Date('2026-11-23T11:30:00Z')}})],
				82,
				now,
			),
		).toEqual({
			start: new Date('2026-11-23T07:00:00Z'),
			hoursPerColumn: 0.25,
		});
	});

	test('leaves the last column empty', () => {
		const until = (end: string) => block({startDate: now, endDate: {kind: 'limited', at: new Date(end)}});
		// From 09:00, 82 columns of a quarter of an hour reach to 05:30.
		expect(fitAll([until('2026-11-24T05:15:00Z')], 82, now)).toEqual({start: new Date('2026-11-23T09:00:00Z'), hoursPerColumn: 0.25});
		expect(fitAll([until('2026-11-24T05:16:00Z')], 82, now).hoursPerColumn).toBe(0.5);
	});

	test('has no need of the end of an unlimited reservation', () => {
		expect(fitAll([reservation({startDate: new Date('2026-12-01T00:00:00Z')})], 82, now)).toEqual({
			start: new Date('2026-11-23T00:00:00Z'),
			hoursPerColumn: 3,
		});
	});

	test('of nothing shows some weeks around now', () => {
		const empty = fitAll([block({startDate: null})], 82, now);
		expect(empty).toEqual({start: new Date('2026-11-08T01:00:00Z'), hoursPerColumn: 9});
		expect(fitAll([], 82, now)).toEqual(empty);
	});

	test('of more than the furthest step holds keeps now in sight', () => {
		const long = block({startDate: new Date('1999-01-01T00:00:00Z'), endDate: {kind: 'limited', at: new Date('2026-12-01T00:00:00Z')}});
		const far = fitAll([long], 22, now);
		expect(far.hoursPerColumn).toBe(672);
		expect(Math.floor(columnAt(far, now))).toBe(11);
	});

	test('is not led astray by a date of the year 200000', () => {
		const absurd = block({endDate: {kind: 'limited', at: new Date(Date.UTC(200_000, 0, 1))}});
		expect(fitAll([absurd], 82, now).start.getTime()).toBeGreaterThan(0);
	});
});

test('no walk over keys leaves sane dates', () => {
	const moves = fc.array(
		fc.oneof(
			fc.tuple(fc.constant('pan'), fc.integer()),
			fc.tuple(fc.constant('zoom'), fc.integer({min: -30, max: 30})),
			fc.tuple(fc.constant('now'), fc.constant(0)),
			fc.tuple(fc.constantFrom('pan', 'zoom'), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY)),
		),
	);
	fc.assert(
		fc.property(moves, fc.integer({min: 0, max: 300}), fc.double(), (walk, width, anchor) => {
			let at = window;
			for (const [move, amount] of walk) {
				at = move === 'pan' ? pan(at, amount) : move === 'zoom' ? zoom(at, amount, anchor, width) : centreOnNow(at, width, now);
				expect(at.start.getTime()).toBeGreaterThanOrEqual(0);
				expect(at.start.getTime()).toBeLessThanOrEqual(Date.UTC(2100, 0, 1));
				expect(zoomLevels).toContain(at.hoursPerColumn);
			}
		}),
	);
});
