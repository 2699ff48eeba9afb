import type {RegionFailureStatus} from '../regions/region-result.js';
import type {ReservationChange} from './changes.js';

/**
What happened, without when.

A `throttled` region is failing too, by AWS's will and not by a fault. Spans are in milliseconds.
*/
export type Happening =
	| {readonly type: 'reservation'; readonly change: ReservationChange}
	| {
			readonly type: 'region';
			readonly what: 'failed' | 'throttled';
			readonly region: string;
			readonly status: RegionFailureStatus;
			/** What failed and what to do next. */
			readonly message: string;
	  }
	| {
			readonly type: 'region';
			readonly what: 'recovered';
			readonly region: string;
			/** How it had failed last. */
			readonly status: RegionFailureStatus;
			/** Since the first failed answer of this outage. */
			readonly failedForMs: number;
	  }
	| {
			readonly type: 'credentials';
			readonly what: 'expired';
			readonly message: string;
			/** The first that said so, which may be alone in it; `null`: not even a connection could be made. */
			readonly region: string | null;
	  }
	| {readonly type: 'credentials'; readonly what: 'renewed'; readonly expiredForMs: number}
	/** Something that the person should know of the program itself, e.g. that its cache was damaged. */
	| {readonly type: 'note'; readonly text: string};

/** `sequence` counts up by one for each event of a run and never repeats. */
export type CapacityEvent = Happening & {readonly at: Date; readonly sequence: number};

/** Events that are kept. */
export const mostEvents = 5000;

/** Makes events of what happened at one moment, in its order; `first` is the sequence of the first one. */
export function numberEvents(happenings: readonly Happening[], at: Date, first: number): readonly CapacityEvent[] {
	return happenings.map((happening, place) => ({...happening, at, sequence: first + place}));
}

/**
The newest `most` events, newest first. `events` are in that order; `more` are newer and in the order in which they happened.

Nothing is looked at again: the cost is that of `more` and of one copy of at most `most` references.
*/
export function boundedEvents(
	events: readonly CapacityEvent[],
	more: readonly CapacityEvent[],
	most: number = mostEvents,
): readonly CapacityEvent[] {
	if (more.length === 0 && events.length <= most) {
		return events;
	}

	const newest = more.slice(Math.max(0, more.length - most)).toReversed();
	return [...newest, ...events.slice(0, most - newest.length)];
}
