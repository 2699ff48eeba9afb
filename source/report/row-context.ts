import type {Prices} from '../core/cost/price.js';
import type {Hint} from '../core/mistakes/hint.js';

/** What the fields of a row need beside the reservation. */
export type RowContext = {
	/** `null`: nobody has looked for any. */
	readonly prices: Prices | null;
	/** The likely mistakes, by the key of the reservation; `null`: not wanted. */
	readonly hints: ReadonlyMap<string, readonly Hint[]> | null;
	/** The caller's account, `null` when not known. */
	readonly accountId: string | null;
};
