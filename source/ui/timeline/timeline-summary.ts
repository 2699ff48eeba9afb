import {instantAt} from '../../core/timeline/timeline.js';
import {formatDay, formatZone} from '../../format/date.js';
import {formatLength} from '../../format/duration.js';
import {selectWindow} from '../../store/timeline-selectors.js';
import type {CapacityState} from '../../store/types.js';
import type {Glyphs} from '../glyphs.js';
import {type Line, plain, toned} from '../line.js';
import {timelinePlace} from './timeline-place.js';

/** What part of time is drawn, at which scale and in which zone, with fewer and fewer words. `width` is that of the timeline. */
export function timelineSummary(state: CapacityState, glyphs: Glyphs, width: number): readonly (readonly Line[])[] {
	const {barColumns} = timelinePlace(state, width);
	const window = selectWindow(state, barColumns);
	const zone = state.isLocalTime ? 'local' : 'utc';
	const first = formatDay(window.start, state.now, zone);
	const last = formatDay(instantAt(window, barColumns), state.now, zone);
	const range: Line = [plain(`${first} ${glyphs.dash} ${last}`)];
	const scale: Line = [plain(`1 column = ${formatLength(window.hoursPerColumn)}`)];
	const local = formatZone(state.now, 'local');
	const shortZone: Line = [plain(state.isLocalTime ? local : 'UTC')];
	const longZone: Line = [plain(state.isLocalTime ? `local ${local}` : local === 'UTC' ? 'UTC' : `UTC (local ${local})`)];
	const dated: Line = [toned(state.showsDatedOdcrs ? 'accent' : 'dim', `o dated ODCRs ${state.showsDatedOdcrs ? glyphs.on : glyphs.off}`)];
	return [[range, scale, longZone, dated], [range, scale, longZone], [range, scale, shortZone], [range, shortZone], [range]];
}
