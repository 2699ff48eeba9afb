import {hintsByKey} from '../core/mistakes/find-mistakes.js';
import type {CapacitySnapshot} from '../core/regions/snapshot.js';
import {renderCsv} from './csv.js';
import {renderJson} from './json.js';
import {reportHints} from './report-hints.js';
import type {ReportOptions} from './report-options.js';
import type {RowContext} from './row-context.js';
import {selectRows} from './select-rows.js';
import {renderTable} from './table.js';
import {renderTerraform} from './terraform.js';
import {renderYaml} from './yaml.js';

/** What a report prints on stdout, ending with a newline. The same input gives the same bytes. */
export function renderReport(snapshot: CapacitySnapshot, options: ReportOptions): string {
	const selection = selectRows(snapshot, options);
	const found = reportHints(snapshot, selection, options);
	const hints = found === null ? null : hintsByKey([...found.odcr, ...found.block]);
	const context: RowContext = {prices: options.prices, hints, accountId: snapshot.accountId};
	switch (options.format) {
		case 'table':
			return renderTable(snapshot, selection, options, found);
		case 'json':
			return renderJson(snapshot, selection, context, options.isAscii);
		case 'csv':
			return renderCsv(selection, context, options.columns, options.isAscii);
		case 'yaml':
			return renderYaml(snapshot, selection, context, options.isAscii);
		case 'terraform':
			return renderTerraform(snapshot, selection, options);
	}
}
