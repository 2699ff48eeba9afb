import {expect, test} from 'vitest';
import {answerText, firstAnswers, type Question, questions, readAnswer, requestOf} from '../../../source/core/advise/answers.js';

test.each([
	['type', ' P5.48xlarge ', {instanceType: 'p5.48xlarge'}],
	['type', '', {instanceType: null}],
	['type', 'p5*', {problem: 'An instance type looks like p5.48xlarge.'}],
	['count', '32', {count: 32}],
	['count', ' ', {count: null}],
	['count', '0', {problem: 'A count is a whole number from 1 to 1000000.'}],
	['count', '1e3', {problem: 'A count is a whole number from 1 to 1000000.'}],
	['days', '7', {days: 7}],
	['days', '3651', {problem: 'Days are a whole number from 1 to 3650.'}],
	['start', '2026-12-01', {start: new Date('2026-12-01T00:00:00Z')}],
	['start', '', {start: null}],
	['start', '2026-02-30', {problem: 'A day looks like 2026-12-01, in UTC.'}],
	['start', '2026-11-23', {start: new Date('2026-11-23T00:00:00Z')}],
	['start', '2026-11-22', {problem: 'This day is past; empty is as soon as it can be.'}],
	['start', 'soon', {problem: 'A day looks like 2026-12-01, in UTC.'}],
] as const)('%s %j is read as %j', (question: Question, text: string, answer: object) => {
	expect(readAnswer(question, text, new Date('2026-11-23T10:13:00Z'))).toEqual(answer);
});

test('an answer reads as it was typed', () => {
	const answers = {...firstAnswers, instanceType: 'g6.xlarge', count: 8, days: 7, start: new Date('2026-12-01T00:00:00Z')};
	expect(questions.map((question) => answerText(answers, question))).toEqual(['training', 'fixed', 'g6.xlarge', '8', '7', '2026-12-01']);
	expect(questions.map((question) => answerText(firstAnswers, question))).toEqual(['training', 'fixed', '', '', '', '']);
});

test('the days of what has no end do not count', () => {
	const answers = {...firstAnswers, days: 7};
	expect(requestOf(answers, null)).toMatchObject({schedule: 'fixed', length: {unit: 'days', amount: 7}, regions: null});
	expect(requestOf({...answers, schedule: 'open'}, ['us-east-1'])).toMatchObject({length: null, regions: ['us-east-1']});
});
