import type {AcceleratorFacts} from '../core/accelerator.js';
import {type FanOutEvent, withAccelerators} from '../core/fan-out.js';
import {hasAnswered, type RegionResult} from '../core/region-result.js';
import {reuseRows} from './reuse-rows.js';
import type {DataState, RegionState} from './types.js';

/** What a refresh changes. */
export type FetchedState = Pick<DataState, 'directory' | 'accountId' | 'regions' | 'facts'>;

const longestRestMs = 300_000;

/** Folds one event of a refresh into the state. Last good rows stay until better ones are complete. */
export function applyEvent(state: FetchedState, event: FanOutEvent, now: Date, intervalMs: number): FetchedState {
	switch (event.type) {
		case 'directory':
			return {...state, directory: event.directory};
		case 'account':
			return event.accountId === null ? state : {...state, accountId: event.accountId};
		case 'accelerators':
			return withFacts(state, event.facts);
		case 'asking':
			return {
				...state,
				regions: withRegions(
					state.regions,
					event.regions.map((region) => ({...regionOf(state, region), askedAt: now})),
				),
			};
		case 'dropped': {
			const dropped = new Set(event.regions);
			return {...state, regions: new Map([...state.regions].filter(([region]) => !dropped.has(region)))};
		}
		case 'page': {
			const region = regionOf(state, event.region);
			// Rows that were complete once are replaced only as a whole: half of a refresh would look like a loss.
			return region.fetchedAt !== null
				? state
				: {
						...state,
						regions: withRegions(state.regions, [
							{...region, rows: [...region.rows, ...withAccelerators(event.reservations, state.facts)]},
						]),
					};
		}
		case 'answered':
			return {
				...state,
				regions: withRegions(state.regions, [settle(regionOf(state, event.result.region), event.result, state.facts, now, intervalMs)]),
			};
	}
}

/** Regions that were being asked are so no more, since their refresh has ended or was overtaken. Half-read first rows go with it. */
export function withoutPending(regions: ReadonlyMap<string, RegionState>): ReadonlyMap<string, RegionState> {
	const pending = [...regions.values()].filter((region) => region.askedAt !== null);
	return withRegions(
		regions,
		pending.map((region) => ({...region, askedAt: null, rows: region.fetchedAt === null ? [] : region.rows})),
	);
}

function settle(region: RegionState, result: RegionResult, facts: AcceleratorFacts, now: Date, intervalMs: number): RegionState {
	if (hasAnswered(result)) {
		return {
			region: region.region,
			answer: {status: 'ok'},
			rows: reuseRows(region.rows, withAccelerators(result.reservations, facts)),
			fetchedAt: result.fetchedAt,
			askedAt: null,
			throttled: 0,
			restsUntil: null,
		};
	}

	const throttled = result.status === 'throttled' ? region.throttled + 1 : 0;
	const restMs = throttled === 0 ? 0 : Math.min(intervalMs * 2 ** throttled, longestRestMs);
	return {
		...region,
		answer: {status: 'failed', failure: result.failure, at: now},
		rows: region.fetchedAt === null ? [] : region.rows,
		askedAt: null,
		throttled,
		restsUntil: restMs === 0 ? null : new Date(now.getTime() + restMs),
	};
}

function withFacts(state: FetchedState, facts: AcceleratorFacts): FetchedState {
	const known = new Map([...state.facts, ...facts]);
	const regions = [...state.regions.values()].map((region) => ({...region, rows: withAccelerators(region.rows, known)}));
	return {...state, facts: known, regions: withRegions(state.regions, regions)};
}

function regionOf(state: FetchedState, region: string): RegionState {
	return (
		state.regions.get(region) ?? {
			region,
			answer: {status: 'waiting'},
			rows: [],
			fetchedAt: null,
			askedAt: null,
			throttled: 0,
			restsUntil: null,
		}
	);
}

function withRegions(regions: ReadonlyMap<string, RegionState>, changed: readonly RegionState[]): ReadonlyMap<string, RegionState> {
	return new Map([...regions, ...changed.map((region) => [region.region, region] as const)]);
}
