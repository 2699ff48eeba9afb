import {readFileSync} from 'node:fs';
import {Ajv2020} from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {diffReservations} from '../../../source/core/events/changes.js';
import {eventJson} from '../../../source/core/events/event-json.js';
import {type Happening, numberEvents} from '../../../source/core/events/events.js';
import {snapshotJson} from '../../../source/core/events/snapshot-json.js';
import {block, reservation} from '../../helpers/reservation.js';
import {reservations} from '../arbitrary.js';

const schema = JSON.parse(readFileSync(new URL('../../../schema/event-v1.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({strict: true, strictTypes: false, strictRequired: false, allErrors: true});
addFormats.default(ajv);
const validate = ajv.compile(schema);
const at = new Date('2026-11-23T10:13:00.250Z');

function linesOf(happenings: readonly Happening[]) {
	return numberEvents(happenings, at, 7).map((event) => JSON.parse(JSON.stringify(eventJson(event))));
}

function errorsIn(line: unknown) {
	return validate(line) ? [] : (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`);
}

describe('an event as JSON', () => {
	test('a change of a reservation', () => {
		const [line] = linesOf(
			diffReservations([reservation()], [reservation({state: 'cancelled'})]).map((change) => ({type: 'reservation', change})),
		);
		expect(line).toEqual({
			type: 'reservation',
			sequence: 7,
			at: '2026-11-23T10:13:00Z',
			reservation_id: 'cr-0123456789abcdef0',
			kind: 'odcr',
			region: 'us-east-1',
			instance_type: 'p5.48xlarge',
			what: 'state',
			from: 'active',
			to: 'cancelled',
		});
		expect(errorsIn(line)).toEqual([]);
	});

	test.each<[Happening, Record<string, unknown>]>([
		[
			{type: 'region', what: 'failed', region: 'us-west-2', status: 'denied', message: 'Denied.'},
			{region: 'us-west-2', what: 'failed', status: 'denied', message: 'Denied.', failed_for_seconds: null},
		],
		[
			{type: 'region', what: 'throttled', region: 'us-west-2', status: 'throttled', message: 'Slow down.'},
			{region: 'us-west-2', what: 'throttled', status: 'throttled', message: 'Slow down.', failed_for_seconds: null},
		],
		[
			{type: 'region', what: 'recovered', region: 'us-west-2', status: 'denied', failedForMs: 61_900},
			{region: 'us-west-2', what: 'recovered', status: 'denied', message: null, failed_for_seconds: 61},
		],
		[
			{type: 'credentials', what: 'expired', region: null, message: 'Run aws sso login.'},
			{what: 'expired', message: 'Run aws sso login.', expired_for_seconds: null},
		],
		[
			{type: 'credentials', what: 'renewed', expiredForMs: 40_000},
			{what: 'renewed', message: null, expired_for_seconds: 40},
		],
		[{type: 'note', text: 'The cache was damaged.'}, {message: 'The cache was damaged.'}],
	])('%j', (happening, fields) => {
		const [line] = linesOf([happening]);
		expect(line).toEqual({type: happening.type, sequence: 7, at: '2026-11-23T10:13:00Z', ...fields});
		expect(errorsIn(line)).toEqual([]);
	});

	test('every change of any reservations is of the schema', () => {
		fc.assert(
			fc.property(reservations, reservations, (before, after) => {
				const lines = linesOf(diffReservations(before, after).map((change) => ({type: 'reservation', change})));
				expect(lines.flatMap(errorsIn)).toEqual([]);
			}),
		);
	});

	test('the schema refuses what is not in it', () => {
		const [line] = linesOf([{type: 'note', text: 'a'}]);
		expect(errorsIn({...line, extra: 1})).not.toEqual([]);
		expect(errorsIn({...line, type: 'other'})).not.toEqual([]);
		const [free] = linesOf(
			diffReservations([reservation()], [reservation({availableInstanceCount: 0})]).map((change) => ({type: 'reservation', change})),
		);
		expect(errorsIn(free)).toEqual([]);
		expect(errorsIn({...free, to: 'none'})).not.toEqual([]);
	});
});

describe('the first line', () => {
	test('has the totals, and how many regions they are of', () => {
		const rows = [
			reservation(),
			reservation({id: 'cr-2', availableInstanceCount: null}),
			reservation({id: 'cr-3', state: 'delayed'}),
			block(),
			block({id: 'cr-4', state: 'scheduled'}),
		];
		const line = snapshotJson({at, accountId: '123456789012', rows, regions: {asked: 17, answered: 16}});
		expect(line).toEqual({
			type: 'snapshot',
			version: 1,
			at: '2026-11-23T10:13:00Z',
			account_id: '123456789012',
			complete: false,
			regions: {asked: 17, answered: 16},
			odcrs: {
				reservations: 3,
				live: 2,
				live_unknown: 1,
				total_capacity: 4,
				available_capacity: 1,
				used_capacity: 3,
				total_accelerators: 32,
				available_accelerators: 8,
				used_accelerators: 24,
				upcoming: 0,
				troubled: 1,
				ended: 0,
			},
			blocks: {
				reservations: 2,
				live: 1,
				live_unknown: 0,
				total_capacity: 16,
				available_capacity: 0,
				used_capacity: 16,
				total_accelerators: 128,
				available_accelerators: 0,
				used_accelerators: 128,
				upcoming: 1,
				upcoming_unknown: 0,
				upcoming_instances: 16,
				upcoming_accelerators: 128,
				troubled: 0,
				ended: 0,
			},
		});
		expect(errorsIn(line)).toEqual([]);
	});

	test('does not call unknown what is unknown zero', () => {
		const silent = snapshotJson({at, accountId: null, rows: [], regions: {asked: 17, answered: 0}});
		expect(silent).toMatchObject({complete: false, account_id: null, odcrs: null, blocks: null});
		expect(errorsIn(silent)).toEqual([]);
		const rows = [reservation({availableInstanceCount: null}), block({state: 'scheduled', totalInstanceCount: 0})];
		const line = snapshotJson({at, accountId: null, rows, regions: {asked: 1, answered: 1}});
		expect(line).toMatchObject({
			complete: true,
			odcrs: {live: 1, live_unknown: 1, total_capacity: null, used_accelerators: null},
			blocks: {live: 0, total_capacity: 0, upcoming: 1, upcoming_unknown: 1, upcoming_instances: null},
		});
		expect(errorsIn(line)).toEqual([]);
	});

	test('accelerators of a type that carries an unknown number are unknown, and leave the other kind alone', () => {
		const odd = {name: null, countPerInstance: null, memoryMib: null};
		const rows = [
			reservation(),
			reservation({id: 'cr-2', accelerator: odd, totalInstanceCount: 2, availableInstanceCount: 0}),
			block({state: 'scheduled', accelerator: odd}),
		];
		const line = snapshotJson({at, accountId: null, rows, regions: {asked: 1, answered: 1}});
		expect(line).toMatchObject({
			// None of the odd ones are free, and so none of their accelerators.
			odcrs: {total_capacity: 6, total_accelerators: null, available_accelerators: 8, used_accelerators: null},
			blocks: {total_accelerators: 0, upcoming_instances: 16, upcoming_accelerators: null},
		});
		expect(errorsIn(line)).toEqual([]);
	});

	test('is of the schema for any reservations', () => {
		fc.assert(
			fc.property(reservations, (rows) => {
				expect(errorsIn(snapshotJson({at, accountId: null, rows, regions: {asked: 2, answered: 2}}))).toEqual([]);
			}),
		);
	});
});
