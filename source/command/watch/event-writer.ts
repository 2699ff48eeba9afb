import {eventJson} from '../../core/events/event-json.js';
import {type CapacityEvent, type Happening, mostEvents} from '../../core/events/events.js';

type Sink = Pick<NodeJS.WriteStream, 'write' | 'once'>;

export type EventWriter = {
	/** Writes the event, or keeps it until the reader has caught up. */
	readonly write: (happening: Happening, at: Date) => void;
	/** Writes what was kept, whether or not the reader keeps up. */
	readonly flush: () => void;
};

/**
Events as lines, numbered from 1 without gaps.

A reader that is slower than the events makes them wait in memory; of more than `most` the oldest are dropped, and a note says
how many.
*/
export function createEventWriter(sink: Sink, most: number = mostEvents): EventWriter {
	let kept: Array<readonly [Happening, Date]> = [];
	let dropped = 0;
	let sequence = 0;
	let isBlocked = false;

	function writeLine(happening: Happening, at: Date): void {
		sequence += 1;
		const event: CapacityEvent = {...happening, at, sequence};
		if (!sink.write(`${JSON.stringify(eventJson(event))}\n`) && !isBlocked) {
			isBlocked = true;
			sink.once('drain', () => {
				isBlocked = false;
				flush();
			});
		}
	}

	function flush(): void {
		const events = kept;
		kept = [];
		const [first] = events;
		if (dropped > 0 && first !== undefined) {
			const text = `${dropped} events were dropped, since the reader of this stream is too slow.`;
			dropped = 0;
			writeLine({type: 'note', text}, first[1]);
		}

		for (const [happening, at] of events) {
			writeLine(happening, at);
		}
	}

	return {
		flush,
		write(happening, at) {
			if (!isBlocked) {
				writeLine(happening, at);
				return;
			}

			kept.push([happening, at]);
			if (kept.length > most) {
				kept.shift();
				dropped += 1;
			}
		},
	};
}
