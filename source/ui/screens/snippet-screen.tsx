import {LineBlock} from '../components/line-block.js';
import {useCapacity, useSettings} from '../store-context.js';
import {snippetLines} from '../use/snippet-lines.js';

/** One way to launch into a reservation, scrolled by `scroll`. */
export function SnippetScreen({width, height}: {readonly width: number; readonly height: number}) {
	const {glyphs} = useSettings();
	const state = useCapacity((current) => current);
	const lines = snippetLines(state, glyphs, width);
	return <LineBlock lines={lines.slice(Math.min(state.scroll, Math.max(0, lines.length - height)))} width={width} height={height} />;
}
