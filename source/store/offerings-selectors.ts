import {mergeOfferings} from '../core/offerings/merge-offerings.js';
import type {Offering} from '../core/offerings/offering.js';
import {hasOffered} from '../core/offerings/offerings-result.js';
import {sortOfferings} from '../core/offerings/sort-offerings.js';
import {offeringsIn} from '../core/offerings/why-nothing.js';
import type {Span} from '../core/timeline/timeline.js';
import {createSelector} from './create-selector.js';
import type {Looking, OfferingsState} from './offerings-slice.js';

/** The offerings of the latest search in the order of the pane; while it is under way those that have come. */
export const selectOfferings = createSelector(
	(state: OfferingsState) => state.looking,
	(state: OfferingsState) => state.offeringSort,
	(looking, sort): readonly Offering[] => sortOfferings(foundBy(looking), sort),
);

function foundBy(looking: Looking): readonly Offering[] {
	switch (looking.status) {
		case 'never':
		case 'failed':
			return [];
		case 'searching':
			return mergeOfferings(looking.results, null).offerings;
		case 'searched':
			return offeringsIn(looking.search);
		case 'extended': {
			const {search} = looking;
			return search.kind === 'searched' && hasOffered(search.result) ? search.result.offerings : [];
		}
	}
}

export const selectOfferingKeys = createSelector(selectOfferings, (offerings): readonly string[] => offerings.map(({key}) => key));

/** The offerings that have a bar, first start first, with where it is. */
export const selectOfferedSpans = createSelector(
	selectOfferings,
	(offerings): ReadonlyArray<{readonly offering: Offering; readonly span: Span}> =>
		sortOfferings(offerings, 'start').flatMap((offering) => {
			const {startDate, endDate} = offering;
			return startDate === null || endDate === null ? [] : [{offering, span: {start: startDate.getTime(), end: endDate.getTime()}}];
		}),
);

export const selectOfferedKeys = createSelector(selectOfferedSpans, (spans): readonly string[] => spans.map(({offering}) => offering.key));
