import type {AdviceRequest} from '../core/advise/advice-request.js';
import {type Advice, adviseCapacity} from '../core/advise/advise-capacity.js';
import {requestOf} from '../core/advise/answers.js';
import type {CheckCoverage} from '../core/check/check-coverage.js';
import {isBlockTypeBuiltin} from '../core/offerings/block-types.js';
import {createSelector} from './create-selector.js';
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

/** The advice for the answers so far, by what is held; a new one at most once a minute while nothing changes. */
export const selectGuideAdvice = createSelector(
	(state: CapacityState) => state.guide.answers,
	selectAllRows,
	selectRegionCoverage,
	(state: DataState) => state.marked,
	(state: DataState) => Math.floor(state.now.getTime() / 60_000) * 60_000,
	(answers, rows, coverage, marked, minute): GuideAdvice => {
		const request = requestOf(answers, marked);
		const now = new Date(minute);
		const isBlockType = request.instanceType === null ? null : isBlockTypeBuiltin(request.instanceType);
		return {request, advice: adviseCapacity({request, rows, coverage, isBlockType, sold: null, now}), now};
	},
);

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
