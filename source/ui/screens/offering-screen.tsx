import {selectOffering} from '../../store/selectors.js';
import {LineBlock} from '../components/line-block.js';
import {cutLines} from '../cut-lines.js';
import {type Line, plain} from '../line.js';
import {offeringContext} from '../offerings/offering-context.js';
import {offeringLines} from '../offerings/offering-lines.js';
import {useCapacity, useSettings} from '../store-context.js';

const gone: readonly Line[] = [[plain('  This offering is gone: search again.')]];

/** One offering in full, with the line that buys it and what that binds to, scrolled by `scroll`. */
export function OfferingScreen({width, height}: {readonly width: number; readonly height: number}) {
	const {glyphs} = useSettings();
	const state = useCapacity((current) => current);
	const offering = selectOffering(state);
	const lines = offering === null ? gone : offeringLines(offering, offeringContext(state, glyphs), width);
	const top = Math.min(state.scroll, Math.max(0, lines.length - height));
	return <LineBlock lines={cutLines(lines.slice(top), height, glyphs)} width={width} height={height} />;
}
