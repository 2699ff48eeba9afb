import type {ReservationKind} from '../core/reservations/reservation.js';
import type {QuerySplit} from '../core/rows/query.js';
import {counted} from '../core/words/counted.js';
import {noteLines} from './note-lines.js';
import type {SectionContext} from './section-context.js';

const nouns: Readonly<Record<ReservationKind, string>> = {odcr: 'capacity reservations (ODCRs)', block: 'Capacity Blocks'};

/** Nothing to list: "none" is said only when every region that was asked has answered. */
export function emptySection(kind: ReservationKind, split: QuerySplit | null, context: SectionContext): readonly string[] {
	const {coverage, accountId} = context;
	const {asked, answered} = coverage;
	if (asked === 0) {
		return ['No region was asked: none is enabled.'];
	}

	if (answered === 0) {
		return [asked === 1 ? `${coverage.failed[0]?.region ?? 'The region'} could not be read.` : `None of ${asked} regions could be read.`];
	}

	const {hidden, endedHidden} = split ?? {hidden: 0, endedHidden: 0};
	const isFiltered = hidden > endedHidden;
	const whose = accountId === null ? '' : ` of ${accountId}`;
	const what = `${isFiltered ? 'matching ' : ''}${nouns[kind]}`;
	const sentence =
		answered < asked
			? `${answered} of ${asked} regions${whose} could be read; ${answered === 1 ? 'it has no' : 'none of them has'} ${what}`
			: `No ${what} in ${counted(asked, 'region')}${whose}`;
	const but = endedHidden > 0 && !isFiltered ? ', but ended ones' : '';
	// The regions are in the sentence, and every reason is on stderr.
	const notes = noteLines({hidden, endedHidden}, {...context, coverage: {...coverage, failed: []}});
	return [`${sentence}${but}.`, ...notes.map((line) => `   ${line}`)];
}
