import {displayWidth, wrapText} from '../format/fit-text.js';

/** Sentences of more than `width` columns go on in further lines, two columns deeper; the lines of a table stay as they are. */
export function wrapProse(lines: readonly string[], width: number): readonly string[] {
	return lines.flatMap((line) => (displayWidth(line) <= width || isOfTable(line) ? [line] : wrapLine(line, width)));
}

/** Every line of a table begins with its border, which no sentence does. */
function isOfTable(line: string): boolean {
	return /^[|+]/.test(line);
}

function wrapLine(line: string, width: number): readonly string[] {
	const text = line.trimStart();
	const indent = ' '.repeat(line.length - text.length);
	const parts = wrapText(text, Math.max(1, width - indent.length - 2));
	return parts.map((part, index) => `${indent}${index === 0 ? '' : '  '}${part}`);
}
