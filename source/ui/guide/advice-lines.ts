import {costLines} from '../../core/advise/advice-costs.js';
import {adviceWords} from '../../core/advise/advice-words.js';
import {noPrices} from '../../core/cost/price.js';
import {wrapText} from '../../format/fit-text.js';
import {selectGuideAdvice} from '../../store/guide-selectors.js';
import type {CapacityState} from '../../store/types.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {blankLine, bold, type Line, plain, toned} from '../line.js';

/** What the answers come to: the advice, why, what it binds to, and the line to type. */
export function adviceLines(state: CapacityState, glyphs: Glyphs, ownFlags: string, width: number): readonly Line[] {
	const {request, advice, now} = selectGuideAdvice(state);
	const {answer, headline, reasons, caveats, otherwise, next} = adviceWords(request, advice, now);
	const wrapped = (text: string, room: number) => wrapText(glyphText(text, glyphs), Math.max(1, room));
	const hung = (text: string, begin: Line, indent = '    '): readonly Line[] =>
		wrapped(text, width - indent.length - 1).map((part, index) => (index === 0 ? [...begin, plain(part)] : [plain(`${indent}${part}`)]));
	return [
		...wrapped(headline, width - 4).map(
			(part, index): Line =>
				index === 0
					? [plain('  '), bold(answer, advice.held === null ? 'accent' : 'good'), bold(part.slice(answer.length))]
					: [plain('  '), bold(part)],
		),
		...reasons.flatMap((text) => hung(text, [plain('  ')])),
		...caveats.flatMap((text) => hung(text, [plain('  '), toned('warn', '! ')])),
		// Prices are looked for of what is idle only: where there is none, truffle advise knows more.
		...costLines(request, advice, state.prices ?? noPrices, now).flatMap((text, index) =>
			hung(index === 0 ? `Cost: ${lowerFirst(text)}` : text, [plain('  ')]),
		),
		blankLine,
		...next.flatMap(({text, command}) => [
			...hung(text, [toned('dim', '  ')], '  '),
			// Lines to type go on in the next one: what is cut could not be judged.
			...(command === null
				? []
				: wrapped(ownLine(command, ownFlags), width - 7).map((part): Line => [plain('    '), toned('accent', part)])),
		]),
		...(otherwise.length === 0 ? [] : [blankLine]),
		...otherwise.flatMap((text) => hung(`Otherwise: ${lowerFirst(text)}`, [plain('  ')])),
	];
}

/** The first line to type; `null`: there is none. */
export function lineToType(state: CapacityState, ownFlags: string): string | null {
	const {request, advice, now} = selectGuideAdvice(state);
	const command = adviceWords(request, advice, now).next.find((step) => step.command !== null)?.command ?? null;
	return command === null ? null : ownLine(command, ownFlags);
}

/** A sentence of the core as this terminal can show it. */
export function glyphText(text: string, glyphs: Glyphs): string {
	return forTerminal(text.replaceAll('×', glyphs.times), glyphs);
}

/** A line of truffle's own, with what makes it ask where the app asks. */
export function ownLine(line: string, ownFlags: string): string {
	return line.startsWith('truffle ') ? `${line}${ownFlags}` : line;
}

/** Of a sentence that goes on after a colon; names keep their capitals. */
function lowerFirst(text: string): string {
	return /^(?:An? |The |Not )/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
