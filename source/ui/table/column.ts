import type {Prices} from '../../core/cost/price.js';
import type {ChangedPart} from '../../core/events/changes.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import type {SortKey} from '../../core/rows/sort.js';
import type {TimeZone} from '../../format/date.js';
import type {Glyphs} from '../glyphs.js';
import type {Line} from '../line.js';

/** What a cell needs to know beside its reservation. */
export type CellContext = {
	readonly now: Date;
	readonly zone: TimeZone;
	readonly glyphs: Glyphs;
	/** The caller's account, `null` when unknown. */
	readonly accountId: string | null;
	/** On-Demand prices of what is idle; as far as they were found; `null`: nobody looks for any. */
	readonly prices: Prices | null;
	/** Cells of a usage bar. */
	readonly barWidth: number;
	readonly isStale: boolean;
};

export type Column = {
	readonly id: string;
	readonly header: string;
	readonly align: 'left' | 'right';
	/** `s` steps through the columns that have one. */
	readonly sortKey?: SortKey;
	/** The change that marks this cell for a while. */
	readonly marks?: ChangedPart;
	/** 0 never leaves; of the others the highest leaves first. */
	readonly priority: number;
	readonly width: ColumnWidth;
	/** Empty columns before it where there is room; never less than one. */
	readonly gap: number;
	readonly cell: (reservation: Reservation, context: CellContext) => Line;
};

/**
`content`: as wide as the longest text of all rows, within bounds. `number`: as wide as the widest cell of all rows, since a number
that is cut is another number. `rest`: what is left over, at least `least`.
*/
export type ColumnWidth =
	| {readonly kind: 'fixed'; readonly columns: number}
	| {
			readonly kind: 'content';
			readonly least: number;
			readonly most: number;
			/** `hasStale`: some row is of an earlier refresh, and marked as such. */
			readonly text: (reservation: Reservation, hasStale: boolean) => string | null;
	  }
	| {
			readonly kind: 'number';
			readonly least: number;
			/** Columns that hold the cell, whatever its state makes of it: of 100,000 rows neither a text nor more than these is made. */
			readonly columns: (reservation: Reservation) => number;
	  }
	| {readonly kind: 'bar'}
	| {readonly kind: 'rest'; readonly least: number};

/** A column in its place. */
export type PlacedColumn = {readonly column: Column; readonly gap: number; readonly width: number};
