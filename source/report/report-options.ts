import type {Prices} from '../core/cost/price.js';
import type {ReservationKind} from '../core/reservations/reservation.js';
import type {Query} from '../core/rows/query.js';
import type {Sort} from '../core/rows/sort.js';
import type {ColumnKey} from './column-keys.js';

export const reportFormats = ['table', 'json', 'csv', 'yaml', 'terraform'] as const;

export type ReportFormat = (typeof reportFormats)[number];

export type ReportOptions = {
	readonly format: ReportFormat;
	/** Which lists to print, ODCRs first. */
	readonly kinds: readonly ReservationKind[];
	readonly query: Query;
	/** Tables: one row per reservation, with more columns. */
	readonly isWide: boolean;
	/** `null`: each kind's own order. */
	readonly sort: Sort | null;
	/** Table and CSV: these columns, one row per reservation. `null`: the usual ones. */
	readonly columns: readonly ColumnKey[] | null;
	/** On-Demand prices of what is idle; `null`: nobody has looked for any, and costs are left out. */
	readonly prices: Prices | null;
	/** With the likely mistakes. */
	readonly hasHints: boolean;
	/** No character beyond ASCII. */
	readonly isAscii: boolean;
	/** Tables: columns of the terminal for the sentences around them, which a terminal would break inside words; absent: each on one line. */
	readonly proseWidth?: number;
	readonly now: Date;
};
