import {fitAll, type TimelineWindow} from '../../core/timeline.js';
import {sizeOf} from '../../core/usage.js';
import {selectShown} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import {digitsOf} from '../table/number-widths.js';

/** Where the parts of a timeline row are, in columns. */
export type TimelinePlace = {
	readonly typeColumns: number;
	readonly sizeColumns: number;
	/** 0: no room for the availability zone. */
	readonly zoneColumns: number;
	readonly barColumns: number;
};

const gutter = 2;
const gap = 2;
const roomForZone = 76;

export function timelinePlace(state: CapacityState, width: number): TimelinePlace {
	const {rows} = selectShown(state, 'timeline');
	const longest = (texts: readonly (string | null)[], least: number, most: number) =>
		Math.min(
			most,
			texts.reduce((longestSoFar, text) => Math.max(longestSoFar, text?.length ?? 0), least),
		);
	const typeColumns = longest(
		rows.map((row) => row.instanceType),
		8,
		18,
	);
	const zoneColumns =
		width < roomForZone
			? 0
			: longest(
					rows.map((row) => row.availabilityZone ?? row.region),
					10,
					16,
				);
	// `~×16`, and a number that is cut is another number.
	const sizeColumns = rows.reduce((most, row) => Math.max(most, digitsOf(sizeOf(row)) + 2), 5);
	const labels = gutter + typeColumns + 1 + sizeColumns + (zoneColumns === 0 ? 0 : gap + zoneColumns) + gap;
	return {typeColumns, sizeColumns, zoneColumns, barColumns: Math.max(10, width - labels - 1)};
}

/** The window that the timeline shows: the one panned or zoomed to, or the one that fits all. */
export function timelineWindow(state: CapacityState, barColumns: number): TimelineWindow {
	return state.window ?? fitAll(selectShown(state, 'timeline').rows, barColumns, state.now);
}
