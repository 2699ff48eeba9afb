import {dayText} from '../words/moment-text.js';
import type {AdviceRequest, Schedule, Workload} from './advice-request.js';

/** The questions of the guide, in their order. */
export const questions = ['workload', 'schedule', 'type', 'count', 'days', 'start'] as const;

export type Question = (typeof questions)[number];

/** `null`: not answered. */
export type Answers = {
	readonly workload: Workload;
	readonly schedule: Schedule;
	readonly instanceType: string | null;
	readonly count: number | null;
	/** Of a fixed schedule only. */
	readonly days: number | null;
	readonly start: Date | null;
};

/** Before anything is answered. */
export const firstAnswers: Answers = {
	workload: 'training',
	schedule: 'fixed',
	instanceType: null,
	count: null,
	days: null,
	start: null,
};

const mostInstances = 1_000_000;
const mostDays = 3650;

/** `regions`: those that count; `null`: all. */
export function requestOf(
	{workload, schedule, instanceType, count, days, start}: Answers,
	regions: readonly string[] | null,
): AdviceRequest {
	const length = schedule === 'fixed' && days !== null ? ({unit: 'days', amount: days} as const) : null;
	return {workload, schedule, instanceType, count, length, start, regions};
}

/** What was typed for a question; nothing but blanks takes an answer back. `problem`: why it cannot be one. */
export function readAnswer(question: Question, text: string, now: Date): Partial<Answers> | {readonly problem: string} {
	const typed = text.trim().toLowerCase();
	const isNothing = typed === '';
	switch (question) {
		case 'type':
			return isNothing || /^[a-z0-9-]{1,50}\.[a-z0-9-]{1,50}$/.test(typed)
				? {instanceType: isNothing ? null : typed}
				: {problem: 'An instance type looks like p5.48xlarge.'};
		case 'count':
			return isNothing || isCount(typed, mostInstances)
				? {count: isNothing ? null : Number(typed)}
				: {problem: `A count is a whole number from 1 to ${mostInstances}.`};
		case 'days':
			return isNothing || isCount(typed, mostDays)
				? {days: isNothing ? null : Number(typed)}
				: {problem: `Days are a whole number from 1 to ${mostDays}.`};
		case 'start':
			return isNothing ? {start: null} : readStart(typed, now);
		case 'workload':
		case 'schedule':
			return {};
	}
}

/** The answer as it is typed; empty: none. */
export function answerText(answers: Answers, question: Question): string {
	switch (question) {
		case 'workload':
			return answers.workload;
		case 'schedule':
			return answers.schedule;
		case 'type':
			return answers.instanceType ?? '';
		case 'count':
			return answers.count === null ? '' : String(answers.count);
		case 'days':
			return answers.days === null ? '' : String(answers.days);
		case 'start':
			return answers.start === null ? '' : dayText(answers.start);
	}
}

function isCount(text: string, most: number): boolean {
	return /^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
}

/** Today is now; an earlier day cannot be the first one. */
function readStart(typed: string, now: Date): Pick<Answers, 'start'> | {readonly problem: string} {
	if (!isDay(typed)) {
		return {problem: 'A day looks like 2026-12-01, in UTC.'};
	}

	return typed < dayText(now) ? {problem: 'This day is past; empty is as soon as it can be.'} : {start: new Date(`${typed}T00:00:00Z`)};
}

/** 30 February would be read as 2 March. */
function isDay(text: string): boolean {
	const at = new Date(`${text}T00:00:00Z`);
	return /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && dayText(at) === text;
}
