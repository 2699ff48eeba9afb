import type {Coverage} from './coverage.js';
import type {ReportOptions} from './report-options.js';

/** What a section of the table report says besides its rows. */
export type SectionContext = {
	readonly options: ReportOptions;
	readonly coverage: Coverage;
	/** The caller's account, `null` when not known. */
	readonly accountId: string | null;
	/** The regions asked for by name; `null`: every enabled one. */
	readonly asked: readonly string[] | null;
};
