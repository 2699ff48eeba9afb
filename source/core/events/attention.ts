import {drainWarning} from '../reservations/countdown.js';
import {nameOf, type Reservation} from '../reservations/reservation.js';
import {freeOf, sizeOf} from '../reservations/usage.js';
import {counted} from '../words/counted.js';
import type {ReservationChange} from './changes.js';
import {describeEvent} from './describe-event.js';
import type {Happening} from './events.js';

/** Something worth a bell or a notification, in one line. */
export type Attention = {readonly kind: 'capacity' | 'active' | 'drain' | 'credentials'; readonly text: string};

/** The drain level that each live block was last seen at, by key; `null`: none yet. */
export type AttentionState = ReadonlyMap<string, number | null>;

export type AttentionInput = {
	/** What happened since the last call. */
	readonly happenings: readonly Happening[];
	/** The reservations that are watched: those that match the filters, `minCapacity` not counted among them, and the followed ones. */
	readonly rows: readonly Reservation[];
	/** Free instances of one reservation that are waited for; `null`: none are. */
	readonly minCapacity: number | null;
	/** Keys of the reservations that the person follows. */
	readonly followed: ReadonlySet<string>;
	readonly now: Date;
};

export type Attended = {readonly attention: readonly Attention[]; readonly state: AttentionState};

export const nothingAttended: AttentionState = new Map();

/**
What deserves attention now, each crossing once: a reservation's free instances reached `minCapacity`, a followed one became
active, a block reached the next drain warning, the credentials expired.

What was so when it was first read is not news: capacity, states and credentials ring by their events, and a block's first
look only notes how near its end is. After a long sleep a block rings for the level that it is at, not for each one passed.
*/
export function attentionOf(state: AttentionState, {happenings, rows, minCapacity, followed, now}: AttentionInput): Attended {
	const credentials = happenings.flatMap((happening): readonly Attention[] =>
		happening.type === 'credentials' && happening.what === 'expired' ? [{kind: 'credentials', text: describeEvent(happening).to}] : [],
	);
	const changes = happenings.flatMap((happening) => (happening.type === 'reservation' ? [happening.change] : []));
	const changed = changedRows(rows, changes);
	const drains = drainsOf(state, rows, now);
	const attention = [
		...credentials,
		...(minCapacity === null ? [] : changed.flatMap((row) => capacityOf(row, minCapacity))),
		...changed.flatMap((row) => (followed.has(row.reservation.key) ? activeOf(row) : [])),
		...drains.attention,
	];
	// The reservations of one UltraServer block say the same.
	return {attention: [...new Map(attention.map((each) => [each.text, each])).values()], state: drains.state};
}

type ChangedRow = {readonly reservation: Reservation; readonly changes: readonly ReservationChange[]};

function changedRows(rows: readonly Reservation[], changes: readonly ReservationChange[]): readonly ChangedRow[] {
	if (changes.length === 0) {
		return [];
	}

	const byKey = new Map<string, ReservationChange[]>();
	for (const change of changes) {
		byKey.set(change.key, [...(byKey.get(change.key) ?? []), change]);
	}

	return rows.flatMap((reservation) => {
		const own = byKey.get(reservation.key);
		return own === undefined ? [] : [{reservation, changes: own}];
	});
}

function capacityOf({reservation, changes}: ChangedRow, minCapacity: number): readonly Attention[] {
	const free = freeOf(reservation);
	const isReached = changes.some(
		({what, from}) => what === 'new' || what === 'state' || (what === 'free' && (typeof from !== 'number' || from < minCapacity)),
	);
	return free === null || free < minCapacity || !isReached
		? []
		: [{kind: 'capacity', text: `${subjectOf(reservation)} has ${counted(free, 'free instance')}, ${minCapacity} wanted.`}];
}

function activeOf({reservation, changes}: ChangedRow): readonly Attention[] {
	const isNews = reservation.state === 'active' && changes.some(({what}) => what === 'new' || what === 'state');
	const size = sizeOf(reservation);
	return isNews
		? [{kind: 'active', text: `${subjectOf(reservation)} is active${size === null ? '' : ` with ${counted(size, 'instance')}`}.`}]
		: [];
}

function drainsOf(state: AttentionState, rows: readonly Reservation[], now: Date): Attended {
	const next = new Map<string, number | null>();
	const attention: Attention[] = [];
	for (const reservation of rows) {
		if (reservation.kind !== 'block' || reservation.state !== 'active') {
			continue;
		}

		const warning = drainWarning(reservation, now);
		const before = state.get(reservation.key);
		next.set(reservation.key, warning?.level ?? null);
		if (warning !== null && before !== undefined && (before === null || warning.level < before)) {
			attention.push({kind: 'drain', text: `${subjectOf(reservation)}: ${warning.text}.`});
		}
	}

	return {attention, state: next};
}

/** `cb-0a1b (train-a) p5.48xlarge us-east-1a`. */
function subjectOf(reservation: Reservation): string {
	const {id, key, capacityBlockId, instanceType, availabilityZone, region} = reservation;
	const name = nameOf(reservation);
	return [
		reservation.kind === 'block' ? (capacityBlockId ?? id ?? key) : (id ?? key),
		...(name === null ? [] : [`(${name})`]),
		...(instanceType === null ? [] : [instanceType]),
		availabilityZone ?? region,
	].join(' ');
}
