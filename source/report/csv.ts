import {stringify} from 'csv-stringify/sync';
import {escapeNonAscii} from './ascii.js';
import {type ColumnKey, columnFields, columnKeys} from './column-keys.js';
import {flatRow} from './flat-row.js';
import type {RowContext} from './row-context.js';
import type {Selection} from './select-rows.js';

/** Composed for people out of other columns; there for the asking. */
const composed: readonly ColumnKey[] = ['use', 'accelerators'];

/**
CSV by RFC 4180: one header for both kinds, one row per reservation, CRLF; nothing is an empty field.

A text that a spreadsheet would run as a formula gets a leading `'`.
*/
export function renderCsv(selection: Selection, context: RowContext, columns: readonly ColumnKey[] | null, isAscii: boolean): string {
	const keys = columns ?? columnKeys.filter((key) => !composed.includes(key));
	const rows = [...(selection.odcr?.shown ?? []), ...(selection.block?.shown ?? [])].map((row) => flatRow(row, context));
	const csv = stringify(rows, {
		columns: keys.map((key) => ({key, header: columnFields[key]})),
		header: true,
		record_delimiter: 'windows',
		escape_formulas: true,
		cast: {boolean: String},
	});
	return isAscii ? escapeNonAscii(csv) : csv;
}
