import type {CapacitySnapshot} from '../core/snapshot.js';
import {renderCsv} from './csv.js';
import {renderJson} from './json.js';
import type {ReportOptions} from './report-options.js';
import type {RowContext} from './row-context.js';
import {selectRows} from './select-rows.js';
import {renderTable} from './table.js';
import {renderTerraform} from './terraform.js';
import {renderYaml} from './yaml.js';

/** What a report prints on stdout, ending with a newline. The same input gives the same bytes. */
export function renderReport(snapshot: CapacitySnapshot, options: ReportOptions): string {
	const selection = selectRows(snapshot, options);
	const context: RowContext = {prices: options.prices, accountId: snapshot.accountId};
	switch (options.format) {
		case 'table':
			return renderTable(snapshot, selection, options);
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
