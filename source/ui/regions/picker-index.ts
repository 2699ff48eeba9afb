import type {CapacityState} from '../../store/types.js';
import type {RegionRow} from './region-rows.js';

/** Where the picker's cursor is: on its region, wherever a refresh has moved that; else where it was. -1 when no region is listed. */
export function pickerIndex({regionPicker: {name, index}}: CapacityState, rows: readonly RegionRow[]): number {
	const found = name === null ? -1 : rows.findIndex((row) => row.name === name);
	return found === -1 ? Math.min(index, rows.length - 1) : found;
}
