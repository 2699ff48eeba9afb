import type {Clock, Timers} from '../ports.js';
import {shareAbort, untilAborted} from '../regions/abort.js';
import {planRegions} from '../regions/plan-regions.js';
import {readDirectory} from '../regions/read-directory.js';
import type {CapacitySource, RegionDirectory} from '../regions/source.js';
import {isUltraServerOnly} from '../reservations/ultraservers.js';
import {beginLargest, type LargestSearch, nextCount, recordCount} from './largest.js';
import {type MergedOfferings, mergeOfferings} from './merge-offerings.js';
import type {OfferingsResult} from './offerings-result.js';
import type {OfferingsSource} from './offerings-source.js';
import type {PaceKeeper} from './pace-keeper.js';
import {type OfferingsCall, type OfferingsPlan, planOfferings} from './plan-offerings.js';
import type {OfferingRequest} from './request.js';
import {createSearchProgress, type SearchProgress} from './search-progress.js';
import {searchRegion, type TypesOf} from './search-region.js';
import type {OfferingSortKey} from './sort-offerings.js';
import {regionsWithoutType} from './unknown-type.js';

/** What happens during a search, in the order in which it happens. */
export type SearchEvent =
	/** Also once a second while a turn is waited for. */
	| {readonly type: 'progress'; readonly progress: SearchProgress}
	/** A region's answer to what was asked for. */
	| {readonly type: 'answered'; readonly result: OfferingsResult};

export type SearchOptions = {
	readonly source: Pick<CapacitySource, 'connect' | 'listRegions' | 'alwaysEnabledRegions' | keyof OfferingsSource>;
	readonly request: OfferingRequest;
	readonly sort: OfferingSortKey;
	/** When nothing is sold: looks for the largest count that is, by halving, which takes several calls a region. */
	readonly findsLargest: boolean;
	/** Known from before; then DescribeRegions is not called. */
	readonly directory: RegionDirectory | null;
	/** Of all searches of the program. Its clock and timers are those of the offerings. */
	readonly keeper: PaceKeeper;
	/** For one answer. */
	readonly timeoutMs: number;
	readonly clock: Clock;
	/** For deadlines, and for the progress of every second. */
	readonly timers: Timers;
	readonly signal: AbortSignal;
	readonly onEvent?: (event: SearchEvent) => void;
};

export type OfferingsSearch =
	/** AWS was not asked: it sells no such thing, or not yet. */
	| {readonly kind: 'not-asked'; readonly request: OfferingRequest; readonly plan: Exclude<OfferingsPlan, {readonly kind: 'ask'}>}
	| {
			readonly kind: 'searched';
			readonly request: OfferingRequest;
			readonly call: OfferingsCall;
			/** What was asked otherwise than the request says, a sentence each. */
			readonly notes: readonly string[];
			readonly generatedAt: Date;
			readonly results: readonly OfferingsResult[];
			readonly merged: MergedOfferings;
			/** The types that some region sells as blocks; `null`: no region told. */
			readonly blockTypes: readonly string[] | null;
			/** Where EC2 says that it has no type of the name; empty: it was not asked, since some region sells it, or does not say so. */
			readonly unknownIn: readonly string[];
			/** `null`: it was not searched, since something is sold or it was not asked for. */
			readonly largest: LargestSearch | null;
			/** `null`: nothing could be asked. */
			readonly directory: RegionDirectory | null;
	  };

/**
Searches all regions for offerings, each no faster than AWS allows. A region that fails or refuses is a result, not an error.

Rejects with the `CapacityError` of `source.connect`, with `UnknownRegionError` when a region was asked for that EC2 does not list,
and with the reason of `signal`.
*/
export async function searchOfferings(options: SearchOptions): Promise<OfferingsSearch> {
	const {source, request, sort, findsLargest, clock, signal} = options;
	signal.throwIfAborted();
	const plan = planOfferings(request, clock());
	if (plan.kind !== 'ask') {
		return {kind: 'not-asked', request, plan};
	}

	await untilAborted(source.connect(signal), signal);
	const directory = options.directory ?? (await readDirectory(options));
	const {ask, refused} = planRegions(directory, request.regions, new Set());
	const progress = createSearchProgress(options);
	const typesOf: TypesOf = new Map();
	try {
		const asked = await askAll(options, {regions: ask, call: plan.call, typesOf, progress, isFirst: true});
		const results = [...asked, ...refused.flatMap((result): readonly OfferingsResult[] => ('failure' in result ? [result] : []))];
		const merged = mergeOfferings(results, request.regions, sort);
		const isWanted = findsLargest && merged.offerings.length === 0 && request.subject.count > 1;
		const largest = isWanted ? await findLargest(options, {call: plan.call, merged, typesOf, progress}) : null;
		return {
			kind: 'searched',
			request,
			call: plan.call,
			notes: plan.notes,
			generatedAt: clock(),
			results,
			merged,
			blockTypes: blockTypesIn(typesOf),
			unknownIn: await unknownIn(options, merged),
			largest,
			directory,
		};
	} finally {
		progress.stop();
	}
}

/** What is known of a search that could not be made at all. */
export function unansweredSearch(request: OfferingRequest, now: Date): OfferingsSearch {
	const plan = planOfferings(request, now);
	return plan.kind === 'ask'
		? {
				kind: 'searched',
				request,
				call: plan.call,
				notes: plan.notes,
				generatedAt: now,
				results: [],
				merged: mergeOfferings([], request.regions),
				blockTypes: null,
				unknownIn: [],
				largest: null,
				directory: null,
			}
		: {kind: 'not-asked', request, plan};
}

type Round = {
	readonly regions: readonly string[];
	readonly call: OfferingsCall;
	/** What regions told of their types, filled in by the first round. */
	readonly typesOf: TypesOf;
	readonly progress: ReturnType<typeof createSearchProgress>;
	/** The one whose answers are those of the search. */
	readonly isFirst: boolean;
};

async function askAll(options: SearchOptions, round: Round): Promise<readonly OfferingsResult[]> {
	const {regions, call, typesOf, progress, isFirst} = round;
	progress.begin(regions, call.instanceCount ?? call.ultraserverCount ?? 0);
	const share = shareAbort(options.signal);
	try {
		return await Promise.all(
			[...new Set(regions)].map(async (region) => {
				const result = await searchRegion({...options, signal: share.signal(), region, call, typesOf, onCall: progress.call});
				progress.end(region);
				if (isFirst) {
					options.onEvent?.({type: 'answered', result});
				}

				return result;
			}),
		);
	} finally {
		share.release();
	}
}

/** Asks the regions that answered, until only one count is left. What the others sell stays unknown. */
async function findLargest(
	options: SearchOptions,
	{call, merged, typesOf, progress}: Pick<Round, 'call' | 'typesOf' | 'progress'> & {readonly merged: MergedOfferings},
): Promise<LargestSearch> {
	let search: LargestSearch = {...beginLargest(options.request.subject.count), hasGaps: !merged.isComplete};
	for (let count = nextCount(search); count !== null && merged.answered.length > 0; count = nextCount(search)) {
		progress.plan(roundsLeft(search));
		const results = await askAll(options, {regions: merged.answered, call: withCount(call, count), typesOf, progress, isFirst: false});
		const found = mergeOfferings(results, options.request.regions, options.sort);
		search = recordCount(search, found.offerings, found.isComplete);
	}

	return search;
}

/** At most; the next one included. */
function roundsLeft({low, high}: LargestSearch): number {
	return Math.ceil(Math.log2(high - low));
}

function withCount(call: OfferingsCall, count: number): OfferingsCall {
	return call.ultraserverType === null ? {...call, instanceCount: count} : {...call, ultraserverCount: count};
}

/** A type that no region sells may be none at all. */
async function unknownIn({source, request, timeoutMs, timers, signal}: SearchOptions, merged: MergedOfferings): Promise<readonly string[]> {
	const {subject} = request;
	const {answered, unread, ineligible} = merged;
	return subject.kind === 'instances' && answered.length === 0 && unread.length === 0 && !isUltraServerOnly(subject.instanceType)
		? regionsWithoutType({source, instanceType: subject.instanceType, regions: ineligible, timeoutMs, timers, signal})
		: [];
}

function blockTypesIn(typesOf: TypesOf): readonly string[] | null {
	const known = [...typesOf.values()].filter((types) => types !== null);
	return known.length === 0 ? null : [...new Set(known.flatMap((types) => [...types.keys()]))].toSorted();
}
