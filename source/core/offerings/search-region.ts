import type {Clock, Timers} from '../ports.js';
import {withDeadline} from '../regions/abort.js';
import type {AcceleratorFacts} from '../reservations/accelerator.js';
import {askRegion, type OnCall} from './ask-region.js';
import type {Offering} from './offering.js';
import {hasOffered, type OfferingsResult} from './offerings-result.js';
import type {OfferingsSource} from './offerings-source.js';
import type {PaceKeeper} from './pace-keeper.js';
import type {OfferingsCall} from './plan-offerings.js';
import type {OfferingRequest} from './request.js';

/** What regions said of the types that they sell as blocks; `null`: the region did not say. */
export type TypesOf = Map<string, AcceleratorFacts | null>;

export type RegionSearch = {
	readonly region: string;
	readonly source: OfferingsSource;
	readonly request: OfferingRequest;
	readonly call: OfferingsCall;
	readonly typesOf: TypesOf;
	readonly keeper: PaceKeeper;
	readonly timeoutMs: number;
	readonly clock: Clock;
	readonly timers: Timers;
	readonly signal: AbortSignal;
	readonly onCall: OnCall;
};

/**
One region's answer. A region that does not have the type among those that it sells as blocks is spared the search, unless it was
asked for by name: AWS does not promise that the two always agree. Rejects only with the reason of the signal.
*/
export async function searchRegion(search: RegionSearch): Promise<OfferingsResult> {
	const {region, source, request, call, signal} = search;
	const types = await blockTypesOf(search);
	const {instanceType} = call;
	if (types !== null && instanceType !== null && !types.has(instanceType) && request.regions === null) {
		return {region, status: 'ineligible', message: `${region} does not list ${instanceType} among the types of its Capacity Blocks.`};
	}

	const result = await askRegion({...search, signal, ask: async (paced) => source.findOfferings(region, call, paced)});
	return hasOffered(result) && types !== null
		? {...result, offerings: result.offerings.map((offering) => withFacts(offering, types))}
		: result;
}

/** Once a search. Facts that do not come are no failure: the search itself says what is wrong, and the built-in table stands in. */
async function blockTypesOf(search: RegionSearch): Promise<AcceleratorFacts | null> {
	const {region, source, typesOf, signal} = search;
	const known = typesOf.get(region);
	if (known !== undefined) {
		return known;
	}

	let types: AcceleratorFacts | null = null;
	try {
		types = await withDeadline(search, async (within) => source.describeBlockTypes(region, within));
	} catch {
		signal.throwIfAborted();
	}

	typesOf.set(region, types);
	return types;
}

function withFacts(offering: Offering, types: AcceleratorFacts): Offering {
	const accelerator = offering.instanceType === null ? undefined : types.get(offering.instanceType);
	return accelerator === undefined ? offering : {...offering, accelerator};
}
