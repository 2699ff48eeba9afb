import type {CapacitySnapshot} from '../core/regions/snapshot.js';
import {escapeNonAscii} from './ascii.js';
import {reportData} from './report-data.js';
import type {RowContext} from './row-context.js';
import type {Selection} from './select-rows.js';

/** One JSON object, indented by two spaces. In ASCII other characters are written as `\uXXXX`, so nothing is lost. */
export function renderJson(snapshot: CapacitySnapshot, selection: Selection, context: RowContext, isAscii: boolean): string {
	return jsonText(reportData(snapshot, selection, context), isAscii);
}

/** Any object as JSON, in the same way. */
export function jsonText(value: object, isAscii: boolean): string {
	const json = JSON.stringify(value, null, 2);
	return `${isAscii ? escapeNonAscii(json) : json}\n`;
}
