import type {SortKey} from '../../core/rows/sort.js';
import {selectShown, selectStaleRegions} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import {blockColumns} from './block-columns.js';
import {fitColumns} from './fit-columns.js';
import {selectLargeRows} from './large-rows.js';
import {odcrColumns} from './odcr-columns.js';

/** The columns that `s` steps through: those on the screen, from left to right. */
export function sortKeysShown(state: CapacityState, width: number): readonly SortKey[] {
	const pane = state.pane === 'odcrs' ? 'odcrs' : 'blocks';
	const columns = pane === 'odcrs' ? odcrColumns : blockColumns;
	const large = selectLargeRows(state, pane === 'odcrs' ? 'odcr' : 'block');
	return fitColumns(columns, selectShown(state, pane).rows, width, selectStaleRegions(state).size > 0, large)
		.map(({column}) => column.sortKey)
		.filter((key) => key !== undefined);
}
