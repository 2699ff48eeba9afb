import {memo} from 'react';
import type {HintSeverity} from '../../core/mistakes/hint.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import type {ChangeMark} from '../../store/types.js';
import type {CellContext, PlacedColumn} from '../table/column.js';
import {rowLine} from '../table/table-lines.js';
import {paint} from '../theme.js';
import {LineText} from './line-text.js';

export type ReservationRowProps = {
	readonly reservation: Reservation;
	readonly columns: readonly PlacedColumn[];
	readonly context: CellContext;
	readonly isSelected: boolean;
	/** What of it changed a moment ago. */
	readonly mark: ChangeMark | null;
	readonly isFollowed: boolean;
	/** There is a likely mistake about it, of so much weight. */
	readonly hint: HintSeverity | null;
};

/** One row of a pane; drawn again only when one of its props is another one. */
export const ReservationRow = memo(function ReservationRow({
	reservation,
	columns,
	context,
	isSelected,
	mark,
	isFollowed,
	hint,
}: ReservationRowProps) {
	const weight = context.isStale ? 'dim' : isSelected ? 'bold' : 'normal';
	return <LineText text={paint(rowLine(reservation, columns, context, {isSelected, isFollowed, hint, mark}), weight)} />;
});
