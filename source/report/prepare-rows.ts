import type {RegionResult} from '../core/regions/region-result.js';
import type {ReportOptions} from './report-options.js';
import {blockFields, reservationFields} from './row-fields.js';
import {findRows} from './select-rows.js';

/** Makes the fields of one region's rows, while others are awaited: once the last one has answered, only its own are to be made. */
export function prepareRows(result: RegionResult, {format, ...options}: Pick<ReportOptions, 'format' | 'kinds' | 'query'>): void {
	if (format === 'table' || format === 'terraform') {
		return;
	}

	const {odcr, block} = findRows({regions: [result]}, options);
	for (const row of odcr?.shown ?? []) {
		reservationFields(row);
	}

	for (const row of block?.shown ?? []) {
		blockFields(row);
	}
}
