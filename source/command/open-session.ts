import type {Ec2SourceOptions} from '../aws/ec2-source.js';
import type {RequestLog} from '../aws/request-log.js';
import type {Clock, Stopwatch, Timers} from '../core/ports.js';
import type {CapacitySource} from '../core/regions/source.js';
import type {ProcessPorts} from './process-ports.js';
import type {RegionOrder} from './region-order.js';
import type {SessionOptions} from './session-options.js';

/** Where the reservations come from: AWS by the SDK's own settings, or the embedded endpoint with its own clock. */
export type Session = {
	readonly settings: Ec2SourceOptions;
	/** The same one every time. */
	readonly openSource: () => Promise<CapacitySource>;
	readonly clock: Clock;
	/** Like the timers of the clock's time: a demo's run faster with it. */
	readonly stopwatch: Stopwatch;
	readonly timers: Timers;
	/** Whose capacity, beside the account id. */
	readonly label: string | null;
	/** In which order all regions are best asked, `null`: in any; known after `openSource`, and kept by `close`. */
	readonly regionOrder: () => RegionOrder | null;
	readonly close: () => Promise<void>;
};

/** `isApp`: rows are shown as they come. `asksOnce`: all regions are read once. */
type OpenOptions = SessionOptions & {readonly isApp?: boolean; readonly asksOnce?: boolean};

type AskMfaCode = (serial: string) => Promise<string>;

/** `askMfaCode`: how to get one, `null` where nobody can be asked. Throws `UsageError` when the debug log cannot be opened. */
export async function openSession(options: OpenOptions, ports: ProcessPorts, askMfaCode: AskMfaCode | null): Promise<Session> {
	const log = options.debugLog === null ? null : (await import('./debug-log/open-debug-log.js')).openDebugLog(options.debugLog, ports);
	const requestLog = log?.requests ?? null;
	const session =
		options.demo === null
			? awsSession(options, ports, askMfaCode, requestLog)
			: await demoSession(options, options.demo, ports, requestLog);
	return {
		...session,
		async close() {
			await session.regionOrder()?.keep();
			await session.close();
			log?.close();
		},
	};
}

function awsSession(options: OpenOptions, ports: ProcessPorts, askMfaCode: AskMfaCode | null, requestLog: RequestLog | null): Session {
	const settings: Ec2SourceOptions = {
		profile: options.profile,
		endpointUrl: options.endpointUrl,
		homeRegion: null,
		asked: options.regions,
		credentials: null,
		stsAtEndpoint: false,
		useProxy: true,
		askMfaCode,
		env: ports.env,
		showsRowsAsTheyCome: options.isApp === true,
		timeoutMs: options.timeoutMs,
		requestLog,
	};
	let regionOrder: RegionOrder | null = null;
	let source: CapacitySource | null = null;

	async function readOrder(): Promise<RegionOrder | null> {
		const {readRegionOrder} = await import('./region-order.js');
		return readRegionOrder(options, ports.env);
	}

	return {
		settings,
		async openSource() {
			// The disk first: the SDK holds the thread while it is loaded.
			const [order, {createEc2Source}] = await Promise.all([
				options.asksOnce === true ? readOrder() : null,
				import('../aws/ec2-source.js'),
			]);
			source ??= createEc2Source(settings);
			regionOrder ??= order;
			return source;
		},
		clock: ports.clock,
		stopwatch: ports.stopwatch,
		timers: ports.timers,
		label: options.profile ?? ports.env['AWS_PROFILE'] ?? null,
		regionOrder: () => regionOrder,
		async close() {},
	};
}

async function demoSession(options: OpenOptions, scenario: string, ports: ProcessPorts, requestLog: RequestLog | null): Promise<Session> {
	const {startDemoEndpoint} = await import('../demo/demo-endpoint.js');
	const endpoint = await startDemoEndpoint({scenario, speed: options.speed, clock: ports.clock});
	const settings: Ec2SourceOptions = {
		profile: null,
		endpointUrl: endpoint.url,
		homeRegion: 'us-east-1',
		asked: options.regions,
		credentials: {accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'},
		stsAtEndpoint: true,
		useProxy: false,
		askMfaCode: null,
		env: {},
		showsRowsAsTheyCome: options.isApp === true,
		timeoutMs: options.timeoutMs,
		requestLog,
	};
	let source: CapacitySource | null = null;
	return {
		settings,
		async openSource() {
			const {createEc2Source} = await import('../aws/ec2-source.js');
			source ??= createEc2Source(settings);
			return source;
		},
		clock: endpoint.now,
		stopwatch: () => ports.stopwatch() * options.speed,
		timers: fasterTimers(ports.timers, options.speed),
		label: `demo ${scenario}`,
		regionOrder: () => null,
		close: () => endpoint.close(),
	};
}

/** Node calls back at once after more than that. */
const longestTimeoutMs = 2 ** 31 - 1;

function fasterTimers(timers: Timers, speed: number): Timers {
	return {after: (milliseconds, callback) => timers.after(Math.min(longestTimeoutMs, milliseconds / speed), callback)};
}
