import {describeEvent} from '../core/describe-event.js';
import type {CapacityEvent} from '../core/events.js';
import {compileSearch} from '../core/query.js';
import {createSelector} from './create-selector.js';
import type {DataState, ViewState} from './types.js';

/** The events that the search finds, newest first; filters of reservations do not apply to them. */
export const selectShownEvents = createSelector(
	(state: DataState) => state.events,
	(state: ViewState) => state.query.search,
	(events, search): readonly CapacityEvent[] => {
		const isFound = compileSearch(search);
		return events.filter((event) => {
			const {subject, what, from, to} = describeEvent(event);
			const about = event.type === 'reservation' ? `${event.change.instanceType} ${event.change.region}` : '';
			return isFound([subject, what, from, to, about].join(' ').toLowerCase());
		});
	},
);
