import type {CapacitySnapshot} from '../core/snapshot.js';
import {renderCsv} from './csv.js';
import {renderJson} from './json.js';
import type {ReportOptions} from './report-options.js';
import {selectRows} from './select-rows.js';
import {renderTable} from './table.js';
import {renderTerraform} from './terraform.js';
import {renderYaml} from './yaml.js';

/** What a report prints on stdout, ending with a newline. The same input gives the same bytes. */
export function renderReport(snapshot: CapacitySnapshot, options: ReportOptions): string {
	const selection = selectRows(snapshot, options);
	switch (options.format) {
		case 'table':
			return renderTable(snapshot, selection, options);
		case 'json':
			return renderJson(snapshot, selection, options.isAscii);
		case 'csv':
			return renderCsv(selection, options.columns, options.isAscii);
		case 'yaml':
			return renderYaml(snapshot, selection, options.isAscii);
		case 'terraform':
			return renderTerraform(snapshot, selection, options);
	}
}
