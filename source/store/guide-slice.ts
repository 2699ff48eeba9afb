import type {StateCreator} from 'zustand/vanilla';
import {schedules, workloads} from '../core/advise/advice-request.js';
import {type Answers, answerText, firstAnswers, questions, readAnswer} from '../core/advise/answers.js';
import {selectAnswersForm} from './guide-selectors.js';
import type {GuideActions, GuideState} from './guide-types.js';
import {formFields} from './offerings-slice.js';
import type {CapacityState} from './types.js';

/** The questionnaire of the guide, and what is read in it. */
export const createGuideSlice: StateCreator<CapacityState, [], [], GuideState & GuideActions> = (set, get) => ({
	guide: {page: 'questions', index: 0, answers: firstAnswers, input: null},

	showGuidePage(page) {
		set(({guide}) => ({guide: {...guide, page, input: null}, scroll: 0, notice: null}));
	},

	moveGuide(delta, most) {
		set(({guide, scroll}) => {
			const last = questions.length - 1;
			if (guide.page !== 'questions') {
				return {scroll: clamp(Math.min(scroll, most) + delta, 0, most)};
			}

			// Questions and text are one page: the cursor goes first, then the page.
			const at = guide.index + Math.min(scroll, most);
			const next = clamp(at + delta, 0, last + most);
			const index = Math.min(next, last);
			return {guide: {...guide, index}, scroll: next - index, notice: null};
		});
	},

	stepAnswer(step) {
		set(({guide}) => ({guide: {...guide, answers: stepped(guide, step)}, notice: null}));
	},

	openAnswer() {
		const {guide} = get();
		const question = questions[guide.index];
		if (guide.page !== 'questions' || question === undefined) {
			return;
		}

		if (question === 'workload' || question === 'schedule') {
			get().stepAnswer(1);
		} else {
			set({guide: {...guide, input: {text: answerText(guide.answers, question), problem: null}}, scroll: 0, notice: null});
		}
	},

	async searchForAnswers() {
		if (get().guide.page !== 'questions') {
			return;
		}

		const form = selectAnswersForm(get());
		const missing = formFields.find((field) => form[field] === '' && field !== 'startAfter' && field !== 'endBy');
		get().showPane('offerings');
		set({form, formField: missing ?? null, formBefore: missing === undefined ? null : get().form});
		if (missing === undefined) {
			await get().searchOfferings(false);
		}
	},

	typeAnswer(text) {
		set(({guide}) => ({guide: {...guide, input: {text, problem: null}}}));
	},

	acceptAnswer() {
		set(({guide, now}) => {
			const question = questions[guide.index];
			if (guide.input === null || question === undefined) {
				return {};
			}

			const answer = readAnswer(question, guide.input.text, now);
			return 'problem' in answer
				? {guide: {...guide, input: {...guide.input, problem: answer.problem}}}
				: {guide: {...guide, input: null, index: Math.min(guide.index + 1, questions.length - 1), answers: {...guide.answers, ...answer}}};
		});
	},
});

function stepped({page, index, answers}: GuideState['guide'], step: 1 | -1): Answers {
	const question = page === 'questions' ? questions[index] : undefined;
	switch (question) {
		case 'workload':
			return {...answers, workload: neighbour(workloads, answers.workload, step)};
		case 'schedule':
			return {...answers, schedule: neighbour(schedules, answers.schedule, step)};
		case 'type':
		case 'count':
		case 'days':
		case 'start':
		case undefined:
			return answers;
	}
}

function neighbour<Choice>(choices: readonly Choice[], from: Choice, step: 1 | -1): Choice {
	return choices[(choices.indexOf(from) + step + choices.length) % choices.length] ?? from;
}

function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(value, most));
}
