import {styleText} from 'node:util';
import type {CheckOutcome} from '../core/check/check-capacity.js';
import type {CheckWords} from '../core/check/check-words.js';
import {wrapText} from '../format/fit-text.js';
import {toAscii} from './ascii.js';
import type {TextLook} from './text-look.js';

const colours = {now: 'green', later: 'yellow', no: 'red', unreadable: 'red'} as const satisfies Record<CheckOutcome, string>;

/** The verdict, what makes it so, what it does not promise (`!`), and what can be done. Lines to type are never broken. */
export function renderCheck({answer, headline, reasons, caveats, next}: CheckWords, outcome: CheckOutcome, look: TextLook): string {
	const [first = '', ...rest] = hung(headline, '', '  ', look);
	const steps = next.flatMap(({text, command}) => [
		...hung(text, '  ', '  ', look),
		...(command === null ? [] : [`    ${look.isAscii ? toAscii(command) : command}`]),
	]);
	const lines = [
		look.isColor ? first.replace(answer, (text) => styleText(['bold', colours[outcome]], text, {validateStream: false})) : first,
		...rest,
		...reasons.flatMap((text) => hung(text, '  ', '    ', look)),
		...caveats.flatMap((text) => hung(text, '! ', '    ', look)),
		...(steps.length === 0 ? [] : ['', 'Next', ...steps]),
	];
	return `${lines.join('\n')}\n`;
}

/** Wrapped, with the lines after the first one further in. */
function hung(text: string, begin: string, indent: string, {width, isAscii}: TextLook): readonly string[] {
	const [first = '', ...rest] = wrapText(isAscii ? toAscii(text) : text, Math.max(1, width - indent.length));
	return [`${begin}${first}`, ...rest.map((line) => `${indent}${line}`)];
}
