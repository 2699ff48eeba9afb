import type {RegionFailureStatus} from '../../source/core/regions/region-result.js';
import type {FaultKind} from '../../source/demo/faults.js';

/** What a fault makes of the region that it meets. */
export type FaultCase = {
	readonly fault: FaultKind;
	readonly status: RegionFailureStatus;
	readonly code: string;
	/** Requests until the SDK gives up: it retries what may be better a moment later. */
	readonly attempts: 1 | 3;
	/** No answer comes while anybody waits: only the deadline ends it. */
	readonly isSilent?: true;
};

/** Every kind of fault that the embedded endpoint has; a page of a proxy with either status. */
export type FaultName = Exclude<FaultKind['kind'], 'html'> | 'html-200' | 'html-502';

export const faultTable: Readonly<Record<FaultName, FaultCase>> = {
	throttle: {fault: {kind: 'throttle'}, status: 'throttled', code: 'RequestLimitExceeded', attempts: 3},
	throttling: {fault: {kind: 'throttling'}, status: 'throttled', code: 'Throttling', attempts: 3},
	deny: {fault: {kind: 'deny'}, status: 'denied', code: 'UnauthorizedOperation', attempts: 1},
	'deny-by-scp': {fault: {kind: 'deny-by-scp'}, status: 'denied', code: 'UnauthorizedOperation', attempts: 1},
	// Of a region that every account has, AuthFailure says that the key is not valid.
	'not-opted-in': {fault: {kind: 'not-opted-in'}, status: 'denied', code: 'AuthFailure', attempts: 1},
	'opt-in-required': {fault: {kind: 'opt-in-required'}, status: 'not_enabled', code: 'OptInRequired', attempts: 1},
	expired: {fault: {kind: 'expired'}, status: 'expired_credentials', code: 'RequestExpired', attempts: 1},
	unavailable: {fault: {kind: 'unavailable'}, status: 'failed', code: 'Unavailable', attempts: 3},
	'empty-500': {fault: {kind: 'empty-500'}, status: 'failed', code: 'HTTP 500', attempts: 3},
	error: {
		fault: {kind: 'error', status: 400, code: 'SomethingNew', message: 'It is new.'},
		status: 'failed',
		code: 'SomethingNew',
		attempts: 1,
	},
	'html-200': {fault: {kind: 'html', status: 200}, status: 'failed', code: 'InvalidResponse', attempts: 1},
	'html-502': {fault: {kind: 'html', status: 502}, status: 'failed', code: 'HTTP 502', attempts: 3},
	'no-set': {fault: {kind: 'no-set'}, status: 'failed', code: 'InvalidResponse', attempts: 1},
	malformed: {fault: {kind: 'malformed'}, status: 'failed', code: 'InvalidResponse', attempts: 1},
	truncate: {fault: {kind: 'truncate'}, status: 'failed', code: 'InvalidResponse', attempts: 1},
	cut: {fault: {kind: 'cut'}, status: 'failed', code: 'ECONNRESET', attempts: 3},
	reset: {fault: {kind: 'reset'}, status: 'failed', code: 'ECONNRESET', attempts: 3},
	drop: {fault: {kind: 'drop'}, status: 'failed', code: 'ECONNRESET', attempts: 3},
	hang: {fault: {kind: 'hang'}, status: 'timeout', code: 'Timeout', attempts: 1, isSilent: true},
	trickle: {fault: {kind: 'trickle', bytesPerSecond: 20}, status: 'timeout', code: 'Timeout', attempts: 1, isSilent: true},
};

export const faultNames = Object.keys(faultTable) as readonly FaultName[];

/** What the program is about when the fault meets it. */
export const phases = {
	'first page': {action: 'DescribeCapacityReservations', page: 'first', isRegional: true},
	'second page': {action: 'DescribeCapacityReservations', page: 'later', isRegional: true},
	'instance types': {action: 'DescribeInstanceTypes', page: 'first', isRegional: true},
	regions: {action: 'DescribeRegions', page: 'first', isRegional: false},
	STS: {action: 'GetCallerIdentity', page: 'first', isRegional: false},
} as const;

export type Phase = keyof typeof phases;

/** For a test, in milliseconds: twenty worlds at once take a while where many others work. */
export const timeout = 120_000;

/** What `read` says of each fault, all of them at once. */
export async function forEachFault<Told>(
	read: (name: FaultName, each: FaultCase) => Promise<Told>,
): Promise<Readonly<Record<string, Told>>> {
	return Object.fromEntries(await Promise.all(faultNames.map(async (name) => [name, await read(name, faultTable[name])] as const)));
}

/** The same of each fault, by what the table has of it. */
export function expectedOfEach<Told>(tell: (each: FaultCase, name: FaultName) => Told): Readonly<Record<string, Told>> {
	return Object.fromEntries(faultNames.map((name) => [name, tell(faultTable[name], name)]));
}
