import type {CapacityError} from '../errors.js';
import {hasAnswered, isComplete, type RegionResult} from '../regions/region-result.js';
import type {CapacitySnapshot} from '../regions/snapshot.js';
import {isOver} from '../reservations/is-over.js';
import type {Reservation} from '../reservations/reservation.js';
import {freeOf} from '../reservations/usage.js';
import {compileQuery} from '../rows/query.js';
import type {WaitGoal} from './wait-goal.js';

/**
One finished refresh: what each asked region answered, none twice. `directory`: the list that regions not asked for by name
came from. `error`: why it could not even begin.
*/
export type WaitRound = Pick<CapacitySnapshot, 'regions' | 'asked'> &
	Partial<Pick<CapacitySnapshot, 'directory'>> & {readonly error?: CapacityError};

/** What earlier rounds have shown. */
export type WaitState = {
	/** Rounds running in which every asked region answered and the subject was not found, by the subject's name. */
	readonly missing: ReadonlyMap<string, number>;
	/** Names of the subjects that were found at least once. */
	readonly seen: ReadonlySet<string>;
	/** Rounds running in which nothing could be read. */
	readonly unreadable: number;
	/** Regions that answered at least once. */
	readonly readable: ReadonlySet<string>;
};

export type WaitNumbers = {
	/** Free instances that count: added up, or the most in a single reservation. `null`: unknown. */
	readonly free: number | null;
	/** `null`: it is not instances that are waited for. */
	readonly wanted: number | null;
	readonly regionsAsked: number;
	readonly regionsAnswered: number;
};

/** One id, or the whole query, whose name is empty. */
export type WaitSubject = {
	readonly name: string;
	/** What was found of it in the regions that answered this round. */
	readonly rows: readonly Reservation[];
	readonly missing: number;
	readonly wasSeen: boolean;
};

/** What a verdict is made of. */
export type WaitFindings = {
	readonly subjects: readonly WaitSubject[];
	/** All rows of the subjects, none twice. */
	readonly rows: readonly Reservation[];
	/** Every asked region answered in this round, and these are all that there are. */
	readonly isWhole: boolean;
	readonly numbers: WaitNumbers;
	/** Why the round, one of its regions or the list of them could not be read; `null` when all were. */
	readonly failure: string | null;
	/** For the next round. */
	readonly state: WaitState;
};

/** Only rows of regions that answered in this very round are in the findings. */
export function findWaited(goal: WaitGoal, before: WaitState, round: WaitRound): WaitFindings {
	const answered = round.regions.filter(hasAnswered);
	const found = findSubjects(
		goal,
		answered.flatMap(({reservations}) => reservations),
	);
	const standIn = standInOf(round);
	// That a region which was never read is not enabled is no failure; of one that was it is.
	const expected = round.regions.map(({region}) => region).filter((region) => before.readable.has(region) || round.asked?.includes(region));
	const isWhole = answered.length > 0 && isComplete(round.regions, expected) && untold(round) === 0 && standIn === null;
	const state = nextState(before, found, isWhole, answered);
	const rows = [...new Set([...found.values()].flat())];
	return {
		subjects: [...found].map(([name, own]) => ({
			name,
			rows: own,
			missing: state.missing.get(name) ?? 0,
			wasSeen: state.seen.has(name),
		})),
		rows,
		isWhole,
		numbers: {...countFree(goal, rows), regionsAsked: countAsked(round, expected), regionsAnswered: answered.length},
		failure: failureIn(round, expected) ?? standIn,
		state,
	};
}

function findSubjects({target, until}: WaitGoal, rows: readonly Reservation[]): ReadonlyMap<string, readonly Reservation[]> {
	if (target.kind === 'ids') {
		return new Map(target.ids.map((name) => [name, rows.filter(({id, capacityBlockId}) => id === name || capacityBlockId === name)]));
	}

	// The state that is waited for must not be a filter too: it would hide what has not reached it yet.
	const isWanted = compileQuery({...target.query, availableOnly: false, activeOnly: false, minCapacity: null, includeEnded: true});
	const found = rows.filter((row) => target.kinds.includes(row.kind) && isWanted(row) && (until.kind === 'ended' || !isOver(row)));
	return new Map([['', found]]);
}

function nextState(
	before: WaitState,
	found: ReadonlyMap<string, readonly Reservation[]>,
	isWhole: boolean,
	answered: readonly RegionResult[],
): WaitState {
	const missing = [...found.keys()].filter((name) => isWhole && found.get(name)?.length === 0);
	const seen = [...found.keys()].filter((name) => found.get(name)?.length !== 0);
	return {
		missing: new Map(missing.map((name) => [name, (before.missing.get(name) ?? 0) + 1])),
		seen: new Set([...before.seen, ...seen]),
		unreadable: answered.length > 0 ? 0 : before.unreadable + 1,
		readable: new Set([...before.readable, ...answered.map(({region}) => region)]),
	};
}

function countFree({until}: WaitGoal, rows: readonly Reservation[]): Pick<WaitNumbers, 'free' | 'wanted'> {
	const counts = rows.map(freeOf).filter((free) => free !== null);
	const isSingle = until.kind === 'available' && until.isSingle;
	const free = counts.reduce((sum, count) => (isSingle ? Math.max(sum, count) : sum + count), 0);
	return {free: counts.length === 0 ? null : free, wanted: until.kind === 'available' ? until.minCapacity : null};
}

/** Regions asked for by name of which the round says nothing. */
function untold({asked, regions}: WaitRound): number {
	const told = new Set(regions.map(({region}) => region));
	return (asked ?? []).filter((region) => !told.has(region)).length;
}

/** What is said of the built-in list, when it stands in: regions that the account has opted in to are not in it. */
function standInOf({asked, directory}: WaitRound): string | null {
	return asked === null && directory?.origin === 'builtin' ? directory.note : null;
}

/** A region that is merely not enabled counts only when an answer of it is expected. */
function countAsked(round: WaitRound, expected: readonly string[]): number {
	return round.regions.filter(({region, status}) => status !== 'not_enabled' || expected.includes(region)).length + untold(round);
}

function failureIn({regions, error}: WaitRound, expected: readonly string[]): string | null {
	if (error !== undefined) {
		return error.message;
	}

	const failed = regions.flatMap((result) => (hasAnswered(result) || isComplete([result], expected) ? [] : [result]));
	const [first] = failed;
	if (first === undefined) {
		return null;
	}

	const why = `${first.region}: ${forWait(first.failure.message)}`;
	return failed.length === 1 ? why : `${why.replace(/\.$/, '')}; ${failed.length - 1} more failed.`;
}

/** The `--timeout` of a wait is its patience, and gives no region more time. */
function forWait(message: string): string {
	return message.replace(/allow more with --timeout, (?:or )?/, '');
}
