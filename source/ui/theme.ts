import chalk from 'chalk';
import type {Line, Segment, Tone} from './line.js';

const colours = {
	plain: (text) => text,
	accent: (text) => chalk.cyan(text),
	good: (text) => chalk.green(text),
	warn: (text) => chalk.yellow(text),
	bad: (text) => chalk.red(text),
	dim: (text) => chalk.dim(text),
} as const satisfies Record<Tone, (text: string) => string>;

/** The line as text with ANSI styles. `weight` changes the whole line: the selected row is bold, a stale one dim. */
export function paint(line: Line, weight: 'normal' | 'bold' | 'dim' = 'normal'): string {
	return line.map((segment) => paintSegment(segment, weight)).join('');
}

function paintSegment({text, tone = 'plain', isBold = false}: Segment, weight: 'normal' | 'bold' | 'dim'): string {
	if (weight === 'dim') {
		return chalk.dim(text);
	}

	// Terminals share one escape code to end bold and dim, so a dim part stays dim in a bold row.
	return (isBold || weight === 'bold') && tone !== 'dim' ? chalk.bold(colours[tone](text)) : colours[tone](text);
}
