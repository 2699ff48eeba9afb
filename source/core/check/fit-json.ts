import type {Reservation} from '../reservations/reservation.js';
import {isoText} from '../words/iso-text.js';
import type {CheckFit} from './find-fit.js';

/** A place that holds a run, in the keys of the JSON contract. */
export function fitFields({place, at, isNow, uses}: CheckFit) {
	return {
		kind: place.kind,
		now: isNow,
		starts_at: isoText(at),
		reservations: uses.map(({source, instances}) => ({
			...idsOf(source.reservation),
			instances,
			free: source.free,
			usable_until: dateOrNull(source.until),
			state: source.reservation.state,
		})),
	};
}

export function idsOf({id, capacityBlockId, kind, region, availabilityZone}: Reservation) {
	return {reservation_id: id, capacity_block_id: capacityBlockId, kind, region, availability_zone: availabilityZone};
}

export function dateOrNull(date: Date | null): string | null {
	return date === null ? null : isoText(date);
}
