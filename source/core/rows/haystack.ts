import type {Reservation} from '../reservations/reservation.js';

const haystacks = new WeakMap<Reservation, string>();

/** Everything that search looks through, lower-case, one field a line so that no word spans two. Made once per reservation. */
export function haystackOf(reservation: Reservation): string {
	const known = haystacks.get(reservation);
	if (known !== undefined) {
		return known;
	}

	const haystack = buildHaystack(reservation);
	haystacks.set(reservation, haystack);
	return haystack;
}

function buildHaystack(reservation: Reservation): string {
	const {instanceType, region, availabilityZone, availabilityZoneId, id, capacityBlockId, state, ownerId, tags} = reservation;
	let haystack = `${instanceType ?? ''}\n${region}\n${availabilityZone ?? ''}\n${availabilityZoneId ?? ''}\n${id ?? ''}\n${capacityBlockId ?? ''}\n${state ?? ''}\n${ownerId ?? ''}`;
	// The name is the tag `Name`.
	for (const key of Object.keys(tags)) {
		haystack += `\n${key}=${tags[key]}`;
	}

	return haystack.toLowerCase();
}
