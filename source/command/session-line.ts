import type {CheckStep} from '../core/check/check-steps.js';
import {shellQuote} from '../core/words/shell-quote.js';
import type {SessionOptions} from './session-options.js';

/** Steps with their lines made so. */
export function sessionSteps(steps: readonly CheckStep[], options: SessionOptions): readonly CheckStep[] {
	return steps.map(({text, command}) => ({text, command: command === null ? null : sessionLine(command, options)}));
}

/** A line of truffle's own with the flags that make it ask where this one asked; lines of other programs stay as they are. */
function sessionLine(line: string, options: SessionOptions): string {
	return line.startsWith('truffle ') ? `${line}${sessionFlags(options)}` : line;
}

/** What makes a line of truffle's own ask where this one asks, with a blank before it; empty: nothing is needed. */
export function sessionFlags({demo, profile, endpointUrl}: SessionOptions): string {
	return [
		...(demo === null ? [] : [`--demo ${shellQuote(demo)}`]),
		...(profile === null ? [] : [`--profile ${shellQuote(profile)}`]),
		...(endpointUrl === null ? [] : [`--endpoint-url ${shellQuote(endpointUrl)}`]),
	]
		.map((flag) => ` ${flag}`)
		.join('');
}
