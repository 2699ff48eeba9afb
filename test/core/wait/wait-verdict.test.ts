import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {CapacityError} from '../../../source/core/errors.js';
import type {RegionFailureStatus, RegionResult} from '../../../source/core/regions/region-result.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {emptyQuery, type Query} from '../../../source/core/rows/query.js';
import type {WaitRound} from '../../../source/core/wait/wait-findings.js';
import type {WaitCondition, WaitGoal} from '../../../source/core/wait/wait-goal.js';
import {type WaitVerdict, waitBegins, waitVerdict} from '../../../source/core/wait/wait-verdict.js';
import {block, reservation} from '../../helpers/reservation.js';
import {reservations} from '../arbitrary.js';

const fetchedAt = new Date('2026-11-23T10:13:00Z');
const east = 'us-east-1';
const west = 'us-west-2';

function ok(rows: readonly Reservation[], region = east): RegionResult {
	return {region, status: rows.length === 0 ? 'empty' : 'ok', reservations: rows, fetchedAt};
}

function failed(status: RegionFailureStatus, region = west): RegionResult {
	return {region, status, failure: {status, code: 'Code', message: `It is ${status}.`, requestId: null}};
}

function round(...regions: readonly RegionResult[]): WaitRound {
	return {regions, asked: null};
}

function ids(until: WaitCondition, ...names: readonly string[]): WaitGoal {
	return {target: {kind: 'ids', ids: names}, until};
}

function query(until: WaitCondition, parts: Partial<Query> = {}): WaitGoal {
	return {target: {kind: 'query', query: {...emptyQuery, ...parts}, kinds: ['odcr', 'block']}, until};
}

function free(minCapacity: number, isSingle = false): WaitCondition {
	return {kind: 'available', minCapacity, isSingle};
}

const active: WaitCondition = {kind: 'active'};
const ended: WaitCondition = {kind: 'ended'};

/** The verdicts of rounds that follow each other. */
function wait(goal: WaitGoal, ...rounds: readonly WaitRound[]): readonly WaitVerdict[] {
	let state = waitBegins;
	return rounds.map((each) => {
		const verdict = waitVerdict(goal, state, each);
		state = verdict.state;
		return verdict;
	});
}

function told(goal: WaitGoal, ...rounds: readonly WaitRound[]): readonly string[] {
	return wait(goal, ...rounds).map(({verdict, because}) => `${verdict}: ${because}`);
}

function verdicts(goal: WaitGoal, ...rounds: readonly WaitRound[]): readonly string[] {
	return wait(goal, ...rounds).map(({verdict}) => verdict);
}

const a = reservation({id: 'cr-a', availableInstanceCount: 2});
const b = reservation({id: 'cr-b', region: west, totalInstanceCount: 8, availableInstanceCount: 3});
const nothing = ok([]);

describe('for free instances', () => {
	test('adds them up over what matches', () => {
		expect(told(query(free(5)), round(ok([a]), ok([b], west)))).toEqual(['satisfied: 5 instances free, 5 wanted: cr-b 3, cr-a 2.']);
		expect(told(query(free(6)), round(ok([a]), ok([b], west)))).toEqual(['waiting: 5 of 6 wanted instances free.']);
	});

	test('wants them in a single reservation when told so', () => {
		expect(told(query(free(4, true)), round(ok([a]), ok([b], west)))).toEqual([
			'waiting: 3 of 4 wanted instances free in one reservation.',
		]);
		expect(told(query(free(3, true)), round(ok([a]), ok([b], west)))).toEqual(['satisfied: 3 instances free, 3 wanted: cr-b 3.']);
	});

	test('is satisfied by what is seen, whichever regions are missing', () => {
		expect(verdicts(query(free(2)), round(ok([a]), failed('timeout')))).toEqual(['satisfied']);
		expect(told(query(free(3)), round(ok([a]), failed('timeout')))).toEqual([
			'waiting: 2 of 3 wanted instances free; 1 of 2 regions answered (us-west-2: It is timeout).',
		]);
	});

	test('does not count what it saw in an earlier round, of a region that fails now', () => {
		expect(
			told(
				query(free(5)),
				round(ok([a]), ok([{...b, availableInstanceCount: 2}], west)),
				round(ok([{...a, availableInstanceCount: 4}]), failed('throttled')),
			),
		).toEqual([
			'waiting: 4 of 5 wanted instances free.',
			'waiting: 4 of 5 wanted instances free; 1 of 2 regions answered (us-west-2: It is throttled).',
		]);
		expect(
			verdicts(ids(free(1), 'cr-b'), round(nothing, ok([{...b, availableInstanceCount: 0}], west)), round(nothing, failed('timeout'))),
		).toEqual(['waiting', 'waiting']);
	});

	test('of several failures one is told, and how many more there are; --timeout, which is the patience here, is no advice', () => {
		const silent: RegionResult = {
			region: 'eu-west-1',
			status: 'timeout',
			failure: {
				status: 'timeout',
				code: 'Timeout',
				message: 'No answer for 30 s: allow more with --timeout, or leave the region out with --regions.',
				requestId: null,
			},
		};
		expect(told(ids(active, 'cr-x'), round(ok([]), silent, failed('denied')), round(ok([]), silent))).toEqual([
			'waiting: cr-x not found; 1 of 3 regions answered (eu-west-1: No answer for 30 s: leave the region out with --regions; 1 more failed).',
			'waiting: cr-x not found; 1 of 2 regions answered (eu-west-1: No answer for 30 s: leave the region out with --regions).',
		]);
	});

	test('says at least while AWS has not counted a live one', () => {
		const silent = reservation({id: 'cr-c', availableInstanceCount: null});
		expect(told(query(free(5)), round(ok([a, silent])), round(ok([a, b, silent])))).toEqual([
			'waiting: at least 2 of 5 wanted instances free.',
			'satisfied: at least 5 instances free, 5 wanted: cr-b 3, cr-a 2.',
		]);
		expect(told(query(free(5)), round(ok([a, {...silent, state: 'pending'}])))).toEqual(['waiting: 2 of 5 wanted instances free.']);
	});

	test('does not take unknown for none, nor for some', () => {
		const [verdict] = wait(ids(free(1), 'cr-a'), round(ok([{...a, availableInstanceCount: null}])));
		expect(verdict).toMatchObject({
			verdict: 'waiting',
			because: 'free instances not known yet, 1 wanted: cr-a is active.',
			numbers: {free: null, wanted: 1},
		});
	});

	test('waits for a block by its id, whose zeros before the start mean nothing', () => {
		const scheduled = block({state: 'scheduled', totalInstanceCount: 16, availableInstanceCount: 16});
		const goal = ids(free(16), 'cb-0b10c00000000000b');
		expect(told(goal, round(ok([scheduled])), round(ok([{...scheduled, state: 'active'}])))).toEqual([
			'waiting: free instances not known yet, 16 wanted: cr-0b10c00000000000b is scheduled.',
			'satisfied: 16 instances free, 16 wanted: cr-0b10c00000000000b 16.',
		]);
	});

	test('adds up the reservations of an UltraServer block, and counts one named twice once', () => {
		const parts = ['cr-1', 'cr-2'].map((id) => block({id, capacityBlockId: 'cb-u', totalInstanceCount: 9, availableInstanceCount: 9}));
		expect(wait(ids(free(18), 'cb-u', 'cr-1'), round(ok(parts)))[0]).toMatchObject({verdict: 'satisfied', numbers: {free: 18, wanted: 18}});
		expect(wait(ids(free(19), 'cb-u', 'cr-1'), round(ok(parts)))[0]).toMatchObject({verdict: 'waiting', numbers: {free: 18, wanted: 19}});
	});

	test('does not hide by a filter what has not reached it yet', () => {
		const filters = {availableOnly: true, activeOnly: true, minCapacity: 4} as const;
		expect(verdicts(query(free(4), filters), ...Array.from({length: 4}, () => round(ok([{...a, state: 'pending'}]))))).toEqual([
			'waiting',
			'waiting',
			'waiting',
			'waiting',
		]);
		expect(verdicts(query(free(2), {instanceTypes: ['g6*']}), round(ok([a])))).toEqual(['waiting']);
	});

	test('looks at the kinds that were asked for only', () => {
		const goal: WaitGoal = {target: {kind: 'query', query: emptyQuery, kinds: ['block']}, until: free(1)};
		expect(verdicts(goal, round(ok([a])), round(ok([block({availableInstanceCount: 1})])))).toEqual(['waiting', 'satisfied']);
	});

	test('goes on while one of those named can still have some', () => {
		expect(
			verdicts(ids(free(3), 'cr-a', 'cr-b'), round(ok([{...a, state: 'cancelled'}]), ok([{...b, availableInstanceCount: 0}], west))),
		).toEqual(['waiting']);
	});
});

describe('for active', () => {
	test('wants all that were named', () => {
		expect(told(ids(active, 'cr-a', 'cr-b'), round(ok([a]), ok([{...b, state: 'pending'}], west)), round(ok([a]), ok([b], west)))).toEqual([
			'waiting: cr-a is active, cr-b is pending.',
			'satisfied: cr-a is active with 4 instances, cr-b is active with 8 instances.',
		]);
	});

	test('wants one of what a query finds', () => {
		expect(verdicts(query(active), round(ok([{...a, state: 'pending'}])), round(ok([{...a, state: 'pending'}]), ok([b], west)))).toEqual([
			'waiting',
			'satisfied',
		]);
	});

	test('is not satisfied by what its region said in an earlier round', () => {
		expect(
			verdicts(
				ids(active, 'cr-a', 'cr-b'),
				round(ok([a]), ok([{...b, state: 'pending'}], west)),
				round(failed('timeout', east), ok([b], west)),
			),
		).toEqual(['waiting', 'waiting']);
	});
});

describe('for ended', () => {
	test.each(['expired', 'cancelled', 'unsupported', 'failed', 'payment-failed'])('%s is over', (state) => {
		expect(told(ids(ended, 'cr-a'), round(ok([a])), round(ok([{...a, state}])))).toEqual([
			'waiting: cr-a is active.',
			`satisfied: cr-a is ${state}.`,
		]);
	});

	test.each(['cancelling', 'delayed', 'unavailable', 'hibernating', null])('%s is not', (state) => {
		expect(verdicts(ids(ended, 'cr-a'), round(ok([{...a, state}])))).toEqual(['waiting']);
	});

	test('an id takes the answer of its own region only, a query that of all', () => {
		const over = {...a, state: 'expired'};
		expect(verdicts(ids(ended, 'cr-a'), round(ok([over]), failed('denied')))).toEqual(['satisfied']);
		expect(verdicts(query(ended), round(ok([over]), failed('denied')), round(ok([over]), nothing))).toEqual(['waiting', 'satisfied']);
	});

	test('what AWS does not list any more has ended, once three whole rounds say so', () => {
		expect(told(ids(ended, 'cr-a'), round(ok([a])), round(nothing), round(nothing), round(nothing))).toEqual([
			'waiting: cr-a is active.',
			'waiting: cr-a not found.',
			'waiting: cr-a not found.',
			'satisfied: cr-a is no longer listed by AWS.',
		]);
		expect(verdicts(query(ended), round(ok([a])), round(nothing), round(nothing), round(nothing))).toEqual([
			'waiting',
			'waiting',
			'waiting',
			'satisfied',
		]);
	});

	test('what is gone waits for the others that were named', () => {
		const there = round(ok([a]), ok([b], west));
		const gone = round(ok([]), ok([b], west));
		expect(verdicts(ids(ended, 'cr-a', 'cr-b'), there, gone, gone, gone, gone)).toEqual(Array.from({length: 5}, () => 'waiting'));
	});

	test('what was never there cannot end', () => {
		expect(verdicts(ids(ended, 'cr-x'), round(nothing), round(nothing), round(nothing))).toEqual(['waiting', 'waiting', 'impossible']);
		expect(verdicts(query(ended), round(nothing), round(nothing), round(nothing))).toEqual(['waiting', 'waiting', 'impossible']);
	});
});

describe('impossible', () => {
	test.each(['expired', 'cancelled', 'unsupported', 'failed', 'payment-failed'])('at once for an id that is %s', (state) => {
		expect(told(ids(free(1), 'cr-a'), round(ok([{...a, state}])))).toEqual([
			`impossible: cr-a is ${state}: it cannot become available any more.`,
		]);
		expect(told(ids(active, 'cr-a', 'cr-b'), round(ok([{...a, state}]), ok([b], west)))).toEqual([
			`impossible: cr-a is ${state}: it cannot become active any more.`,
		]);
	});

	test('for an id that is not found in three rounds running in which every region answered', () => {
		expect(told(ids(free(1), 'cr-x'), round(ok([a]), ok([], west)), round(ok([a]), ok([], west)), round(ok([a]), ok([], west)))).toEqual([
			'waiting: cr-x not found.',
			'waiting: cr-x not found.',
			'impossible: cr-x was not found in 3 rounds running in which all 2 regions answered: check the id, the account and --regions.',
		]);
	});

	test('not while a region does not answer, since it may be there', () => {
		const rounds = Array.from({length: 10}, () => round(nothing, failed('denied')));
		expect(new Set(verdicts(ids(active, 'cr-x'), ...rounds))).toEqual(new Set(['waiting']));
		expect(told(ids(active, 'cr-x'), ...rounds)[9]).toBe('waiting: cr-x not found; 1 of 2 regions answered (us-west-2: It is denied).');
	});

	test('the rounds begin anew after one that was not whole, or in which it was found', () => {
		const whole = round(nothing);
		expect(verdicts(ids(active, 'cr-a'), whole, whole, round(nothing, failed('timeout')), whole, whole, whole).at(-2)).toBe('waiting');
		expect(verdicts(ids(active, 'cr-a'), whole, whole, round(ok([{...a, state: 'pending'}])), whole, whole, whole)).toEqual([
			'waiting',
			'waiting',
			'waiting',
			'waiting',
			'waiting',
			'impossible',
		]);
	});

	test('a region that the account has not enabled keeps nobody waiting, unless it was asked for', () => {
		const rounds = Array.from({length: 3}, () => round(nothing, failed('not_enabled')));
		expect(wait(ids(active, 'cr-x'), ...rounds).at(-1)).toMatchObject({
			verdict: 'impossible',
			numbers: {regionsAsked: 1, regionsAnswered: 1},
		});
		const asked = rounds.map((each) => ({...each, asked: [east, west]}));
		expect(wait(ids(active, 'cr-x'), ...asked).at(-1)).toMatchObject({verdict: 'waiting', numbers: {regionsAsked: 2, regionsAnswered: 1}});
	});

	test('a region that answered once and is not enabled any more keeps it waiting', () => {
		const rounds = [round(ok([a]), ok([], west)), ...Array.from({length: 4}, () => round(failed('not_enabled', east), ok([], west)))];
		expect(told(ids(free(4), 'cr-a'), ...rounds).slice(-2)).toEqual([
			'waiting: cr-a not found; 1 of 2 regions answered (us-east-1: It is not_enabled).',
			'waiting: cr-a not found; 1 of 2 regions answered (us-east-1: It is not_enabled).',
		]);
	});

	test('a region that was asked for and of which nothing was heard is one that did not answer', () => {
		const rounds = Array.from({length: 3}, (): WaitRound => ({regions: [nothing], asked: [east, west]}));
		expect(wait(ids(active, 'cr-x'), ...rounds).at(-1)).toMatchObject({verdict: 'waiting', numbers: {regionsAsked: 2, regionsAnswered: 1}});
	});

	test('not while the built-in list of regions stands in, since it may be in one that the account has opted in to', () => {
		const note = 'DescribeRegions is denied. The built-in list of 1 regions stands in for it; --regions names others.';
		const directory = {origin: 'builtin', regions: [{name: east, isEnabled: true}], note} as const;
		const rounds = Array.from({length: 5}, () => ({...round(nothing), directory}));
		expect(new Set(told(ids(active, 'cr-x'), ...rounds))).toEqual(
			new Set([`waiting: cr-x not found; 1 of 1 region answered (${note.slice(0, -1)}).`]),
		);
		expect(verdicts(query(ended), {...round(ok([{...a, state: 'expired'}])), directory})).toEqual(['waiting']);
		const named = rounds.map((each) => ({...each, asked: [east]}));
		expect(verdicts(ids(active, 'cr-x'), ...named).slice(0, 3)).toEqual(['waiting', 'waiting', 'impossible']);
	});

	test('for a query only when nothing matches: what is over may be followed by new ones, for three rounds', () => {
		const rounds = Array.from({length: 3}, () => round(ok([{...a, state: 'cancelled'}])));
		expect(told(query(active), ...rounds)).toEqual([
			'waiting: no reservation matches.',
			'waiting: no reservation matches.',
			'impossible: A matching reservation was not found in 3 rounds running in which the region answered: check the filters, the account and --regions.',
		]);
	});
});

describe('unreadable', () => {
	const blind = round(failed('timeout', east), failed('timeout'));

	test('after five rounds running in which no region answered', () => {
		expect(told(ids(active, 'cr-a'), blind, blind, blind, blind, blind)).toEqual([
			'waiting: Nothing could be read in this round: us-east-1: It is timeout; 1 more failed.',
			...[2, 3, 4].map((count) => `waiting: Nothing could be read in ${count} rounds running: us-east-1: It is timeout; 1 more failed.`),
			'unreadable: Nothing could be read in 5 rounds running: us-east-1: It is timeout; 1 more failed.',
		]);
	});

	test('the rounds begin anew after one in which some region answered', () => {
		const seeing = round(nothing, failed('timeout'));
		expect(
			verdicts(ids(active, 'cr-a'), blind, blind, blind, blind, seeing, blind, blind, blind, blind, blind).map(
				(each) => each === 'unreadable',
			),
		).toEqual([...Array.from({length: 9}, () => false), true]);
	});

	test('a refresh that could not begin is such a round, and says why', () => {
		const none: WaitRound = {regions: [], asked: null, error: new CapacityError('expired_credentials', 'The SSO session is over.')};
		expect(told(query(ended), none, none, none, none, none).at(-1)).toBe(
			'unreadable: Nothing could be read in 5 rounds running: The SSO session is over.',
		);
	});

	test('regions that are all not enabled cannot be read either, and say nothing of what is not found', () => {
		const closed = round(failed('not_enabled'));
		expect(verdicts(ids(active, 'cr-x'), closed, closed, closed, round(nothing))).toEqual(Array.from({length: 4}, () => 'waiting'));
		expect(verdicts(query(ended), ...Array.from({length: 5}, () => round(failed('not_enabled')))).at(-1)).toBe('unreadable');
	});
});

test('a sentence names three reservations and counts the rest', () => {
	const many = [1, 2, 3, 4, 5].map((place) => reservation({id: `cr-${place}`, availableInstanceCount: 1}));
	expect(told(query(free(5)), round(ok(many)))).toEqual(['satisfied: 5 instances free, 5 wanted: cr-1 1, cr-2 1, cr-3 1, 2 more.']);
});

test('whatever the regions hold, nothing is satisfied while none of them answers', () => {
	fc.assert(
		fc.property(reservations, fc.constantFrom(free(1), free(4, true), active, ended), (rows, until) => {
			const goals = [query(until), ids(until, 'cr-0a', 'cr-0b')];
			for (const goal of goals) {
				const seen = waitVerdict(goal, waitBegins, round(ok(rows)));
				const blind = waitVerdict(goal, seen.state, round(failed('timeout', east)));
				expect(blind.verdict).toBe('waiting');
				expect(blind.reservations).toEqual([]);
			}
		}),
	);
});
