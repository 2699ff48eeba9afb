import {describe, expect, test} from 'vitest';
import type {ReservationKind} from '../../source/core/reservations/reservation.js';
import {renderReport} from '../../source/report/render-report.js';
import {readCsvRows} from '../helpers/read-csv.js';
import {block, reservation} from '../helpers/reservation.js';
import {readSchema} from '../helpers/schemas.js';
import {snapshotOf, tableOptions} from './guide-data.js';

const now = new Date('2026-11-23T10:00:00Z');
const options = {...tableOptions, hasHints: true, now};
const open = {instanceMatchCriteria: 'open'} as const;
const rows = [
	reservation({id: 'cr-1', ...open}),
	reservation({id: 'cr-2', ...open, availableInstanceCount: 2}),
	reservation({id: 'cr-3', ...open, tags: {'truffle:no-hints': 'open-odcr'}}),
	block({id: 'cr-4', availableInstanceCount: 2}),
];

describe('likely mistakes in a report', () => {
	test('are told once of a kind below the table, with the reason and how to silence them', () => {
		expect(hintsOf('odcr')).toEqual([
			'Hints (--no-hints leaves them out, the tag truffle:no-hints=NAME on a reservation one of them):',
			'   open-odcr: Open: any matching launch takes its 2 free instances (cr-2; alike: cr-1). Every launch of the',
			'      type, platform and tenancy in its zone uses an open reservation, asked or not, so that what is free may',
			'      be gone when it is needed. A targeted one is used only by launches that name it.',
		]);
		expect(hintsOf('block')[1]).toBe(
			'   unfilled-block: 2 of 16 instances not used 3 d after the start (cr-4). A block is paid for in full and',
		);
	});

	test('are lists of their rows in JSON, of the schema, and words in CSV', () => {
		const kinds = ['odcr', 'block'] as const;
		const data = JSON.parse(renderReport(snapshotOf(rows), {...options, kinds, format: 'json'}));
		expect(readSchema('capacity-v1')(data)).toEqual([]);
		expect(data.reservations.map(({hints}: {hints: readonly {id: string}[]}) => hints.map(({id}) => id))).toEqual([
			['open-odcr'],
			['open-odcr'],
			[],
		]);
		expect(data.blocks[0].hints).toEqual([
			{
				id: 'unfilled-block',
				severity: 'warning',
				reservation_ids: ['cr-4'],
				text: '2 of 16 instances not used 3 d after the start',
				reason: expect.stringMatching(/^A block is paid for/),
				silence: '--no-hints, or the tag truffle:no-hints=unfilled-block on the reservation',
			},
		]);
		expect(readCsvRows(renderReport(snapshotOf(rows), {...options, kinds, format: 'csv'})).map((row) => row['hint_ids'])).toEqual([
			'open-odcr',
			'open-odcr',
			'',
			'unfilled-block',
		]);
	});

	test('are absent where they are not wanted', () => {
		expect(renderReport(snapshotOf(rows), {...options, hasHints: false})).not.toContain('Hints');
		expect(renderReport(snapshotOf(rows), {...options, hasHints: false, format: 'json'})).not.toContain('"hints"');
	});

	test('are absent, not empty, where the account is not known', () => {
		const snapshot = {...snapshotOf(rows), accountId: null};
		expect(renderReport(snapshot, options)).not.toContain('Hints');
		expect(renderReport(snapshot, {...options, format: 'json'})).not.toContain('"hints"');
		expect(readCsvRows(renderReport(snapshot, {...options, format: 'csv'})).map((row) => row['hint_ids'])).toEqual(['', '', '']);
	});
});

function hintsOf(kind: ReservationKind): readonly string[] {
	const lines = renderReport(snapshotOf(rows), {...options, kinds: [kind]})
		.trimEnd()
		.split('\n');
	return lines.slice(lines.findIndex((line) => line.startsWith('Hints')));
}
