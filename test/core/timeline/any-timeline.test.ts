import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {EndDate, Reservation} from '../../../source/core/reservations/reservation.js';
import {
	arrangeTimeline,
	centreOnNow,
	fitAll,
	layoutTimeline,
	type TimelineRow,
	zoomLevels,
} from '../../../source/core/timeline/timeline.js';
import {layoutAxis} from '../../../source/core/timeline/timeline-axis.js';
import {asciiGlyphs, paintTimelineRow} from '../../../source/core/timeline/timeline-paint.js';
import {anyTime, knownTime, orNull} from '../../helpers/any-reservation.js';
import {reservation} from '../../helpers/reservation.js';

const minute = 60_000;

/** Moments close together, those of all times, and such as no calendar has. */
const instant = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.integer({min: -40_000, max: 40_000}).map((minutes) => new Date(Date.parse('2026-11-23T10:13:00Z') + minutes * minute)),
	},
	knownTime,
	anyTime,
);

const endDate: fc.Arbitrary<EndDate> = fc.oneof(
	fc.constantFrom<EndDate>({kind: 'unlimited'}, {kind: 'unknown'}),
	instant.map((at) => ({kind: 'limited', at}) as const),
);

const anyDated: fc.Arbitrary<readonly Reservation[]> = fc
	.array(
		fc.record({
			kind: fc.constantFrom('odcr' as const, 'block' as const),
			instanceType: orNull(fc.constantFrom('p5.48xlarge', 'p6e-gb200.36xlarge', 'trn2.48xlarge')),
			state: orNull(fc.constantFrom('active', 'scheduled', 'payment-pending', 'delayed', 'expired', 'hibernating')),
			startDate: orNull(instant),
			endDate,
		}),
		{maxLength: 12},
	)
	.map((parts) => parts.map((part, place) => reservation({...part, key: `key-${place}`, id: `cr-${place}`})));

const view = fc.record({
	window: fc.record({
		start: fc.oneof(
			instant.filter((at) => at.getTime() >= 0 && at.getTime() <= Date.UTC(2100, 0, 1)),
			fc.constantFrom(new Date(0), new Date(Date.UTC(2100, 0, 1))),
		),
		hoursPerColumn: fc.constantFrom(...zoomLevels),
	}),
	width: fc.oneof(fc.integer({min: 0, max: 4}), fc.integer({min: 0, max: 500})),
	now: instant,
});

describe('a timeline of any reservations, in any window, of any width', () => {
	test('has every bar inside, its parts in order and none over another', () => {
		fc.assert(
			fc.property(anyDated, view, (rows, {window, width, now}) => {
				const timeline = layoutTimeline({reservations: rows, window, width, now});
				expect(timeline.rows.length).toBe(rows.length);
				for (const row of timeline.rows) {
					let free = 0;
					for (const {from, to} of row.segments) {
						expect([from, to].every(Number.isSafeInteger)).toBe(true);
						expect(from).toBeGreaterThanOrEqual(free);
						expect(to).toBeGreaterThan(from);
						free = to;
					}

					expect(free).toBeLessThanOrEqual(width);
					expect(paintTimelineRow(row, width, asciiGlyphs)).toHaveLength(width);
				}
			}),
			{numRuns: 300},
		);
	});

	test('has at least a column of each bar that has dates, and none of one that has not', () => {
		fc.assert(
			fc.property(anyDated, view, (rows, {window, width, now}) => {
				for (const row of layoutTimeline({reservations: rows, window, width, now}).rows) {
					const hasEnd =
						row.reservation.endDate.kind === 'limited' || (row.reservation.endDate.kind === 'unlimited' && row.reservation.kind === 'odcr');
					const isKnown = row.reservation.startDate !== null && hasEnd;
					expect(row.dates).toBe(isKnown ? 'known' : 'missing');
					expect(barColumns(row) > 0).toBe(isKnown && width > 0);
					// A mark is where something is cut off, and only there.
					expect(row.segments.some(({kind}) => kind === 'after')).toBe(row.continuesRight && width > 0);
					expect(row.segments.some(({kind}) => kind === 'before')).toBe(row.continuesLeft && width > (row.continuesRight ? 1 : 0));
				}
			}),
			{numRuns: 300},
		);
	});

	test('has the rows of a type together and by start, the types by their first start, each named once', () => {
		fc.assert(
			fc.property(anyDated, (rows) => {
				const entries = arrangeTimeline(rows);
				expect(new Set(entries.map(({reservation: row}) => row))).toEqual(new Set(rows));
				expect(entries.length).toBe(rows.length);
				const types = entries.filter(({isFirstOfType}) => isFirstOfType).map(({reservation: row}) => row.instanceType);
				expect(types.length).toBe(new Set(rows.map(({instanceType}) => instanceType)).size);
				const firsts = entries.filter(({isFirstOfType}) => isFirstOfType).map(startOf);
				expect(firsts.toSorted((a, b) => a - b)).toEqual(firsts);
				for (const [index, entry] of entries.entries()) {
					const before = entries[index - 1];
					expect(entry.isFirstOfType).toBe(before === undefined || before.reservation.instanceType !== entry.reservation.instanceType);
					if (before !== undefined && !entry.isFirstOfType) {
						expect(startOf(entry)).toBeGreaterThanOrEqual(startOf(before));
					}
				}
			}),
		);
	});

	test('fitted or centred, has a window on the ladder and within the years, and now in it where now is', () => {
		fc.assert(
			fc.property(anyDated, fc.integer({min: 3, max: 300}), instant, (rows, width, now) => {
				const isSane = now.getTime() >= 0 && now.getTime() <= Date.UTC(2099, 0, 1);
				for (const window of [fitAll(rows, width, now), centreOnNow({start: now, hoursPerColumn: 9}, width, now)]) {
					expect(zoomLevels).toContain(window.hoursPerColumn);
					expect(window.start.getTime()).toBeGreaterThanOrEqual(0);
					expect(window.start.getTime()).toBeLessThanOrEqual(Date.UTC(2100, 0, 1));
					if (isSane) {
						expect(layoutTimeline({reservations: [], window, width, now}).nowColumn).not.toBeNull();
					}

					const axis = layoutAxis(window, width, now, 'utc');
					expect(axis.labels).toHaveLength(width);
				}
			}),
		);
	});
});

function barColumns({segments}: TimelineRow): number {
	return segments.filter(({kind}) => kind !== 'now').reduce((columns, {from, to}) => columns + to - from, 0);
}

function startOf({reservation: {startDate}}: {readonly reservation: Reservation}): number {
	return startDate?.getTime() ?? Number.POSITIVE_INFINITY;
}
