import type {CapacityState} from '../../store/types.js';
import type {Glyphs} from '../glyphs.js';
import {blankLine, type Line} from '../line.js';
import {adviceLines} from './advice-lines.js';
import {besideLines, comparisonRows} from './comparison-rows.js';
import {questionLines} from './question-lines.js';
import {scenarioLines} from './scenario-lines.js';

export type GuideLook = {readonly glyphs: Glyphs; readonly ownFlags: string};

/** Longer lines are hard to read. */
const widestText = 104;

/** The questions and what they come to, or the scenarios: longer than the screen, as a rule. */
export function guideLines(state: CapacityState, {glyphs, ownFlags}: GuideLook, columns: number): readonly Line[] {
	const width = Math.min(columns, widestText);
	return state.guide.page === 'scenarios'
		? scenarioLines(state.now, glyphs, ownFlags, width)
		: [...questionLines(state.guide, glyphs, width), blankLine, ...adviceLines(state, glyphs, ownFlags, width)];
}

/** Lines of the page that is open. */
export function guideHeight(state: CapacityState, look: GuideLook, width: number): number {
	return state.guide.page === 'comparison'
		? comparisonRows(width, look.glyphs).length + 1 + besideLines(width, look.glyphs).length
		: guideLines(state, look, width).length;
}
