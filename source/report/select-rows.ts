import {type QuerySplit, splitByQuery} from '../core/query.js';
import {hasAnswered} from '../core/region-result.js';
import type {ReservationKind} from '../core/reservation.js';
import type {CapacitySnapshot} from '../core/snapshot.js';
import {defaultSort, sortReservations} from '../core/sort.js';
import {splitByKind} from '../core/split-by-kind.js';
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
