import {nameOf, type Reservation} from '../core/reservations/reservation.js';
import {percentOf, sizeOf, usageOf} from '../core/reservations/usage.js';
import {acceleratorText} from './accelerator-text.js';
import {type ColumnKey, columnFields} from './column-keys.js';
import {idleCostFields} from './idle-cost-fields.js';
import type {RowContext} from './row-context.js';
import {blockFields, reservationFields, roundedDuration} from './row-fields.js';

export type FlatValue = string | number | boolean | null;

/** Times are ISO 8601 in UTC; maps and lists are JSON text. `null`: unknown, or this kind has no such field. */
export type FlatRow = Readonly<Record<ColumnKey, FlatValue>>;

/** A reservation as one value per column: the fields of its JSON row and what tables show besides. */
export function flatRow(reservation: Reservation, context: RowContext): FlatRow {
	const usage = usageOf(reservation);
	const {commitment_info, interruptible_capacity_allocation, interruption_info, accelerator, ...fields} =
		reservation.kind === 'odcr' ? reservationFields(reservation) : blockFields(reservation);
	const values: Readonly<Record<string, unknown>> = {
		instance_count: sizeOf(reservation),
		duration_hours: roundedDuration(reservation),
		...fields,
		...prefixed('commitment_info', commitment_info),
		...prefixed('interruptible_capacity_allocation', interruptible_capacity_allocation),
		...prefixed('interruption_info', interruption_info),
		...prefixed('accelerator', accelerator),
		...prefixed('idle_cost', idleCostFields(reservation, context)),
		hint_ids: (context.hints?.get(reservation.key) ?? []).map(({id}) => id).join(' ') || null,
		kind: reservation.kind,
		name: nameOf(reservation),
		used_percent: percentOf(usage?.used ?? null, usage?.total ?? null),
		accelerators: acceleratorText(reservation),
	};
	return Object.fromEntries(Object.entries(columnFields).map(([key, field]) => [key, flatValue(values[field])])) as Record<
		ColumnKey,
		FlatValue
	>;
}

function prefixed(prefix: string, fields: object | null): Readonly<Record<string, unknown>> {
	return Object.fromEntries(Object.entries(fields ?? {}).map(([key, value]) => [`${prefix}_${key}`, value]));
}

function flatValue(value: unknown): FlatValue {
	switch (typeof value) {
		case 'string':
		case 'number':
		case 'boolean':
			return value;
		default:
			return value === null || value === undefined ? null : JSON.stringify(value);
	}
}
