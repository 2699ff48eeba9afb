import type {OfferingsSource} from '../core/offerings/offerings-source.js';
import type {PaceKeeper} from '../core/offerings/pace-keeper.js';
import type {CapacitySource} from '../core/regions/source.js';
import type {Connection, LibraryPorts} from './library-ports.js';

/** What the calls of one `createTruffle` share. */
export type TruffleContext = {
	readonly connection: Connection;
	readonly timeoutMs: number;
	readonly ports: LibraryPorts;
	/** Of all its searches for offerings: what was asked before counts. */
	readonly keeper: PaceKeeper;
};

/** Of every call. */
export type CallOptions = {
	/** Default: those of `createTruffle`, else every region that is enabled for the account. */
	readonly regions?: readonly string[] | undefined;
	readonly signal?: AbortSignal | undefined;
};

export type OpenCall = {
	readonly source: CapacitySource & OfferingsSource;
	/** `null`: every enabled one. */
	readonly regions: readonly string[] | null;
	readonly signal: AbortSignal;
};

/** Opens a source for one call and closes it after it. */
export async function withSource<Result>(
	{connection, timeoutMs, ports}: TruffleContext,
	{regions = connection.regions, signal = new AbortController().signal}: CallOptions,
	call: (opened: OpenCall) => Promise<Result>,
): Promise<Result> {
	const source = await ports.openSource({...connection, regions}, timeoutMs);
	try {
		return await call({source, regions: regions === undefined || regions.length === 0 ? null : regions, signal});
	} finally {
		source.close();
	}
}
