import {isCapacityChange} from '../core/events/changes.js';
import {boundedEvents, type CapacityEvent, type Happening, numberEvents} from '../core/events/events.js';
import {type Histories, recordAnswer} from '../core/events/history.js';
import {observeResult} from '../core/events/observe.js';
import {cadenceOf, throttleLevel} from '../core/regions/cadence.js';
import {type FanOutEvent, withAccelerators} from '../core/regions/fan-out.js';
import {hasAnswered, type RegionResult} from '../core/regions/region-result.js';
import type {AcceleratorFacts} from '../core/reservations/accelerator.js';
import {newRegion, withAccount} from './cached-state.js';
import {withChangeMarks} from './change-marks.js';
import {reuseRows} from './reuse-rows.js';
import type {DataState, RegionState} from './types.js';

/** What a refresh changes. */
export type FetchedState = Pick<
	DataState,
	| 'directory'
	| 'accountId'
	| 'isAccountConfirmed'
	| 'isAccountUnknown'
	| 'regions'
	| 'facts'
	| 'events'
	| 'observation'
	| 'histories'
	| 'changeMarks'
>;

/** What one answer is judged by. */
export type Moment = {readonly now: Date; readonly intervalMs: number; readonly isIntervalExplicit: boolean; readonly random: () => number};

/** Folds one event of a refresh into the state. Last good rows stay until better ones are complete. */
export function applyEvent(state: FetchedState, event: FanOutEvent, moment: Moment): FetchedState {
	switch (event.type) {
		case 'directory':
			return {...state, directory: event.directory};
		case 'account':
			return event.accountId === null ? {...state, isAccountUnknown: !state.isAccountConfirmed} : named(state, event.accountId, moment.now);
		case 'accelerators':
			return withFacts(state, event.facts);
		case 'asking':
			return {...state, ...withAsked(state, event.regions, moment.now)};
		case 'dropped': {
			const dropped = new Set(event.regions);
			const isKept = ([region]: readonly [string, unknown]) => !dropped.has(region);
			return {
				...state,
				regions: new Map([...state.regions].filter(isKept)),
				// What a region said that the account does not have is nobody's concern.
				events: state.events.filter((told) => told.type !== 'region' || !dropped.has(told.region)),
				observation: {...state.observation, regions: new Map([...state.observation.regions].filter(isKept))},
			};
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
			return settle(state, event.result, moment);
	}
}

/** With these regions under way. */
export function withAsked(state: Pick<DataState, 'regions'>, regions: readonly string[], now: Date): Pick<DataState, 'regions'> {
	return {
		regions: withRegions(
			state.regions,
			regions.map((region) => ({...regionOf(state, region), askedAt: now})),
		),
	};
}

/** The state with these things told, at this moment. */
export function withHappenings<State extends Pick<DataState, 'events'>>(state: State, happenings: readonly Happening[], now: Date): State {
	return happenings.length === 0 ? state : {...state, events: boundedEvents(state.events, numbered(state.events, happenings, now))};
}

/** Regions that were being asked are so no more, since their refresh has ended or was overtaken. Half-read first rows go with it. */
export function withoutPending(
	regions: ReadonlyMap<string, RegionState>,
	isEnded: (region: string) => boolean,
): ReadonlyMap<string, RegionState> {
	const pending = [...regions.values()].filter((region) => region.askedAt !== null && isEnded(region.region));
	return withRegions(
		regions,
		pending.map((region) => ({...region, askedAt: null, rows: region.fetchedAt === null ? [] : region.rows})),
	);
}

function named(before: FetchedState, accountId: string, now: Date): FetchedState {
	const {state, happenings} = withAccount(before, accountId);
	return withHappenings(state, happenings, now);
}

function settle(state: FetchedState, result: RegionResult, moment: Moment): FetchedState {
	const {now} = moment;
	const before = regionOf(state, result.region);
	const known = before.fetchedAt === null ? [] : before.rows;
	const rows = hasAnswered(result) ? reuseRows(known, withAccelerators(result.reservations, state.facts)) : known;
	// The rows that were kept are compared, so that what did not change costs nothing.
	const observed = observeResult(state.observation, hasAnswered(result) ? {...result, reservations: rows} : result, now);
	const changes = observed.happenings.flatMap((happening) => (happening.type === 'reservation' ? [happening.change] : []));
	const after: RegionState = {
		...before,
		answer: hasAnswered(result) ? {status: 'ok'} : {status: 'failed', failure: result.failure, at: now},
		rows,
		fetchedAt: hasAnswered(result) ? result.fetchedAt : before.fetchedAt,
		firstReadAt: before.firstReadAt ?? (hasAnswered(result) ? now : null),
		askedAt: null,
		failures: failuresAfter(before.failures, result),
		throttled: throttleLevel(before.throttled, result.status),
		lastChangeAt: changes.some(isCapacityChange) ? now : before.lastChangeAt,
	};
	return {
		...withHappenings(state, observed.happenings, now),
		observation: observed.observation,
		histories: hasAnswered(result) ? historiesAfter(state.histories, before, after, now) : state.histories,
		changeMarks: withChangeMarks(state.changeMarks, changes, now),
		regions: withRegions(state.regions, [withCadence(after, moment)]),
	};
}

function historiesAfter(histories: Histories, before: RegionState, after: RegionState, at: Date): Histories {
	const known = before.firstReadAt === null ? null : before.rows;
	return recordAnswer(histories, {before: known, after: after.rows, since: before.firstReadAt ?? at, at});
}

/** Expired credentials are no fault of the region: it is asked as before, so that it is back soon after they are renewed. */
function failuresAfter(failures: number, {status}: RegionResult): number {
	switch (status) {
		case 'ok':
		case 'empty':
			return 0;
		case 'throttled':
		case 'expired_credentials':
			return failures;
		case 'not_enabled':
		case 'denied':
		case 'timeout':
		case 'failed':
			return failures + 1;
	}
}

function withCadence(region: RegionState, {now, intervalMs, isIntervalExplicit, random}: Moment): RegionState {
	const {lastChangeAt, failures, throttled} = region;
	const rows = region.fetchedAt === null ? null : region.rows;
	const cadence = cadenceOf({rows, lastChangeAt, failures, throttled, intervalMs, isIntervalExplicit, now, random: random()});
	// Up to a tenth earlier or later, so that many watchers of one account do not ask in step.
	const waitMs = cadence.everyMs * (0.9 + 0.2 * random());
	return {...region, cadence, dueAt: new Date(now.getTime() + waitMs)};
}

function withFacts(state: FetchedState, facts: AcceleratorFacts): FetchedState {
	const known = new Map([...state.facts, ...facts]);
	const regions = [...state.regions.values()].map((region) => ({...region, rows: withAccelerators(region.rows, known)}));
	return {...state, facts: known, regions: withRegions(state.regions, regions)};
}

function regionOf(state: Pick<DataState, 'regions'>, region: string): RegionState {
	return state.regions.get(region) ?? newRegion(region);
}

function withRegions(regions: ReadonlyMap<string, RegionState>, changed: readonly RegionState[]): ReadonlyMap<string, RegionState> {
	return new Map([...regions, ...changed.map((region) => [region.region, region] as const)]);
}

function numbered(events: readonly CapacityEvent[], happenings: readonly Happening[], now: Date): readonly CapacityEvent[] {
	return numberEvents(happenings, now, (events[0]?.sequence ?? 0) + 1);
}
