import type {Histories, Sample} from '../events/history.js';
import type {Reservation} from '../reservations/reservation.js';

/** Since when some of it has been idle without a break, and how much has been since. */
export type IdleSince = {readonly since: Date; readonly instanceHours: number};

/**
When it went idle, as it was watched: it was full before, or it began while its region was watched (`firstReadAt`). `null`: not known, as
of everything that was idle already when the watch began.
*/
export function idleSince(reservation: Reservation, histories: Histories, firstReadAt: Date | null, now: Date): IdleSince | null {
	const samples = histories.get(reservation.key)?.samples ?? [];
	const before = samples.findLastIndex((sample) => idleIn(sample) !== null && idleIn(sample) === 0);
	const unknown = samples.findLastIndex((sample) => idleIn(sample) === null);
	const idle = samples.slice(before + 1);
	const [first] = idle;
	if (first === undefined || unknown > before || (before === -1 && !hasBegunIn(reservation, firstReadAt))) {
		return null;
	}

	const milliseconds = idle.reduce((sum, sample, index) => {
		const until = idle[index + 1]?.at ?? now;
		return sum + (idleIn(sample) ?? 0) * Math.max(0, until.getTime() - sample.at.getTime());
	}, 0);
	return {since: first.at, instanceHours: milliseconds / hour};
}

const hour = 3_600_000;

/** What was there before may have been idle before, too: a share that was accepted, say. */
function hasBegunIn({startDate, createDate}: Reservation, firstReadAt: Date | null): boolean {
	const start = startDate ?? createDate;
	return start !== null && firstReadAt !== null && start >= firstReadAt;
}

function idleIn({used, total}: Sample): number | null {
	return used === null || total === null ? null : Math.max(0, total - used);
}
