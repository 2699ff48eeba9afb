import {createOpener} from '../core/create-opener.js';
import type {Timers} from '../core/ports.js';
import {untilAborted} from '../core/regions/abort.js';
import {alwaysEnabledRegions, partitionOf} from '../core/regions/regions.js';
import type {CapacitySource} from '../core/regions/source.js';
import {readAccountId} from './account-id.js';
import {describeAccelerators} from './describe-accelerators.js';
import {openConnection} from './ec2-connection.js';
import {listRegions} from './list-regions.js';
import {listReservations} from './list-reservations.js';
import type {Environment} from './profile.js';
import type {RequestLog} from './request-log.js';
import {translateCredentialsError} from './translate-credentials-error.js';

export type Ec2SourceOptions = {
	/** AWS profile; `null`: by `AWS_PROFILE`, else the default one. */
	readonly profile: string | null;
	/** Another EC2 endpoint; `null`: by the environment and the profile, else AWS's own. */
	readonly endpointUrl: string | null;
	/** Where DescribeRegions and STS are asked; `null`: by the environment and the profile, else the first of `asked` that every account has. */
	readonly homeRegion: string | null;
	/** Regions asked for by name. */
	readonly asked: readonly string[] | null;
	/** Fixed keys: then no environment, config file and profile are read. `null`: by the SDK's own chain. */
	readonly credentials: {readonly accessKeyId: string; readonly secretAccessKey: string} | null;
	/** `endpointUrl` answers STS and the Price List API too. */
	readonly stsAtEndpoint: boolean;
	/** Whether `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` hold. */
	readonly useProxy: boolean;
	/** Asks a person for the code of this device, during the first `connect` only; `null`: there is nobody to ask. */
	readonly askMfaCode: ((serial: string) => Promise<string>) | null;
	readonly env: Environment;
	/** Whether somebody sees the rows come: then the first answers are read before the last region is asked. By default nobody does. */
	readonly showsRowsAsTheyCome?: boolean;
	/** For one connection attempt and one answer, in milliseconds. */
	readonly timeoutMs: number;
	/** Is told of every request; `null`: nobody is. */
	readonly requestLog: RequestLog | null;
	/** For the limit on STS; real ones by default. */
	readonly timers?: Timers;
};

/** EC2 as the source of reservations and offerings, by calls that only read. Nothing is read or sent before `connect`. */
export function createEc2Source(options: Ec2SourceOptions): CapacitySource {
	const {open, opened} = createOpener(async () => openConnection(options));

	async function connect(): Promise<void> {
		const {credentials, profile} = await open();
		try {
			await credentials.resolve();
		} catch (error) {
			credentials.forget();
			throw translateCredentialsError(error, profile, options.env);
		}
	}

	return {
		/** Of the partition of the home region, which is known after `connect`. */
		get alwaysEnabledRegions() {
			return alwaysEnabledRegions(partitionOf(opened()?.homeRegion ?? options.homeRegion ?? options.asked?.[0] ?? ''));
		},
		connect: async (signal) => untilAborted(connect(), signal),
		listRegions: async (signal) => listRegions(await open(), signal),
		async *listReservations(region, signal) {
			yield* listReservations({connection: await open(), region, signal});
		},
		describeAccelerators: async (region, instanceTypes, signal) =>
			describeAccelerators({connection: await open(), region, signal}, instanceTypes),
		async describeBlockTypes(region, signal) {
			const {describeBlockTypes} = await import('./offerings/describe-block-types.js');
			return describeBlockTypes({connection: await open(), region, signal});
		},
		async knowsType(region, instanceType, signal) {
			const {knowsType} = await import('./offerings/knows-type.js');
			return knowsType({connection: await open(), region, signal}, instanceType);
		},
		async findOfferings(region, call, paced) {
			const {findOfferings} = await import('./offerings/find-offerings.js');
			return findOfferings({connection: await open(), region, paced}, call);
		},
		async findExtensions(region, call, paced) {
			const {findExtensions} = await import('./offerings/find-offerings.js');
			return findExtensions({connection: await open(), region, paced}, call);
		},
		async listPrices(places, onPrice, signal) {
			const connection = await open();
			if (connection.priceList !== null) {
				const {listPrices} = await import('./pricing/list-prices.js');
				await listPrices({connection, place: connection.priceList, signal}, places, onPrice);
			}
		},
		accountId: async (signal) =>
			open().then(
				async (connection) => readAccountId(connection, {timeoutMs: stsLimitMs(options), timers: options.timers ?? realTimers, signal}),
				() => null,
			),
		close: () => opened()?.close(),
	};
}

/** The account id is worth this much waiting, not more. The demo answers on this machine, which may be busy with everything else at once. */
function stsLimitMs({credentials}: Ec2SourceOptions): number {
	return credentials === null ? 2000 : 5000;
}

const realTimers: Timers = {
	after(milliseconds, callback) {
		const timeout = setTimeout(callback, milliseconds);
		return {cancel: () => clearTimeout(timeout)};
	},
};
