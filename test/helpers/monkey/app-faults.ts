import {mostEvents} from '../../../source/core/events/events.js';
import {foldEvents} from '../../../source/core/events/fold-events.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {activeParts} from '../../../source/core/rows/query.js';
import {isDated} from '../../../source/core/timeline/timeline.js';
import {isTarget, launchTargetOf} from '../../../source/snippets/launch-target.js';
import {selectCoverage, selectKeys} from '../../../source/store/selectors.js';
import type {CapacityState} from '../../../source/store/types.js';
import {hasRead} from '../../../source/ui/has-read.js';
import {hasSidePane} from '../../../source/ui/layout.js';
import {regionRows} from '../../../source/ui/regions/region-rows.js';
import {usedReservation} from '../../../source/ui/use/chosen-snippet.js';
import type {RenderedApp} from '../render-app.js';
import type {Size} from './any-size.js';
import {countBehind, cursorRows, frameFaults, garbageFaults, hiddenOf, isTooSmall} from './frame-faults.js';

/** A refresh under way has a timer for each region, and some more beside. */
const mostTimers = 60;

/** What is wrong with what the app shows of its state. */
export function appFaults(app: RenderedApp, size: Size): readonly string[] {
	const state = app.store.getState();
	const faults = [...frameFaults(app.lines(), size), ...garbageFaults(app.lines()), ...asciiFaults(app), ...coverageFaults(state)];
	if (state.events.length > mostEvents) {
		faults.push(`${state.events.length} events are kept`);
	}

	if (app.time.pending() > mostTimers) {
		faults.push(`${app.time.pending()} timers are waiting`);
	}

	return isTooSmall(size)
		? faults
		: [...faults, ...cursorFaults(app, size), ...caretFaults(app), ...countFaults(app), ...filterFaults(app)];
}

/** A terminal that shows only ASCII gets nothing else. */
function asciiFaults(app: RenderedApp): readonly string[] {
	const strange = app.settings.glyphs.isAscii ? app.text().match(/[^ -~\n]/gu) : null;
	return strange === null ? [] : [`not ASCII: ${JSON.stringify([...new Set(strange)].join(''))}`];
}

/** Where there is something to be on, the cursor is on one visible row. */
function cursorFaults(app: RenderedApp, {columns}: Size): readonly string[] {
	const state = app.store.getState();
	const found = cursorRows(app.lines()).length;
	// The guide's questions scroll away with their text.
	const isGuide = state.screen === 'main' && state.pane === 'guide';
	const expected = isGuide ? (state.guide.page === 'questions' && found > 0 ? 1 : 0) : cursorsExpected(state, columns);
	return found === expected ? [] : [`${found} cursors instead of ${expected} on ${state.screen}, ${state.pane}`];
}

function cursorsExpected(state: CapacityState, columns: number): 0 | 1 {
	switch (state.screen) {
		case 'main':
			return selectKeys(state, state.pane).length > 0 ? 1 : 0;
		case 'details':
			return hasSidePane(columns) && selectKeys(state, state.pane).length > 0 ? 1 : 0;
		case 'use': {
			const reservation = usedReservation(state);
			return reservation !== null && isTarget(launchTargetOf(reservation)) ? 1 : 0;
		}
		case 'regions':
			return regionRows(state).length > 0 ? 1 : 0;
		case 'snippet':
		case 'offering':
		case 'help':
			return 0;
	}
}

/** Who types sees where. */
function caretFaults(app: RenderedApp): readonly string[] {
	const {searchInput, screen} = app.store.getState();
	const {caret} = app.settings.glyphs;
	const lines = app.lines();
	return [
		...(searchInput !== null && lines.at(-1)?.includes(caret) !== true ? ['no caret in the search'] : []),
		...(screen === 'regions' && !lines.some((line) => line.startsWith('  Regions ') && line.includes(caret))
			? ['no caret in the picker']
			: []),
	];
}

/** What is shown and what is hidden are all there is. */
function countFaults(app: RenderedApp): readonly string[] {
	const state = app.store.getState();
	// The guide has no rows, and of offerings none is ever hidden.
	if (!hasRead(state) || state.pane === 'guide' || state.pane === 'offerings') {
		return [];
	}

	const hidden = hiddenOf(app.lines());
	const shown = shownOf(state, app.lines());
	// A launch is two events and one line.
	const all = state.pane === 'events' ? foldEvents(state.events).length : rowsOf(state).length;
	return hidden !== null && shown !== null && shown + hidden === all
		? []
		: [`${shown} shown and ${hidden} hidden of ${all} in ${state.pane}`];
}

/** What hides rows is named. */
function filterFaults(app: RenderedApp): readonly string[] {
	const {query, marked} = app.store.getState();
	const expected = activeParts(query).length + (marked === null ? 0 : 1);
	const found = (app.lines()[1] ?? '').split(app.settings.glyphs.on).length - 1;
	return found >= expected ? [] : [`${found} filters are named of ${expected}`];
}

function shownOf(state: CapacityState, lines: readonly string[]): number | null {
	switch (state.pane) {
		case 'odcrs':
			return countBehind('ODCRs', lines);
		case 'blocks':
			return countBehind('Blocks', lines);
		case 'timeline':
			// Its tab has no count.
			return selectKeys(state, 'timeline').length;
		case 'events':
			return countBehind('Events', lines) ?? 0;
		case 'offerings':
		case 'guide':
			return null;
	}
}

/** All that a pane could show, found without the help of the store's selectors. */
function rowsOf(state: CapacityState): readonly Reservation[] {
	const {directory, regions, marked, pane, showsDatedOdcrs, now} = state;
	const enabled = directory === null ? [...regions.keys()] : directory.regions.filter((region) => region.isEnabled).map(({name}) => name);
	const rows = (marked ?? enabled).flatMap((name) => regions.get(name)?.rows ?? []);
	return rows.filter((row) => {
		const isOnTimeline = row.kind === 'block' || (showsDatedOdcrs && isDated(row, now));
		return pane === 'timeline' ? isOnTimeline : row.kind === (pane === 'odcrs' ? 'odcr' : 'block');
	});
}

/** Every region that counts has answered, failed or is waited for. */
function coverageFaults(state: CapacityState): readonly string[] {
	const {wanted, answered, waiting, failed} = selectCoverage(state);
	const sum = answered + waiting + failed.reduce((total, {count}) => total + count, 0);
	return state.connection.status === 'failed' || sum === wanted ? [] : [`${sum} of ${wanted} regions are accounted for`];
}
