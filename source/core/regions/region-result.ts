import type {Reservation} from '../reservations/reservation.js';

/** How a region answered; the words of `regions[].status` in the JSON contract. */
export type RegionStatus = 'ok' | 'empty' | RegionFailureStatus;

export type RegionFailureStatus = 'not_enabled' | 'denied' | 'throttled' | 'expired_credentials' | 'timeout' | 'failed';

/** `message` is one sentence: what failed and what to do next. `code` is AWS's error code or the network's. */
export type RegionFailure = {
	readonly status: RegionFailureStatus;
	readonly code: string;
	readonly message: string;
	/** AWS's request id, for a support case; `null` when no answer came. */
	readonly requestId: string | null;
};

/** One region's answer to one refresh. A failed region has no reservations, not zero of them. */
export type RegionResult =
	| {
			readonly region: string;
			readonly status: 'ok' | 'empty';
			readonly reservations: readonly Reservation[];
			readonly fetchedAt: Date;
	  }
	| {readonly region: string; readonly status: RegionFailureStatus; readonly failure: RegionFailure};

/** Answered: its reservations are known, be they none. */
export function hasAnswered(result: RegionResult): result is Extract<RegionResult, {readonly status: 'ok' | 'empty'}> {
	return result.status === 'ok' || result.status === 'empty';
}

/** Whether a total may be called complete: a region that is merely not enabled counts as missing only when it was asked for by name. */
export function isComplete(results: readonly RegionResult[], asked: readonly string[] | null): boolean {
	return results.every((result) => hasAnswered(result) || (result.status === 'not_enabled' && !(asked?.includes(result.region) ?? false)));
}
