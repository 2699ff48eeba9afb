import {describeCapacityBlockExtensionHistory} from './actions/describe-capacity-block-extension-history.js';
import {describeCapacityBlockExtensionOfferings} from './actions/describe-capacity-block-extension-offerings.js';
import {describeCapacityBlockOfferings} from './actions/describe-capacity-block-offerings.js';
import {describeCapacityReservations} from './actions/describe-capacity-reservations.js';
import {describeInstanceTypes} from './actions/describe-instance-types.js';
import {describeRegions} from './actions/describe-regions.js';
import {getCallerIdentity} from './actions/get-caller-identity.js';
import {ApiError} from './api-error.js';
import type {FaultPage} from './faults.js';
import type {Operation} from './operation.js';
import {queryActionOf, queryOperations, queryPageOf, unknownQueryAction} from './query-operation.js';
import {writeElement} from './xml.js';

/** A service as it stands on the wire. */
export type Api = {
	/** By which it is named in signatures and permissions. */
	readonly service: string;
	readonly contentType: string;
	/** Where it has an endpoint; absent: everywhere. */
	readonly regions?: readonly string[];
	readonly operations: Readonly<Record<string, Operation>>;
	/** The operation that a request names, `''` when it names none. */
	readonly actionOf: (request: {readonly target: string | undefined; readonly content: string}) => string;
	/** Whether a request asks for the first page of an answer. */
	readonly pageOf: (request: {readonly content: string}) => FaultPage;
	/** What a request gets that names none of the operations. */
	readonly unknownAction: (name: string) => ApiError;
	/** What a request without a usable signature gets. */
	readonly unsigned: () => ApiError;
	/** What a region gets that is not there, or not enabled for the account. */
	readonly disabledRegion: () => ApiError;
	/** An error that is not of this API, as this API says it. */
	readonly inOwnTerms: (error: ApiError) => ApiError;
	readonly writeAnswer: (action: string, content: Iterable<string>, requestId: string) => Iterable<string>;
	readonly writeError: (error: ApiError, requestId: string) => Iterable<string>;
};

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const query = {
	contentType: 'text/xml;charset=UTF-8',
	actionOf: queryActionOf,
	pageOf: queryPageOf,
	unknownAction: unknownQueryAction,
	inOwnTerms: (error: ApiError) => error,
};

export const ec2Api: Api = {
	...query,
	service: 'ec2',
	operations: queryOperations({
		DescribeCapacityBlockExtensionHistory: describeCapacityBlockExtensionHistory,
		DescribeCapacityBlockExtensionOfferings: describeCapacityBlockExtensionOfferings,
		DescribeCapacityBlockOfferings: describeCapacityBlockOfferings,
		DescribeCapacityReservations: describeCapacityReservations,
		DescribeInstanceTypes: describeInstanceTypes,
		DescribeRegions: describeRegions,
	}),
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
	...query,
	service: 'sts',
	operations: queryOperations({GetCallerIdentity: getCallerIdentity}),
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
