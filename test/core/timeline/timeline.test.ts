import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {arrangeTimeline, fitAll, isDated, layoutTimeline, type TimelineWindow, zoomLevels} from '../../../source/core/timeline/timeline.js';
import {layoutAxis} from '../../../source/core/timeline/timeline-axis.js';
import {
	asciiGlyphs,
	paintAxisRule,
	paintTimelineRow,
	type TimelineGlyphs,
	unicodeGlyphs,
} from '../../../source/core/timeline/timeline-paint.js';
import {block, reservation} from '../../helpers/reservation.js';
import {reservations} from '../arbitrary.js';

const now = new Date('2026-11-23T10:13:00Z');

function blockOf(instanceType: string, start: string, end: string, overrides: Partial<Reservation> = {}): Reservation {
	return block({instanceType, startDate: new Date(start), endDate: {kind: 'limited', at: new Date(end)}, ...overrides});
}

/** In no particular order. */
const blocks: readonly Reservation[] = [
	blockOf('p5e.48xlarge', '2026-12-14T11:30Z', '2026-12-15T11:30Z', {state: 'payment-pending', availabilityZone: 'us-west-2a'}),
	blockOf('p5.48xlarge', '2026-11-19T11:30Z', '2026-11-26T11:30Z', {availabilityZone: 'us-east-1a'}),
	blockOf('trn1.32xlarge', '2026-12-01T11:30Z', '2026-12-08T11:30Z', {state: 'scheduled', availabilityZone: 'us-east-1c'}),
	blockOf('p6-b200.48xlarge', '2026-11-24T11:30Z', '2026-12-08T11:30Z', {state: 'scheduled', availabilityZone: 'us-east-2a'}),
	blockOf('p5.48xlarge', '2026-11-16T11:30Z', '2026-11-23T11:30Z', {availabilityZone: 'us-west-2b'}),
];

function draw(window: TimelineWindow, width: number, rows = blocks, glyphs: TimelineGlyphs = unicodeGlyphs): readonly string[] {
	const axis = layoutAxis(window, width, now, 'utc');
	const timeline = layoutTimeline({reservations: rows, window, width, now});
	return [axis.labels, paintAxisRule(axis, glyphs), ...timeline.rows.map((row) => paintTimelineRow(row, width, glyphs))];
}

function drawRow(row: Reservation, window: TimelineWindow, width: number): string | undefined {
	return draw(window, width, [row])[2];
}

describe('all blocks of the account, fitted', () => {
	test('on a terminal of 60 columns', () => {
		expect(draw(fitAll(blocks, 22, now), 22)).toEqual([
			'      Nov 23   Dec 07 ',
			'──────▼────────┬──────',
			' ▓▓▓▓▓▐               ',
			'   ▓▓▓██▐             ',
			'      ░░░░░░░░░░▐     ',
			'      │    ░░░░░▐     ',
			'      │             · ',
		]);
	});

	test('on a terminal of 80 columns', () => {
		expect(draw(fitAll(blocks, 42, now), 42)).toEqual([
			' Nov 16   23        30       Dec 07   14  ',
			'─┬────────┬▼────────┬────────┬────────┬───',
			' ▓▓▓▓▓▓▓▓▓▓▐                              ',
			'     ▓▓▓▓▓▓████▐                          ',
			'           │░░░░░░░░░░░░░░░░░░░▐          ',
			'           │         ░░░░░░░░░░▐          ',
			'           │                           ·· ',
		]);
	});

	test('on a terminal of 120 columns', () => {
		expect(draw(fitAll(blocks, 82, now), 82)).toEqual([
			'Nov 16  19      22      25      28      Dec 01  04      07      10      13      16',
			'┬───────┬───────┬──▼────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬─',
			' ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▐                                                              ',
			'         ▓▓▓▓▓▓▓▓▓▓████████▐                                                      ',
			'                   │  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░▐                      ',
			'                   │                     ░░░░░░░░░░░░░░░░░░▐                      ',
			'                   │                                                       ····   ',
		]);
	});

	test('on a terminal of 200 columns', () => {
		expect(draw(fitAll(blocks, 162, now), 162)).toEqual([
			'    Nov 17  19      21      23      25      27      29      Dec 01  03      05      07      09      11      13      15      17      19      21      23      25    ',
			'────┬───────┬───────┬───────┬▼──────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬─────',
			` ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▐${' '.repeat(132)}`,
			`             ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓████████████▐${' '.repeat(120)}`,
			`                             │   ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░▐${' '.repeat(72)}`,
			`                             │                               ░░░░░░░░░░░░░░░░░░░░░░░░░░░░▐${' '.repeat(72)}`,
			`                             │                                                                                   ·····${' '.repeat(44)}`,
		]);
	});

	test('in ASCII', () => {
		expect(draw(fitAll(blocks, 82, now), 82, blocks, asciiGlyphs)).toEqual([
			'Nov 16  19      22      25      28      Dec 01  04      07      10      13      16',
			'+-------+-------+--v----+-------+-------+-------+-------+-------+-------+-------+-',
			' ==================!                                                              ',
			'         ==========########!                                                      ',
			'                   |  .....................................!                      ',
			'                   |                     ..................!                      ',
			'                   |                                                       ????   ',
		]);
	});
});

test('zoomed in, bars go on beyond both sides, and what lies outside is pointed at', () => {
	expect(draw({start: new Date('2026-11-21T00:00Z'), hoursPerColumn: 3}, 42)).toEqual([
		'Nov 21  22      23      24      25      26',
		'┬───────┬───────┬──▼────┬───────┬───────┬─',
		'◂▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▐                      ',
		'◂▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓██████████████████████▸',
		'                   │       ░░░░░░░░░░░░░░▸',
		'                   │                     ▸',
		'                   │                     ▸',
	]);
});

describe('a bar', () => {
	const window = {start: new Date('2026-11-23T00:00Z'), hoursPerColumn: 1};

	test('is never thinner than one column, and never without its drain', () => {
		expect(drawRow(blockOf('p5.48xlarge', '2026-11-23T14:00Z', '2026-11-23T14:35Z', {state: 'scheduled'}), window, 24)).toBe(
			'          │   ▐         ',
		);
		expect(drawRow(blockOf('p5.48xlarge', '2026-11-23T14:00Z', '2026-11-23T14:35Z', {state: 'failed'}), window, 24)).toBe(
			'          │   ·         ',
		);
	});

	test('has its first column floored and its last ceiled', () => {
		expect(drawRow(blockOf('p5.48xlarge', '2026-11-23T14:59Z', '2026-11-23T18:01Z', {state: 'payment-pending'}), window, 24)).toBe(
			'          │   ·····     ',
		);
		expect(drawRow(blockOf('p5.48xlarge', '2026-11-23T14:00Z', '2026-11-23T18:00Z', {state: 'payment-pending'}), window, 24)).toBe(
			'          │   ····      ',
		);
	});

	test('shows live where past and live meet, drain where live and drain meet', () => {
		expect(drawRow(blockOf('p5.48xlarge', '2026-11-23T08:00Z', '2026-11-23T12:00Z'), window, 24)).toBe('        ▓▓█▐            ');
		expect(drawRow(blockOf('p5.48xlarge', '2026-11-23T08:00Z', '2026-11-23T11:00Z'), window, 24)).toBe('        ▓▓▐             ');
	});

	test('drains for an hour when it is P6e-GB200', () => {
		const fine = {...window, hoursPerColumn: 0.5};
		expect(drawRow(blockOf('p6e-gb200.36xlarge', '2026-11-23T08:00Z', '2026-11-23T12:00Z'), fine, 26)).toBe('                ▓▓▓▓██▐▐  ');
		expect(drawRow(blockOf('p5.48xlarge', '2026-11-23T08:00Z', '2026-11-23T12:00Z'), fine, 26)).toBe('                ▓▓▓▓███▐  ');
	});

	test('is all past but its drain when AWS has not yet changed the state of a block that is over', () => {
		expect(drawRow(blockOf('p5.48xlarge', '2026-11-23T04:00Z', '2026-11-23T08:00Z'), window, 24)).toBe('    ▓▓▓▐  │             ');
	});

	test('is still to come when AWS has not yet changed the state of a block that should have begun', () => {
		expect(drawRow(blockOf('p5.48xlarge', '2026-11-23T08:00Z', '2026-11-23T14:00Z', {state: 'scheduled'}), window, 24)).toBe(
			'        ░░░░░▐          ',
		);
	});

	test('has no drain when it is ended', () => {
		expect(drawRow(blockOf('p5.48xlarge', '2026-11-23T04:00Z', '2026-11-23T08:00Z', {state: 'expired'}), window, 24)).toBe(
			'    ▓▓▓▓  │             ',
		);
	});

	test('has no drain when it is an ODCR, and runs on when that is unlimited', () => {
		const start = {startDate: new Date('2026-11-23T08:00Z')};
		expect(drawRow(reservation({...start, endDate: {kind: 'limited', at: new Date('2026-11-23T14:00Z')}}), window, 24)).toBe(
			'        ▓▓████          ',
		);
		expect(drawRow(reservation(start), window, 24)).toBe('        ▓▓█████████████▸');
	});

	test('does not exist without a start or an end, but its row does', () => {
		const undated = [block({startDate: null}), block({endDate: {kind: 'unknown'}}), block({endDate: {kind: 'unlimited'}})];
		const {rows} = layoutTimeline({reservations: undated, window, width: 24, now});
		expect(rows.map(({dates, segments}) => ({dates, segments}))).toEqual([
			{dates: 'missing', segments: [{from: 10, to: 11, kind: 'now'}]},
			{dates: 'missing', segments: [{from: 10, to: 11, kind: 'now'}]},
			{dates: 'missing', segments: [{from: 10, to: 11, kind: 'now'}]},
		]);
	});

	test('that is shorter than its drain is all drain', () => {
		const short = blockOf('p5.48xlarge', '2026-11-23T14:30Z', '2026-11-23T14:40Z', {state: 'scheduled'});
		expect(drawRow(short, {...window, hoursPerColumn: 0.25}, 60)).toBe(`${' '.repeat(40)}│${' '.repeat(17)}▐ `);
	});

	test('that ends where the window does is not said to go on', () => {
		const bar = blockOf('p5.48xlarge', '2026-11-23T20:00Z', '2026-11-24T00:00Z', {state: 'scheduled'});
		expect(drawRow(bar, window, 24)).toBe('          │         ░░░▐');
		expect(drawRow(bar, window, 23)).toBe('          │         ░░▸');
	});

	test('that ends before it starts is one column at its start', () => {
		expect(drawRow(blockOf('p5.48xlarge', '2026-11-23T14:00Z', '2026-11-20T14:00Z', {state: 'failed'}), window, 24)).toBe(
			'          │   ·         ',
		);
	});
});

test('now is not drawn when it is outside the window', () => {
	const window = {start: new Date('2026-12-20T00:00Z'), hoursPerColumn: 9};
	expect(layoutTimeline({reservations: blocks, window, width: 42, now}).nowColumn).toBe(null);
	expect(drawRow(blockOf('p5.48xlarge', '2026-12-20T11:30Z', '2026-12-25T11:30Z', {state: 'scheduled'}), window, 20)).toBe(
		' ░░░░░░░░░░░░░▐     ',
	);
});

test('rows are grouped by type, groups and rows by start, and a type is written once', () => {
	const rows = [
		...blocks,
		blockOf('trn1.32xlarge', '2026-11-01T11:30Z', '2026-11-02T11:30Z', {availabilityZone: 'us-east-1d'}),
		block({instanceType: 'p9.48xlarge', startDate: null}),
	];
	expect(
		arrangeTimeline(rows).map(
			({reservation, isFirstOfType}) => `${isFirstOfType ? reservation.instanceType : ''} ${reservation.availabilityZone}`,
		),
	).toEqual([
		'trn1.32xlarge us-east-1d',
		' us-east-1c',
		'p5.48xlarge us-west-2b',
		' us-east-1a',
		'p6-b200.48xlarge us-east-2a',
		'p5e.48xlarge us-west-2a',
		'p9.48xlarge us-east-1a',
	]);
});

test.each([
	['a block', true, block({startDate: null})],
	['an unlimited ODCR', false, reservation()],
	['a limited ODCR', true, reservation({endDate: {kind: 'limited', at: now}})],
	['a future-dated ODCR', true, reservation({state: 'scheduled', startDate: new Date('2026-12-08T00:00Z')})],
	['a future-dated ODCR that AWS delivers late', true, reservation({state: 'delayed', startDate: new Date('2026-11-22T00:00Z')})],
	['an ODCR that is just being made', false, reservation({state: 'pending', startDate: now})],
	['a future-dated ODCR without a start', false, reservation({state: 'assessing', startDate: null})],
])('%s has dates to show: %s', (_name, isShown, subject) => {
	expect(isDated(subject, now)).toBe(isShown);
});

const windows = fc.record({
	start: fc.date({min: new Date('2026-01-01T00:00Z'), max: new Date('2027-12-31T00:00Z'), noInvalidDate: true}),
	hoursPerColumn: fc.constantFrom(...zoomLevels),
});

describe('whatever the reservations and the window', () => {
	const views = fc.record({window: windows, width: fc.integer({min: 0, max: 200}), reservations});
	const hour = 3_600_000;

	test('segments are inside the window, in order, and do not overlap', () => {
		fc.assert(
			fc.property(views, (view) => {
				for (const {segments} of layoutTimeline({...view, now}).rows) {
					let free = 0;
					for (const {from, to} of segments) {
						expect(from).toBeGreaterThanOrEqual(free);
						expect(to).toBeGreaterThan(from);
						free = to;
					}

					expect(free).toBeLessThanOrEqual(view.width);
				}
			}),
		);
	});

	test('a bar that overlaps the window is in it, one that does not is pointed at, and a row is exactly as wide as the window', () => {
		fc.assert(
			fc.property(views, (view) => {
				for (const row of layoutTimeline({...view, now}).rows) {
					const {startDate, endDate} = row.reservation;
					const hasEnd = endDate.kind === 'limited' || (endDate.kind === 'unlimited' && row.reservation.kind === 'odcr');
					const isKnown = startDate !== null && hasEnd;
					expect(row.dates).toBe(isKnown ? 'known' : 'missing');
					expect(row.segments.some(({kind}) => kind !== 'now')).toBe(isKnown && view.width > 0);
					expect(paintTimelineRow(row, view.width, asciiGlyphs)).toHaveLength(view.width);
				}
			}),
		);
	});

	test('a cell is filled where its time and that of the bar overlap', () => {
		fc.assert(
			fc.property(views, ({window, width, reservations}) => {
				for (const row of layoutTimeline({reservations, window, width, now}).rows) {
					const start = row.reservation.startDate?.getTime();
					const {endDate} = row.reservation;
					const end = endDate.kind === 'limited' ? endDate.at.getTime() : Number.POSITIVE_INFINITY;
					if (row.dates === 'missing' || start === undefined || start >= end) {
						continue;
					}

					const drawn = paintTimelineRow(row, width, asciiGlyphs).replaceAll('|', ' ');
					const expected = Array.from({length: width}, (_, column) => {
						const from = window.start.getTime() + column * window.hoursPerColumn * hour;
						return start < from + window.hoursPerColumn * hour && end > from ? '#' : ' ';
					}).join('');
					expect(drawn.replaceAll(/[^ <>]/g, '#').replaceAll(/[<>]/g, (_mark, column) => expected[column] ?? '')).toBe(expected);
				}
			}),
		);
	});

	test('the past is before now, the drain at the end, and now is where nothing else is', () => {
		fc.assert(
			fc.property(views, (view) => {
				const {rows, nowColumn} = layoutTimeline({...view, now});
				for (const {segments} of rows) {
					const kinds = segments.map(({kind}) => kind).filter((kind) => kind !== 'now');
					const order = ['before', 'past', 'live', 'coming', 'payment', 'troubled', 'ended', 'drain', 'after'];
					expect(kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(kinds);
					expect(segments.filter(({kind}) => kind === 'past').every(({to}) => nowColumn === null || to <= nowColumn)).toBe(true);
					expect(segments.some(({from, to}) => nowColumn !== null && from <= nowColumn && nowColumn < to)).toBe(nowColumn !== null);
				}
			}),
		);
	});

	test('fitting shows all bars and now', () => {
		fc.assert(
			fc.property(reservations, fc.integer({min: 30, max: 200}), (rows, width) => {
				const dated = rows.filter(({startDate, endDate}) => startDate !== null && endDate.kind === 'limited');
				const inOrder = dated.filter(({startDate, endDate}) => startDate !== null && endDate.kind === 'limited' && startDate <= endDate.at);
				const window = fitAll(inOrder, width, now);
				const timeline = layoutTimeline({reservations: inOrder, window, width, now});
				expect(timeline.nowColumn).not.toBe(null);
				expect(timeline.rows.every((row) => !row.continuesLeft && !row.continuesRight)).toBe(true);
				expect(window.start.getTime() % hour).toBe(0);
			}),
		);
	});
});
