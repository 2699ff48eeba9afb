import {expect, test} from 'vitest';
import type {Reservation} from '../../source/core/reservations/reservation.js';
import {emptyQuery} from '../../source/core/rows/query.js';
import {prepareRows} from '../../source/report/prepare-rows.js';
import {renderReport} from '../../source/report/render-report.js';
import type {ReportFormat} from '../../source/report/report-options.js';
import {block, reservation} from '../helpers/reservation.js';
import {snapshotOf, tableOptions} from './guide-data.js';

/** How often the rows' fields have been made: nothing else looks at a Fleet. */
function counted(...rows: readonly Reservation[]) {
	let made = 0;
	const watched = rows.map((row) =>
		Object.defineProperty({...row}, 'capacityReservationFleetId', {
			get() {
				made++;
				return null;
			},
		}),
	);
	return {snapshot: snapshotOf(watched), made: () => made};
}

test.each<ReportFormat>(['json', 'yaml', 'csv'])('%s: the fields of a row that came early are not made again', (format) => {
	const {snapshot, made} = counted(reservation({}), block({}));
	const options = {...tableOptions, kinds: ['odcr', 'block'] as const, format};
	for (const result of snapshot.regions) {
		prepareRows(result, options);
	}

	expect(made()).toBe(2);
	renderReport(snapshot, options);
	expect(made()).toBe(2);
});

test('nothing is made of rows that are not printed, nor for a table', () => {
	const {snapshot, made} = counted(reservation({}), block({}));
	for (const result of snapshot.regions) {
		prepareRows(result, {...tableOptions, format: 'table'});
		prepareRows(result, {format: 'json', kinds: ['odcr'], query: {...emptyQuery, search: 'nowhere'}});
	}

	expect(made()).toBe(0);
});
