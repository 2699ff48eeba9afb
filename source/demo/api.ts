import type {Action} from './actions/action.js';
import {describeCapacityReservations} from './actions/describe-capacity-reservations.js';
import {describeInstanceTypes} from './actions/describe-instance-types.js';
import {describeRegions} from './actions/describe-regions.js';
import {getCallerIdentity} from './actions/get-caller-identity.js';
import {ApiError} from './api-error.js';
import {writeElement} from './xml.js';

/** A service as it stands on the wire. */
export type Api = {
	readonly actions: Readonly<Record<string, Action>>;
	/** What a request without a usable signature gets. */
	readonly unsigned: () => ApiError;
	/** What a region gets that is not there, or not enabled for the account. */
	readonly disabledRegion: () => ApiError;
	readonly writeAnswer: (action: string, content: Iterable<string>, requestId: string) => Iterable<string>;
	readonly writeError: (error: ApiError, requestId: string) => Iterable<string>;
};

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

export const ec2Api: Api = {
	actions: {
		DescribeCapacityReservations: describeCapacityReservations,
		DescribeInstanceTypes: describeInstanceTypes,
		DescribeRegions: describeRegions,
	},
	unsigned: authFailure,
	disabledRegion: authFailure,
	*writeAnswer(action, content, requestId) {
		yield `${declaration}<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">${writeElement('requestId', requestId)}`;
		yield* content;
		yield `</${action}Response>`;
	},
	*writeError(error, requestId) {
		yield declaration;
		yield writeElement('Response', {
			Errors: {Error: {Code: error.code, Message: error.message}},
			RequestID: requestId,
		});
	},
};

export const stsApi: Api = {
	actions: {GetCallerIdentity: getCallerIdentity},
	unsigned: () => new ApiError(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token'),
	disabledRegion: () => new ApiError(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.'),
	*writeAnswer(action, content, requestId) {
		yield `${declaration}<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/">`;
		yield* content;
		yield `${writeElement('ResponseMetadata', {RequestId: requestId})}</${action}Response>`;
	},
	*writeError(error, requestId) {
		const fields = {Type: error.status >= 500 ? 'Receiver' : 'Sender', Code: error.code, Message: error.message};
		yield `${declaration}<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">`;
		yield `${writeElement('Error', fields)}${writeElement('RequestId', requestId)}</ErrorResponse>`;
	},
};

/** EC2's answer to wrong keys and to regions that are not enabled alike. */
function authFailure(): ApiError {
	return new ApiError(401, 'AuthFailure', 'AWS was not able to validate the provided access credentials');
}
