import type {Reservation} from '../reservations/reservation.js';

/** One reservation in two answers, and not the same object in both. `null`: not in that answer. */
export type RowPair =
	| {readonly before: null; readonly after: Reservation}
	| {readonly before: Reservation; readonly after: Reservation}
	| {readonly before: Reservation; readonly after: null};

/**
Finds by key what may differ between two answers of one region: in the order of `after`, then those that are no longer there.

Rows that are the same object are equal and cost one comparison; only the others are looked up.
*/
export function pairRows(before: readonly Reservation[], after: readonly Reservation[]): readonly RowPair[] {
	if (before === after) {
		return [];
	}

	const [old, fresh] = withoutUnmoved(before, after);
	const left = new Map(old.map((row) => [row.key, row]));
	const pairs: RowPair[] = [];
	for (const row of fresh) {
		const {key} = row;
		const known = left.get(key);
		left.delete(key);
		if (known === undefined) {
			pairs.push({before: null, after: row});
		} else if (known !== row) {
			pairs.push({before: known, after: row});
		}
	}

	for (const row of left.values()) {
		pairs.push({before: row, after: null});
	}

	return pairs;
}

/** Drops what both lists have at the same place, counted from the front or, where a row came or went, from the back. */
function withoutUnmoved(
	before: readonly Reservation[],
	after: readonly Reservation[],
): readonly [old: readonly Reservation[], fresh: readonly Reservation[]] {
	const shorter = Math.min(before.length, after.length);
	let front = 0;
	while (front < shorter && before[front] === after[front]) {
		front++;
	}

	let back = 0;
	while (back < shorter - front && before[before.length - 1 - back] === after[after.length - 1 - back]) {
		back++;
	}

	const old = before.slice(front, before.length - back);
	const fresh = after.slice(front, after.length - back);
	return [old.filter((row, place) => row !== fresh[place]), fresh.filter((row, place) => row !== old[place])];
}
