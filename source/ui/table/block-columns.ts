import {durationHours, nextMoment, usableUntil} from '../../core/reservations/expiry.js';
import {lifecycleOf} from '../../core/reservations/lifecycle.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import {formatShortDate} from '../../format/date.js';
import {formatLength} from '../../format/duration.js';
import {type Line, plain, toned} from '../line.js';
import {barCell, countdownCell, drainWarningMs, percentCell, textCell} from './cells.js';
import type {CellContext, Column} from './column.js';
import {percentWidth} from './number-widths.js';
import {acceleratorColumn, sizeColumn, stateColumn, typeColumn, zoneColumn} from './shared-columns.js';

/** Pane 2. What leaves first is the length, then the percentage, the bar, START, ACCEL; the rest never leaves. */
export const blockColumns: readonly Column[] = [
	typeColumn,
	zoneColumn,
	{...acceleratorColumn, priority: 2},
	sizeColumn,
	{id: 'fill', header: 'FILL', marks: 'used', align: 'left', sortKey: 'fill', priority: 4, width: {kind: 'bar'}, gap: 2, cell: barCell},
	{id: 'percent', header: '', align: 'right', priority: 5, width: percentWidth, gap: 1, cell: percentCell},
	stateColumn,
	{
		id: 'start',
		header: 'START',
		marks: 'start',
		align: 'left',
		sortKey: 'start',
		priority: 3,
		width: {kind: 'fixed', columns: 12},
		gap: 2,
		cell: (reservation, context) => dateCell(reservation.startDate, context),
	},
	{
		id: 'usable-until',
		header: 'USABLE UNTIL',
		marks: 'end',
		align: 'left',
		sortKey: 'usable-until',
		priority: 1,
		width: {kind: 'fixed', columns: 12},
		gap: 1,
		cell: usableUntilCell,
	},
	{
		id: 'length',
		header: 'LEN',
		align: 'right',
		sortKey: 'length',
		priority: 6,
		width: {
			kind: 'content',
			least: 3,
			most: 10,
			text: (reservation) => {
				const hours = durationHours(reservation);
				return hours === null ? null : formatLength(hours);
			},
		},
		gap: 2,
		cell: lengthCell,
	},
	{
		id: 'countdown',
		header: 'COUNTDOWN',
		align: 'right',
		sortKey: 'countdown',
		priority: 0,
		width: {kind: 'fixed', columns: 12},
		gap: 1,
		cell: countdownCell,
	},
];

function dateCell(date: Date | null, context: CellContext): Line {
	return date === null ? textCell(null, context) : [plain(formatShortDate(date, context.now, context.zone))];
}

function usableUntilCell(reservation: Reservation, context: CellContext): Line {
	const until = usableUntil(reservation);
	const moment = nextMoment(reservation, context.now);
	const isClose = lifecycleOf(reservation.state) === 'live' && moment !== null && moment.in <= drainWarningMs;
	return until === null || !isClose ? dateCell(until, context) : [toned('bad', formatShortDate(until, context.now, context.zone))];
}

function lengthCell(reservation: Reservation, context: CellContext): Line {
	const hours = durationHours(reservation);
	return hours === null ? textCell(null, context) : [plain(formatLength(hours))];
}
