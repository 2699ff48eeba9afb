import type {Glyphs} from './glyphs.js';

/** What stays the same while the app is open. */
export type UiSettings = {
	readonly glyphs: Glyphs;
	/** Whose capacity, beside the account: the profile, `demo cluster`; `null`: nothing to add. */
	readonly label: string | null;
	readonly intervalMs: number;
	/** What a line of truffle's own needs to ask where the app asks: ` --demo market`; absent: nothing. */
	readonly ownFlags?: string;
};
