import type {DescribeRegionsCommandOutput} from '@aws-sdk/client-ec2';
import type {Client, SmithyResolvedConfiguration} from '@smithy/core/client';
import {HttpRequest, HttpResponse} from '@smithy/core/protocols';
import type {Clock} from '../core/ports.js';
import {readAwsError} from './aws-error.js';

/** A call of an API that is over, with all its attempts. As it came from outside: nothing in it is safe to print. */
export type RequestRecord = RequestPlace &
	RequestOutcome & {
		/** When it was begun. */
		readonly at: Date;
		readonly attempts: number;
		/** Milliseconds, pauses between attempts included. */
		readonly durationMs: number;
		/** Where it was sent: `https://ec2.us-east-1.amazonaws.com`; `null`: nowhere yet, or to a service that only gives credentials. */
		readonly origin: string | null;
		/** Milliseconds that the endpoint's clock is ahead of this machine's, to a second; `null`: it did not tell. */
		readonly serverAheadMs: number | null;
	};

export type RequestPlace = {
	/** `ec2`, `sts`. */
	readonly service: string;
	readonly region: string;
	/** The name of the API's action, or the path where the API has no names. */
	readonly action: string;
};

export type RequestOutcome = {
	/** The HTTP status of the last attempt; `null`: no answer came. */
	readonly status: number | null;
	/** AWS's error code, the network's, or `Aborted`; `null`: there was none. */
	readonly error: string | null;
	/** AWS's, of the last attempt; `null`: no answer came. */
	readonly requestId: string | null;
};

/** Who is told of every request. */
export type RequestLog = {
	readonly clock: Clock;
	readonly onRequest: (record: RequestRecord) => void;
};

/** The requests of a connection. */
export type RequestTracker = {
	readonly begin: (place: RequestPlace) => TrackedRequest;
	/** Ends those that are under way: nobody waits for them any more. */
	readonly giveUp: () => void;
};

export type TrackedRequest = {
	readonly attempt: (number: number, origin: string | null) => void;
	/** The `Date` header of an answer. */
	readonly dated: (date: string | undefined) => void;
	/** Only the first end counts. */
	readonly end: (outcome: RequestOutcome) => void;
};

const aborted: RequestOutcome = {status: null, error: 'Aborted', requestId: null};

export function trackRequests({clock, onRequest}: RequestLog): RequestTracker {
	const underWay = new Set<TrackedRequest>();
	return {
		begin(place) {
			const at = clock();
			let attempts = 0;
			let origin: string | null = null;
			let serverAheadMs: number | null = null;
			const request: TrackedRequest = {
				attempt(number, to) {
					attempts = number;
					origin = to;
				},
				dated(date) {
					const ahead = Date.parse(date ?? '') - clock().getTime();
					serverAheadMs = Number.isNaN(ahead) ? null : ahead;
				},
				end(outcome) {
					if (underWay.delete(request)) {
						const durationMs = Math.max(0, clock().getTime() - at.getTime());
						onRequest({at, ...place, attempts, origin, serverAheadMs, durationMs, ...outcome});
					}
				},
			};
			underWay.add(request);
			return request;
		},
		giveUp() {
			for (const request of underWay) {
				request.end(aborted);
			}
		},
	};
}

/** How it ended that `error` was thrown. */
export function failedOutcome(error: unknown): RequestOutcome {
	const {code, httpStatus, requestId} = readAwsError(error);
	return code === 'AbortError' ? aborted : {status: httpStatus, error: code, requestId};
}

/** Tells of each call of this client. */
export function logRequests<Input extends object, Output extends Pick<DescribeRegionsCommandOutput, '$metadata'>>(
	{middlewareStack}: Pick<Client<object, Input, Output, SmithyResolvedConfiguration<object>>, 'middlewareStack'>,
	place: Omit<RequestPlace, 'action'>,
	tracker: RequestTracker,
): void {
	const requests = new WeakMap<object, {attempts: number; readonly request: TrackedRequest}>();
	// Outside of the retries, and outside of what reads the answer.
	middlewareStack.add(
		(next, context) => async (call) => {
			const request = tracker.begin({...place, action: (context.commandName ?? '').replace(/Command$/, '')});
			requests.set(context, {attempts: 0, request});
			try {
				const result = await next(call);
				const {requestId, httpStatusCode} = result.output.$metadata;
				request.end({status: httpStatusCode ?? null, error: null, requestId: requestId ?? null});
				return result;
			} catch (error) {
				request.end(failedOutcome(error));
				throw error;
			}
		},
		{step: 'initialize', priority: 'high', name: 'requestLog'},
	);
	// Inside of the retries.
	middlewareStack.add(
		(next, context) => async (call) => {
			const tracked = requests.get(context);
			if (tracked !== undefined) {
				tracked.attempts += 1;
				tracked.request.attempt(tracked.attempts, originOf(call.request));
			}

			const result = await next(call);
			tracked?.request.dated(HttpResponse.isInstance(result.response) ? result.response.headers['date'] : undefined);
			return result;
		},
		{step: 'deserialize', priority: 'low', name: 'requestLogAttempts'},
	);
}

/** Without a user and a password. */
function originOf(request: unknown): string | null {
	if (!HttpRequest.isInstance(request)) {
		return null;
	}

	const {protocol, hostname, port} = request;
	return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`;
}
