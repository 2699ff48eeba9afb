import {type GuidePage, guidePages} from '../../store/guide-types.js';
import type {CapacityState} from '../../store/types.js';
import type {Glyphs} from '../glyphs.js';
import {bold, fitLine, joinLines, type Line, plain, toned} from '../line.js';

const titles: Readonly<Record<GuidePage, string>> = {questions: 'Questions', comparison: 'Comparison', scenarios: 'Scenarios'};

/** The pages of the guide, and which one this is. */
export function guideHeading({guide}: CapacityState, glyphs: Glyphs, width: number): Line {
	const pages = guidePages.map((page): Line => [page === guide.page ? bold(titles[page]) : toned('dim', titles[page])]);
	return fitLine([plain('  '), ...joinLines(pages, ` ${glyphs.separator} `)], width, glyphs.cut);
}
