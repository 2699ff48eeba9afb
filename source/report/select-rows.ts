import {hasAnswered} from '../core/regions/region-result.js';
import type {CapacitySnapshot} from '../core/regions/snapshot.js';
import type {ReservationKind} from '../core/reservations/reservation.js';
import {splitByKind} from '../core/reservations/split-by-kind.js';
import {type QuerySplit, splitByQuery} from '../core/rows/query.js';
import {defaultSort, sortReservations} from '../core/rows/sort.js';
import type {ReportOptions} from './report-options.js';

/** What is listed of each kind, in order, and how much is hidden; `null`: this kind was not asked for. */
export type Selection = Readonly<Record<ReservationKind, QuerySplit | null>>;

export function selectRows(snapshot: CapacitySnapshot, {sort, ...options}: Pick<ReportOptions, 'kinds' | 'query' | 'sort'>): Selection {
	const {odcr, block} = findRows(snapshot, options);
	const inOrder = (kind: ReservationKind, split: QuerySplit | null): QuerySplit | null =>
		split && {...split, shown: sortReservations(split.shown, sort ?? defaultSort[kind])};
	return {odcr: inOrder('odcr', odcr), block: inOrder('block', block)};
}

/** The same in no order: to sort is most of the work. */
export function findRows({regions}: Pick<CapacitySnapshot, 'regions'>, {kinds, query}: Pick<ReportOptions, 'kinds' | 'query'>): Selection {
	const {odcrs, blocks} = splitByKind(regions.flatMap((result) => (hasAnswered(result) ? result.reservations : [])));
	return {
		odcr: kinds.includes('odcr') ? splitByQuery(odcrs, query) : null,
		block: kinds.includes('block') ? splitByQuery(blocks, query) : null,
	};
}
