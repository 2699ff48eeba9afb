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
until it fits into `columns`: what comes next stays, and that the line is not of all regions or not of all rows. `null`: nothing was read.
*/
export function farewell(state: CapacityState, {glyphs}: UiSettings, columns: number): string | null {
	const coverage = selectCoverage(state);
	if (coverage.answered === 0 && coverage.stale === 0) {
		return null;
	}

	const odcrs = selectOdcrSummary(state);
	const {next} = selectBlockSummary(state);
	const verb = next?.moment.kind === 'starts' ? 'starts' : next?.moment.kind === 'draining' ? 'is gone' : 'drains';
	const panes = [selectShown(state, 'odcrs'), selectShown(state, 'blocks')];
	const hidden = panes.reduce((sum, shown) => sum + shown.hidden, 0);
	// Beyond what is ended, which is hidden unless it is asked for.
	const isFiltered = panes.some((shown) => shown.hidden > shown.endedHidden + shown.endedFiltered);
	const free = `${plural(odcrs.count, 'ODCR')}: ${freeText(odcrs.live, 'instances free')}`;
	const few = freeText(odcrs.live, 'free');
	const blocks = plural(selectShown(state, 'blocks').rows.length, 'block');
	const moment =
		next === null
			? null
			: `next ${forTerminal(next.reservation.instanceType ?? glyphs.dash, glyphs)} ${verb} in ${formatDuration(next.moment.at.getTime() - state.now.getTime())}`;
	const filtered = isFiltered ? 'filtered' : null;
	const hiddenText = hidden === 0 ? null : isFiltered ? `filtered: ${hidden} hidden` : `${hidden} hidden`;
	const regions = coverage.answered === coverage.wanted ? null : `${coverage.answered} of ${plural(coverage.wanted, 'region')}`;
	const gap = regions === null ? null : coverage.answered === 0 ? 'stale' : 'partial';
	const asOf = `as of ${momentText(coverage.fetchedAt ?? coverage.stalestAt ?? state.now, state.now)} UTC`;
	const lines = [
		[free, blocks, moment, hiddenText, regions, asOf],
		[free, blocks, moment, filtered, regions, asOf],
		...(moment === null
			? [
					[free, filtered, regions, asOf],
					[free, filtered, regions],
				]
			: [
					[free, blocks, moment, filtered, regions],
					[free, blocks, moment, filtered, gap],
					[`${plural(odcrs.count, 'ODCR')}: ${few}`, blocks, moment, filtered, gap],
					[`${plural(odcrs.count, 'ODCR')}: ${few}`, moment, filtered, gap],
					[few, moment, filtered, gap],
				]),
		[few, filtered, gap],
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
