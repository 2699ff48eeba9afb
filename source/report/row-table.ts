import {endsBeforeStart} from '../core/reservations/expiry.js';
import type {Reservation, ReservationKind} from '../core/reservations/reservation.js';
import {boxTable} from './box-table.js';
import {flatRow} from './flat-row.js';
import type {ReportOptions} from './report-options.js';
import type {RowContext} from './row-context.js';
import {cellText, guideBlockColumns, headerOf, wideColumns} from './table-columns.js';

/** One row per reservation: in the guide's columns for blocks, in more with `--wide`, or in those of `--columns`. */
export function rowTable(
	reservations: readonly Reservation[],
	kind: ReservationKind,
	{columns, isWide, isAscii}: ReportOptions,
	context: RowContext,
): readonly string[] {
	const keys = columns ?? (isWide || kind === 'odcr' ? wideColumns[kind] : guideBlockColumns);
	const dates = isWide || columns !== null ? 'minute' : 'day';
	return boxTable(
		keys.map(headerOf),
		reservations.map((reservation) => {
			const row = flatRow(reservation, context);
			return keys.map((key) => (key === 'length' && endsBeforeStart(reservation) ? 'ends before it starts' : cellText(key, row, dates)));
		}),
		isAscii,
	);
}
