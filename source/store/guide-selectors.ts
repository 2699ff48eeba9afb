import {blockSearch, isSameSearch, searchOfAdvice} from '../core/advise/advice-offerings.js';
import type {AdviceRequest} from '../core/advise/advice-request.js';
import {type Advice, adviseCapacity} from '../core/advise/advise-capacity.js';
import {requestOf} from '../core/advise/answers.js';
import type {CheckCoverage} from '../core/check/check-coverage.js';
import {isBlockTypeBuiltin} from '../core/offerings/block-types.js';
import type {OfferingsForm} from '../core/offerings/read-form.js';
import {subjectType} from '../core/offerings/request.js';
import {isSoldNowhere} from '../core/offerings/why-nothing.js';
import {dayText} from '../core/words/moment-text.js';
import {createSelector} from './create-selector.js';
import type {OfferingsState} from './offerings-slice.js';
import {selectMinute} from './select-minute.js';
import {selectAllRows, wantedRegions} from './selectors.js';
import type {CapacityState, DataState, RegionState} from './types.js';

/** What the guide comes to, and the moment that it holds for. */
export type GuideAdvice = {readonly request: AdviceRequest; readonly advice: Advice; readonly now: Date};

const selectRegionCoverage = createSelector(
	wantedRegions,
	(state: DataState) => state.regions,
	(state: DataState) => state.marked,
	(wanted, regions, marked): readonly CheckCoverage[] => wanted.flatMap((name) => coverOf(name, regions.get(name), marked !== null)),
);

/** Offerings change by the minute: what was found longer ago is no advice any more. */
const freshMs = 15 * 60_000;

/** The advice for the answers so far, by what is held; a new one at most once a minute while nothing changes. */
export const selectGuideAdvice = createSelector(
	(state: CapacityState) => state.guide.answers,
	selectAllRows,
	selectRegionCoverage,
	(state: DataState) => state.marked,
	selectMinute,
	(state: OfferingsState) => state.looking,
	(answers, rows, coverage, marked, minute, looking): GuideAdvice => {
		const request = requestOf(answers, marked);
		const now = new Date(minute);
		const isBlockType = request.instanceType === null ? null : isBlockTypeBuiltin(request.instanceType);
		const input = {request, rows, coverage, isBlockType, sold: null, now};
		const advice = adviseCapacity(input);
		const search = searchOfAdvice(request, advice, now);
		const found = looking.status === 'searched' && minute - looking.at.getTime() < freshMs ? looking.search : null;
		if (search === null || found?.kind !== 'searched' || !isSameSearch(search, found.request)) {
			return {request, advice, now};
		}

		// Pane 5 has just searched for this.
		const sold = {search, merged: found.merged, largest: found.largest};
		return {request, advice: adviseCapacity({...input, isBlockType: isSoldNowhere(found) ? false : isBlockType, sold}), now};
	},
);

/** The search for the block that the answers come to, as pane 5 has it; what was not answered is empty. */
export const selectAnswersForm = createSelector(selectGuideAdvice, ({request, advice, now}): OfferingsForm => {
	const search = blockSearch(request, advice, now);
	const {instanceType, length, start} = request;
	const days = length === null ? '' : String(length.unit === 'days' ? length.amount : Math.ceil(length.amount / 24));
	const startAfter = start === null || start <= now ? '' : dayText(start);
	return search === null
		? {type: instanceType ?? '', count: String(advice.missing ?? ''), days, startAfter, endBy: ''}
		: {type: subjectType(search.subject), count: String(search.subject.count), days, startAfter, endBy: ''};
});

/** A region that is merely not enabled is none to be read, unless it was marked. */
function coverOf(region: string, state: RegionState | undefined, isMarked: boolean): readonly CheckCoverage[] {
	const {answer, fetchedAt} = state ?? {answer: {status: 'waiting'} as const, fetchedAt: null};
	if (answer.status === 'ok' && fetchedAt !== null) {
		return [{region, status: 'read', fetchedAt}];
	}

	if (answer.status === 'failed' && answer.failure.status === 'not_enabled' && !isMarked) {
		return [];
	}

	const message = answer.status === 'failed' ? answer.failure.message : 'It has not answered yet.';
	return [fetchedAt === null ? {region, status: 'unread', message} : {region, status: 'stale', fetchedAt, message}];
}
