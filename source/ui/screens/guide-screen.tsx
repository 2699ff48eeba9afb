import {LineBlock} from '../components/line-block.js';
import {cutLines} from '../cut-lines.js';
import {ComparisonTable} from '../guide/comparison-table.js';
import {guideHeight, guideLines} from '../guide/guide-lines.js';
import {useCapacity, useSettings} from '../store-context.js';

/** Pane 6: questions that end in an advice, the comparison, and the scenarios; scrolled by `scroll`. */
export function GuideScreen({width, height}: {readonly width: number; readonly height: number}) {
	const {glyphs, ownFlags = ''} = useSettings();
	const state = useCapacity((current) => current);
	const look = {glyphs, ownFlags};
	const top = Math.min(state.scroll, Math.max(0, guideHeight(state, look, width) - height));
	return state.guide.page === 'comparison' ? (
		<ComparisonTable width={width} height={height} top={top} glyphs={glyphs} />
	) : (
		<LineBlock lines={cutLines(guideLines(state, look, width).slice(top), height, glyphs)} width={width} height={height} />
	);
}
