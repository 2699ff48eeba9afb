import {madeOnce} from '../reservations/made-once.js';
import type {Reservation} from '../reservations/reservation.js';

/**
Everything that search looks through: the words of the columns, of the details' ids and of the tags. Dates and counts are not in it: a `16`
in a date would find half of the rows.

Lower-case, one field a line so that no word spans two. Made once per reservation.
*/
export const haystackOf = madeOnce(buildHaystack);

function buildHaystack(reservation: Reservation): string {
	const {instanceType, region, availabilityZone, availabilityZoneId, id, capacityBlockId, state, ownerId, tags} = reservation;
	const {accelerator, instanceMatchCriteria, instancePlatform, tenancy, interruptible} = reservation;
	let haystack = `${instanceType ?? ''}\n${region}\n${availabilityZone ?? ''}\n${availabilityZoneId ?? ''}\n${id ?? ''}\n${capacityBlockId ?? ''}\n${state ?? ''}\n${ownerId ?? ''}`;
	haystack += `\n${accelerator?.name ?? ''}\n${instanceMatchCriteria ?? ''}\n${instancePlatform ?? ''}\n${tenancy ?? ''}`;
	if (interruptible === true) {
		haystack += '\ninterruptible';
	}

	// The name is the tag `Name`.
	for (const key of Object.keys(tags)) {
		haystack += `\n${key}=${tags[key]}`;
	}

	return haystack.toLowerCase();
}
