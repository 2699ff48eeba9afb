import type {Api} from '../api.js';
import {ApiError} from '../api-error.js';
import {getProducts} from './get-products.js';

const target = 'AWSPriceListService.';

/** What the JSON protocol calls the errors that EC2 has for every action. */
const ownTerms: Readonly<Record<string, readonly [status: number, code: string]>> = {
	RequestLimitExceeded: [400, 'ThrottlingException'],
	Throttling: [400, 'ThrottlingException'],
	UnauthorizedOperation: [400, 'AccessDeniedException'],
	AuthFailure: [400, 'UnrecognizedClientException'],
	OptInRequired: [400, 'SubscriptionRequiredException'],
	RequestExpired: [400, 'ExpiredTokenException'],
	Unavailable: [503, 'ServiceUnavailableException'],
	InternalError: [500, 'InternalErrorException'],
	InvalidNextToken: [400, 'InvalidNextTokenException'],
};

/** The AWS Price List Query API: JSON, and in three regions only. */
export const priceListApi: Api = {
	service: 'pricing',
	contentType: 'application/x-amz-json-1.1',
	regions: ['us-east-1', 'eu-central-1', 'ap-south-1'],
	operations: {GetProducts: getProducts},
	actionOf: (request) => (request.target?.startsWith(target) ? request.target.slice(target.length) : ''),
	pageOf: ({content}) => (/"NextToken"\s*:/.test(content) ? 'later' : 'first'),
	unknownAction: () => new ApiError(400, 'UnknownOperationException', 'The operation is not known to this service.'),
	unsigned: () => new ApiError(400, 'MissingAuthenticationTokenException', 'Missing Authentication Token'),
	disabledRegion: () => new ApiError(400, 'UnrecognizedClientException', 'The security token included in the request is invalid.'),
	inOwnTerms({status, code, message}) {
		const [ownStatus, ownCode] = ownTerms[code] ?? [status, code];
		return new ApiError(ownStatus, ownCode, message);
	},
	*writeAnswer(_action, content) {
		yield `{${[...content].join(',')}}`;
	},
	*writeError({code, message}) {
		yield JSON.stringify({__type: code, Message: message});
	},
};
