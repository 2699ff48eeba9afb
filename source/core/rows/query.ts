import {lifecycleOf} from '../reservations/lifecycle.js';
import type {Reservation} from '../reservations/reservation.js';
import {freeOf, sizeOf} from '../reservations/usage.js';
import {compileGlob} from './glob.js';
import {haystackOf} from './haystack.js';

/** What to show. Every part that is set must hold. */
export type Query = {
	/** Exact names or globs (`p5*`, `*.48xlarge`), in any case; empty: every type. */
	readonly instanceTypes: readonly string[];
	/** Only types with a GPU or ML accelerator. */
	readonly gpuOnly: boolean;
	/** Only live reservations that have free instances; an unknown number of free instances does not count. */
	readonly availableOnly: boolean;
	/** Only the states `active` and `scheduled`, literally. */
	readonly activeOnly: boolean;
	/** Only what is delayed, failed, unavailable or in a state that is not known. */
	readonly troubledOnly: boolean;
	/** Also expired, cancelled and unsupported ones. */
	readonly includeEnded: boolean;
	/** Instances: free ones of an ODCR, the size of a block. `null`: any. */
	readonly minCapacity: number | null;
	/** Words that all must occur in some field; `!word` must not. */
	readonly search: string;
};

/** The names of the parts of a query. */
export type QueryPart = keyof Query;

export type Predicate = (reservation: Reservation) => boolean;

/**
`hidden` counts all that are not shown, `endedHidden` those of them that only being ended hides, `endedFiltered` those that are ended and
that the filters would hide anyway. The rest is what clearing the filters brings back.
*/
export type QuerySplit = {
	readonly shown: readonly Reservation[];
	readonly hidden: number;
	readonly endedHidden: number;
	readonly endedFiltered: number;
};

export const emptyQuery: Query = {
	instanceTypes: [],
	gpuOnly: false,
	availableOnly: false,
	activeOnly: false,
	troubledOnly: false,
	includeEnded: false,
	minCapacity: null,
	search: '',
};

export function matches(reservation: Reservation, query: Query): boolean {
	return compileQuery(query)(reservation);
}

/** Reads globs and search words once, for many reservations. */
export function compileQuery(query: Query): Predicate {
	const isWanted = compileFilters(query);
	return query.includeEnded ? isWanted : (reservation) => !isEnded(reservation) && isWanted(reservation);
}

export function splitByQuery(reservations: readonly Reservation[], query: Query): QuerySplit {
	const isWanted = compileFilters(query);
	const shown: Reservation[] = [];
	let endedHidden = 0;
	let endedFiltered = 0;
	for (const reservation of reservations) {
		if (!isWanted(reservation)) {
			endedFiltered += Number(isEnded(reservation));
		} else if (query.includeEnded || !isEnded(reservation)) {
			shown.push(reservation);
		} else {
			endedHidden++;
		}
	}

	return {shown, hidden: reservations.length - shown.length, endedHidden, endedFiltered};
}

/** The parts that differ from `emptyQuery`, so that a screen can name every one of them. */
export function activeParts(query: Query): readonly QueryPart[] {
	const parts: QueryPart[] = [];
	for (const part of Object.keys(emptyQuery) as QueryPart[]) {
		if (isActive(query, part)) {
			parts.push(part);
		}
	}

	return parts;
}

function isActive(query: Query, part: QueryPart): boolean {
	switch (part) {
		case 'instanceTypes':
			return query.instanceTypes.length > 0;
		case 'minCapacity':
			return query.minCapacity !== null;
		case 'search':
			return Object.values(wordsOf(query.search)).some((words) => words.length > 0);
		case 'gpuOnly':
		case 'availableOnly':
		case 'activeOnly':
		case 'troubledOnly':
		case 'includeEnded':
			return query[part];
	}
}

/** All of the query but the hiding of ended ones; the cheap tests come first. */
function compileFilters(query: Query): Predicate {
	const filters: Predicate[] = [];
	if (query.gpuOnly) {
		filters.push((reservation) => reservation.accelerator !== null);
	}

	if (query.activeOnly) {
		filters.push((reservation) => reservation.state === 'active' || reservation.state === 'scheduled');
	}

	if (query.troubledOnly) {
		filters.push((reservation) => lifecycleOf(reservation.state) === 'troubled');
	}

	if (query.availableOnly) {
		filters.push((reservation) => (freeOf(reservation) ?? 0) > 0);
	}

	const {minCapacity} = query;
	if (minCapacity !== null) {
		filters.push((reservation) => hasCapacity(reservation, minCapacity));
	}

	if (query.instanceTypes.length > 0) {
		filters.push(compileTypes(query.instanceTypes));
	}

	if (activeParts(query).includes('search')) {
		const isFound = compileSearch(query.search);
		filters.push((reservation) => isFound(haystackOf(reservation)));
	}

	return (reservation) => filters.every((isWanted) => isWanted(reservation));
}

/** Reads the words of a search once, for many texts in lower case: all words are in it, and none of those with a `!`. */
export function compileSearch(search: string): (haystack: string) => boolean {
	const {wanted, unwanted} = wordsOf(search);
	return (haystack) => hasWords(haystack, wanted, unwanted);
}

function hasCapacity(reservation: Reservation, instances: number): boolean {
	const capacity = reservation.kind === 'odcr' ? freeOf(reservation) : sizeOf(reservation);
	return capacity !== null && capacity >= instances;
}

/** An account has few types and many reservations: each type is compared once. */
function compileTypes(patterns: readonly string[]): Predicate {
	const globs = patterns.map((pattern) => compileGlob(pattern));
	const answers = new Map<string, boolean>();
	return ({instanceType}) => {
		if (instanceType === null) {
			return false;
		}

		const known = answers.get(instanceType);
		if (known !== undefined) {
			return known;
		}

		const answer = globs.some((isMatch) => isMatch(instanceType));
		answers.set(instanceType, answer);
		return answer;
	};
}

function wordsOf(search: string): {readonly wanted: readonly string[]; readonly unwanted: readonly string[]} {
	const words = search.toLowerCase().split(/\s+/);
	return {
		wanted: words.filter((word) => word !== '' && !word.startsWith('!')),
		// A lone `!` is a word that is still being typed.
		unwanted: words.filter((word) => word.startsWith('!') && word.length > 1).map((word) => word.slice(1)),
	};
}

function hasWords(haystack: string, wanted: readonly string[], unwanted: readonly string[]): boolean {
	return wanted.every((word) => haystack.includes(word)) && !unwanted.some((word) => haystack.includes(word));
}

function isEnded(reservation: Reservation): boolean {
	return lifecycleOf(reservation.state) === 'ended';
}
