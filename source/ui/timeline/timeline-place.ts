import {selectLabelLengths} from '../../store/timeline-selectors.js';
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
	const lengths = selectLabelLengths(state);
	const typeColumns = Math.max(8, Math.min(lengths.type, 18));
	const zoneColumns = width < roomForZone ? 0 : Math.max(10, Math.min(lengths.zone, 16));
	// `~×16`, and a number that is cut is another number.
	const sizeColumns = Math.max(5, digitsOf(lengths.size) + 2);
	const labels = gutter + typeColumns + 1 + sizeColumns + (zoneColumns === 0 ? 0 : gap + zoneColumns) + gap;
	return {typeColumns, sizeColumns, zoneColumns, barColumns: Math.max(10, width - labels - 1)};
}
