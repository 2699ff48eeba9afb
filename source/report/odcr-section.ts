import {lifecycleOf} from '../core/reservations/lifecycle.js';
import {groupOdcrs} from '../core/rows/group-odcrs.js';
import type {QuerySplit} from '../core/rows/query.js';
import {type OdcrSummary, summariseOdcrs} from '../core/rows/summary.js';
import {counted} from '../core/words/counted.js';
import {acceleratorLines} from './accelerator-lines.js';
import {contradictionLines} from './contradiction-lines.js';
import {groupTable, sortGroups} from './group-table.js';
import {inactiveLines} from './inactive-lines.js';
import {noteLines} from './note-lines.js';
import {odcrClosing} from './odcr-closing.js';
import {rowTable} from './row-table.js';
import type {SectionContext} from './section-context.js';
import {headLines, typesLine} from './section-head.js';

/** The ODCR part of the guide's report: summary, table, closing lines. */
export function odcrSection(split: QuerySplit, context: SectionContext): readonly string[] {
	const {options, accountId} = context;
	const {shown} = split;
	const summary = summariseOdcrs(shown, accountId);
	const groups = options.isWide || options.columns !== null ? null : sortGroups(groupOdcrs(shown), shown, options.sort);
	return [
		...headLines('Capacity Reservation Summary (ODCRs):', options, [
			`Total Reservations: ${summary.count}`,
			typesLine((groups ?? shown).map(({instanceType}) => instanceType)),
			...capacityLines(summary),
			...acceleratorLines(
				shown.filter(({state}) => lifecycleOf(state) === 'live'),
				true,
			),
			...inactiveLines(shown),
			...contradictionLines(shown),
			...noteLines(split, context),
		]),
		'',
		...(groups === null ? rowTable(shown, 'odcr', options, context) : groupTable(groups, options.isAscii)),
		'',
		...odcrClosing(shown, context),
	];
}

function capacityLines({live}: OdcrSummary): readonly string[] {
	const {total, available, unknown} = live;
	if (total === null || available === null) {
		return ['Total Capacity: unknown', 'Available: unknown'];
	}

	const note = unknown === 0 ? '' : `, without ${counted(unknown, 'reservation')} of unknown use`;
	// Floored, so that 100.0 means all of it.
	const percent = total.instances === 0 ? '' : ` (${(Math.floor((available.instances * 1000) / total.instances) / 10).toFixed(1)}% free)`;
	return [`Total Capacity: ${total.instances} instances${note}`, `Available: ${available.instances} instances${percent}`];
}
