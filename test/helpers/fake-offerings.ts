import type {ExtensionOffering} from '../../source/core/offerings/extension-offering.js';
import type {Offering} from '../../source/core/offerings/offering.js';
import type {ExtensionCall, OfferingsAnswer, OfferingsSource, PacedCall} from '../../source/core/offerings/offerings-source.js';
import type {OfferingsCall} from '../../source/core/offerings/plan-offerings.js';
import {RegionError} from '../../source/core/regions/source.js';
import type {AcceleratorFacts} from '../../source/core/reservations/accelerator.js';

/** What a region says to a search: offerings, or a refusal; may look at what was asked. */
export type FakeOfferings = OfferingsAnswer | ((call: OfferingsCall, paced: PacedCall) => OfferingsAnswer | Promise<OfferingsAnswer>);

export type FakeOfferingsSource = OfferingsSource & {
	/** Changed by a test between searches. A region that is not in it fails. */
	readonly offered: Map<string, FakeOfferings>;
	/** The types with blocks; a region that is not in it does not say. */
	readonly blockTypes: Map<string, AcceleratorFacts>;
	readonly extensions: Map<string, OfferingsAnswer<ExtensionOffering>>;
	/** Searches in the order in which they came. */
	readonly searches: {readonly region: string; readonly call: OfferingsCall}[];
	readonly extended: ExtensionCall[];
};

/** Offerings as `offered` says. */
export function fakeOfferings(offered: Readonly<Record<string, FakeOfferings>>): FakeOfferingsSource {
	const source: FakeOfferingsSource = {
		offered: new Map(Object.entries(offered)),
		blockTypes: new Map(),
		extensions: new Map(),
		searches: [],
		extended: [],
		async describeBlockTypes(region) {
			const types = source.blockTypes.get(region);
			if (types === undefined) {
				throw refusal('denied');
			}

			return types;
		},
		knowsType: async () => true,
		async findOfferings(region, call, paced) {
			source.searches.push({region, call});
			const answer = source.offered.get(region);
			if (answer === undefined) {
				throw refusal('failed');
			}

			return typeof answer === 'function' ? answer(call, paced) : answer;
		},
		async findExtensions(_region, call) {
			source.extended.push(call);
			return source.extensions.get(call.capacityReservationId) ?? {kind: 'offered', offerings: []};
		},
	};
	return source;
}

/** A source that sells nothing, and says so. */
export const noOfferings: OfferingsSource = {
	describeBlockTypes: async () => new Map(),
	knowsType: async () => true,
	findOfferings: async () => offers(),
	findExtensions: async () => ({kind: 'offered', offerings: []}),
};

function refusal(status: 'denied' | 'failed'): RegionError {
	return new RegionError({status, code: 'Code', message: `It ${status}.`, requestId: null});
}

export function offers(...offerings: readonly Offering[]): OfferingsAnswer {
	return {kind: 'offered', offerings};
}
