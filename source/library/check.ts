import {type CheckVerdict, checkCapacity, isNothingThere} from '../core/check/check-capacity.js';
import {coverageOf} from '../core/check/check-coverage.js';
import type {CheckPlacement, CheckRequest} from '../core/check/check-request.js';
import {type CheckWords, checkWords} from '../core/check/check-words.js';
import type {MergedOfferings} from '../core/offerings/merge-offerings.js';
import {searchOfferings} from '../core/offerings/search-offerings.js';
import {regionsWithoutType} from '../core/offerings/unknown-type.js';
import {hasAnswered} from '../core/regions/region-result.js';
import {momentText} from '../core/words/moment-text.js';
import {hoursOf} from './offerings.js';
import {
	aDate,
	aLength,
	aSignal,
	aSwitch,
	aText,
	checkOptions,
	instances,
	oneOf,
	optional,
	type Rules,
	refuseUnless,
	someRegions,
} from './option-rules.js';
import {snapshotOf} from './snapshot-of.js';
import {type CallOptions, type OpenCall, type TruffleContext, withSource} from './truffle-context.js';

/** A run that capacity is looked for. */
export type CheckOptions = CallOptions & {
	/** An exact type. */
	readonly instanceType: string;
	/** Instances at the same time. */
	readonly count: number;
	/** Either days, as AWS sells them: the last half hour of a block cannot be used. */
	readonly days?: number | undefined;
	/** Or hours, all of them usable. */
	readonly hours?: number | undefined;
	/** It must be over by then; a date that is past is refused with `CapacityError`, `bad_setting`, before any call. */
	readonly by?: Date | undefined;
	/** Default: `cluster`, close together. */
	readonly placement?: CheckPlacement | undefined;
	/** When nothing that is held fits now, also look for what could be bought. Default: false. */
	readonly offerings?: boolean | undefined;
};

/** The verdict, and the same in sentences. */
export type Check = CheckVerdict & {readonly words: CheckWords; readonly generatedAt: Date};

const rules: Rules<CheckOptions> = {
	instanceType: aText,
	count: instances,
	days: optional(aLength),
	hours: optional(aLength),
	by: optional(aDate),
	placement: optional(oneOf('cluster', 'any')),
	offerings: optional(aSwitch),
	regions: optional(someRegions),
	signal: optional(aSignal),
};

/** See `Truffle.check`. */
export async function check(context: TruffleContext, options: CheckOptions): Promise<Check> {
	checkOptions(options, rules);
	hoursOf(options);
	refusePast(options, context.ports.clock());
	return withSource(context, options, async (opened) => {
		const {regions, source, signal} = opened;
		const request = requestOf(options, regions);
		const snapshot = await snapshotOf({source, regions, timeoutMs: context.timeoutMs, signal, needsAccount: false}, context.ports);
		const input = {
			rows: snapshot.regions.flatMap((result) => (hasAnswered(result) ? result.reservations : [])),
			coverage: coverageOf(snapshot.regions, regions),
			request,
			now: snapshot.generatedAt,
		};
		const held = checkCapacity({...input, offerings: null});
		const unknownIn = await unknownTo(request.instanceType, held, context, opened);
		const isWanted = options.offerings === true && held.outcome !== 'now' && unknownIn.length === 0;
		const sold = isWanted ? await soldFor(held, context, opened) : null;
		const verdict = checkCapacity({...input, offerings: sold, unknownIn});
		return {...verdict, words: checkWords(request, verdict, snapshot.generatedAt), generatedAt: snapshot.generatedAt};
	});
}

/** A run cannot be over before now. */
function refusePast({by}: CheckOptions, now: Date): void {
	if (by !== undefined) {
		refuseUnless(by > now, `by is past: ${momentText(by)}.`);
	}
}

function requestOf({instanceType, count, days, hours, by, placement}: CheckOptions, regions: readonly string[] | null): CheckRequest {
	return {
		instanceType: instanceType.toLowerCase(),
		count,
		length: days === undefined ? {unit: 'hours', amount: hours ?? 0} : {unit: 'days', amount: days},
		by: by ?? null,
		regions,
		placement: placement ?? 'cluster',
	};
}

/** Of the regions that answered those in which EC2 has no type of the name; asked only when nothing of it is held. */
async function unknownTo(
	instanceType: string,
	{sources, coverage}: CheckVerdict,
	context: TruffleContext,
	{source, signal}: OpenCall,
): Promise<readonly string[]> {
	const regions = coverage.filter(({status}) => status === 'read').map(({region}) => region);
	const {timeoutMs, ports} = context;
	return isNothingThere(sources) ? regionsWithoutType({source, instanceType, regions, timeoutMs, timers: ports.timers, signal}) : [];
}

/** `null`: AWS cannot be asked for it. */
async function soldFor({search}: CheckVerdict, context: TruffleContext, {source, signal}: OpenCall): Promise<MergedOfferings | null> {
	const found = await searchOfferings({
		source,
		request: search,
		sort: 'start',
		findsLargest: false,
		directory: null,
		keeper: context.keeper,
		timeoutMs: context.timeoutMs,
		clock: context.ports.clock,
		timers: context.ports.timers,
		signal,
	});
	return found.kind === 'searched' ? found.merged : null;
}
