import type {CapacityState} from '../../store/types.js';
import type {Glyphs} from '../glyphs.js';
import type {Line} from '../line.js';
import {alertLines} from './alert-lines.js';
import {bringUpLine} from './bring-up-line.js';

/** What stands between the summary and the rows while there is something to watch: an alert, a bring-up, both or neither. */
export function liveLines(state: CapacityState, glyphs: Glyphs, width: number): readonly Line[] {
	const bringUp = bringUpLine(state, glyphs, width);
	return [...alertLines(state, glyphs, width), ...(bringUp === null ? [] : [bringUp])];
}
