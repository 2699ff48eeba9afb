import {type IdleTotal, sumIdleCost} from '../core/cost/idle-cost.js';
import {createSelector} from './create-selector.js';
import {selectShown} from './selectors.js';
import type {CapacityState, DataState, PriceState} from './types.js';

/** What is idle of the ODCRs that are shown costs together; `null`: nobody looks for prices. */
export const selectIdleTotal = createSelector(
	(state: CapacityState) => selectShown(state, 'odcrs').rows,
	(state: PriceState) => state.prices,
	(state: DataState) => state.accountId,
	(rows, prices, accountId): IdleTotal | null => (prices === null ? null : sumIdleCost(rows, prices, accountId)),
);
