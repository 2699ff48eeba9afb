import type {CapacityState} from '../store/types.js';
import type {Glyphs} from './glyphs.js';
import {type Layout, pageRows} from './layout.js';
import {searchNotes} from './offerings/asked.js';
import {formLines} from './offerings/form-lines.js';
import {timelineRows} from './timeline/timeline-rows.js';

/** Rows on a page of the open pane as it is now. */
export function rowsOnPage(
	state: CapacityState,
	{mainColumns, bodyRows}: Pick<Layout, 'mainColumns' | 'bodyRows'>,
	glyphs: Glyphs,
): number {
	const {pane} = state;
	switch (pane) {
		case 'offerings':
			// What was asked otherwise than typed is said also where the rows fill the screen.
			return pageRows(pane, bodyRows + 1 - formLines(state, glyphs, mainColumns).length - searchNotes(state.looking).length);
		case 'timeline': {
			const {held, offered} = timelineRows(state, bodyRows);
			return Math.max(1, held.all > 0 ? held.count : offered.count);
		}

		case 'odcrs':
		case 'blocks':
		case 'events':
		case 'guide':
			return pageRows(pane, bodyRows);
	}
}
