import {selectAllRows, selectCoverage} from '../store/selectors.js';
import type {CapacityState} from '../store/types.js';

/** Whether any region has answered or given rows: before, a count of zero would be a guess. */
export function hasRead(state: CapacityState): boolean {
	return selectCoverage(state).answered > 0 || selectAllRows(state).length > 0;
}
