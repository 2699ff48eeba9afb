import {commandNames} from './parse-argv.js';
import type {TypedFlags} from './typed-flags.js';
import {UsageError} from './usage-error.js';
import {parseDuration} from './values/parse-duration.js';
import {parseEndpoint} from './values/parse-endpoint.js';
import {parseList} from './values/parse-list.js';
import {parseRegion} from './values/parse-region.js';
import {parseScenario, type Scenarios} from './values/parse-scenario.js';
import {parseSpeed} from './values/parse-speed.js';

/** Where the reservations come from and how often they are read, whatever is done with them. */
export type SessionOptions = {
	/** `null`: every region enabled for the account. */
	readonly regions: readonly string[] | null;
	readonly intervalMs: number;
	/** `--interval` was given. */
	readonly isIntervalExplicit: boolean;
	/** `null`: the SDK's own choice. */
	readonly profile: string | null;
	readonly endpointUrl: string | null;
	/** The scenario of `--demo`, `null`: AWS. */
	readonly demo: string | null;
	/** Per region and refresh. */
	readonly timeoutMs: number;
	/** How many times faster than real time the demo runs; 1 for AWS. */
	readonly speed: number;
	/** The file that is told of each request; `null`: none. */
	readonly debugLog: string | null;
	/** `--no-cache` was not given. */
	readonly usesCache: boolean;
	/** `--ascii` was given; the locale may ask for the same. */
	readonly isAscii: boolean;
	/** `--no-color` was not given; `NO_COLOR` may ask for the same. */
	readonly isColor: boolean;
};

export function sessionOptions(flags: TypedFlags, scenarios: Scenarios, timeoutMs: number): SessionOptions {
	const options = {
		timeoutMs,
		regions: parseList('--regions', flags.regions ?? [])?.map((name) => parseRegion('--regions', name)) ?? null,
		intervalMs: parseDuration('--interval', flags.interval ?? '30s', {min: '5s', max: '24h'}),
		isIntervalExplicit: flags.interval !== undefined,
		profile: flags.profile?.trim() ?? null,
		endpointUrl: flags.endpointUrl === undefined ? null : parseEndpoint('--endpoint-url', flags.endpointUrl),
		demo: flags.demo === undefined ? null : parseScenario('--demo', flags.demo || scenarios.defaultName, scenarios, commandNames),
		speed: flags.speed === undefined ? 1 : parseSpeed('--speed', flags.speed),
		debugLog: flags.debugLog ?? null,
		usesCache: flags.cache,
		isAscii: flags.ascii,
		isColor: flags.color,
	} satisfies SessionOptions;
	refuseConflicts(options, flags);
	return options;
}

function refuseConflicts({demo, profile, endpointUrl}: SessionOptions, flags: TypedFlags): void {
	if (demo !== null && profile !== null) {
		throw new UsageError('--demo uses no AWS profile. Leave out --demo or --profile.');
	}

	if (demo !== null && endpointUrl !== null) {
		throw new UsageError('--demo has an endpoint of its own. Leave out --demo or --endpoint-url.');
	}

	if (demo === null && flags.speed !== undefined) {
		throw new UsageError('--speed is for the clock of a demo. Add --demo, or leave out --speed.');
	}
}
