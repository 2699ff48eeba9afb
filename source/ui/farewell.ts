import {formatClock} from '../format/date.js';
import {formatDuration} from '../format/duration.js';
import {selectBlockSummary, selectCoverage, selectOdcrSummary, selectShown} from '../store/selectors.js';
import type {CapacityState} from '../store/types.js';
import {forTerminal} from './glyphs.js';
import type {UiSettings} from './ui-settings.js';
import {plural} from './words.js';

/** The one line that stays in the scrollback: totals, what is free, what comes next, and of when that is. `null`: nothing was read. */
export function farewell(state: CapacityState, {glyphs}: UiSettings): string | null {
	const coverage = selectCoverage(state);
	if (coverage.answered === 0 || state.refreshedAt === null) {
		return null;
	}

	const odcrs = selectOdcrSummary(state);
	const {next} = selectBlockSummary(state);
	const {available, total} = odcrs.live;
	const verb = next?.moment.kind === 'starts' ? 'starts' : next?.moment.kind === 'draining' ? 'is gone' : 'drains';
	const hidden = selectShown(state, 'odcrs').hidden + selectShown(state, 'blocks').hidden;
	const parts = [
		`${plural(odcrs.count, 'ODCR')}: ${available.instances} of ${total.instances} instances free`,
		plural(selectShown(state, 'blocks').rows.length, 'block'),
		next === null
			? null
			: `next ${forTerminal(next.reservation.instanceType ?? glyphs.dash, glyphs)} ${verb} in ${formatDuration(next.moment.at.getTime() - state.now.getTime())}`,
		hidden === 0 ? null : `${hidden} hidden`,
		coverage.answered === coverage.wanted ? null : `${coverage.answered} of ${plural(coverage.wanted, 'region')}`,
		`as of ${formatClock(coverage.fetchedAt ?? state.refreshedAt, 'utc')} UTC`,
	];
	return parts.filter((part) => part !== null).join(` ${glyphs.separator} `);
}
