import type {Coverage} from './coverage.js';
import type {ReportOptions} from './report-options.js';
import type {RowContext} from './row-context.js';

/** What a section of the table report says besides its rows. */
export type SectionContext = RowContext & {
	readonly options: ReportOptions;
	readonly coverage: Coverage;
	/** The regions asked for by name; `null`: every enabled one. */
	readonly asked: readonly string[] | null;
};
