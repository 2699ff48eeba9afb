import {selectOfferedSpans} from '../../store/offerings-selectors.js';
import {selectCursor, selectOffering, selectTimelineEntries} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import {scrollTo} from '../../store/view-slice.js';
import {pageRows} from '../layout.js';

/** What of a list is drawn. */
export type DrawnRows = {readonly top: number; readonly count: number; readonly all: number};

/** Which bars have room: of what is held, and under it of what could be bought. The cursor is in the first list that has any. */
export function timelineRows(state: CapacityState, bodyRows: number): {readonly held: DrawnRows; readonly offered: DrawnRows} {
	const room = pageRows('timeline', bodyRows);
	const held = selectTimelineEntries(state).length;
	const spans = selectOfferedSpans(state);
	const {index} = selectCursor(state, 'timeline');
	const {top} = state.cursors.timeline;
	if (held === 0) {
		// A line says why nothing is held.
		const count = Math.min(spans.length, Math.max(1, room - 1));
		return {held: {top: 0, count: 0, all: 0}, offered: {top: scrollTo(top, index, count, spans.length), count, all: spans.length}};
	}

	// What could be bought has the rows that are left over, and one in any case.
	const offered = Math.min(spans.length, Math.max(1, room - held), Math.max(0, room - 1));
	const count = Math.min(held, room - offered);
	const chosen = selectOffering(state);
	const at = spans.findIndex(({offering}) => offering === chosen);
	return {
		held: {top: scrollTo(top, index, count, held), count, all: held},
		// Where not all have room, the one that is chosen in pane 5 has.
		offered: {top: scrollTo(0, Math.max(0, at), offered, spans.length), count: offered, all: spans.length},
	};
}
