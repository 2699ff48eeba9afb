import {styleText} from 'node:util';
import type {CheckStep} from '../core/check/check-steps.js';
import {wrapText} from '../format/fit-text.js';
import {toAscii} from './ascii.js';
import type {TextLook} from './text-look.js';

/** An answer in sentences, one a line. */
export type VerdictText = {
	/** The first words of the headline. */
	readonly answer: string;
	readonly headline: string;
	/** What makes it so. */
	readonly reasons: readonly string[];
	/** What it does not promise. */
	readonly caveats: readonly string[];
	/** More under titles of their own; those without lines are left out. */
	readonly sections: ReadonlyArray<{readonly title: string; readonly lines: readonly string[]}>;
	readonly next: readonly CheckStep[];
};

/** The answer first, then its reasons, its caveats (`!`), more, and what can be done. Lines to type are never broken. */
export function renderVerdict(
	{answer, headline, reasons, caveats, sections, next}: VerdictText,
	colour: 'green' | 'yellow' | 'red' | 'cyan',
	look: TextLook,
): string {
	const [first = '', ...rest] = hung(headline, '', '  ', look);
	const steps = next.flatMap(({text, command}) => [
		...hung(text, '  ', '  ', look),
		...(command === null ? [] : [`    ${look.isAscii ? toAscii(command) : command}`]),
	]);
	const lines = [
		look.isColor ? first.replace(answer, (text) => styleText(['bold', colour], text, {validateStream: false})) : first,
		...rest,
		...reasons.flatMap((text) => hung(text, '  ', '    ', look)),
		...caveats.flatMap((text) => hung(text, '! ', '    ', look)),
		...sections.flatMap((section) =>
			titled(
				section.title,
				section.lines.flatMap((text) => hung(text, '  ', '    ', look)),
			),
		),
		...titled('Next', steps),
	];
	return `${lines.join('\n')}\n`;
}

function titled(title: string, lines: readonly string[]): readonly string[] {
	return lines.length === 0 ? [] : ['', title, ...lines];
}

/** Wrapped, with the lines after the first one further in. */
function hung(text: string, begin: string, indent: string, {width, isAscii}: TextLook): readonly string[] {
	const [first = '', ...rest] = wrapText(isAscii ? toAscii(text) : text, Math.max(1, width - indent.length));
	return [`${begin}${first}`, ...rest.map((line) => `${indent}${line}`)];
}
