import {isOver} from '../reservations/is-over.js';
import {type EndDate, endOf, type Reservation, type ReservationKind} from '../reservations/reservation.js';
import {sizeOf, usageOf} from '../reservations/usage.js';
import {pairRows} from '../rows/pair-rows.js';
import {isoText} from '../words/iso-text.js';
import {longestText} from '../words/safe-text.js';

/** The parts of a reservation whose changes are told. */
export type ChangedPart = 'new' | 'gone' | 'state' | 'total' | 'free' | 'used' | 'start' | 'end' | 'tags';

/**
One difference between two complete answers of a region.

`from` and `to` are AWS's states; instances for `total`, `free` and `used`; ISO 8601 in UTC for `start` and `end`, or
`unlimited`; `key=value` pairs, comma-separated and at most 1,024 characters, for `tags`, where `from` has what went and `to`
what came. `null` is unknown, or nothing on that side. `new` has the size in `to`, `gone` the last state in `from`.
*/
export type ReservationChange = {
	/** The key of the reservation. */
	readonly key: string;
	/** `CapacityReservationId`; `null` when AWS sent none. */
	readonly id: string | null;
	readonly kind: ReservationKind;
	readonly region: string;
	readonly instanceType: string | null;
	readonly what: ChangedPart;
	readonly from: string | number | null;
	readonly to: string | number | null;
};

/**
What changed from one complete answer of a region to the next, in the order of `after`, then what is gone.

Give it complete answers only: a region that failed has no rows, which is not the same as none. `free` and `used` are compared
while a reservation is live in both answers, since AWS's counts mean nothing in other states: when it becomes active, `state`
says so and its counts appear with it. `total` is compared until the reservation is over.
*/
export function diffReservations(before: readonly Reservation[], after: readonly Reservation[]): readonly ReservationChange[] {
	const changes: ReservationChange[] = [];
	for (const pair of pairRows(before, after)) {
		if (pair.before === null) {
			changes.push(changeOf(pair.after, 'new', null, sizeOf(pair.after)));
		} else if (pair.after === null) {
			changes.push(changeOf(pair.before, 'gone', pair.before.state, null));
		} else {
			addChanges(changes, pair.before, pair.after);
		}
	}

	return changes;
}

/** Whether it says that capacity moved, and not only a date or a tag. */
export function isCapacityChange({what}: ReservationChange): boolean {
	return what !== 'start' && what !== 'end' && what !== 'tags';
}

function changeOf(
	{key, id, kind, region, instanceType}: Reservation,
	what: ChangedPart,
	from: ReservationChange['from'],
	to: ReservationChange['to'],
): ReservationChange {
	return {key, id, kind, region, instanceType, what, from, to};
}

function addChanges(changes: ReservationChange[], before: Reservation, after: Reservation): void {
	const compare = (what: ChangedPart, from: ReservationChange['from'], to: ReservationChange['to']): void => {
		if (from !== to) {
			changes.push(changeOf(after, what, from, to));
		}
	};

	compare('state', before.state, after.state);
	if (!isOver(before) && !isOver(after)) {
		compare('total', sizeOf(before), sizeOf(after));
	}

	const usedBefore = usageOf(before);
	const usedAfter = usageOf(after);
	if (usedBefore !== null && usedAfter !== null) {
		compare('free', usedBefore.available, usedAfter.available);
		compare('used', usedBefore.used, usedAfter.used);
	}

	if (before.startDate?.getTime() !== after.startDate?.getTime()) {
		compare('start', dateText(before.startDate), dateText(after.startDate));
	}

	if (before.endDate.kind !== after.endDate.kind || endOf(before)?.getTime() !== endOf(after)?.getTime()) {
		compare('end', endText(before.endDate), endText(after.endDate));
	}

	if (before.tags !== after.tags) {
		compare('tags', pairsMissing(before.tags, after.tags), pairsMissing(after.tags, before.tags));
	}
}

function dateText(date: Date | null): string | null {
	return date === null ? null : isoText(date);
}

function endText(end: EndDate): string | null {
	switch (end.kind) {
		case 'unlimited':
			return 'unlimited';
		case 'limited':
			return isoText(end.at);
		case 'unknown':
			return null;
	}
}

/** The pairs of `tags` that `others` has not, or not with this value, by key. */
function pairsMissing(tags: Reservation['tags'], others: Reservation['tags']): string | null {
	const pairs = Object.keys(tags)
		.filter((key) => others[key] !== tags[key])
		.toSorted()
		.map((key) => `${key}=${tags[key]}`);
	return pairs.length === 0 ? null : shorten(pairs.join(', '));
}

/** Fifty tags of hostile length in each of thousands of remembered changes would be too much. */
function shorten(text: string): string {
	return text.length <= longestText ? text : `${text.slice(0, longestText - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
