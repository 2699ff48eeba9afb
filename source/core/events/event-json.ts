import {isoText} from '../words/iso-text.js';
import type {CapacityEvent} from './events.js';

/** One line of `watch -o ndjson`: schema/event-v1.schema.json. */
export type EventFields = ReturnType<typeof eventJson>;

/** The event with the names of the JSON contract. `null` is unknown, or nothing on that side; spans are in whole seconds. */
export function eventJson(event: CapacityEvent) {
	const head = {type: event.type, sequence: event.sequence, at: isoText(event.at)};
	switch (event.type) {
		case 'reservation': {
			const {id, kind, region, instanceType, what, from, to} = event.change;
			return {...head, reservation_id: id, kind, region, instance_type: instanceType, what, from, to};
		}

		case 'region': {
			const {region, what, status} = event;
			return event.what === 'recovered'
				? {...head, region, what, status, message: null, failed_for_seconds: seconds(event.failedForMs)}
				: {...head, region, what, status, message: event.message, failed_for_seconds: null};
		}

		case 'credentials':
			return event.what === 'expired'
				? {...head, what: event.what, message: event.message, expired_for_seconds: null}
				: {...head, what: event.what, message: null, expired_for_seconds: seconds(event.expiredForMs)};
		case 'note':
			return {...head, message: event.text};
	}
}

function seconds(milliseconds: number): number {
	return Math.max(0, Math.floor(milliseconds / 1000));
}
