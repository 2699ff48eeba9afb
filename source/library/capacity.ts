import process from 'node:process';
import {collectSnapshot} from '../core/collect-snapshot.js';
import {CapacityError} from '../core/errors.js';
import type {Clock, Timers} from '../core/ports.js';
import {compileQuery, emptyQuery} from '../core/query.js';
import {hasAnswered} from '../core/region-result.js';
import {isRegionSyntax} from '../core/regions.js';
import type {Reservation, ReservationKind} from '../core/reservation.js';
import {type CapacitySnapshot, isSnapshotComplete} from '../core/snapshot.js';
import type {CapacitySource} from '../core/source.js';
import {nameNearest} from '../format/name-nearest.js';

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

/** The outside world; tests hand in their own. */
export type CapacityPorts = {
	readonly openSource: (options: CapacityOptions, timeoutMs: number) => Promise<CapacitySource>;
	readonly clock: Clock;
	readonly timers: Timers;
};

const defaultTimeoutMs = 30_000;

const optionNames: ReadonlySet<string> = new Set(
	Object.keys({
		kind: true,
		instanceTypes: true,
		regions: true,
		availableOnly: true,
		minCapacity: true,
		gpuOnly: true,
		activeOnly: true,
		all: true,
		profile: true,
		endpointUrl: true,
		timeoutMs: true,
		askMfaCode: true,
		signal: true,
	} satisfies Record<keyof CapacityOptions, true>),
);

/**
The EC2 capacity reservations that this account holds or was given, from all regions at once. Read-only.

Source: `ec2:DescribeCapacityReservations` in each region, with `ec2:DescribeRegions`, `ec2:DescribeInstanceTypes` and
`sts:GetCallerIdentity`, each of which may be denied.

A region that does not answer is not an error: look at `isComplete` and `regions`. Throws `CapacityError` when nothing can
be asked at all (`no_credentials`, `expired_credentials`), for an option that makes no sense (`bad_setting`) and for a
region that does not exist (`unknown_region`, an `UnknownRegionError` that names the nearest), and the reason of `signal` when that is aborted.
*/
export async function capacity(options: CapacityOptions = {}, ports: CapacityPorts = realPorts): Promise<Capacity> {
	check(options);
	const {kind, timeoutMs = defaultTimeoutMs, signal = new AbortController().signal} = options;
	const source = await ports.openSource(options, timeoutMs);
	try {
		const snapshot = await collectSnapshot({
			source,
			asked: options.regions === undefined || options.regions.length === 0 ? null : options.regions,
			directory: null,
			knownTypes: new Map(),
			concurrency: Number.POSITIVE_INFINITY,
			timeoutMs,
			clock: ports.clock,
			timers: ports.timers,
			signal,
			needsAccount: true,
		});
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
	} catch (error) {
		throw nameNearest(error);
	} finally {
		source.close();
	}
}

const switches = ['availableOnly', 'gpuOnly', 'activeOnly', 'all'] as const satisfies readonly (keyof CapacityOptions)[];

/** For callers without types, too: a filter that is misspelt must not pass for one that matches nothing. */
function check(options: CapacityOptions): void {
	const unknown = Object.keys(options).find((name) => !optionNames.has(name));
	refuseUnless(unknown === undefined, `${show(unknown)} is not an option; there are ${[...optionNames].join(', ')}.`);
	const {kind, instanceTypes, regions, minCapacity, timeoutMs} = options;
	refuseUnless(kind === undefined || kind === 'odcr' || kind === 'block', `kind is "odcr" or "block", not ${show(kind)}.`);
	for (const name of switches) {
		const value = options[name];
		refuseUnless(value === undefined || typeof value === 'boolean', `${name} is true or false, not ${show(value)}.`);
	}

	refuseUnless(isListOfNames(instanceTypes), `instanceTypes is a list of names, not ${show(instanceTypes)}.`);
	refuseUnless(isListOfNames(regions), `regions is a list of names, not ${show(regions)}.`);
	const region = regions?.find((name) => !isRegionSyntax(name));
	refuseUnless(region === undefined, `${show(region)} is not a region. Regions look like us-east-1.`);
	refuseUnless(
		minCapacity === undefined || (Number.isSafeInteger(minCapacity) && minCapacity >= 0),
		`minCapacity is a number of instances, not ${show(minCapacity)}.`,
	);
	refuseUnless(
		timeoutMs === undefined || (Number.isFinite(timeoutMs) && timeoutMs > 0),
		`timeoutMs is a number of milliseconds, not ${show(timeoutMs)}.`,
	);
}

function refuseUnless(isGood: boolean, message: string): void {
	if (!isGood) {
		throw new CapacityError('bad_setting', message);
	}
}

function isListOfNames(value: unknown): boolean {
	return value === undefined || (Array.isArray(value) && value.every((name) => typeof name === 'string' && name !== ''));
}

function show(value: unknown): string {
	return JSON.stringify(value) ?? String(value);
}

const realPorts: CapacityPorts = {
	clock: () => new Date(),
	timers: {
		after(milliseconds, callback) {
			const timeout = setTimeout(callback, milliseconds);
			return {cancel: () => clearTimeout(timeout)};
		},
	},
	/** The SDK is loaded here, so that the functions on reservations cost nothing. */
	async openSource(options, timeoutMs) {
		const {createEc2Source} = await import('../aws/ec2-source.js');
		return createEc2Source({
			profile: options.profile ?? null,
			endpointUrl: options.endpointUrl ?? null,
			homeRegion: null,
			asked: options.regions ?? null,
			credentials: null,
			stsAtEndpoint: false,
			useProxy: true,
			askMfaCode: options.askMfaCode ?? null,
			env: process.env,
			timeoutMs,
			requestLog: null,
		});
	},
};
