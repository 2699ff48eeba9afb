import type {Answers} from '../core/advise/answers.js';

export const guidePages = ['questions', 'comparison', 'scenarios'] as const;

export type GuidePage = (typeof guidePages)[number];

export type GuideState = {
	readonly guide: {
		readonly page: GuidePage;
		/** The question that the cursor is on. */
		readonly index: number;
		readonly answers: Answers;
		/** An answer that is being typed, and why it cannot be taken; `null`: none is. */
		readonly input: {readonly text: string; readonly problem: string | null} | null;
	};
};

export type GuideActions = {
	readonly showGuidePage: (page: GuidePage) => void;
	/** To another question, and behind the last one on through the text; `most`: how far that scrolls. */
	readonly moveGuide: (delta: number, most: number) => void;
	/** Another one of the given answers; nothing where an answer is typed. */
	readonly stepAnswer: (step: 1 | -1) => void;
	/** Begins to type an answer, or takes the next one of those that are given. */
	readonly openAnswer: () => void;
	/** Searches for the block that the answers come to; where they are too few, opens the form with them. */
	readonly searchForAnswers: () => Promise<void>;
	readonly typeAnswer: (text: string) => void;
	/** Takes what was typed; where it cannot be taken, says why and goes on. */
	readonly acceptAnswer: () => void;
};
