import {findMistakes, hintsByKey} from '../core/mistakes/find-mistakes.js';
import type {Hint} from '../core/mistakes/hint.js';
import type {Reservation} from '../core/reservations/reservation.js';
import {createSelector} from './create-selector.js';
import {selectMinute} from './select-minute.js';
import {selectShown} from './selectors.js';
import type {CapacityState, DataState} from './types.js';

type HintsByKey = ReadonlyMap<string, readonly Hint[]>;

const none: HintsByKey = new Map();

/** What is about several blocks at once, by the key of each. */
const selectOverlaps = createSelector(
	(state: CapacityState) => selectShown(state, 'blocks').rows,
	(state: DataState) => state.accountId,
	selectMinute,
	(rows, accountId, minute): HintsByKey =>
		hintsByKey(
			findMistakes({rows, accountId, histories: new Map(), watchedSince: () => null, now: new Date(minute)}).filter(
				({id}) => id === 'overlapping-blocks',
			),
		),
);

/**
The likely mistakes of these rows, by key. To be asked of the rows on the screen only: of 100,000 nobody wants to know.

Mistakes of one reservation are looked for in it alone; those of several in all blocks that are shown.
*/
export function hintsOn(state: CapacityState, rows: readonly Reservation[]): HintsByKey {
	if (!state.hasHints) {
		return none;
	}

	const {accountId, histories, regions, now} = state;
	const watchedSince = (region: string) => regions.get(region)?.firstReadAt ?? null;
	const own = findMistakes({rows, accountId, histories, watchedSince, now}).filter(({id}) => id !== 'overlapping-blocks');
	const overlaps = rows.some(({kind}) => kind === 'block') ? selectOverlaps(state) : none;
	const shared = [...new Set(rows.flatMap(({key}) => overlaps.get(key) ?? []))];
	return hintsByKey([...own, ...shared]);
}
