import {sizeOf} from '../core/reservations/usage.js';
import {fitAll, type TimelineWindow} from '../core/timeline/timeline.js';
import {createSelector} from './create-selector.js';
import {selectOfferedSpans} from './offerings-selectors.js';
import {selectShown} from './selectors.js';
import type {CapacityState, DataState} from './types.js';

/** How long the longest labels of the timeline are, in characters; `size` is the largest number of instances itself, `null`: none is known. */
export const selectLabelLengths = createSelector(
	(state: CapacityState) => selectShown(state, 'timeline').rows,
	selectOfferedSpans,
	(rows, offered): {readonly type: number; readonly zone: number; readonly size: number | null} => {
		let type = 0;
		let zone = 0;
		let size: number | null = null;
		for (const row of rows) {
			const {instanceType, availabilityZone, region} = row;
			const instances = sizeOf(row);
			type = Math.max(type, instanceType?.length ?? 0);
			zone = Math.max(zone, (availabilityZone ?? region).length);
			size = instances === null ? size : Math.max(size ?? 0, instances);
		}

		for (const {offering} of offered) {
			const instances = offering.ultraserverCount ?? offering.instanceCount;
			zone = Math.max(zone, (offering.availabilityZone ?? offering.region).length);
			size = instances === null ? size : Math.max(size ?? 0, instances);
		}

		return {type, zone, size};
	},
);

const selectWholeWindow = createSelector(
	(state: CapacityState) => selectShown(state, 'timeline').rows,
	(_: CapacityState, barColumns: number) => barColumns,
	(state: DataState) => state.now,
	selectOfferedSpans,
	(rows, barColumns, now, offered): TimelineWindow =>
		fitAll(
			rows,
			barColumns,
			now,
			offered.map(({span}) => span),
		),
);

/** The window that the timeline shows: the one panned or zoomed to, or the one that fits all. */
export function selectWindow(state: CapacityState, barColumns: number): TimelineWindow {
	return state.window ?? selectWholeWindow(state, barColumns);
}
