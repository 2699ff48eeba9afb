import type {LiveTotals} from '../core/rows/summary.js';
import {formatClock, formatDateTime, formatDay} from '../format/date.js';
import {formatDuration} from '../format/duration.js';
import {cutText, displayWidth} from '../format/fit-text.js';
import {selectBlockSummary, selectCoverage, selectOdcrSummary, selectShown} from '../store/selectors.js';
import type {CapacityState} from '../store/types.js';
import {forTerminal} from './glyphs.js';
import type {UiSettings} from './ui-settings.js';
import {plural} from './words.js';

/**
The one line that stays in the scrollback: totals, what is free, what comes next, and of when that is. What matters least is left out
until it fits into `columns`: what comes next stays, and that the line is not of all regions. `null`: nothing was read.
*/
export function farewell(state: CapacityState, {glyphs}: UiSettings, columns: number): string | null {
	const coverage = selectCoverage(state);
	if (coverage.answered === 0 && coverage.stale === 0) {
		return null;
	}

	const odcrs = selectOdcrSummary(state);
	const {next} = selectBlockSummary(state);
	const verb = next?.moment.kind === 'starts' ? 'starts' : next?.moment.kind === 'draining' ? 'is gone' : 'drains';
	const hidden = selectShown(state, 'odcrs').hidden + selectShown(state, 'blocks').hidden;
	const free = `${plural(odcrs.count, 'ODCR')}: ${freeText(odcrs.live, 'instances free')}`;
	const few = freeText(odcrs.live, 'free');
	const blocks = plural(selectShown(state, 'blocks').rows.length, 'block');
	const moment =
		next === null
			? null
			: `next ${forTerminal(next.reservation.instanceType ?? glyphs.dash, glyphs)} ${verb} in ${formatDuration(next.moment.at.getTime() - state.now.getTime())}`;
	const hiddenText = hidden === 0 ? null : `${hidden} hidden`;
	const regions = coverage.answered === coverage.wanted ? null : `${coverage.answered} of ${plural(coverage.wanted, 'region')}`;
	const gap = regions === null ? null : coverage.answered === 0 ? 'stale' : 'partial';
	const asOf = `as of ${momentText(coverage.fetchedAt ?? coverage.stalestAt ?? state.now, state.now)} UTC`;
	const lines = [
		[free, blocks, moment, hiddenText, regions, asOf],
		[free, blocks, moment, regions, asOf],
		...(moment === null
			? [
					[free, regions, asOf],
					[free, regions],
				]
			: [
					[free, blocks, moment, regions],
					[free, blocks, moment, gap],
					[`${plural(odcrs.count, 'ODCR')}: ${few}`, blocks, moment, gap],
					[`${plural(odcrs.count, 'ODCR')}: ${few}`, moment, gap],
					[few, moment, gap],
				]),
		[few, gap],
	].map((parts) => parts.filter((part) => part !== null).join(` ${glyphs.separator} `));
	return cutText(lines.find((line) => displayWidth(line) < columns) ?? lines.at(-1) ?? '', columns - 1, glyphs.cut);
}

/** With its day when that is not today, as of rows that were kept from an earlier session. */
function momentText(at: Date, now: Date): string {
	return formatDay(at, now, 'utc') === formatDay(now, now, 'utc') ? formatClock(at, 'utc') : formatDateTime(at, now, 'utc');
}

function freeText({available, total, unknown}: LiveTotals, words: string): string {
	return available === null || total === null
		? 'free instances unknown'
		: `${available.instances} of ${total.instances} ${words}${unknown === 0 ? '' : `, ${unknown} unknown`}`;
}
