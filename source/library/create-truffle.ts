import {createPaceKeeper} from '../core/offerings/pace-keeper.js';
import type {OfferingsSearch} from '../core/offerings/search-offerings.js';
import type {NoSnippet, Snippet} from '../snippets/snippet.js';
import {type Capacity, type CapacityOptions, capacity} from './capacity.js';
import {type Check, type CheckOptions, check} from './check.js';
import {type Connection, defaultTimeoutMs, type LibraryPorts, realPorts} from './library-ports.js';
import {type OfferingsOptions, offerings} from './offerings.js';
import {aFunction, aText, checkOptions, milliseconds, optional, type Rules, someRegions} from './option-rules.js';
import {type SnippetOptions, snippet} from './snippet.js';
import type {TruffleContext} from './truffle-context.js';
import {type WaitOptions, type WaitReport, wait} from './wait.js';

/** Where to ask. Everything may be left out: then by the AWS SDK's own chain. */
export type TruffleOptions = {
	/** AWS profile. */
	readonly profile?: string | undefined;
	/** Of every call that names none. Default: every region that is enabled for the account. */
	readonly regions?: readonly string[] | undefined;
	/** Another EC2 endpoint; `AWS_ENDPOINT_URL_EC2` and `AWS_ENDPOINT_URL` do the same. */
	readonly endpoint?: string | undefined;
	/** Milliseconds that a region may take. Default: 30,000. */
	readonly timeoutMs?: number | undefined;
	/** Asks for the code of an MFA device, for profiles that want one. */
	readonly askMfaCode?: ((serial: string) => Promise<string>) | undefined;
};

/**
What truffle can tell of an account, by calls that only read.

Each rejects with a `CapacityError` when nothing can be asked at all (`no_credentials`, `expired_credentials`), for an option that makes no
sense (`bad_setting`) and for a region that does not exist (`unknown_region`), and with the reason of `signal`. A region that does not
answer is no error.
*/
export type Truffle = {
	/** The reservations that are held, as `capacity()`. */
	readonly capacity: (options?: Omit<CapacityOptions, 'profile' | 'endpointUrl' | 'timeoutMs' | 'askMfaCode'>) => Promise<Capacity>;
	/** The Capacity Blocks that can be bought, no faster than AWS allows. Nothing is bought. */
	readonly offerings: (options: OfferingsOptions) => Promise<OfferingsSearch>;
	/** Whether the capacity for a run is there, now or later. Rejects with `bad_setting` when it would have to be over by a date that is past. */
	readonly check: (options: CheckOptions) => Promise<Check>;
	/** Reads until what is waited for is so, cannot be any more, or patience ends; `outcome` says which. */
	readonly wait: (options: WaitOptions) => Promise<WaitReport>;
	/** How to launch into a reservation; a `because` in place of a text says why there is no way, or no such reservation. */
	readonly snippet: (options: SnippetOptions) => Promise<Snippet | NoSnippet>;
};

const rules: Rules<TruffleOptions> = {
	profile: optional(aText),
	regions: optional(someRegions),
	endpoint: optional(aText),
	timeoutMs: optional(milliseconds),
	askMfaCode: optional(aFunction),
};

/** Nothing is read or sent before a method is called, and nothing stays open after it. Throws `CapacityError` for an option that makes no sense. */
export function createTruffle(options: TruffleOptions = {}, ports: LibraryPorts = realPorts): Truffle {
	checkOptions(options, rules);
	const {profile, regions, endpoint, timeoutMs = defaultTimeoutMs, askMfaCode} = options;
	const connection: Connection = {profile, regions, endpointUrl: endpoint, askMfaCode};
	const context: TruffleContext = {connection, timeoutMs, ports, keeper: createPaceKeeper(ports)};
	return {
		capacity: async (filters = {}) => capacity({...connection, timeoutMs, ...filters, regions: filters.regions ?? regions}, ports),
		offerings: async (search) => offerings(context, search),
		check: async (run) => check(context, run),
		wait: async (goal) => wait(context, goal),
		snippet: async (wanted) => snippet(context, wanted),
	};
}
