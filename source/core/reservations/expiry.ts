import {lifecycleOf} from './lifecycle.js';
import {endOf, type Reservation} from './reservation.js';

const minute = 60_000;

/** Before a block's end AWS starts to terminate its instances: 30 minutes, 60 for P6e-GB200 (EC2 User Guide, "Capacity Blocks for ML"). */
export function drainMinutes(instanceType: string | null): number {
	return instanceType?.startsWith('p6e-gb200') ? 60 : 30;
}

/**
The last moment at which the capacity can be counted on.

A block: the start of its drain, not its end. A limited ODCR: its end date (running instances go on as On-Demand).
`null`: no end, or the end is not known.
*/
export function usableUntil(reservation: Reservation): Date | null {
	const end = endOf(reservation);
	if (end === null || reservation.kind === 'odcr') {
		return end;
	}

	return new Date(end.getTime() - drainMinutes(reservation.instanceType) * minute);
}

/** The next moment that matters to the holder, and how far it is (milliseconds, negative when passed without AWS changing the state). */
export type NextMoment =
	| {readonly kind: 'starts' | 'drains' | 'ends'; readonly at: Date; readonly in: number}
	| {readonly kind: 'draining'; readonly at: Date; readonly in: number};

/** `null` when nothing is ahead: ended, troubled, unlimited, or AWS gave no date. */
export function nextMoment(reservation: Reservation, now: Date): NextMoment | null {
	const lifecycle = lifecycleOf(reservation.state);
	if (lifecycle === 'upcoming') {
		return reservation.startDate === null ? null : momentAt('starts', reservation.startDate, now);
	}

	const usable = usableUntil(reservation);
	const end = endOf(reservation);
	if (lifecycle !== 'live' || usable === null || end === null) {
		return null;
	}

	if (reservation.kind === 'odcr') {
		return momentAt('ends', end, now);
	}

	return now < usable ? momentAt('drains', usable, now) : momentAt('draining', end, now);
}

/**
Start to end in hours, fractional where AWS's is (a block bought for the same day).

`null` when either is unknown, and when AWS's end is before its start: that is no length.
*/
export function durationHours(reservation: Reservation): number | null {
	const end = endOf(reservation);
	return reservation.startDate === null || end === null || end < reservation.startDate
		? null
		: (end.getTime() - reservation.startDate.getTime()) / (60 * minute);
}

/** Whether AWS gave dates that contradict each other. */
export function endsBeforeStart(reservation: Reservation): boolean {
	const end = endOf(reservation);
	return reservation.startDate !== null && end !== null && end < reservation.startDate;
}

function momentAt<Kind extends NextMoment['kind']>(kind: Kind, at: Date, now: Date): {kind: Kind; at: Date; in: number} {
	return {kind, at, in: at.getTime() - now.getTime()};
}
