import {hasAnswered} from '../core/regions/region-result.js';
import type {CapacitySnapshot} from '../core/regions/snapshot.js';
import type {ReservationKind} from '../core/reservations/reservation.js';
import {splitByKind} from '../core/reservations/split-by-kind.js';
import {type QuerySplit, splitByQuery} from '../core/rows/query.js';
import {defaultSort, sortReservations} from '../core/rows/sort.js';
import type {ReportOptions} from './report-options.js';

/** What is listed of each kind, in order, and how much is hidden; `null`: this kind was not asked for. */
export type Selection = Readonly<Record<ReservationKind, QuerySplit | null>>;

export function selectRows(snapshot: CapacitySnapshot, {kinds, query, sort}: Pick<ReportOptions, 'kinds' | 'query' | 'sort'>): Selection {
	const {odcrs, blocks} = splitByKind(snapshot.regions.flatMap((result) => (hasAnswered(result) ? result.reservations : [])));
	const all = {odcr: odcrs, block: blocks};
	const select = (kind: ReservationKind): QuerySplit | null => {
		if (!kinds.includes(kind)) {
			return null;
		}

		const split = splitByQuery(all[kind], query);
		return {...split, shown: sortReservations(split.shown, sort ?? defaultSort[kind])};
	};
	return {odcr: select('odcr'), block: select('block')};
}
