import {describeEvent} from '../core/events/describe-event.js';
import {type EventEntry, foldEvents} from '../core/events/fold-events.js';
import {compileSearch} from '../core/rows/query.js';
import {createSelector} from './create-selector.js';
import type {DataState, ViewState} from './types.js';

/** All events as lines, newest first. */
export const selectEventEntries = createSelector((state: DataState) => state.events, foldEvents);

/** The lines that the search finds; filters of reservations do not apply to them. */
export const selectShownEvents = createSelector(
	selectEventEntries,
	(state: ViewState) => state.query.search,
	(entries, search): readonly EventEntry[] => {
		const isFound = compileSearch(search);
		return entries.filter((entry) => isFound(haystackOf(entry)));
	},
);

function haystackOf({event, used}: EventEntry): string {
	const about = event.type === 'reservation' ? `${event.change.instanceType} ${event.change.region}` : '';
	const also = used === null ? [] : Object.values(describeEvent({type: 'reservation', change: used}));
	return [...Object.values(describeEvent(event)), ...also, about].join(' ').toLowerCase();
}
