import {describe, expect, test} from 'vitest';
import {translateError} from '../../source/aws/translate-error.js';

const context = {
	region: 'me-central-1',
	action: 'ec2:DescribeCapacityReservations',
	renewal: 'Renew them with: aws sso login --profile ml',
};
const user =
	'You are not authorized to perform this operation. User: arn:aws:sts::123456789012:assumed-role/Viewer/me is not authorized to perform: ec2:DescribeCapacityReservations';
const encoded = ' Encoded authorization failure message: AbCdEf0123456789';

describe('what AWS answers', () => {
	test.each([
		[
			'UnauthorizedOperation',
			`${user} because no identity-based policy allows the ec2:DescribeCapacityReservations action.${encoded}`,
			'denied',
			'Not authorised for ec2:DescribeCapacityReservations: add this action to the policy of the role or user, or leave the region out with --regions.',
		],
		[
			'UnauthorizedOperation',
			'You are not authorized to perform this operation.',
			'denied',
			'Not authorised for ec2:DescribeCapacityReservations: add this action to the policy of the role or user, or leave the region out with --regions.',
		],
		[
			'UnauthorizedOperation',
			`${user} with an explicit deny in a service control policy.${encoded}`,
			'denied',
			"Explicit deny in a service control policy for ec2:DescribeCapacityReservations: ask the organisation's admin, or leave the region out with --regions.",
		],
		[
			'UnauthorizedOperation',
			`${user} with an explicit deny in a service control policy`,
			'denied',
			"Explicit deny in a service control policy for ec2:DescribeCapacityReservations: ask the organisation's admin, or leave the region out with --regions.",
		],
		[
			'UnauthorizedOperation',
			`${user} with an explicit deny in an identity-based policy`,
			'denied',
			'Explicit deny in an identity-based policy for ec2:DescribeCapacityReservations: ask whoever manages that policy, or leave the region out with --regions.',
		],
		[
			'UnauthorizedOperation',
			`${user} because no permissions boundary allows the ec2:DescribeCapacityReservations action`,
			'denied',
			'No permissions boundary allows ec2:DescribeCapacityReservations: ask whoever manages it, or leave the region out with --regions.',
		],
		[
			'AccessDenied',
			'User: x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::1:role/r',
			'denied',
			'Not authorised for sts:AssumeRole: add this action to the policy of the role or user, or leave the region out with --regions.',
		],
		[
			'AuthFailure',
			'AWS was not able to validate the provided access credentials',
			'not_enabled',
			'The region is not enabled for this account: enable it in the account settings, or leave the region out with --regions. If every region says so, the access key is not valid.',
		],
		[
			'OptInRequired',
			'You are not subscribed',
			'not_enabled',
			'The account is not enabled for EC2 in this region: enable the region in the account settings, or leave the region out with --regions.',
		],
		[
			'InvalidClientTokenId',
			'The security token included in the request is invalid.',
			'denied',
			'AWS does not accept the access key (The security token included in the request is invalid): check that it is active and complete.',
		],
		[
			'RequestExpired',
			'Request has expired.',
			'expired_credentials',
			"The credentials are expired, or this machine's clock is wrong. Renew them with: aws sso login --profile ml",
		],
		[
			'ExpiredToken',
			'The security token included in the request is expired',
			'expired_credentials',
			'The credentials are expired. Renew them with: aws sso login --profile ml',
		],
		['ExpiredTokenException', '', 'expired_credentials', 'The credentials are expired. Renew them with: aws sso login --profile ml'],
		[
			'RequestLimitExceeded',
			'Request limit exceeded.',
			'throttled',
			'EC2 throttles this account in the region: wait a minute, and ask less often.',
		],
		['Throttling', 'Rate exceeded', 'throttled', 'EC2 throttles this account in the region: wait a minute, and ask less often.'],
		['ThrottlingException', 'Rate exceeded', 'throttled', 'EC2 throttles this account in the region: wait a minute, and ask less often.'],
		['CapacityBlockDescribeLimitExceeded', 'The limit is 0.', 'throttled', 'AWS limits these calls for the account: The limit is 0.'],
		[
			'Unavailable',
			'Overloaded.',
			'failed',
			'EC2 has trouble in this region (Unavailable): try again later, and see the AWS Health Dashboard.',
		],
		['InternalError', '', 'failed', 'EC2 has trouble in this region (InternalError): try again later, and see the AWS Health Dashboard.'],
		['Blocked', '', 'denied', 'AWS has blocked this account: contact AWS Support.'],
		['PendingVerification', '', 'failed', 'AWS is still verifying this account for the region: try again in some hours.'],
		[
			'InvalidAction',
			'',
			'failed',
			'The endpoint does not offer ec2:DescribeCapacityReservations (InvalidAction): leave the region out with --regions, or check --endpoint-url.',
		],
		[
			'UnsupportedOperation',
			'',
			'failed',
			'The endpoint does not offer ec2:DescribeCapacityReservations (UnsupportedOperation): leave the region out with --regions, or check --endpoint-url.',
		],
		['InvalidNextToken', '', 'failed', 'EC2 lost its place between two pages: refresh to read the region again.'],
		['InvalidParameterValue', 'Value (x) is bad.', 'failed', 'EC2 answered InvalidParameterValue: Value (x) is bad.'],
		['FilterLimitExceeded', '', 'failed', 'EC2 answered FilterLimitExceeded.'],
		['toString', '', 'failed', 'EC2 answered toString.'],
	])('%s: %s', (code, text, status, message) => {
		expect(translateError(awsError(code, text), context)).toEqual({status, code, message, requestId: 'req-1'});
	});

	test('in a region that nobody can opt out of, AuthFailure means the key', () => {
		expect(
			translateError(awsError('AuthFailure', 'AWS was not able to validate the provided access credentials'), {
				...context,
				region: 'us-east-1',
			}),
		).toMatchObject({
			status: 'denied',
			message:
				'AWS does not accept the access key (AWS was not able to validate the provided access credentials): check that it is active and complete.',
		});
	});

	test('AWS’s own words are made safe', () => {
		expect(translateError(awsError('Odd\u001b[31m', 'bad \u001b]0;x\u0007thing\n'), context)).toMatchObject({
			code: 'Odd',
			message: 'EC2 answered Odd: bad thing.',
		});
	});
});

describe('what comes from below', () => {
	test.each([
		[
			{code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:4566'},
			'failed',
			'Connection refused for 127.0.0.1:4566: check the endpoint and the proxy settings.',
		],
		[
			{code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND ec2.me-central-1.amazonaws.com'},
			'failed',
			'No address found: check the network, the name server and the name of the region.',
		],
		[
			{code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND proxy.example'},
			'failed',
			'No address found for proxy.example: check the network, the name server and the name of the region.',
		],
		[
			{code: 'ECONNRESET', name: 'TimeoutError', message: 'socket hang up'},
			'failed',
			'The connection broke off before the answer was complete: try again, and check the network and the proxy.',
		],
		[
			{code: 'ETIMEDOUT', message: 'connect ETIMEDOUT 10.0.0.1:443'},
			'timeout',
			'No connection for 10.0.0.1:443 (ETIMEDOUT): check the network and the proxy settings.',
		],
		[
			{code: 'SELF_SIGNED_CERT_IN_CHAIN', message: 'self-signed certificate in certificate chain'},
			'failed',
			"The server's certificate is not trusted (SELF_SIGNED_CERT_IN_CHAIN): name the authority's file in AWS_CA_BUNDLE, or check the proxy.",
		],
		[
			{code: 'CERT_HAS_EXPIRED', message: 'x'},
			'failed',
			"The server's certificate is not trusted (CERT_HAS_EXPIRED): name the authority's file in AWS_CA_BUNDLE, or check the proxy.",
		],
		[
			{code: 'EPROTO', message: 'wrong version number'},
			'failed',
			'The server does not speak TLS: check whether the endpoint or the proxy is http:// rather than https://.',
		],
		[
			{code: 'HPE_INVALID_CONSTANT', message: 'Parse Error'},
			'failed',
			'The server does not speak HTTP: check the endpoint and the proxy settings.',
		],
	])('%o', (error, status, message) => {
		expect(translateError(Object.assign(new Error(error.message), error), context)).toEqual({
			status,
			code: error.code,
			message,
			requestId: null,
		});
	});

	test('a connection that failed on every address of a name', () => {
		const refused = Object.assign(new Error('connect ECONNREFUSED ::1:1'), {code: 'ECONNREFUSED'});
		expect(translateError(Object.assign(new AggregateError([refused], ''), {code: 'ECONNREFUSED'}), context)).toMatchObject({
			code: 'ECONNREFUSED',
			message: 'Connection refused for ::1:1: check the endpoint and the proxy settings.',
		});
	});

	test.each([
		[200, 'InvalidResponse', 'The answer is broken or not from EC2: check the endpoint, and the proxy or login page on the way.'],
		[403, 'HTTP 403', 'The answer is broken or not from EC2: check the endpoint, and the proxy or login page on the way.'],
		[407, 'HTTP 407', 'The proxy asks for credentials: put user and password into HTTPS_PROXY.'],
		[502, 'HTTP 502', 'EC2 has trouble in this region (HTTP 502): try again later, and see the AWS Health Dashboard.'],
	])('a body that cannot be read, with status %s', (httpStatusCode, code, message) => {
		const error = Object.assign(
			new Error(
				'@aws-sdk XML parse error: x.\n  Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.',
			),
			{
				$metadata: {httpStatusCode},
			},
		);
		expect(translateError(error, context)).toEqual({status: 'failed', code, message, requestId: null});
	});

	test.each([
		[
			"Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
			'expired_credentials',
			'The credentials are expired. Renew them with: aws sso login --profile ml',
		],
		[
			'Could not load credentials from any providers',
			'failed',
			'The credentials cannot be read: Could not load credentials from any providers.',
		],
	])('credentials that end during a refresh: %s', (text, status, message) => {
		expect(translateError(Object.assign(new Error(text), {name: 'CredentialsProviderError'}), context)).toMatchObject({status, message});
	});

	test.each([undefined, null, 'text', 7, {}, [], new Error('')])('%s is a failure, too', (thrown) => {
		expect(translateError(thrown, context)).toMatchObject({status: 'failed', code: 'Error', message: 'The call failed with Error.'});
	});
});

function awsError(name: string, message: string): Error {
	return Object.assign(new Error(message), {name, $fault: 'client', $metadata: {httpStatusCode: 400, requestId: 'req-1'}});
}
