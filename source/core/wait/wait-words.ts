import type {Reservation} from '../reservations/reservation.js';
import {freeOf, sizeOf, usageOf} from '../reservations/usage.js';
import {counted} from '../words/counted.js';
import type {WaitFindings, WaitSubject} from './wait-findings.js';
import type {WaitCondition, WaitGoal} from './wait-goal.js';
import type {WaitOutcome} from './wait-verdict.js';

/** Reservations that a sentence names before it counts the rest. */
const mostNamed = 3;

/** Why the verdict is what it is: one sentence. `hopeless` are the subjects that cannot do it any more. */
export function waitWords(goal: WaitGoal, verdict: WaitOutcome, findings: WaitFindings, hopeless: readonly WaitSubject[]): string {
	switch (verdict) {
		case 'satisfied':
			return `${satisfiedWords(goal, findings)}.`;
		case 'waiting':
			return `${findings.state.unreadable > 0 ? unreadableWords(findings) : `${waitingWords(goal, findings)}${coverageWords(findings)}`}.`;
		case 'impossible':
			return impossibleWords(goal, findings, hopeless);
		case 'unreadable':
			return `${unreadableWords(findings)}.`;
	}
}

function satisfiedWords({target, until}: WaitGoal, {rows, numbers}: WaitFindings): string {
	switch (until.kind) {
		case 'available': {
			const free = rows.filter((row) => (freeOf(row) ?? 0) > 0).toSorted((one, other) => (freeOf(other) ?? 0) - (freeOf(one) ?? 0));
			const where = listed(until.isSingle ? free.slice(0, 1) : free, (row) => `${nameOf(row)} ${freeOf(row)}`);
			return `${floorWords(rows)}${counted(numbers.free ?? 0, 'instance')} free, ${until.minCapacity} wanted: ${where}`;
		}

		case 'active': {
			const active = rows.filter(({state}) => state === 'active');
			return listed(active, (row) => `${nameOf(row)} is active with ${sizeWords(row)}`);
		}

		case 'ended':
			return rows.length === 0
				? `${subjectsWords(target)} no longer listed by AWS`
				: listed(rows, (row) => `${nameOf(row)} is ${row.state ?? 'in an unknown state'}`);
	}
}

function waitingWords({target, until}: WaitGoal, {rows, numbers, subjects}: WaitFindings): string {
	const states = listed(rows, (row) => `${nameOf(row)} is ${row.state ?? 'in an unknown state'}`);
	const missing = subjects.filter((subject) => subject.rows.length === 0);
	const notFound =
		missing.length === 0
			? ''
			: target.kind === 'query'
				? 'no reservation matches'
				: `${missing.map(({name}) => name).join(', ')} not found`;
	const found =
		rows.length === 0
			? ''
			: until.kind === 'available'
				? `${freeWords(until, numbers.free, rows)}${numbers.free === null ? `: ${states}` : ''}`
				: states;
	return [found, notFound].filter((part) => part !== '').join('; ');
}

function freeWords(
	{minCapacity, isSingle}: Extract<WaitCondition, {readonly kind: 'available'}>,
	free: number | null,
	rows: readonly Reservation[],
): string {
	return free === null
		? `free instances not known yet, ${minCapacity} wanted`
		: `${floorWords(rows)}${free} of ${counted(minCapacity, 'wanted instance')} free${isSingle ? ' in one reservation' : ''}`;
}

/** Of a live reservation AWS may not have told yet how many of its instances are free. */
function floorWords(rows: readonly Reservation[]): string {
	return rows.some((row) => usageOf(row)?.available === null) ? 'at least ' : '';
}

/** Nothing, when all is as it should be. */
function coverageWords({isWhole, numbers, failure}: WaitFindings): string {
	const why = failure === null ? '' : ` (${withoutStop(failure)})`;
	return isWhole ? '' : `; ${numbers.regionsAnswered} of ${counted(numbers.regionsAsked, 'region')} answered${why}`;
}

function impossibleWords({target, until}: WaitGoal, {numbers}: WaitFindings, hopeless: readonly WaitSubject[]): string {
	const over = hopeless.filter(({rows}) => rows.length > 0);
	if (over.length > 0) {
		const states = listed(
			over.flatMap(({rows}) => rows),
			(row) => `${nameOf(row)} is ${row.state ?? 'in an unknown state'}`,
		);
		return `${states}: it cannot become ${until.kind} any more.`;
	}

	const regions = numbers.regionsAsked === 1 ? 'the region' : `all ${numbers.regionsAsked} regions`;
	const rounds = `not found in ${counted(hopeless[0]?.missing ?? 0, 'round')} running in which ${regions} answered`;
	return target.kind === 'query'
		? `A matching reservation was ${rounds}: check the filters, the account and --regions.`
		: `${hopeless.map(({name}) => name).join(', ')} ${hopeless.length === 1 ? 'was' : 'were'} ${rounds}: check the id, the account and --regions.`;
}

function unreadableWords({state, failure}: WaitFindings): string {
	const why = failure === null ? '' : `: ${withoutStop(failure)}`;
	return `Nothing could be read in ${state.unreadable === 1 ? 'this round' : `${state.unreadable} rounds running`}${why}`;
}

function subjectsWords(target: WaitGoal['target']): string {
	return target.kind === 'query' ? 'what matched is' : `${target.ids.join(', ')} ${target.ids.length === 1 ? 'is' : 'are'}`;
}

function listed(rows: readonly Reservation[], words: (row: Reservation) => string): string {
	const more = rows.length - mostNamed;
	return [...rows.slice(0, mostNamed).map(words), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function nameOf({id, key}: Reservation): string {
	return id ?? key;
}

function sizeWords(row: Reservation): string {
	const size = sizeOf(row);
	return size === null ? 'an unknown size' : counted(size, 'instance');
}

function withoutStop(sentence: string): string {
	return sentence.replace(/\.$/, '');
}
