import {hasAnswered} from '../core/regions/region-result.js';
import {type CapacitySnapshot, isSnapshotComplete} from '../core/regions/snapshot.js';
import type {CapacitySource} from '../core/regions/source.js';
import type {Reservation, ReservationKind} from '../core/reservations/reservation.js';
import {compileQuery, emptyQuery} from '../core/rows/query.js';
import {defaultTimeoutMs, type LibraryPorts, realPorts} from './library-ports.js';
import {
	aFunction,
	aSignal,
	aSwitch,
	aText,
	checkOptions,
	milliseconds,
	oneOf,
	optional,
	type Rules,
	someInstances,
	someNames,
	someRegions,
} from './option-rules.js';
import {namedRegions, snapshotOf} from './snapshot-of.js';

/** What to read and what of it to keep. Everything may be left out; filters combine by AND. */
export type CapacityOptions = {
	/** `odcr`: On-Demand Capacity Reservations; `block`: Capacity Blocks for ML. Default: both. */
	readonly kind?: ReservationKind | undefined;
	/** Exact names or globs: `p5.48xlarge`, `p5*`. Default: every type. */
	readonly instanceTypes?: readonly string[] | undefined;
	/** Default: every region that is enabled for the account. */
	readonly regions?: readonly string[] | undefined;
	/** Only active ones with free instances. */
	readonly availableOnly?: boolean | undefined;
	/** Instances: free ones of an ODCR, the size of a block. */
	readonly minCapacity?: number | undefined;
	/** Only types with a GPU or a Neuron ML accelerator. */
	readonly gpuOnly?: boolean | undefined;
	/** Only the states `active` and `scheduled`. */
	readonly activeOnly?: boolean | undefined;
	/** Also expired, cancelled and unsupported ones. */
	readonly all?: boolean | undefined;
	/** AWS profile. Default: by the SDK's own chain. */
	readonly profile?: string | undefined;
	/** Another EC2 endpoint; `AWS_ENDPOINT_URL_EC2` and `AWS_ENDPOINT_URL` do the same. */
	readonly endpointUrl?: string | undefined;
	/** Milliseconds without a page of a region's answer after which it is given up. Default: 30,000. */
	readonly timeoutMs?: number | undefined;
	/** Asks for the code of an MFA device, for profiles that want one. */
	readonly askMfaCode?: ((serial: string) => Promise<string>) | undefined;
	readonly signal?: AbortSignal | undefined;
};

/** What the regions answered. */
export type Capacity = {
	/** Those that match, by region and then in AWS's order. */
	readonly reservations: readonly Reservation[];
	/** Each region's own answer, with all its reservations, in the order of their names. A failed one is not an empty one. */
	readonly regions: CapacitySnapshot['regions'];
	/** Whether every region that was to be asked has answered. If not, what is missing is unknown, not zero. */
	readonly isComplete: boolean;
	/** The caller's account, `null` when STS did not answer. */
	readonly accountId: string | null;
	/** UTC. */
	readonly generatedAt: Date;
	/** All regions of the account; `null`: not needed. */
	readonly directory: CapacitySnapshot['directory'];
};

/** What `capacity` needs of the outside world. */
export type CapacityPorts = Pick<LibraryPorts, 'clock' | 'timers'> & {
	readonly openSource: (options: CapacityOptions, timeoutMs: number) => Promise<CapacitySource>;
};

const rules: Rules<CapacityOptions> = {
	kind: optional(oneOf('odcr', 'block')),
	instanceTypes: optional(someNames),
	regions: optional(someRegions),
	availableOnly: optional(aSwitch),
	minCapacity: optional(someInstances),
	gpuOnly: optional(aSwitch),
	activeOnly: optional(aSwitch),
	all: optional(aSwitch),
	profile: optional(aText),
	endpointUrl: optional(aText),
	timeoutMs: optional(milliseconds),
	askMfaCode: optional(aFunction),
	signal: optional(aSignal),
};

/**
The EC2 capacity reservations that this account holds or was given, from all regions at once. Read-only.

Source: `ec2:DescribeCapacityReservations` in each region, with `ec2:DescribeRegions`, `ec2:DescribeInstanceTypes` and
`sts:GetCallerIdentity`, each of which may be denied.

A region that does not answer is not an error: look at `isComplete` and `regions`. Throws `CapacityError` when nothing can
be asked at all (`no_credentials`, `expired_credentials`), for an option that makes no sense (`bad_setting`) and for a
region that does not exist (`unknown_region`, an `UnknownRegionError` that names the nearest), and the reason of `signal` when that is aborted.
*/
export async function capacity(options: CapacityOptions = {}, ports: CapacityPorts = realPorts): Promise<Capacity> {
	checkOptions(options, rules);
	const {kind, timeoutMs = defaultTimeoutMs, signal = new AbortController().signal} = options;
	const source = await ports.openSource(options, timeoutMs);
	try {
		const snapshot = await snapshotOf({source, regions: namedRegions(options.regions), timeoutMs, signal, needsAccount: true}, ports);
		const isWanted = compileQuery({
			...emptyQuery,
			instanceTypes: options.instanceTypes ?? [],
			gpuOnly: options.gpuOnly ?? false,
			availableOnly: options.availableOnly ?? false,
			activeOnly: options.activeOnly ?? false,
			includeEnded: options.all ?? false,
			minCapacity: options.minCapacity ?? null,
		});
		return {
			reservations: snapshot.regions
				.flatMap((result) => (hasAnswered(result) ? result.reservations : []))
				.filter((reservation) => (kind === undefined || reservation.kind === kind) && isWanted(reservation)),
			regions: snapshot.regions,
			isComplete: isSnapshotComplete(snapshot),
			accountId: snapshot.accountId,
			generatedAt: snapshot.generatedAt,
			directory: snapshot.directory,
		};
	} finally {
		source.close();
	}
}
