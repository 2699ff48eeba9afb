import type {CapacityState} from '../store/types.js';
import type {Glyphs} from './glyphs.js';
import {type Layout, pageRows} from './layout.js';
import {formLines} from './offerings/form-lines.js';

/** Rows on a page of the open pane as it is now. */
export function rowsOnPage(
	state: CapacityState,
	{mainColumns, bodyRows}: Pick<Layout, 'mainColumns' | 'bodyRows'>,
	glyphs: Glyphs,
): number {
	const {pane} = state;
	return pane === 'offerings' ? pageRows(pane, bodyRows + 1 - formLines(state, glyphs, mainColumns).length) : pageRows(pane, bodyRows);
}
