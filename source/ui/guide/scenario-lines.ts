import {guideScenarios} from '../../core/guide/scenarios.js';
import {wrapText} from '../../format/fit-text.js';
import type {Glyphs} from '../glyphs.js';
import {blankLine, bold, type Line, plain, toned} from '../line.js';
import {glyphText, ownLine} from './advice-lines.js';

/** The scenarios, each with the line that looks whether it can be had. */
export function scenarioLines(now: Date, glyphs: Glyphs, ownFlags: string, width: number): readonly Line[] {
	const wrapped = (text: string, indent: number) => wrapText(glyphText(text, glyphs), Math.max(1, width - indent - 1));
	const hung = (text: string, begin: Line): readonly Line[] =>
		wrapped(text, 4).map((part, index) => (index === 0 ? [...begin, plain(part)] : [plain(`    ${part}`)]));
	return guideScenarios(now).flatMap(({title, need, answer, why, line}, index) => [
		...(index === 0 ? [] : [blankLine]),
		[plain('  '), bold(`${index + 1} ${title}`, 'accent')],
		...wrapped(need, 4).map((part): Line => [plain(`    ${part}`)]),
		...wrapped(answer, 4).map((part): Line => [plain('    '), bold(part)]),
		...why.flatMap((text) => hung(text, [toned('dim', `  ${glyphs.separator} `)])),
		...wrapped(ownLine(line, ownFlags), 4).map((part): Line => [plain('    '), toned('accent', part)]),
	]);
}
