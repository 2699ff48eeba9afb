import type {Prices} from '../core/cost/price.js';

/** What the fields of a row need beside the reservation. */
export type RowContext = {
	/** `null`: nobody has looked for any. */
	readonly prices: Prices | null;
	/** The caller's account, `null` when not known. */
	readonly accountId: string | null;
};
