/** How a request goes wrong. */
export type FaultKind =
	/** 503 RequestLimitExceeded, which the SDK retries. */
	| {readonly kind: 'throttle'}
	/** 400 Throttling, the other spelling of the same. */
	| {readonly kind: 'throttling'}
	/** 403 UnauthorizedOperation: no policy allows the action. */
	| {readonly kind: 'deny'}
	/** 403 UnauthorizedOperation by a service control policy. */
	| {readonly kind: 'deny-by-scp'}
	/** 401 AuthFailure, as from a region that the account has not enabled. */
	| {readonly kind: 'not-opted-in'}
	/** 401 OptInRequired. */
	| {readonly kind: 'opt-in-required'}
	/** 400 RequestExpired: the session's credentials have run out. */
	| {readonly kind: 'expired'}
	/** 503 Unavailable. */
	| {readonly kind: 'unavailable'}
	/** 500 with an empty body. */
	| {readonly kind: 'empty-500'}
	/** Any other error of the API. */
	| {readonly kind: 'error'; readonly status: number; readonly code: string; readonly message: string}
	/** A proxy's page instead of an answer. */
	| {readonly kind: 'html'; readonly status: number}
	/** 200 and well-formed, but without the set that the action is about. */
	| {readonly kind: 'no-set'}
	/** 200, but the tags of the XML do not match. */
	| {readonly kind: 'malformed'}
	/** The answer ends in the middle, as if complete. */
	| {readonly kind: 'truncate'}
	/** The answer ends in the middle, with fewer bytes than its head promised. */
	| {readonly kind: 'cut'}
	/** The connection is reset in the middle of the answer. */
	| {readonly kind: 'reset'}
	/** The connection is closed without any answer. */
	| {readonly kind: 'drop'}
	/** No answer, the connection stays open. */
	| {readonly kind: 'hang'}
	/** The answer is right but drips in. */
	| {readonly kind: 'trickle'; readonly bytesPerSecond: number};

export type FaultPage = 'first' | 'later';

/** What a fault is looked for. */
export type FaultyRequest = {readonly region: string; readonly action: string; readonly page: FaultPage; readonly now: Date};

/** Which requests a fault meets; what is left out does not matter. */
export type FaultScope = {
	readonly region?: string;
	readonly action?: string;
	/** Of a paged action: the request for the first page, or those for the pages that follow. */
	readonly page?: FaultPage;
	/** The first so many requests of each region that the rest of the scope lets in. */
	readonly requests?: number;
	/** From this instant of the scenario's clock. */
	readonly from?: Date;
	/** Until before this instant of the scenario's clock. */
	readonly until?: Date;
};

export type Fault = FaultKind & FaultScope;

/** Finds the fault that meets a request, `null` when it goes well. The first that fits counts. */
export type FaultFinder = (request: FaultyRequest) => Fault | null;

/** Keeps count for faults that are limited to a number of requests. */
export function createFaultFinder(faults: readonly Fault[]): FaultFinder {
	const counts = new Map<string, number>();
	return (request) => {
		for (const [index, fault] of faults.entries()) {
			if (!isInScope(fault, request)) {
				continue;
			}

			const key = `${index}/${request.region}`;
			const count = (counts.get(key) ?? 0) + 1;
			counts.set(key, count);
			if (count <= (fault.requests ?? Number.POSITIVE_INFINITY)) {
				return fault;
			}
		}

		return null;
	};
}

function isInScope(scope: FaultScope, {region, action, page, now}: FaultyRequest): boolean {
	return (
		(scope.region === undefined || scope.region === region) &&
		(scope.action === undefined || scope.action === action) &&
		(scope.page === undefined || scope.page === page) &&
		(scope.from === undefined || now >= scope.from) &&
		(scope.until === undefined || now < scope.until)
	);
}
