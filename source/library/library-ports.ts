import {uptime} from 'node:os';
import process from 'node:process';
import type {OfferingsSource} from '../core/offerings/offerings-source.js';
import type {Clock, Stopwatch, Timers} from '../core/ports.js';
import type {CapacitySource} from '../core/regions/source.js';

/** Where to ask. */
export type Connection = {
	readonly profile?: string | undefined;
	readonly endpointUrl?: string | undefined;
	readonly regions?: readonly string[] | undefined;
	readonly askMfaCode?: ((serial: string) => Promise<string>) | undefined;
};

/** The outside world; tests hand in their own. */
export type LibraryPorts = {
	readonly openSource: (connection: Connection, timeoutMs: number) => Promise<CapacitySource & OfferingsSource>;
	readonly clock: Clock;
	readonly stopwatch: Stopwatch;
	readonly timers: Timers;
};

/** Milliseconds that a region may take, unless the caller says otherwise. */
export const defaultTimeoutMs = 30_000;

export const realPorts: LibraryPorts = {
	clock: () => new Date(),
	// As in cli.tsx: on Linux Node's own clock stands still while the machine sleeps.
	stopwatch: process.platform === 'linux' ? () => uptime() * 1000 : () => performance.now(),
	timers: {
		after(milliseconds, callback) {
			const timeout = setTimeout(callback, milliseconds);
			return {cancel: () => clearTimeout(timeout)};
		},
	},
	/** The SDK is loaded here, so that the functions on reservations cost nothing. */
	async openSource({profile, endpointUrl, regions, askMfaCode}, timeoutMs) {
		const {createEc2Source} = await import('../aws/ec2-source.js');
		return createEc2Source({
			profile: profile ?? null,
			endpointUrl: endpointUrl ?? null,
			homeRegion: null,
			asked: regions ?? null,
			credentials: null,
			stsAtEndpoint: false,
			useProxy: true,
			askMfaCode: askMfaCode ?? null,
			env: process.env,
			timeoutMs,
			requestLog: null,
		});
	},
};
