import type {RegionFailureStatus} from '../core/regions/region-result.js';
import {createSelector} from './create-selector.js';
import type {DataState, RegionState} from './types.js';

/** How complete the picture is. */
export type Coverage = {
	readonly wanted: number;
	/** Regions whose latest answer is good; none while no connection can be made, since then none can be asked. */
	readonly answered: number;
	/** Regions that have not answered yet, neither well nor badly. */
	readonly waiting: number;
	readonly failed: ReadonlyArray<{readonly status: RegionFailureStatus; readonly count: number}>;
	/** Failed regions, or those that cannot be asked, whose last good rows are still shown, and when the oldest of those were read. */
	readonly stale: number;
	readonly stalestAt: Date | null;
	/** When the oldest rows of an earlier session were read that are still shown because their regions have not answered yet. */
	readonly cachedAt: Date | null;
	/** When the oldest rows were read, of the regions that are not stale; those without rows are read less often and do not count. */
	readonly fetchedAt: Date | null;
};

/** Enabled regions by name; before DescribeRegions has answered, those asked ahead of it. */
export const enabledRegions = createSelector(
	(state: DataState) => state.directory,
	(state: DataState) => state.regions,
	(directory, regions): readonly string[] =>
		directory === null
			? [...regions.keys()].toSorted()
			: directory.regions
					.filter((region) => region.isEnabled)
					.map((region) => region.name)
					.toSorted(),
);

/** The regions that are polled and counted. */
export const wantedRegions = createSelector(
	(state: DataState) => state.marked,
	enabledRegions,
	(marked, enabled): readonly string[] => marked ?? enabled,
);

export const wantedStates = createSelector(
	wantedRegions,
	(state: DataState) => state.regions,
	(wanted, regions) => wanted.map((name) => regions.get(name)).filter((region): region is RegionState => region !== undefined),
);

/** The latest refresh could not even begin: what is known of every region is of an earlier one. */
const isCutOff = (state: Pick<DataState, 'connection'>) => state.connection.status === 'failed';

export const selectCoverage = createSelector(
	wantedRegions,
	wantedStates,
	(state: DataState) => state.marked,
	isCutOff,
	(wanted, states, marked, hasNoConnection): Coverage => {
		// One that is merely not enabled counts when it was asked for by name, and as long as rows of it are shown.
		const counted = states.filter((region) => marked !== null || region.fetchedAt !== null || failureOf(region) !== 'not_enabled');
		const failures = counted.map(failureOf).filter((status) => status !== null);
		const stale = counted.filter((region) => hasOldRows(region, hasNoConnection));
		const good = hasNoConnection ? [] : counted.filter((region) => region.answer.status === 'ok');
		return {
			wanted: wanted.length - (states.length - counted.length),
			answered: good.length,
			waiting: wanted.length - states.length + counted.filter((region) => region.answer.status === 'waiting').length,
			failed: [...new Set(failures)].map((status) => ({status, count: failures.filter((other) => other === status).length})),
			stale: stale.length,
			stalestAt: earliest(stale),
			cachedAt: hasNoConnection ? null : earliest(counted.filter(isWaitingFromCache)),
			fetchedAt: earliest(good.some(hasRows) ? good.filter(hasRows) : good),
		};
	},
);

/** How often the healthy regions are read, from the most to the least often; `null`: none has answered yet. */
export const selectCadenceRange = createSelector(wantedStates, (states): {readonly least: number; readonly most: number} | null => {
	const every = states
		.filter((region) => region.answer.status === 'ok')
		.flatMap(({cadence}) => (cadence === null ? [] : [cadence.everyMs]));
	return every.length === 0 ? null : {least: Math.min(...every), most: Math.max(...every)};
});

/** Regions whose rows are last good ones of an earlier refresh or session. */
export const selectStaleRegions = createSelector(
	wantedStates,
	isCutOff,
	(states, hasNoConnection): ReadonlySet<string> =>
		new Set(states.filter((region) => hasOldRows(region, hasNoConnection) || isWaitingFromCache(region)).map((region) => region.region)),
);

/** Its rows are last good ones of an earlier refresh, since it failed or no connection can be made. */
export function isStale(region: RegionState, state: Pick<DataState, 'connection'>): boolean {
	return hasOldRows(region, isCutOff(state));
}

/** Its rows are of an earlier session, and it has not answered in this one. */
export function isWaitingFromCache(region: RegionState): boolean {
	return region.answer.status === 'waiting' && region.fetchedAt !== null;
}

function failureOf(region: RegionState): RegionFailureStatus | null {
	return region.answer.status === 'failed' ? region.answer.failure.status : null;
}

function hasOldRows({answer, fetchedAt}: RegionState, hasNoConnection: boolean): boolean {
	return fetchedAt !== null && (answer.status === 'failed' || hasNoConnection);
}

function hasRows({rows}: RegionState): boolean {
	return rows.length > 0;
}

function earliest(regions: readonly RegionState[]): Date | null {
	const times = regions.map((region) => region.fetchedAt).filter((at) => at !== null);
	return times.length === 0 ? null : new Date(Math.min(...times.map((at) => at.getTime())));
}
