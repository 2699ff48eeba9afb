import {useMemo} from 'react';
import {useCapacity, useSettings} from '../store-context.js';
import type {CellContext} from '../table/column.js';

/** What cells need to know, for fresh rows and for stale ones; the same objects until one of it changes. */
export function useCellContexts(barWidth: number): {readonly fresh: CellContext; readonly stale: CellContext} {
	const {glyphs} = useSettings();
	const now = useCapacity((state) => state.now);
	const accountId = useCapacity((state) => state.accountId);
	const prices = useCapacity((state) => state.prices);
	const isLocalTime = useCapacity((state) => state.isLocalTime);
	return useMemo(() => {
		const fresh: CellContext = {now, zone: isLocalTime ? 'local' : 'utc', glyphs, accountId, prices, barWidth, isStale: false};
		return {fresh, stale: {...fresh, isStale: true}};
	}, [now, isLocalTime, glyphs, accountId, prices, barWidth]);
}
