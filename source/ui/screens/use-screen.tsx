import {LineBlock} from '../components/line-block.js';
import {useCapacity, useSettings} from '../store-context.js';
import {waysLines} from '../use/ways-lines.js';

/** The ways to launch into a reservation. */
export function UseScreen({width, height}: {readonly width: number; readonly height: number}) {
	const {glyphs} = useSettings();
	const state = useCapacity((current) => current);
	return <LineBlock lines={waysLines(state, glyphs, width, height)} width={width} height={height} />;
}
