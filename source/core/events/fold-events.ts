import type {ReservationChange} from './changes.js';
import type {CapacityEvent} from './events.js';

/** One line of a list of events: an event, and for a change of `free` the change of `used` that it came with (`null`: none). */
export type EventEntry = {readonly event: CapacityEvent; readonly used: ReservationChange | null};

/**
The events as a person wants to read them: a launch takes as many from `free` as it adds to `used`, which are two events and one thing.

`events` are newest first. Folded is what one answer said of one reservation; the order and all other events are as they were.
*/
export function foldEvents(events: readonly CapacityEvent[]): readonly EventEntry[] {
	const entries: EventEntry[] = [];
	for (const event of events) {
		const newer = entries.at(-1);
		const used = newer === undefined ? null : usedBeside(event, newer);
		if (used === null) {
			entries.push({event, used: null});
		} else {
			entries[entries.length - 1] = {event, used};
		}
	}

	return entries;
}

/** Within an answer `used` is told right after `free`. */
function usedBeside(event: CapacityEvent, {event: newer}: EventEntry): ReservationChange | null {
	return event.type === 'reservation' &&
		newer.type === 'reservation' &&
		event.change.what === 'free' &&
		newer.change.what === 'used' &&
		event.change.key === newer.change.key &&
		event.at.getTime() === newer.at.getTime()
		? newer.change
		: null;
}
