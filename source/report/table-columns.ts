import {usdText} from '../core/cost/cost-words.js';
import type {ReservationKind} from '../core/reservations/reservation.js';
import {cutText} from '../format/fit-text.js';
import {type ColumnKey, columnFields} from './column-keys.js';
import type {FlatRow} from './flat-row.js';

export type DateStyle = 'day' | 'minute';

/** What `--wide` shows, at most one row per reservation. */
export const wideColumns: Readonly<Record<ReservationKind, readonly ColumnKey[]>> = {
	odcr: ['id', 'name', 'type', 'region', 'az', 'total', 'free', 'used', 'idle-cost', 'accelerators', 'state', 'match', 'start', 'end'],
	block: ['id', 'name', 'type', 'az', 'size', 'free', 'used', 'accelerators', 'state', 'start', 'end', 'usable-until', 'length'],
};

/** The columns of the guide's block table. */
export const guideBlockColumns: readonly ColumnKey[] = ['type', 'size', 'az', 'start', 'end', 'length', 'state'];

/** Headers that are not the field's name in words; the guide's, where it has one. */
const headers: Partial<Readonly<Record<ColumnKey, string>>> = {
	'block-id': 'Block ID',
	size: 'Count',
	total: 'Total',
	free: 'Available',
	used: 'Used',
	use: 'Use',
	az: 'AZ',
	'az-id': 'AZ ID',
	start: 'Start',
	end: 'End',
	length: 'Duration',
	placement: 'UltraCluster',
	match: 'Match',
	platform: 'Platform',
	owner: 'Owner',
	'billing-owner': 'Billing Owner',
	idle: 'Idle',
	price: '$/h Each',
	'idle-cost': 'Idle $/h',
	'idle-since': 'Idle Since',
	'idle-cost-since': '$ Since',
	'price-source': 'Price Source',
	'price-date': 'Price Date',
};

const instants: readonly ColumnKey[] = ['start', 'end', 'usable-until', 'created', 'original-start', 'commitment-end', 'idle-since'];

/** Names and tags can be 1,024 characters long. */
const longestCell = 48;

const neverCut: readonly ColumnKey[] = [
	'id',
	'block-id',
	'arn',
	'outpost',
	'fleet',
	'placement-group',
	'interruptible-id',
	'interruption-source',
];

const unknown = '–';

export function headerOf(key: ColumnKey): string {
	return headers[key] ?? words(columnFields[key]);
}

/** One cell, `–` for unknown or not applicable. */
export function cellText(key: ColumnKey, row: FlatRow, dates: DateStyle): string {
	const value = row[key];
	if (value === null || value === '') {
		return unknown;
	}

	if (typeof value === 'boolean') {
		return value ? 'yes' : 'no';
	}

	if (typeof value === 'number') {
		return numberText(key, value);
	}

	if (instants.includes(key)) {
		return dates === 'day' ? value.slice(0, -'T00:00:00Z'.length) : value.replace('T', ' ').replace(/:\d\dZ$/, 'Z');
	}

	return neverCut.includes(key) ? value : cutText(value, longestCell);
}

function numberText(key: ColumnKey, value: number): string {
	switch (key) {
		case 'length':
			return hoursText(value);
		case 'use':
			return `${value}%`;
		case 'price':
		case 'idle-cost':
		case 'idle-cost-since':
			return usdText(value).slice('$'.length);
		default:
			return String(value);
	}
}

/** `168h`, `6h35m`. */
export function hoursText(hours: number): string {
	const minutes = Math.round(hours * 60);
	const rest = Math.abs(minutes % 60);
	return `${Math.trunc(minutes / 60)}h${rest === 0 ? '' : `${rest}m`}`;
}

function words(field: string): string {
	return field
		.split('_')
		.map((word) => (['id', 'arn', 'ebs'].includes(word) ? word.toUpperCase() : `${word.charAt(0).toUpperCase()}${word.slice(1)}`))
		.join(' ');
}
