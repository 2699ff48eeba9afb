import type {Reservation} from '../reservations/reservation.js';
import {naturalKey} from './natural-key.js';

type Value = number | string | null;

/** Each reservation's place among the distinct values, ascending; `count` is one more than the last place. */
export type Ranks = {readonly places: Uint32Array; readonly count: number};

/**
Turns what `read` finds, numbers only or words only, into whole numbers of the same order, `null` last.

Words are in natural order (`p5.4xlarge` before `p5.48xlarge`), those that differ only in case or in leading zeros are equal.
*/
export function rankBy(reservations: readonly Reservation[], read: (reservation: Reservation) => number | string | null): Ranks {
	const values = reservations.map(read);
	return values.some((value) => typeof value === 'string') ? rankWords(values) : rankNumbers(values);
}

/** The ranks that an order of all indexes by word stands for: equal words, which are next to each other, share one, and `null` has the last. */
export function rankOrder(order: Uint32Array, read: (index: number) => string | null): Ranks {
	const places = new Uint32Array(order.length);
	let before: string | null = null;
	let place = 0;
	for (let at = 0; at < order.length; at++) {
		const index = order[at] ?? 0;
		const word = read(index);
		place = word === before ? place : at;
		before = word;
		places[index] = word === null ? order.length : place;
	}

	return {places, count: order.length + 1};
}

/** Last to first; `null` stays last. */
export function reverseRanks({places, count}: Ranks): Ranks {
	const last = count - 1;
	return {places: places.map((place) => (place === last ? last : last - 1 - place)), count};
}

/** Orders indexes by rank, keeping the order of equals. Linear, where a comparison sort of 100,000 takes 50 ms. */
export function orderByRank(indexes: Uint32Array, {places, count}: Ranks): Uint32Array {
	const starts = new Uint32Array(count + 1);
	for (const place of places) {
		starts[place + 1] = (starts[place + 1] ?? 0) + 1;
	}

	for (let rank = 1; rank <= count; rank++) {
		starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
	}

	const ordered = new Uint32Array(indexes.length);
	for (const index of indexes) {
		const rank = places[index] ?? 0;
		const at = starts[rank] ?? 0;
		starts[rank] = at + 1;
		ordered[at] = index;
	}

	return ordered;
}

function rankNumbers(values: readonly Value[]): Ranks {
	// Infinity stands for null and sorts last.
	const numbers = new Float64Array(
		values.map((value) => (typeof value === 'number' && !Number.isNaN(value) ? value : Number.POSITIVE_INFINITY)),
	);
	const distinct = numbers.slice().sort();
	let count = 0;
	for (const number of distinct) {
		if (number !== Number.POSITIVE_INFINITY && (count === 0 || number !== distinct[count - 1])) {
			distinct[count++] = number;
		}
	}

	return {places: placesOf(numbers, (number) => placeOf(number, distinct, count)), count: count + 1};
}

function placesOf<Item>(items: ArrayLike<Item> & Iterable<Item>, placeOf: (item: Item) => number): Uint32Array {
	const places = new Uint32Array(items.length);
	let at = 0;
	for (const item of items) {
		places[at++] = placeOf(item);
	}

	return places;
}

/** Binary search: a map of as many numbers would take several times as long to build. */
function placeOf(number: number, distinct: Float64Array, count: number): number {
	let from = 0;
	let to = count;
	while (from < to) {
		const middle = (from + to) >>> 1;
		if ((distinct[middle] ?? 0) < number) {
			from = middle + 1;
		} else {
			to = middle;
		}
	}

	return from;
}

function rankWords(values: readonly Value[]): Ranks {
	const keyOf = new Map<Value, string>();
	for (const value of values) {
		if (typeof value === 'string' && !keyOf.has(value)) {
			keyOf.set(value, naturalKey(value));
		}
	}

	const rankOf = new Map<string, number>();
	// Without a comparison function, which would double the time.
	for (const key of [...keyOf.values()].sort()) {
		if (!rankOf.has(key)) {
			rankOf.set(key, rankOf.size);
		}
	}

	const placeOfWord = new Map<Value, number>([...keyOf].map(([word, key]) => [word, rankOf.get(key) ?? 0]));
	return {places: placesOf(values, (word) => placeOfWord.get(word) ?? rankOf.size), count: rankOf.size + 1};
}
