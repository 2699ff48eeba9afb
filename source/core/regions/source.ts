import type {ListPrices} from '../cost/price-finder.js';
import type {OfferingsSource} from '../offerings/offerings-source.js';
import type {AcceleratorFacts} from '../reservations/accelerator.js';
import type {Reservation} from '../reservations/reservation.js';
import type {RegionFailure} from './region-result.js';

/** One region as `ec2:DescribeRegions` lists it. */
export type RegionEntry = {readonly name: string; readonly isEnabled: boolean};

/** Every region of the account. `builtin`: DescribeRegions was refused, `note` says so and why. */
export type RegionDirectory =
	| {readonly origin: 'ec2'; readonly regions: readonly RegionEntry[]}
	| {readonly origin: 'builtin'; readonly regions: readonly RegionEntry[]; readonly note: string};

/** A region's refusal, thrown by `listReservations`. */
export class RegionError extends Error {
	override readonly name = 'RegionError';
	readonly failure: RegionFailure;

	constructor(failure: RegionFailure, cause?: unknown) {
		super(failure.message, {cause});
		this.failure = failure;
	}
}

/**
Where reservations and offerings come from: EC2, or what stands in for it in tests. Read-only.

Every method stops with the reason of `signal` when that is aborted.
*/
export type CapacitySource = OfferingsSource & {
	/** Regions that every account of the partition has, worth asking while `listRegions` is still under way. */
	readonly alwaysEnabledRegions: readonly string[];
	/** Resolves the credentials, once for all regions. Throws `CapacityError` (`no_credentials`, `expired_credentials`, `bad_setting`). */
	connect(signal: AbortSignal): Promise<void>;
	/** One `DescribeRegions`. Falls back to the built-in list when refused. */
	listRegions(signal: AbortSignal): Promise<RegionDirectory>;
	/** `DescribeCapacityReservations`, a page at a time. Throws `RegionError`. */
	listReservations(region: string, signal: AbortSignal): AsyncIterable<readonly Reservation[]>;
	/** `DescribeInstanceTypes` for these types in this region. Types that the region does not know are absent. Throws `RegionError`. */
	describeAccelerators(region: string, instanceTypes: readonly string[], signal: AbortSignal): Promise<AcceleratorFacts>;
	/** On-Demand prices by `pricing:GetProducts`; does nothing where the endpoint is not AWS's. */
	readonly listPrices: ListPrices;
	/** The caller's account by STS; `null` when it does not answer in 2 s of the request or the endpoint is not AWS's. Never throws. */
	accountId(signal: AbortSignal): Promise<string | null>;
	/** Closes idle connections. */
	close(): void;
};
