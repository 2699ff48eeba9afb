import {usdShort} from '../../core/cost/cost-words.js';
import {idleCostOf} from '../../core/cost/idle-cost.js';
import {noPrices} from '../../core/cost/price.js';
import {lifecycleOf} from '../../core/reservations/lifecycle.js';
import {nameOf, type Reservation} from '../../core/reservations/reservation.js';
import {usageOf} from '../../core/reservations/usage.js';
import {formatDateTime, formatDayOrMonth, formatShortDate} from '../../format/date.js';
import {forTerminal} from '../glyphs.js';
import {type Line, plain, toned} from '../line.js';
import {barCell, countCell, drainWarningMs, freeCell, percentCell, textCell} from './cells.js';
import type {CellContext, Column} from './column.js';
import {freeWidth, percentWidth, totalWidth, usedWidth} from './number-widths.js';
import {acceleratorColumn, sizeColumn, stateColumn, typeColumn, zoneColumn} from './shared-columns.js';

/** Pane 1. What leaves first is NAME, then MATCH, ENDS, USED, the percentage, the bar, TOTAL; the rest never leaves. */
export const odcrColumns: readonly Column[] = [
	typeColumn,
	zoneColumn,
	acceleratorColumn,
	{...sizeColumn, id: 'total', header: 'TOTAL', sortKey: 'total', priority: 2, width: totalWidth},
	{
		id: 'free',
		header: 'FREE',
		marks: 'free',
		align: 'right',
		sortKey: 'free',
		priority: 0,
		width: freeWidth,
		gap: 1,
		cell: freeCell,
	},
	{
		id: 'used',
		header: 'USED',
		marks: 'used',
		align: 'right',
		sortKey: 'used',
		priority: 5,
		width: usedWidth,
		gap: 1,
		cell: (reservation, context) => countCell(usageOf(reservation)?.used ?? null, context),
	},
	{id: 'use', header: 'USE', align: 'left', sortKey: 'use', priority: 3, width: {kind: 'bar'}, gap: 2, cell: barCell},
	{id: 'percent', header: '', align: 'right', priority: 4, width: percentWidth, gap: 1, cell: percentCell},
	stateColumn,
	{
		id: 'match',
		header: 'MATCH',
		align: 'left',
		sortKey: 'match',
		priority: 7,
		width: {kind: 'fixed', columns: 8},
		gap: 2,
		cell: (reservation, context) => textCell(reservation.instanceMatchCriteria, context),
	},
	{
		id: 'ends',
		header: 'ENDS',
		marks: 'end',
		align: 'left',
		sortKey: 'end',
		priority: 6,
		width: {kind: 'fixed', columns: 13},
		gap: 2,
		cell: endsCell,
	},
	{id: 'name', header: 'NAME', align: 'left', sortKey: 'name', priority: 8, width: {kind: 'rest', least: 8}, gap: 1, cell: nameCell},
];

const idleCostColumn: Column = {
	id: 'idle-cost',
	header: 'IDLE/H',
	align: 'right',
	priority: 9,
	width: {kind: 'fixed', columns: 7},
	gap: 1,
	cell: idleCostCell,
};

/** Pane 1 with what is idle costs, where that leaves names room enough to be read; it is the first to leave. */
export const pricedOdcrColumns: readonly Column[] = odcrColumns.flatMap((column) =>
	column.id === 'name' ? [idleCostColumn, {...column, width: {kind: 'rest', least: 15} as const}] : [column],
);

/** What its idle instances cost an hour; nothing where none is billed to this account. */
function idleCostCell(reservation: Reservation, {prices, accountId, glyphs}: CellContext): Line {
	const cost = idleCostOf(reservation, prices ?? noPrices, accountId);
	if (cost === null) {
		return [];
	}

	return [cost.usdPerHour === null ? toned('dim', glyphs.dash) : toned('warn', usdShort(cost.usdPerHour))];
}

/** The end date; for one that has not started, from when it is there. */
function endsCell(reservation: Reservation, context: CellContext): Line {
	const {now, zone} = context;
	if (lifecycleOf(reservation.state) === 'upcoming' && reservation.startDate !== null) {
		return [toned('warn', `from ${formatDayOrMonth(reservation.startDate, now, zone)}`)];
	}

	if (reservation.endDate.kind !== 'limited') {
		return textCell(null, context);
	}

	const left = reservation.endDate.at.getTime() - now.getTime();
	const isClose = lifecycleOf(reservation.state) === 'live' && left <= drainWarningMs;
	return isClose
		? [toned('bad', `${formatDateTime(reservation.endDate.at, now, zone)}!`)]
		: [plain(formatShortDate(reservation.endDate.at, now, zone))];
}

/** The name; without one, whose reservation it is when it is not ours. */
function nameCell(reservation: Reservation, context: CellContext): Line {
	const name = nameOf(reservation);
	const isShared = context.accountId !== null && reservation.ownerId !== null && reservation.ownerId !== context.accountId;
	return name === null && isShared
		? [toned('dim', forTerminal(`shared by ${reservation.ownerId}`, context.glyphs))]
		: textCell(name, context);
}
