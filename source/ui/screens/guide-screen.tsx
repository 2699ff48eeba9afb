import {LineBlock} from '../components/line-block.js';
import type {Glyphs} from '../glyphs.js';
import {ComparisonTable} from '../guide/comparison-table.js';
import {guideHeight, guideLines} from '../guide/guide-lines.js';
import {type Line, toned} from '../line.js';
import {useCapacity, useSettings} from '../store-context.js';
import {plural} from '../words.js';

/** Pane 6: questions that end in an advice, the comparison, and the scenarios; scrolled by `scroll`. */
export function GuideScreen({width, height}: {readonly width: number; readonly height: number}) {
	const {glyphs, ownFlags = ''} = useSettings();
	const state = useCapacity((current) => current);
	const look = {glyphs, ownFlags};
	const top = Math.min(state.scroll, Math.max(0, guideHeight(state, look, width) - height));
	return state.guide.page === 'comparison' ? (
		<ComparisonTable width={width} height={height} top={top} glyphs={glyphs} />
	) : (
		<LineBlock lines={cut(guideLines(state, look, width).slice(top), height, glyphs)} width={width} height={height} />
	);
}

/** What is longer than the screen must not look as if it ended there. */
function cut(lines: readonly Line[], height: number, glyphs: Glyphs): readonly Line[] {
	return lines.length <= height
		? lines
		: [...lines.slice(0, height - 1), [toned('dim', `  ${glyphs.ellipsis} ${plural(lines.length - height + 1, 'more line')}`)]];
}
