import {findMistakes} from '../core/mistakes/find-mistakes.js';
import type {Hint} from '../core/mistakes/hint.js';
import type {CapacitySnapshot} from '../core/regions/snapshot.js';
import type {ReservationKind} from '../core/reservations/reservation.js';
import type {ReportOptions} from './report-options.js';
import type {Selection} from './select-rows.js';

/** Of each kind; `null`: not wanted, or not looked for. */
export type ReportHints = Readonly<Record<ReservationKind, readonly Hint[]>> | null;

/**
The likely mistakes among what a report lists; a report is of one moment, so that it has seen nothing go on.

Where the account is not known, nobody knows whose mistakes they were, and to list none would say that there are none.
*/
export function reportHints(
	{accountId}: CapacitySnapshot,
	selection: Selection,
	{hasHints, now}: Pick<ReportOptions, 'hasHints' | 'now'>,
): ReportHints {
	const find = (kind: ReservationKind) =>
		findMistakes({rows: selection[kind]?.shown ?? [], accountId, histories: new Map(), watchedSince: () => null, now});
	return hasHints && accountId !== null ? {odcr: find('odcr'), block: find('block')} : null;
}
