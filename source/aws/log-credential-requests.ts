import type {RequestHandler} from './request-handler.js';
import {failedOutcome, type RequestPlace, type RequestTracker} from './request-log.js';

type Request = Parameters<RequestHandler['handle']>[0];

/**
The handler for the requests that the SDK makes to get credentials: SSO, STS, login.

Their clients are the SDK's own, so each attempt is told of by itself, and AWS's error code, which is in the body, stays unread.
*/
export function logCredentialRequests(handler: RequestHandler, tracker: RequestTracker): RequestHandler {
	return {
		metadata: handler.metadata,
		httpHandlerConfigs: () => handler.httpHandlerConfigs(),
		updateHttpClientConfig: (key, value) => handler.updateHttpClientConfig(key, value),
		destroy: () => handler.destroy(),
		async handle(request, options) {
			const tracked = tracker.begin({...placeOf(request), action: actionOf(request)});
			tracked.attempt(attemptOf(request), null);
			try {
				const answer = await handler.handle(request, options);
				const {statusCode, headers} = answer.response;
				const requestId = headers['x-amzn-requestid'] ?? headers['x-amzn-request-id'] ?? headers['x-amz-request-id'] ?? null;
				tracked.end({status: statusCode, error: null, requestId});
				return answer;
			} catch (error) {
				tracked.end(failedOutcome(error));
				throw error;
			}
		},
	};
}

/** By the scope of the signature; what needs none, as SSO, by the host: `portal.sso.us-east-1.amazonaws.com`. */
function placeOf({headers, hostname}: Request): Omit<RequestPlace, 'action'> {
	const [, signedRegion, signedService] = /Credential=[^/]+\/\d{8}\/([^/]+)\/([^/]+)\//.exec(headers['authorization'] ?? '') ?? [];
	if (signedRegion !== undefined && signedService !== undefined) {
		return {region: signedRegion, service: signedService};
	}

	const [, service, region] = /^([a-z.]+?)\.([a-z]+(?:-[a-z]+)+-\d+)\./.exec(hostname) ?? [];
	return {region: region ?? '', service: service ?? ''};
}

function actionOf({body, path}: Request): string {
	return (typeof body === 'string' ? /^Action=(\w+)/.exec(body)?.[1] : undefined) ?? path;
}

/** The SDK counts in a header. */
function attemptOf({headers}: Request): number {
	return Number(/attempt=(\d+)/.exec(headers['amz-sdk-request'] ?? '')?.[1] ?? 1);
}
