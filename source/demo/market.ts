import {type Changing, valueAt} from './odcr-row.js';
import {regionOfZone} from './regions.js';

/** What AWS has for sale as Capacity Blocks, in all regions. */
export type Market = {
	readonly pools: readonly Pool[];
	/** Whether AWS has enabled the account for UltraServers, which it does not do by itself. */
	readonly hasUltraServers?: boolean;
};

/** Instances of one type in one zone, or UltraServers. */
export type Pool = {
	readonly instanceType: string;
	/** Then the counts and the rate are those of UltraServers: `u-p6e-gb200x72`. */
	readonly ultraserverType?: string;
	readonly availabilityZone: string;
	/** How many there are. */
	readonly size: number;
	/** US dollars for one of them and an hour. */
	readonly rate: Changing<number>;
	/** What others have booked. */
	readonly bookings?: readonly Booking[];
};

export type Booking = {
	readonly count: number;
	readonly start: Date;
	readonly end: Date;
	/** Absent: it was there from the beginning. */
	readonly booked?: Date;
	/** From then on the capacity is free again. */
	readonly dropped?: Date;
};

export type Span = {readonly start: Date; readonly end: Date};

const minute = 60_000;
const day = 86_400_000;
/** Capacity Blocks end at 11:30 UTC, in every region. */
const blockHour = 11.5 * 60 * minute;

export function poolsIn(market: Market | undefined, region: string): readonly Pool[] {
	return (market?.pools ?? []).filter(({availabilityZone}) => regionOfZone(availabilityZone) === region);
}

/** What is free in all of a span, as one can know it at `now`. */
export function freeIn({size, bookings = []}: Pool, {start, end}: Span, now: Date): number {
	const taken = bookings.filter(
		(booking) =>
			booking.start < end &&
			booking.end > start &&
			(booking.booked === undefined || now >= booking.booked) &&
			(booking.dropped === undefined || now < booking.dropped),
	);
	// The most is taken at the beginning of the span or of a booking in it.
	const moments = [start, ...taken.map((booking) => booking.start).filter((moment) => moment > start)];
	const most = moments.map((moment) =>
		taken.reduce((sum, booking) => (booking.start <= moment && booking.end > moment ? sum + booking.count : sum), 0),
	);
	return size - Math.max(...most);
}

/** The up-front fee as AWS writes it: US dollars, two decimal places. */
export function feeOf({rate}: Pool, count: number, {start, end}: Span, now: Date): string {
	const hours = (end.getTime() - start.getTime()) / (60 * minute);
	return (valueAt(rate, now) * count * hours).toFixed(2);
}

/** The first 11:30 UTC that is not before a moment. */
export function blockTimeFrom(moment: Date): Date {
	return new Date(Math.ceil((moment.getTime() - blockHour) / day) * day + blockHour);
}

/** What a zone is to a client that asks for all zones. */
export function zoneTypeOf(zone: string): 'availability-zone' | 'local-zone' {
	return /-\d+[a-z]$/.test(zone.slice(regionOfZone(zone).length)) ? 'local-zone' : 'availability-zone';
}
