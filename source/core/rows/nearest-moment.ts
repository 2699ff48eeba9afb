import {usableUntil} from '../reservations/expiry.js';
import {lifecycleOf} from '../reservations/lifecycle.js';
import {endOf, type Reservation} from '../reservations/reservation.js';
import {spanText} from '../words/span-text.js';

type Moment = {readonly reservation: Reservation; readonly what: 'start' | 'drain' | 'end'; readonly inMs: number};

/**
The start, start of drain or end that is nearest to `now`, in a few words; `null` when none is within `nearMs` before or after.

Starts count of what has not started, drains and ends of what is live: a moment that passed counts on, since AWS changes state
and counts some minutes late.
*/
export function nearestMoment(rows: readonly Reservation[], nearMs: number, now: Date): string | null {
	let nearest: Moment | null = null;
	for (const reservation of rows) {
		const lifecycle = lifecycleOf(reservation.state);
		if (lifecycle === 'upcoming') {
			nearest = nearer(nearest, momentAt(reservation, 'start', reservation.startDate, now));
		} else if (lifecycle === 'live') {
			nearest = nearer(nearest, momentAt(reservation, 'drain', reservation.kind === 'block' ? usableUntil(reservation) : null, now));
			nearest = nearer(nearest, momentAt(reservation, 'end', endOf(reservation), now));
		}
	}

	return nearest === null || Math.abs(nearest.inMs) > nearMs ? null : momentText(nearest);
}

function momentAt(reservation: Reservation, what: Moment['what'], at: Date | null, now: Date): Moment | null {
	return at === null ? null : {reservation, what, inMs: at.getTime() - now.getTime()};
}

function nearer(one: Moment | null, other: Moment | null): Moment | null {
	return one === null || (other !== null && Math.abs(other.inMs) < Math.abs(one.inMs)) ? other : one;
}

function momentText({reservation, what, inMs}: Moment): string {
	const subject = reservation.kind === 'block' ? 'a block' : 'an ODCR';
	const isPast = inMs <= 0;
	switch (what) {
		case 'start':
			return isPast ? `${subject} is late to start` : `${subject} starts in ${spanText(inMs)}`;
		case 'drain':
			return isPast ? `${subject} drains` : `${subject} drains in ${spanText(inMs)}`;
		case 'end':
			return isPast ? `${subject} is past its end` : `${subject} ends in ${spanText(inMs)}`;
	}
}
