import type {AcceleratorFacts} from '../reservations/accelerator.js';
import type {ExtensionOffering} from './extension-offering.js';
import type {Offering} from './offering.js';
import type {OfferingsRefusal} from './offerings-result.js';
import type {OfferingsCall} from './plan-offerings.js';

/** The parameters of one `ec2:DescribeCapacityBlockExtensionOfferings`, under AWS's names. */
export type ExtensionCall = {readonly capacityReservationId: string; readonly capacityBlockExtensionDurationHours: number};

/** What AWS answered: offerings, be it none, or why it does not say. `message`: AWS's own sentence. */
export type OfferingsAnswer<Found extends Offering = Offering> =
	| {readonly kind: 'offered'; readonly offerings: readonly Found[]}
	| {readonly kind: 'refused'; readonly refusal: OfferingsRefusal; readonly message: string};

export type PacedCall = {
	readonly signal: AbortSignal;
	/**
	Awaited before every request but the first, for which the caller has waited: further pages and repeated attempts too count
	against the one call in 6.7 s that AWS allows. Rejects with the reason of `signal`.
	*/
	readonly nextTurn: () => Promise<void>;
};

/**
Where Capacity Blocks are looked for: EC2, or what stands in for it in tests. Read-only: nothing is bought.

Every method throws `RegionError` when the region does not answer, and the reason of `signal` when that is aborted.
*/
export type OfferingsSource = {
	/** The types that the region sells as blocks and what they carry: `DescribeInstanceTypes` by `supported-usage-class`. */
	describeBlockTypes(region: string, signal: AbortSignal): Promise<AcceleratorFacts>;
	/** Whether EC2 has a type of this name in the region: `DescribeInstanceTypes`, which answers `InvalidInstanceType` if not. */
	knowsType(region: string, instanceType: string, signal: AbortSignal): Promise<boolean>;
	/** `DescribeCapacityBlockOfferings`, with every page. Accelerators are those of the built-in table. */
	findOfferings(region: string, call: OfferingsCall, paced: PacedCall): Promise<OfferingsAnswer>;
	/** `DescribeCapacityBlockExtensionOfferings` of an owned block, with every page. */
	findExtensions(region: string, call: ExtensionCall, paced: PacedCall): Promise<OfferingsAnswer<ExtensionOffering>>;
};
