import {LineBlock} from '../components/line-block.js';
import {cutLines} from '../cut-lines.js';
import {useCapacity, useSettings} from '../store-context.js';
import {snippetLines} from '../use/snippet-lines.js';

/** One way to launch into a reservation; what is under its head is scrolled by `scroll`. */
export function SnippetScreen({width, height}: {readonly width: number; readonly height: number}) {
	const {glyphs} = useSettings();
	const state = useCapacity((current) => current);
	const {head, body} = snippetLines(state, glyphs, width);
	const top = Math.min(state.scroll, Math.max(0, head.length + body.length - height));
	return <LineBlock lines={cutLines([...head, ...body.slice(top)], height, glyphs)} width={width} height={height} />;
}
