import type {CapacitySnapshot} from '../core/regions/snapshot.js';
import type {ReservationKind} from '../core/reservations/reservation.js';
import {toAscii} from './ascii.js';
import {blockSection} from './block-section.js';
import {coverageOf} from './coverage.js';
import {emptySection} from './empty-section.js';
import {hintLines} from './hint-lines.js';
import {odcrSection} from './odcr-section.js';
import type {ReportHints} from './report-hints.js';
import type {ReportOptions} from './report-options.js';
import type {SectionContext} from './section-context.js';
import type {Selection} from './select-rows.js';
import {wrapProse} from './wrap-prose.js';

/** Summary, table and closing lines of each kind asked for. */
export function renderTable(snapshot: CapacitySnapshot, selection: Selection, options: ReportOptions, hints: ReportHints): string {
	const coverage = coverageOf(snapshot);
	const context: SectionContext = {
		options,
		coverage,
		prices: options.prices,
		hints: null,
		accountId: snapshot.accountId,
		asked: snapshot.asked,
	};
	// Said once: it is the same for both kinds.
	const kinds = coverage.answered === 0 ? options.kinds.slice(0, 1) : options.kinds;
	const sections = kinds.map((kind) => [...section(kind, selection, context), ...hintLines(hints?.[kind] ?? [], options.proseWidth)]);
	const {proseWidth} = options;
	const text = `${sections.map((lines) => (proseWidth === undefined ? lines : wrapProse(lines, proseWidth)).join('\n')).join('\n\n')}\n`;
	return options.isAscii ? toAscii(text) : text;
}

function section(kind: ReservationKind, selection: Selection, context: SectionContext): readonly string[] {
	const split = selection[kind];
	if (split === null || split.shown.length === 0) {
		return emptySection(kind, split, context);
	}

	return kind === 'odcr' ? odcrSection(split, context) : blockSection(split, context);
}
