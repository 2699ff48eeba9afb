import {selectShownEvents} from '../../store/event-selectors.js';
import {selectOfferings} from '../../store/offerings-selectors.js';
import {selectCursor, selectShown} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import {scrollTo} from '../../store/view-slice.js';
import type {Glyphs} from '../glyphs.js';
import {hasSidePane, type Layout} from '../layout.js';
import {rowsOnPage} from '../page-rows.js';

/** `1–10 of 12`: which rows of a list these are, when it has more than there is room for; `null`: all are there, or no list is. */
export function placeText(
	state: CapacityState,
	glyphs: Glyphs,
	layout: Pick<Layout, 'columns' | 'mainColumns' | 'bodyRows'>,
): string | null {
	const {pane, screen, cursors} = state;
	const isShown = screen === 'main' || (screen === 'details' && hasSidePane(layout.columns));
	const count = isShown ? rowsOf(state) : 0;
	const room = rowsOnPage(state, layout, glyphs);
	if (count <= room) {
		return null;
	}

	const top = scrollTo(cursors[pane].top, selectCursor(state, pane).index, room, count);
	return `${top + 1}${glyphs.dash}${top + room} of ${count}`;
}

/** The timeline shares its rows with what is offered, and the guide has none. */
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
