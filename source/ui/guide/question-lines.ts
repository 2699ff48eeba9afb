import {schedules, workloads} from '../../core/advise/advice-request.js';
import {type Answers, answerText, type Question, questions} from '../../core/advise/answers.js';
import {cutStart, wrapText} from '../../format/fit-text.js';
import type {GuideState} from '../../store/guide-types.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {bold, fitLine, joinLines, type Line, plain, toned, widthOf} from '../line.js';

const labels: Readonly<Record<Question, string>> = {
	workload: 'What for',
	schedule: 'Schedule',
	type: 'Instance type',
	count: 'Instances',
	days: 'Days',
	start: 'From',
};

const labelWidth = 16;

/** One line for each question, with its answer; what cannot be an answer says why beside it, or under it where there is no room. */
export function questionLines({index, answers, input}: GuideState['guide'], glyphs: Glyphs, width: number): readonly Line[] {
	return questions.flatMap((question, place) => {
		const isHere = place === index;
		const label = labels[question].padEnd(labelWidth);
		const typed = isHere && input !== null ? input.text : null;
		const line: Line = [
			plain(' '),
			isHere ? toned('accent', glyphs.cursor) : plain(' '),
			isHere ? bold(label) : plain(label),
			...(typed === null ? answerLine(question, answers, glyphs) : field(typed, width - labelWidth - 4, glyphs)),
		];
		const problem = isHere ? (input?.problem ?? null) : null;
		return problem === null ? [fitLine(line, width, glyphs.cut)] : withProblem(line, problem, glyphs, width);
	});
}

function withProblem(line: Line, problem: string, glyphs: Glyphs, width: number): readonly Line[] {
	const beside: Line = [...line, plain('  '), toned('bad', forTerminal(problem, glyphs))];
	const indent = ' '.repeat(labelWidth + 2);
	return widthOf(beside) <= width
		? [fitLine(beside, width, glyphs.cut)]
		: [
				fitLine(line, width, glyphs.cut),
				...wrapText(forTerminal(problem, glyphs), width - indent.length - 1).map((part): Line => [plain(indent), toned('bad', part)]),
			];
}

function field(text: string, room: number, glyphs: Glyphs): Line {
	return [plain(cutStart(forTerminal(text, glyphs), room, glyphs.cut)), toned('accent', glyphs.caret)];
}

function answerLine(question: Question, answers: Answers, glyphs: Glyphs): Line {
	switch (question) {
		case 'workload':
			return choices(workloads, answers.workload, glyphs);
		case 'schedule':
			return [
				...choices(schedules, answers.schedule, glyphs),
				toned('dim', answers.schedule === 'fixed' ? '   it ends on a known day' : '   it has no known end'),
			];
		case 'days':
			return answers.schedule === 'open'
				? [toned('dim', `${glyphs.dash} not asked of what has no end`)]
				: answered(question, answers, glyphs);
		case 'type':
		case 'count':
		case 'start':
			return answered(question, answers, glyphs);
	}
}

const placeholders = {
	type: 'which one, such as p5.48xlarge',
	count: 'how many, all at the same time',
	days: 'for how long',
	start: 'as soon as it can be',
} as const;

function answered(question: keyof typeof placeholders, answers: Answers, glyphs: Glyphs): Line {
	const text = answerText(answers, question);
	return [text === '' ? toned('dim', placeholders[question]) : bold(forTerminal(text, glyphs), 'accent')];
}

/** The chosen one is marked, too: colour alone would not do. */
function choices(words: readonly string[], chosen: string, glyphs: Glyphs): Line {
	return joinLines(
		words.map((word) => [word === chosen ? bold(`${glyphs.on} ${word}`, 'accent') : toned('dim', `${glyphs.off} ${word}`)]),
		'   ',
	);
}
