import {ApiError} from './api-error.js';
import type {FaultKind} from './faults.js';

/** The API error that a fault stands for, `null` for faults below the API (broken bodies and connections). */
export function faultError(
	fault: FaultKind,
	{service, action, accountId}: {readonly service: string; readonly action: string; readonly accountId: string},
): ApiError | null {
	const permission = `${service}:${action}`;
	const user = `User: arn:aws:sts::${accountId}:assumed-role/CapacityViewer/demo is not authorized to perform: ${permission}`;
	switch (fault.kind) {
		case 'throttle':
			return new ApiError(503, 'RequestLimitExceeded', 'Request limit exceeded.');
		case 'throttling':
			return new ApiError(400, 'Throttling', 'Rate exceeded');
		case 'deny':
			return new ApiError(
				403,
				'UnauthorizedOperation',
				`You are not authorized to perform this operation. ${user} because no identity-based policy allows the ${permission} action`,
			);
		case 'deny-by-scp':
			return new ApiError(
				403,
				'UnauthorizedOperation',
				`You are not authorized to perform this operation. ${user} with an explicit deny in a service control policy`,
			);
		case 'not-opted-in':
			return new ApiError(401, 'AuthFailure', 'AWS was not able to validate the provided access credentials');
		case 'opt-in-required':
			return new ApiError(401, 'OptInRequired', 'You are not subscribed to this service. Please go to http://aws.amazon.com to subscribe.');
		case 'expired':
			return new ApiError(400, 'RequestExpired', 'Request has expired.');
		case 'unavailable':
			return new ApiError(503, 'Unavailable', 'The server is overloaded and can\u2019t handle the request.');
		case 'error':
			return new ApiError(fault.status, fault.code, fault.message);
		case 'empty-500':
		case 'html':
		case 'no-set':
		case 'malformed':
		case 'truncate':
		case 'cut':
		case 'reset':
		case 'drop':
		case 'hang':
		case 'trickle':
			return null;
	}
}
