import {besides, comparison} from '../../core/guide/comparison.js';
import {padEnd, wrapText} from '../../format/fit-text.js';
import type {Glyphs} from '../glyphs.js';
import {glyphText} from './advice-lines.js';

/** One line of the table; a feature takes as many as its longest cell. All cells of a column are equally wide. */
export type ComparisonRow = {readonly key: string; readonly feature: string; readonly block: string; readonly odcr: string};

const featureWidth = 10;
/** What the table puts around its three cells. */
const frameWidth = 6;

/** The comparison, its cells broken to fit into `width`, an empty line between features where there is room for it. */
export function comparisonRows(width: number, glyphs: Glyphs): readonly ComparisonRow[] {
	const cellWidth = Math.floor((width - featureWidth - frameWidth - 2) / 2);
	const head = {feature: '', block: 'Capacity Block', odcr: 'ODCR'};
	return [head, ...comparison].flatMap(({feature, block, odcr}, place) => {
		const left = wrapText(glyphText(block, glyphs), cellWidth);
		const right = wrapText(glyphText(odcr, glyphs), cellWidth);
		return Array.from({length: Math.max(left.length, right.length)}, (_, line) => ({
			key: `${place}-${line}`,
			feature: padEnd(line === 0 ? feature : '', featureWidth),
			block: padEnd(left[line] ?? '', cellWidth),
			odcr: padEnd(right[line] ?? '', cellWidth),
		}));
	});
}

/** What the table does not hold, in lines of at most `width` columns. */
export function besideLines(width: number, glyphs: Glyphs): readonly string[] {
	return besides.flatMap((text) => wrapText(glyphText(text, glyphs), width - 3)).map((line) => `  ${line}`);
}
