import type {Histories} from '../events/history.js';
import type {Reservation} from '../reservations/reservation.js';

export type MistakeInput = {
	readonly rows: readonly Reservation[];
	/** `null`: unknown, so that nothing is known to be this account's. */
	readonly accountId: string | null;
	/** What was seen of the rows' use; empty for a report. */
	readonly histories: Histories;
	/** When the region was read first, `null`: only now. */
	readonly watchedSince: (region: string) => Date | null;
	readonly now: Date;
};
