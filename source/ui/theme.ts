import chalk from 'chalk';
import type {Line, Segment, Tone} from './line.js';

type Colour = Exclude<Tone, 'dim'>;

type Intensity = 'normal' | 'bold' | 'dim';

const colours = {
	plain: (text) => text,
	accent: (text) => chalk.cyan(text),
	good: (text) => chalk.green(text),
	warn: (text) => chalk.yellow(text),
	bad: (text) => chalk.red(text),
} as const satisfies Record<Colour, (text: string) => string>;

const intensities = {
	normal: (text) => text,
	bold: (text) => chalk.bold(text),
	dim: (text) => chalk.dim(text),
} as const satisfies Record<Intensity, (text: string) => string>;

/**
The line as text with ANSI styles, each begun and ended once for neighbours that have it in common. `weight` changes the whole line: the
selected row is bold, a stale one dim.
*/
export function paint(line: Line, weight: Intensity = 'normal'): string {
	let painted = '';
	let text = '';
	let coloured = '';
	let last: Style = {colour: 'plain', intensity: 'normal'};
	for (const segment of line) {
		const style = styleOf(segment, weight);
		if (style.colour !== last.colour || style.intensity !== last.intensity) {
			coloured += colours[last.colour](text);
			text = '';
		}

		if (style.intensity !== last.intensity) {
			painted += intensities[last.intensity](coloured);
			coloured = '';
		}

		text += segment.text;
		last = style;
	}

	return painted + intensities[last.intensity](coloured + colours[last.colour](text));
}

type Style = {readonly colour: Colour; readonly intensity: Intensity};

/** Terminals share one escape code to end bold and dim, so a dim part stays dim in a bold row. */
function styleOf({tone = 'plain', isBold = false}: Segment, weight: Intensity): Style {
	if (weight === 'dim' || tone === 'dim') {
		return {colour: 'plain', intensity: 'dim'};
	}

	return {colour: tone, intensity: isBold ? 'bold' : weight};
}
