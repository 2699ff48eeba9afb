import type {Accelerator} from '../../core/reservations/accelerator.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import {acceleratorsIn, sizeOf} from '../../core/reservations/usage.js';
import type {ColumnWidth} from './column.js';

type NumberWidth = Extract<ColumnWidth, {readonly kind: 'number'}>;

/** What every number has room for. */
const leastColumns = {accelerators: 9, size: 4, count: 5} as const;

/** AWS's name of a model may be cut; the number before it never is. */
const longestModel = 12;

export const acceleratorWidth: NumberWidth = {kind: 'number', least: leastColumns.accelerators, columns: acceleratorColumns};

export const sizeWidth: NumberWidth = {kind: 'number', least: leastColumns.size, columns: (reservation) => digitsOf(sizeOf(reservation))};

export const totalWidth: NumberWidth = {...sizeWidth, least: leastColumns.count};

/** With room for the mark of what its owner can take back. */
export const freeWidth: NumberWidth = {
	kind: 'number',
	least: leastColumns.count,
	columns: ({availableInstanceCount, interruptible}) => digitsOf(availableInstanceCount) + (interruptible === true ? 1 : 0),
};

export const usedWidth: NumberWidth = {
	kind: 'number',
	least: leastColumns.count,
	columns: (reservation) => digitsOf(sizeOf(reservation)),
};

/** `100%`. */
export const percentWidth: ColumnWidth = {kind: 'fixed', columns: 4};

/** Whether a number of it may need more columns than the least there are; of the others none does. */
export function hasLargeNumber(reservation: Reservation): boolean {
	const {kind, totalInstanceCount, availableInstanceCount, accelerator} = reservation;
	const total = totalInstanceCount ?? 0;
	return (
		total > mostUsual ||
		(availableInstanceCount ?? 0) > mostUsual ||
		// Its size is elsewhere.
		(kind === 'block' && total === 0) ||
		(accelerator !== null &&
			(accelerator.countPerInstance ?? 1) * total >= 10 ** (leastColumns.accelerators - 1 - modelColumns(accelerator)))
	);
}

const mostUsual = 9999;

/** Columns of a count; the dash for unknown takes one. */
export function digitsOf(count: number | null): number {
	let digits = 1;
	for (let rest = count ?? 0; rest >= 10; rest = Math.floor(rest / 10)) {
		digits++;
	}

	return digits;
}

function acceleratorColumns(reservation: Reservation): number {
	const {accelerator} = reservation;
	return accelerator === null ? 1 : digitsOf(acceleratorsIn(reservation, sizeOf(reservation))) + 1 + modelColumns(accelerator);
}

function modelColumns({name}: Accelerator): number {
	return Math.min(longestModel, name?.length ?? 1);
}
