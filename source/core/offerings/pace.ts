/**
When a region may be asked for offerings, as plain numbers so that a cache can keep them.

AWS refills `DescribeCapacityBlockOfferings` and `…ExtensionOfferings` by 0.15 calls a second, up to 10 at once, for each account
and region (EC2 Developer Guide, "Request throttling"). Every call moves `nextMs` on by the time in which one call is refilled.
*/
export type RegionPace = {
	/** Milliseconds of whatever clock it is kept by, at which all calls that were made will have been refilled. */
	readonly nextMs: number;
	/** `CapacityBlockDescribeLimitExceeded` running. */
	readonly limits: number;
};

/** By region. A region that is not in it was never asked. */
export type Pace = ReadonlyMap<string, RegionPace>;

/** Calls at once. */
export const burst = 10;

/** One call is refilled in 1 / 0.15 s, rounded up. */
export const refillMs = 6667;

/** How long `CapacityBlockDescribeLimitExceeded` lasts at least, as observed; AWS gives no time, and the SDK does not retry it. */
export const limitMs = 60_000;

/** After so many limits running it is hardly the pace: the account's quota of Capacity Blocks may be 0. */
const hopelessLimits = 2;

export const freshPace: Pace = new Map();

/** The first moment at which the region may be asked: now, or later. */
export function callableAt(pace: Pace, region: string, now: Date): Date {
	return new Date(callableMs(pace.get(region), now.getTime()));
}

/** After a call at that moment. */
export function recordCall(pace: Pace, region: string, at: Date): Pace {
	const known = pace.get(region);
	return new Map(pace).set(region, {nextMs: Math.max(known?.nextMs ?? 0, at.getTime()) + refillMs, limits: known?.limits ?? 0});
}

/** After an answer that was not a limit, be it a failure of another kind. */
export function recordPassed(pace: Pace, region: string): Pace {
	const known = pace.get(region);
	return known === undefined || known.limits === 0 ? pace : new Map(pace).set(region, {...known, limits: 0});
}

/** After `CapacityBlockDescribeLimitExceeded`: nothing for a minute and more, and no burst then. */
export function recordLimit(pace: Pace, region: string, at: Date): Pace {
	const known = pace.get(region);
	const limits = (known?.limits ?? 0) + 1;
	const heldMs = at.getTime() + limitMs * Math.min(limits, hopelessLimits);
	return new Map(pace).set(region, {nextMs: Math.max(known?.nextMs ?? 0, heldMs + (burst - 1) * refillMs), limits});
}

/** Whether to wait and ask the region again after its limits; if not, what it said last is its answer. */
export function isWorthRetrying(pace: Pace, region: string): boolean {
	return (pace.get(region)?.limits ?? 0) < hopelessLimits;
}

/** Milliseconds until the last of the calls that are still to be made can be sent; regions are asked side by side. */
export function remainingMs(pace: Pace, calls: ReadonlyMap<string, number>, now: Date): number {
	const spans = [...calls].filter(([, count]) => count > 0).map(([region, count]) => spanOf(pace.get(region), count, now.getTime()));
	return spans.reduce((longest, span) => Math.max(longest, span), 0);
}

function callableMs(known: RegionPace | undefined, nowMs: number): number {
	return Math.max(nowMs, (known?.nextMs ?? 0) - (burst - 1) * refillMs);
}

/** Until the last of `count` calls, when each is made as early as it may be. */
function spanOf(known: RegionPace | undefined, count: number, nowMs: number): number {
	// Before the last call those before it have moved the moment on, and none of them was made before now.
	const before = Math.max(known?.nextMs ?? 0, nowMs) + (count - 1) * refillMs;
	return Math.max(0, before - (burst - 1) * refillMs - nowMs, callableMs(known, nowMs) - nowMs);
}
