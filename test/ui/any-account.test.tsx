import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Reservation} from '../../source/core/reservations/reservation.js';
import type {Query} from '../../source/core/rows/query.js';
import {zoomLevels} from '../../source/core/timeline/timeline.js';
import {displayWidth} from '../../source/format/fit-text.js';
import type {RegionAnswer, RegionState, Screen} from '../../source/store/types.js';
import {footLine} from '../../source/ui/chrome/foot-line.js';
import {headerLine} from '../../source/ui/chrome/header-line.js';
import {textOf} from '../../source/ui/line.js';
import {anyWord, hostileReservations} from '../core/arbitrary.js';
import {failure} from '../helpers/fake-source.js';
import {renderApp} from '../helpers/render-app.js';

const anyQuery: fc.Arbitrary<Query> = fc.record({
	instanceTypes: fc.constantFrom<readonly string[]>([], [], ['p5*'], ['p5*', '*.48xlarge']),
	gpuOnly: fc.constantFrom(false, false, true),
	availableOnly: fc.constantFrom(false, false, true),
	activeOnly: fc.constantFrom(false, false, true),
	troubledOnly: fc.constantFrom(false, false, true),
	includeEnded: fc.boolean(),
	minCapacity: fc.constantFrom(null, null, 4),
	search: fc.oneof(
		fc.constant(''),
		anyWord.map((word) => word.slice(0, 200)),
	),
});

const anyView = fc.record({
	pane: fc.constantFrom('odcrs' as const, 'blocks' as const, 'timeline' as const),
	screen: fc.constantFrom<Screen>('main', 'main', 'details', 'regions', 'help'),
	query: anyQuery,
	searchInput: fc.constantFrom(null, null, {before: ''}),
	isLocalTime: fc.boolean(),
	showsDatedOdcrs: fc.boolean(),
	scroll: fc.nat(50),
	window: fc.option(
		fc.record({
			start: fc.date({min: new Date('2020-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true}),
			hoursPerColumn: fc.constantFrom(...zoomLevels),
		}),
		{nil: null},
	),
	regionPicker: fc.record({text: anyWord.map((word) => word.slice(0, 200)), name: fc.constant(null), index: fc.nat(20)}),
	notice: fc.option(
		anyWord.map((text) => ({text: `Copied ${text}`, at: new Date('2026-11-23T10:13:00Z')})),
		{nil: null},
	),
	isPaused: fc.boolean(),
	isRefreshing: fc.boolean(),
	accountId: fc.constantFrom(null, '123456789012'),
	marked: fc.constantFrom<readonly string[] | null>(null, null, [], ['us-east-1'], ['us-east-1', 'us-west-2']),
});

const anyAnswer: fc.Arbitrary<RegionAnswer> = fc.oneof(
	fc.constant({status: 'ok'} as const),
	fc.constant({status: 'waiting'} as const),
	anyWord.map((message) => ({status: 'failed', failure: failure('throttled', message), at: new Date('2026-11-23T10:12:00Z')}) as const),
);

function regionState(region: string, answer: RegionAnswer, rows: readonly Reservation[]): RegionState {
	return {
		region,
		answer,
		rows: rows.filter((row) => row.region === region),
		fetchedAt: answer.status === 'waiting' ? null : new Date('2026-11-23T10:08:00Z'),
		askedAt: answer.status === 'waiting' ? new Date('2026-11-23T10:12:40Z') : null,
		firstReadAt: null,
		failures: answer.status === 'failed' ? 2 : 0,
		throttled: 0,
		lastChangeAt: null,
		cadence: answer.status === 'failed' ? {everyMs: 120_000, reason: 'failing', because: 'failed 2 times in a row'} : null,
		dueAt: answer.status === 'failed' ? new Date('2026-11-23T10:14:00Z') : null,
	};
}

test.each([false, true])(
	'whatever an account holds, at any size, on any screen, the frame fits the terminal (ASCII: %s)',
	async (isAscii) => {
		const app = await renderApp({isAscii});
		const property = fc.asyncProperty(
			hostileReservations,
			anyView,
			anyAnswer,
			anyAnswer,
			fc.integer({min: 60, max: 200}),
			fc.integer({min: 15, max: 60}),
			async (rows, view, east, west, columns, height) => {
				const regions = new Map([
					['us-east-1', regionState('us-east-1', east, rows)],
					['us-west-2', regionState('us-west-2', west, rows)],
				]);
				app.store.setState({...view, regions, directory: null});
				await app.resize(columns, height);
				const lines = app.lines();
				expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
				expect(lines.length).toBe(height);
				const state = app.store.getState();
				expect(lines[0]).toBe(textOf(headerLine(state, app.settings, columns)).trimEnd());
				expect(lines.at(-1)).toBe(textOf(footLine(state, app.settings.glyphs, columns)).trimEnd());
				expect(app.text()).not.toMatch(isAscii ? /[^ -~\n]/ : /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]|undefined|NaN/u);
			},
		);
		await fc.assert(property, {numRuns: 50});
	},
);
