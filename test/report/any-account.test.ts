import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {waitJson} from '../../source/command/wait/wait-json.js';
import {diffReservations} from '../../source/core/events/changes.js';
import {eventJson} from '../../source/core/events/event-json.js';
import {numberEvents} from '../../source/core/events/events.js';
import {snapshotJson} from '../../source/core/events/snapshot-json.js';
import type {RegionFailureStatus, RegionResult} from '../../source/core/regions/region-result.js';
import type {CapacitySnapshot} from '../../source/core/regions/snapshot.js';
import type {Reservation, ReservationKind} from '../../source/core/reservations/reservation.js';
import {emptyQuery, type Query} from '../../source/core/rows/query.js';
import {sortKeys} from '../../source/core/rows/sort.js';
import type {WaitGoal} from '../../source/core/wait/wait-goal.js';
import {waitBegins, waitVerdict} from '../../source/core/wait/wait-verdict.js';
import {type ColumnKey, columnFields, columnKeys} from '../../source/report/column-keys.js';
import {renderReport} from '../../source/report/render-report.js';
import type {ReportOptions} from '../../source/report/report-options.js';
import {anyReservationsIn, anyText, knownTime, orNull} from '../helpers/any-reservation.js';
import {readCsv} from '../helpers/read-csv.js';
import {readSchema} from '../helpers/schemas.js';

const names = ['ap-south-1', 'eu-west-1', 'us-east-1'];

function anyResult(region: string): fc.Arbitrary<RegionResult> {
	const status = fc.constantFrom<RegionFailureStatus>('not_enabled', 'denied', 'throttled', 'expired_credentials', 'timeout', 'failed');
	const failure = fc
		.record({status, code: anyText, message: anyText, requestId: orNull(anyText)})
		.map((each): RegionResult => ({region, status: each.status, failure: each}));
	const answer = fc.tuple(anyReservationsIn(region), knownTime).map(
		([reservations, fetchedAt]): RegionResult => ({
			region,
			status: reservations.length === 0 ? 'empty' : 'ok',
			reservations,
			fetchedAt,
		}),
	);
	return fc.oneof({arbitrary: answer, weight: 3}, failure);
}

const anySnapshot: fc.Arbitrary<CapacitySnapshot> = fc
	.subarray(names)
	.chain((regions) => fc.tuple(...regions.map(anyResult)))
	.chain((regions) =>
		fc.record({
			generatedAt: knownTime,
			accountId: orNull(fc.constantFrom('123456789012', '210987654321')),
			asked: fc.constantFrom(null, ['us-east-1']),
			regions: fc.constant(regions),
			directory: fc.constant(null),
		}),
	);

const anyKinds = fc.constantFrom<(readonly ReservationKind[])[]>(['odcr'], ['block'], ['odcr', 'block']);

const anyQuery: fc.Arbitrary<Query> = fc.oneof(
	fc.constant({...emptyQuery, includeEnded: true}),
	fc.record({
		instanceTypes: fc.constantFrom<(readonly string[])[]>([], ['p*'], ['*']),
		gpuOnly: fc.boolean(),
		availableOnly: fc.boolean(),
		activeOnly: fc.boolean(),
		troubledOnly: fc.boolean(),
		includeEnded: fc.boolean(),
		minCapacity: orNull(fc.nat(8)),
		search: anyText,
	}),
);

const anyOptions: fc.Arbitrary<Omit<ReportOptions, 'format'>> = fc.record({
	kinds: anyKinds,
	query: anyQuery,
	isWide: fc.boolean(),
	sort: orNull(fc.record({key: fc.constantFrom(...sortKeys), descending: fc.boolean()})),
	columns: orNull(fc.subarray<ColumnKey>([...columnKeys], {minLength: 1})),
	prices: fc.constantFrom(null, new Map()),
	hasHints: fc.boolean(),
	isAscii: fc.boolean(),
	now: knownTime,
});

type Row = Readonly<Record<string, unknown>>;
type Data = {readonly reservations?: readonly Row[]; readonly blocks?: readonly Row[]};

function readJson(snapshot: CapacitySnapshot, options: Omit<ReportOptions, 'format'>): Data {
	return JSON.parse(renderReport(snapshot, {...options, format: 'json'}));
}

const control = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

describe('whatever an account holds', () => {
	test('its JSON is of the schema, and has the rows that the query shows', () => {
		const errorsIn = readSchema('capacity-v1');
		fc.assert(
			fc.property(anySnapshot, anyOptions, (snapshot, options) => {
				const data = readJson(snapshot, options);
				expect(errorsIn(data)).toEqual([]);
				expect(Object.keys(data).includes('reservations')).toBe(options.kinds.includes('odcr'));
				expect(Object.keys(data).includes('blocks')).toBe(options.kinds.includes('block'));
				const text = renderReport(snapshot, {...options, format: 'json', isAscii: true});
				expect(text).toMatch(/^[\n -~]+$/);
				expect(JSON.parse(text)).toEqual(data);
			}),
		);
	});

	test.each(['1.1', '1.2'] as const)('its YAML says the same as its JSON to a reader of %s', (version) => {
		fc.assert(
			fc.property(anySnapshot, anyOptions, (snapshot, options) => {
				const yaml = renderReport(snapshot, {...options, format: 'yaml'});
				expect(parse(yaml, {version})).toEqual(readJson(snapshot, options));
			}),
			{numRuns: 50},
		);
	});

	test('its CSV reads back as the values of its JSON, none of them a formula', () => {
		fc.assert(
			fc.property(anySnapshot, anyOptions, (snapshot, options) => {
				const [header, ...records] = readCsv(renderReport(snapshot, {...options, format: 'csv', isAscii: false}));
				const keys = options.columns ?? columnKeys.filter((key) => key !== 'use' && key !== 'accelerators');
				expect(header).toEqual(keys.map((key) => columnFields[key]));
				const {reservations = [], blocks = []} = readJson(snapshot, options);
				const rows = [...reservations.map((row) => ({kind: 'odcr', ...row})), ...blocks.map((row) => ({kind: 'block', ...row}))];
				expect(records.length).toBe(rows.length);
				for (const [index, row] of rows.entries()) {
					const record = Object.fromEntries(keys.map((key, place) => [columnFields[key], records[index]?.[place]]));
					expect(records[index]).toHaveLength(keys.length);
					expect(record).toMatchObject(pick(record, valuesOf(row)));
				}

				expect(records.flat().filter((text) => /^[=+\-@\t\r＝＋－＠]/.test(text))).toEqual([]);
				expect(renderReport(snapshot, {...options, format: 'csv', isAscii: true})).toMatch(/^[\r\n -~]+$/);
			}),
		);
	});

	test('its table has no control character, and nothing that a program would say', () => {
		fc.assert(
			fc.property(anySnapshot, anyOptions, (snapshot, options) => {
				const text = renderReport(snapshot, {...options, format: 'table'});
				expect(text).not.toMatch(control);
				expect(text).not.toMatch(/\bundefined\b|\bNaN\b|\[object|Infinity|Invalid/);
				expect(text.endsWith('\n')).toBe(true);
				if (options.isAscii) {
					expect(text).toMatch(/^[\n -~]*$/);
				}
			}),
		);
	});

	test('what wait says of it is of the schema', () => {
		const errorsIn = readSchema('wait-v1');
		const goals = fc.record<WaitGoal>({
			target: fc.oneof(
				fc.constant({kind: 'ids', ids: ['cr-0a']} as const),
				fc.record({kind: fc.constant('query' as const), query: anyQuery, kinds: anyKinds}),
			),
			until: fc.oneof(
				fc.constantFrom({kind: 'active'} as const, {kind: 'ended'} as const),
				fc.record({kind: fc.constant('available' as const), minCapacity: fc.integer({min: 1, max: 64}), isSingle: fc.boolean()}),
			),
		});
		fc.assert(
			fc.property(anySnapshot, goals, fc.nat(9), (snapshot, goal, rounds) => {
				const {verdict, because, numbers, reservations} = waitVerdict(goal, waitBegins, snapshot);
				const outcome = verdict === 'waiting' ? 'timed_out' : verdict;
				const at = snapshot.generatedAt;
				const data = waitJson(goal, {outcome, because, numbers, reservations, rounds, startedAt: at, at, waitedMs: 0});
				expect(errorsIn(JSON.parse(JSON.stringify(data)))).toEqual([]);
			}),
		);
	});

	test('what watch says of it, and of any other that follows, is of the schema', () => {
		const errorsIn = readSchema('event-v1');
		fc.assert(
			fc.property(
				anyReservationsIn('us-east-1'),
				anyReservationsIn('us-east-1'),
				knownTime,
				fc.nat(3),
				fc.nat(3),
				(before, after, at, asked, answered) => {
					const start = {at, accountId: null, rows: before, regions: {asked, answered: Math.min(asked, answered)}};
					expect(errorsIn(JSON.parse(JSON.stringify(snapshotJson(start))))).toEqual([]);
					const changes = diffReservations(before, withSomeKept(before, after));
					const events = numberEvents(
						changes.map((change) => ({type: 'reservation', change})),
						at,
						1,
					);
					for (const event of events) {
						expect(errorsIn(JSON.parse(JSON.stringify(eventJson(event))))).toEqual([]);
					}
				},
			),
		);
	});
});

/** Half of the rows keep something of what they were, so that there is more to tell than coming and going. */
function withSomeKept(before: readonly Reservation[], after: readonly Reservation[]): readonly Reservation[] {
	return after.map((row, index) => {
		const old = before[index];
		return old === undefined || index % 2 === 0 ? row : {...old, state: row.state, tags: row.tags, endDate: row.endDate};
	});
}

/** Each field of a row of JSON as CSV has it: nothing is empty, lists and maps are JSON, other objects are a column for each part. */
function valuesOf(row: Row): Readonly<Record<string, string>> {
	const flat: Record<string, string> = {};
	for (const [field, value] of Object.entries(row)) {
		if (isParted(field)) {
			const columns = Object.values(columnFields).filter((column) => column.startsWith(`${field}_`));
			const parts = (value ?? {}) as Row;
			for (const column of columns) {
				flat[column] = cellOf(parts[column.slice(field.length + 1)] ?? null);
			}
		} else {
			flat[field] = cellOf(typeof value === 'object' && value !== null ? JSON.stringify(value) : value);
		}
	}

	const name = (row['tags'] as Readonly<Record<string, string>>)['Name'];
	return {...flat, name: cellOf(name || null)};
}

function isParted(field: string): boolean {
	return ['commitment_info', 'interruptible_capacity_allocation', 'interruption_info', 'accelerator'].includes(field);
}

function cellOf(value: unknown): string {
	const text = value === null ? '' : String(value);
	return typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** Those that CSV has a column for. */
function pick(record: Readonly<Record<string, unknown>>, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(values).filter(([field]) => Object.hasOwn(record, field)));
}
