import type {Happening} from '../core/events/events.js';
import type {CachedSnapshot} from '../core/regions/cached-snapshot.js';
import {enabledRegions} from './selectors.js';
import type {DataState, RegionState} from './types.js';

/** What a store can begin with. */
export type CachedState = Pick<DataState, 'directory' | 'accountId' | 'regions' | 'facts'>;

/** Nothing asked, nothing known. */
export function newRegion(region: string): RegionState {
	return {
		region,
		answer: {status: 'waiting'},
		rows: [],
		fetchedAt: null,
		firstReadAt: null,
		askedAt: null,
		failures: 0,
		throttled: 0,
		lastChangeAt: null,
		cadence: null,
		dueAt: null,
	};
}

/** Its rows are those of an earlier session: it has not given any in this one. */
export function isFromCache({fetchedAt, firstReadAt}: RegionState): boolean {
	return fetchedAt !== null && firstReadAt === null;
}

/** The state in which a store begins that has a snapshot of an earlier session to show. */
export function stateFromCache({directory, accountId, regions, facts}: CachedSnapshot): CachedState {
	return {
		directory,
		accountId,
		facts,
		regions: new Map(
			regions.map(({region, fetchedAt, reservations}) => [region, {...newRegion(region), fetchedAt, rows: reservations}] as const),
		),
	};
}

/** What to keep for the next session; `null` as long as no region has answered in this one. */
export function snapshotToKeep(state: DataState, savedAt: Date): CachedSnapshot | null {
	const {directory, accountId, regions, facts} = state;
	const kept = enabledRegions(state).flatMap((name) => {
		const region = regions.get(name);
		return region?.fetchedAt == null ? [] : [{region: name, fetchedAt: region.fetchedAt, reservations: region.rows}];
	});
	return [...regions.values()].some(({firstReadAt}) => firstReadAt !== null) ? {savedAt, accountId, directory, regions: kept, facts} : null;
}

/** The state once STS has named the account: what the cache had of another one is nobody's concern. */
export function withAccount<State extends Pick<DataState, 'accountId' | 'isAccountConfirmed' | 'isAccountUnknown' | 'regions'>>(
	state: State,
	accountId: string,
): {readonly state: State; readonly happenings: readonly Happening[]} {
	const confirmed = {...state, accountId, isAccountConfirmed: true, isAccountUnknown: false};
	const {accountId: before, isAccountConfirmed} = state;
	if (before === null || before === accountId || isAccountConfirmed) {
		return {state: confirmed, happenings: []};
	}

	const regions = new Map(
		[...state.regions].map(([name, region]) => [name, isFromCache(region) ? {...region, rows: [], fetchedAt: null} : region] as const),
	);
	const text = `These credentials are of account ${accountId}. What was kept of account ${before} is no longer shown.`;
	return {state: {...confirmed, regions}, happenings: [{type: 'note', text}]};
}
