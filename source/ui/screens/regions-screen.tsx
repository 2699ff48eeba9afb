import {LineBlock} from '../components/line-block.js';
import {regionRows} from '../regions/region-rows.js';
import {regionsLines} from '../regions/regions-lines.js';
import {useCapacity, useSettings} from '../store-context.js';

/** The region picker. */
export function RegionsScreen({width, height}: {readonly width: number; readonly height: number}) {
	const settings = useSettings();
	const state = useCapacity((current) => current);
	return <LineBlock lines={regionsLines(state, regionRows(state), settings, width, height)} width={width} height={height} />;
}
