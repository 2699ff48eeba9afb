import type {Prices} from '../core/cost/price.js';
import type {CapacityError} from '../core/errors.js';
import type {ChangedPart} from '../core/events/changes.js';
import type {CapacityEvent} from '../core/events/events.js';
import type {Histories} from '../core/events/history.js';
import type {Observation} from '../core/events/observe.js';
import type {Clock, Stopwatch, Timers} from '../core/ports.js';
import type {Cadence} from '../core/regions/cadence.js';
import type {RegionFailure} from '../core/regions/region-result.js';
import type {CapacitySource, RegionDirectory} from '../core/regions/source.js';
import type {AcceleratorFacts} from '../core/reservations/accelerator.js';
import type {Reservation, ReservationKind} from '../core/reservations/reservation.js';
import type {Query} from '../core/rows/query.js';
import type {Sort} from '../core/rows/sort.js';
import type {TimelineWindow} from '../core/timeline/timeline.js';
import type {GuideActions, GuideState} from './guide-types.js';
import type {OfferingsActions, OfferingsState} from './offerings-slice.js';

/** What the store needs of the outside world. */
export type StorePorts = {
	/** Called once, at the first refresh; again only after it failed. */
	readonly openSource: () => Promise<CapacitySource>;
	readonly clock: Clock;
	/** Of the same speed as the clock. */
	readonly stopwatch: Stopwatch;
	readonly timers: Timers;
	/** 0 to 1, for jitter. */
	readonly random: () => number;
	/** Between two background readings of a region with reservations. */
	readonly intervalMs: number;
	/** The person set it, so it also holds for regions without reservations. */
	readonly isIntervalExplicit: boolean;
	/** Without a page of a region's answer, before it is given up. */
	readonly timeoutMs: number;
};

/** How the latest attempt to read a region went. */
export type RegionAnswer =
	| {readonly status: 'waiting'}
	| {readonly status: 'ok'}
	| {readonly status: 'failed'; readonly failure: RegionFailure; readonly at: Date};

export type RegionState = {
	readonly region: string;
	readonly answer: RegionAnswer;
	/** The last good rows; while a region is read for the first time, the pages that have come so far. */
	readonly rows: readonly Reservation[];
	/** When `rows` were complete, be it in an earlier session; `null`: never yet. */
	readonly fetchedAt: Date | null;
	/** When `rows` were complete for the first time in this session; `null`: never yet. */
	readonly firstReadAt: Date | null;
	/** Since when a call has been under way; `null`: none is. */
	readonly askedAt: Date | null;
	/** Failed answers in a row, those that were throttled not counted. */
	readonly failures: number;
	/** See `throttleLevel`. */
	readonly throttled: number;
	/** When a count of it changed last; `null`: not since it has been watched. */
	readonly lastChangeAt: Date | null;
	/** How often it is read, and why; `null`: it has not answered yet. */
	readonly cadence: Cadence | null;
	/** When it is read next; `null`: as soon as it can be. */
	readonly dueAt: Date | null;
};

/** What changed in a reservation a moment ago; the cells that show it carry a mark. */
export type ChangeMark = {readonly at: Date; readonly parts: ReadonlyMap<ChangedPart, 'up' | 'down' | 'other'>};

export type Connection =
	| {readonly status: 'connecting'}
	| {readonly status: 'connected'}
	| {readonly status: 'failed'; readonly error: CapacityError};

export type DataState = {
	readonly connection: Connection;
	readonly directory: RegionDirectory | null;
	readonly accountId: string | null;
	/** STS has named `accountId`; until then it is that of the cached snapshot. */
	readonly isAccountConfirmed: boolean;
	/** STS was asked and could not name it, or there is none at this endpoint. */
	readonly isAccountUnknown: boolean;
	/** Regions asked so far, and those of the cached snapshot, by name. */
	readonly regions: ReadonlyMap<string, RegionState>;
	/** The regions the person wants; `null`: every enabled one. */
	readonly marked: readonly string[] | null;
	readonly facts: AcceleratorFacts;
	/** What happened since the store was opened, newest first, at most `mostEvents`. */
	readonly events: readonly CapacityEvent[];
	readonly observation: Observation;
	/** How the use of each reservation went. */
	readonly histories: Histories;
	/** By the key of the reservation. */
	readonly changeMarks: ReadonlyMap<string, ChangeMark>;
	readonly isRefreshing: boolean;
	/** End of the latest finished refresh. */
	readonly refreshedAt: Date | null;
	readonly isPaused: boolean;
	/** Moves in `tick` only, so that everything on the screen is of one moment. */
	readonly now: Date;
};

/** Panes whose rows are reservations. */
export type ReservationPane = 'odcrs' | 'blocks' | 'timeline';

export type Pane = ReservationPane | 'events' | 'offerings' | 'guide';

/** `use`: the ways to launch into a reservation; `snippet`: one of them. `offering`: what can be bought, in full. */
export type Screen = 'main' | 'details' | 'use' | 'snippet' | 'offering' | 'regions' | 'help';

/** The cursor is a reservation; `index` and `top` say where it was, for when it is gone. */
export type Cursor = {readonly key: string | null; readonly index: number; readonly top: number};

export type ViewState = {
	readonly pane: Pane;
	readonly screen: Screen;
	readonly query: Query;
	/** The search is being typed; `before` is what Esc goes back to. */
	readonly searchInput: {readonly before: string} | null;
	readonly sorts: Readonly<Record<ReservationKind, Sort>>;
	/** In the events pane the key is the sequence of an event, in the offerings pane that of an offering; the guide has a cursor of its own. */
	readonly cursors: Readonly<Record<Pane, Cursor>>;
	/** What is to be launched into, by its key, whatever the cursor is on since; the place of the way that is chosen; the screen to come back to. */
	readonly use: {readonly key: string | null; readonly index: number; readonly from: 'main' | 'details'};
	/** First line shown on the details, snippet and help screens. */
	readonly scroll: number;
	/** Keys and ids, of reservations and of blocks, whose bring-up is watched. */
	readonly followed: readonly string[];
	readonly isLocalTime: boolean;
	/** Likely mistakes are told. */
	readonly hasHints: boolean;
	readonly showsDatedOdcrs: boolean;
	/** `null`: fit all. */
	readonly window: TimelineWindow | null;
	/** The cursor is a region; `index` says where it was, for when it is not listed. */
	readonly regionPicker: {readonly text: string; readonly name: string | null; readonly index: number};
	readonly notice: {readonly text: string; readonly at: Date} | null;
};

export type ViewActions = {
	readonly showPane: (pane: Pane) => void;
	readonly stepPane: (step: 1 | -1) => void;
	readonly showScreen: (screen: Screen) => void;
	/** Shows the reservation with this key in its pane; says why when it cannot be shown. */
	readonly jumpTo: (key: string) => void;
	/** Shows how the reservation under the cursor can be launched into. */
	readonly showUse: () => void;
	/** Another of `count` ways. */
	readonly moveUse: (delta: number, count: number) => void;
	/** Esc: leaves the text field, then the search, then the screen; never touches a toggle. */
	readonly goBack: () => void;
	readonly moveCursor: (delta: number, pageRows: number) => void;
	readonly scrollBy: (delta: number, most: number) => void;
	readonly startSearch: () => void;
	readonly typeSearch: (text: string) => void;
	readonly acceptSearch: () => void;
	readonly toggleFilter: (filter: 'gpuOnly' | 'availableOnly' | 'troubledOnly' | 'includeEnded') => void;
	readonly clearFilters: () => void;
	readonly stepSort: (keys: readonly Sort['key'][]) => void;
	readonly invertSort: () => void;
	/** Follows the reservation under the cursor, or no longer. */
	readonly toggleFollow: () => void;
	readonly toggleLocalTime: () => void;
	readonly toggleDatedOdcrs: () => void;
	readonly setWindow: (window: TimelineWindow | null) => void;
	readonly typeInPicker: (text: string) => void;
	readonly movePicker: (name: string | null, index: number) => void;
	readonly showNotice: (text: string) => void;
};

export type DataActions = {
	/** Asks every wanted region now; overtakes a refresh that is under way. */
	readonly refresh: () => Promise<void>;
	/** Starts to refresh by itself, at once and then at the interval. */
	readonly start: () => void;
	/** Ends every call and timer; the store can be read but does nothing more. */
	readonly stop: () => void;
	readonly togglePause: () => void;
	readonly toggleRegion: (region: string) => void;
	/** Marks every enabled region, or none when all are marked. */
	readonly toggleAllRegions: () => void;
	readonly tick: () => void;
	/** Makes an event of what the person should know of the program itself. */
	readonly note: (text: string) => void;
};

export type PriceState = {
	/** On-Demand prices of what is idle, as far as they were found; `null`: nobody looks for any. */
	readonly prices: Prices | null;
};

export type PriceActions = {
	readonly setPrices: (prices: Prices) => void;
};

export type CapacityState = DataState &
	ViewState &
	OfferingsState &
	PriceState &
	GuideState &
	DataActions &
	ViewActions &
	OfferingsActions &
	PriceActions &
	GuideActions;
