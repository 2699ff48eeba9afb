import {isOver} from '../reservations/is-over.js';
import type {Reservation} from '../reservations/reservation.js';
import {findWaited, type WaitFindings, type WaitNumbers, type WaitRound, type WaitState, type WaitSubject} from './wait-findings.js';
import type {WaitGoal} from './wait-goal.js';
import {waitWords} from './wait-words.js';

export type WaitOutcome = 'satisfied' | 'waiting' | 'impossible' | 'unreadable';

export type WaitVerdict = {
	readonly verdict: WaitOutcome;
	/** One sentence with the numbers. */
	readonly because: string;
	readonly numbers: WaitNumbers;
	/** What was found of the target in the regions that answered this round. */
	readonly reservations: readonly Reservation[];
	/** For the next round. */
	readonly state: WaitState;
};

/** Rounds running after which what was not found will not be. */
export const missingRounds = 3;

/** Rounds running without any answer after which waiting ends. */
export const unreadableRounds = 5;

export const waitBegins: WaitState = {missing: new Map(), seen: new Set(), unreadable: 0, readable: new Set()};

/**
Whether the wait is over after this round.

Only rows of regions that answered in this very round count, so nothing is ever satisfied from stale or partial data; free
instances that were seen are real, whichever regions are missing. What is not found counts as lost only after three rounds
running in which every asked region answered; the built-in list of regions, which stands in for one that EC2 did not give, is
not every region. That all of a query has ended takes a whole round.
*/
export function waitVerdict(goal: WaitGoal, state: WaitState, round: WaitRound): WaitVerdict {
	const findings = findWaited(goal, state, round);
	const hopeless = findings.subjects.filter((subject) => isHopeless(goal, subject));
	const verdict = judge(goal, findings, hopeless);
	return {
		verdict,
		because: waitWords(goal, verdict, findings, hopeless),
		numbers: findings.numbers,
		reservations: findings.rows,
		state: findings.state,
	};
}

function judge(goal: WaitGoal, findings: WaitFindings, hopeless: readonly WaitSubject[]): WaitOutcome {
	if (findings.state.unreadable > 0) {
		return findings.state.unreadable >= unreadableRounds ? 'unreadable' : 'waiting';
	}

	if (isSatisfied(goal, findings)) {
		return 'satisfied';
	}

	// Free instances may come from any of those named; the other conditions need every one of them.
	const isImpossible = goal.until.kind === 'available' ? hopeless.length === findings.subjects.length : hopeless.length > 0;
	return isImpossible ? 'impossible' : 'waiting';
}

function isSatisfied({target, until}: WaitGoal, {subjects, rows, numbers, isWhole}: WaitFindings): boolean {
	switch (until.kind) {
		case 'available':
			return numbers.free !== null && numbers.free >= until.minCapacity;
		case 'active':
			return target.kind === 'query'
				? rows.some(isActive)
				: subjects.every((subject) => subject.rows.length > 0 && subject.rows.every(isActive));
		case 'ended':
			return (target.kind === 'ids' || isWhole) && subjects.every(hasEnded);
	}
}

/** It was not found for long enough, or is over where it should not be. For a query only what is not over is a find, since new ones may come. */
function isHopeless({until}: WaitGoal, subject: WaitSubject): boolean {
	return until.kind === 'ended' ? isLost(subject) && !subject.wasSeen : isLost(subject) || isAllOver(subject);
}

function isLost({missing}: WaitSubject): boolean {
	return missing >= missingRounds;
}

/** AWS lists what is over for a while only: what was there and is so no more has ended too. */
function hasEnded(subject: WaitSubject): boolean {
	return isAllOver(subject) || (subject.wasSeen && isLost(subject));
}

function isAllOver({rows}: WaitSubject): boolean {
	return rows.length > 0 && rows.every(isOver);
}

function isActive({state}: Reservation): boolean {
	return state === 'active';
}
