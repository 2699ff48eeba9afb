import type {OfferingRequest, OfferingSubject} from '../core/offerings/request.js';
import {type OfferingsSearch, searchOfferings} from '../core/offerings/search-offerings.js';
import type {SearchProgress} from '../core/offerings/search-progress.js';
import {type OfferingSortKey, offeringSortKeys} from '../core/offerings/sort-offerings.js';
import {nameNearest} from '../format/name-nearest.js';
import {
	aDate,
	aFunction,
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
import {type CallOptions, type TruffleContext, withSource} from './truffle-context.js';

/** A search for Capacity Blocks to buy. Nothing is bought. */
export type OfferingsOptions = CallOptions & {
	/** Either this, an exact type. */
	readonly instanceType?: string | undefined;
	/** Or this: `u-p6e-gb200x72`. */
	readonly ultraserverType?: string | undefined;
	/** Instances, at most 64; or UltraServers. */
	readonly count: number;
	/** Either days or hours; rounded up to a length that AWS sells. */
	readonly days?: number | undefined;
	readonly hours?: number | undefined;
	/** No start before. */
	readonly startAfter?: Date | undefined;
	/** No end after. */
	readonly endBy?: Date | undefined;
	/** Default: `price`. */
	readonly sort?: OfferingSortKey | undefined;
	/** When nothing is sold, look for the largest count that is, by halving: several calls a region. */
	readonly findsLargest?: boolean | undefined;
	/** How far it is; AWS allows about one call in 6.7 s for each region after the first ten. */
	readonly onProgress?: ((progress: SearchProgress) => void) | undefined;
};

const rules: Rules<OfferingsOptions> = {
	instanceType: optional(aText),
	ultraserverType: optional(aText),
	count: instances,
	days: optional(aLength),
	hours: optional(aLength),
	startAfter: optional(aDate),
	endBy: optional(aDate),
	sort: optional(oneOf(...offeringSortKeys)),
	findsLargest: optional(aSwitch),
	onProgress: optional(aFunction),
	regions: optional(someRegions),
	signal: optional(aSignal),
};

/** See `Truffle.offerings`. */
export async function offerings(context: TruffleContext, options: OfferingsOptions): Promise<OfferingsSearch> {
	checkOptions(options, rules);
	const {sort = 'price', findsLargest = false, startAfter = null, endBy = null, onProgress} = options;
	const wanted = {subject: subjectOf(options), hours: hoursOf(options), startAfter, endBy};
	return withSource(context, options, async ({source, regions, signal}) => {
		const request: OfferingRequest = {...wanted, regions};
		try {
			return await searchOfferings({
				source,
				request,
				sort,
				findsLargest,
				directory: null,
				keeper: context.keeper,
				timeoutMs: context.timeoutMs,
				clock: context.ports.clock,
				timers: context.ports.timers,
				signal,
				onEvent(event) {
					if (event.type === 'progress') {
						onProgress?.(event.progress);
					}
				},
			});
		} catch (error) {
			throw nameNearest(error);
		}
	});
}

/** One of the two. */
export function hoursOf({days, hours}: Pick<OfferingsOptions, 'days' | 'hours'>): number {
	refuseUnless((days === undefined) !== (hours === undefined), 'One of days and hours says how long.');
	return days === undefined ? (hours ?? 0) : days * 24;
}

function subjectOf({instanceType, ultraserverType, count}: OfferingsOptions): OfferingSubject {
	refuseUnless((instanceType === undefined) !== (ultraserverType === undefined), 'One of instanceType and ultraserverType says of what.');
	return ultraserverType === undefined
		? {kind: 'instances', instanceType: instanceType ?? '', count}
		: {kind: 'ultraservers', ultraserverType, count};
}
