import {selectShownEvents} from '../../store/event-selectors.js';
import {selectOfferings} from '../../store/offerings-selectors.js';
import {selectCursor, selectShown} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import {scrollTo} from '../../store/view-slice.js';
import type {Glyphs} from '../glyphs.js';
import {hasSidePane, type Layout} from '../layout.js';
import {rowsOnPage} from '../page-rows.js';
import {type DrawnRows, timelineRows} from '../timeline/timeline-rows.js';

/** `1–10 of 12`: which rows of a list these are, when it has more than there is room for; `null`: all are there, or no list is. */
export function placeText(
	state: CapacityState,
	glyphs: Glyphs,
	layout: Pick<Layout, 'columns' | 'mainColumns' | 'bodyRows'>,
): string | null {
	const {pane, screen, cursors} = state;
	if (screen !== 'main' && !(screen === 'details' && hasSidePane(layout.columns))) {
		return null;
	}

	if (pane === 'timeline') {
		const {held, offered} = timelineRows(state, layout.bodyRows);
		const more = offered.all - offered.count;
		const parts = held.all > 0 ? [partText(held, glyphs), more > 0 ? `${more} more` : null] : [partText(offered, glyphs)];
		const text = parts.filter((part) => part !== null).join(', ');
		return text === '' ? null : `${text}${more > 0 ? ' offered' : ''}`;
	}

	const all = rowsOf(state);
	const count = rowsOnPage(state, layout, glyphs);
	return partText({top: scrollTo(cursors[pane].top, selectCursor(state, pane).index, count, all), count, all}, glyphs);
}

function partText({top, count, all}: DrawnRows, glyphs: Glyphs): string | null {
	if (count >= all) {
		return null;
	}

	return `${count === 1 ? top + 1 : `${top + 1}${glyphs.dash}${top + count}`} of ${all}`;
}

/** The timeline has two lists, and the guide none. */
function rowsOf(state: CapacityState): number {
	switch (state.pane) {
		case 'odcrs':
		case 'blocks':
			return selectShown(state, state.pane).rows.length;
		case 'events':
			return selectShownEvents(state).length;
		case 'offerings':
			return selectOfferings(state).length;
		case 'timeline':
		case 'guide':
			return 0;
	}
}
