import {sizeOf} from '../../core/reservations/usage.js';
import {acceleratorCell, countCell, stateCell, textCell} from './cells.js';
import type {Column} from './column.js';
import {acceleratorWidth, sizeWidth} from './number-widths.js';

/** Columns that both panes have; they leave at different times. */
export const typeColumn: Column = {
	id: 'type',
	header: 'TYPE',
	align: 'left',
	sortKey: 'type',
	priority: 0,
	width: {kind: 'content', least: 8, most: 20, text: (reservation) => reservation.instanceType},
	gap: 1,
	cell: (reservation, context) => textCell(reservation.instanceType, context),
};

export const zoneColumn: Column = {
	id: 'az',
	header: 'AZ',
	align: 'left',
	sortKey: 'az',
	priority: 0,
	width: {kind: 'content', least: 10, most: 16, text: (reservation) => reservation.availabilityZone ?? reservation.region},
	gap: 2,
	cell: (reservation, context) => textCell(reservation.availabilityZone ?? reservation.region, context),
};

export const acceleratorColumn: Column = {
	id: 'accelerators',
	header: 'ACCEL',
	align: 'right',
	sortKey: 'accelerators',
	priority: 1,
	width: acceleratorWidth,
	gap: 1,
	cell: acceleratorCell,
};

export const sizeColumn: Column = {
	id: 'size',
	header: 'SIZE',
	marks: 'total',
	align: 'right',
	sortKey: 'size',
	priority: 0,
	width: sizeWidth,
	gap: 1,
	cell: (reservation, context) => countCell(sizeOf(reservation), context),
};

export const stateColumn: Column = {
	id: 'state',
	header: 'STATE',
	marks: 'state',
	align: 'left',
	sortKey: 'state',
	priority: 0,
	width: {kind: 'content', least: 9, most: 16, text: ({state}, hasStale) => (hasStale ? `~${state ?? ''}` : state)},
	gap: 1,
	cell: stateCell,
};
