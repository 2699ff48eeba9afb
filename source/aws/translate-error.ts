import type {RegionFailure, RegionFailureStatus} from '../core/regions/region-result.js';
import {alwaysEnabledRegions, partitionOf} from '../core/regions/regions.js';
import {type AwsError, readAwsError} from './aws-error.js';
import {isExpiredMessage} from './credential-words.js';
import {networkSentence} from './network-words.js';

export type ErrorContext = {
	readonly region: string;
	/** The IAM action of the call, e.g. `ec2:DescribeCapacityReservations`. */
	readonly action: string;
	/** How these credentials are renewed, a sentence. */
	readonly renewal: string;
};

type Verdict = readonly [RegionFailureStatus, string];

const orLeaveOut = 'or leave the region out with --regions.';

const codes: Readonly<Record<string, (error: AwsError, context: ErrorContext) => Verdict>> = {
	UnauthorizedOperation: denied,
	AccessDenied: denied,
	AccessDeniedException: denied,
	AuthFailure: authFailure,
	OptInRequired: notEnabled,
	InvalidClientTokenId: unknownKey,
	InvalidAccessKeyId: unknownKey,
	UnrecognizedClientException: unknownKey,
	SignatureDoesNotMatch: unknownKey,
	MissingAuthenticationToken: unknownKey,
	IncompleteSignature: unknownKey,
	InvalidSecurity: unknownKey,
	RequestExpired: (_, {renewal}) => ['expired_credentials', `The credentials are expired, or this machine's clock is wrong. ${renewal}`],
	ExpiredToken: expired,
	ExpiredTokenException: expired,
	TokenRefreshRequired: expired,
	MfaNeededError: expired,
	RequestTimeTooSkewed: () => ['failed', "This machine's clock differs from AWS's by more than 15 minutes: set it right."],
	RequestLimitExceeded: throttled,
	Throttling: throttled,
	ThrottlingException: throttled,
	ThrottledException: throttled,
	RequestThrottled: throttled,
	RequestThrottledException: throttled,
	EC2ThrottledException: throttled,
	TooManyRequestsException: throttled,
	SlowDown: throttled,
	CapacityBlockDescribeLimitExceeded: ({message}) => ['throttled', sentence('AWS limits these calls for the account', message)],
	Unavailable: trouble,
	ServiceUnavailable: trouble,
	InternalError: trouble,
	InternalFailure: trouble,
	Blocked: () => ['denied', 'AWS has blocked this account: contact AWS Support.'],
	PendingVerification: () => ['failed', 'AWS is still verifying this account for the region: try again in some hours.'],
	InvalidAction: notThere,
	UnsupportedOperation: notThere,
	InvalidNextToken: () => ['failed', 'EC2 lost its place between two pages: refresh to read the region again.'],
	TimeoutError: () => ['timeout', `No answer in time: allow more with --timeout, ${orLeaveOut}`],
};

/** Why a region did not answer, and what to do about it. Takes whatever was thrown. */
export function translateError(error: unknown, context: ErrorContext): RegionFailure {
	const read = readAwsError(error);
	const [status, message] = verdictOn(read, context);
	return {status, code: read.code, message, requestId: read.requestId};
}

function verdictOn(error: AwsError, context: ErrorContext): Verdict {
	const known = Object.hasOwn(codes, error.code) ? codes[error.code] : undefined;
	if (known !== undefined) {
		return known(error, context);
	}

	if (/^(?:Credentials|Token)ProviderError$/.test(error.code)) {
		return isExpiredMessage(error.message)
			? expired(error, context)
			: ['failed', sentence('The credentials cannot be read', error.message)];
	}

	const network = networkSentence(error, context.region);
	if (network !== null) {
		return error.code === 'ETIMEDOUT' ? ['timeout', network] : ['failed', network];
	}

	if (error.httpStatus !== null && error.httpStatus >= 500) {
		return trouble(error);
	}

	return [
		'failed',
		sentence(error.httpStatus === null ? `The call failed with ${error.code}` : `EC2 answered ${error.code}`, error.message),
	];
}

/** Whether a statement in the caller's own policy would end this denial, as far as AWS's message tells. */
export function lacksStatement(message: string): boolean {
	const {explicit, missing} = deniedBy(message);
	return explicit === undefined && (missing === undefined || missing === identityBased);
}

const identityBased = 'identity-based policy';

/** The kind of policy that denies (`explicit`), or that does not allow (`missing`). */
function deniedBy(message: string): {readonly explicit: string | undefined; readonly missing: string | undefined} {
	return {
		explicit: /explicit deny in an? ([\w -]{1,40}?)(?=[.,:]|$| with\b)/.exec(message)?.[1],
		missing: /because no ([\w -]{1,40}?) allows/.exec(message)?.[1],
	};
}

/** AWS names the kind of policy that denies or does not allow, which tells whom to ask. */
function denied({message}: AwsError, context: ErrorContext): Verdict {
	const action = /\bperform: ([\w-]{1,40}:\w{1,60})/.exec(message)?.[1] ?? context.action;
	const {explicit, missing} = deniedBy(message);
	if (explicit !== undefined) {
		const whom = /service control|resource control/.test(explicit) ? "the organisation's admin" : 'whoever manages that policy';
		return ['denied', `Explicit deny in ${/^[aeiou]/.test(explicit) ? 'an' : 'a'} ${explicit} for ${action}: ask ${whom}, ${orLeaveOut}`];
	}

	if (missing !== undefined && missing !== identityBased) {
		return ['denied', `No ${missing} allows ${action}: ask whoever manages it, ${orLeaveOut}`];
	}

	return ['denied', `Not authorised for ${action}: add this action to the policy of the role or user, ${orLeaveOut}`];
}

/** EC2 says the same of a bad key and of a region that the account has not opted in to; the first 17 cannot be opted out of. */
function authFailure(error: AwsError, context: ErrorContext): Verdict {
	if (alwaysEnabledRegions(partitionOf(context.region)).includes(context.region)) {
		return unknownKey(error);
	}

	return [
		'not_enabled',
		`The region is not enabled for this account: enable it in the account settings, ${orLeaveOut} If every region says so, the access key is not valid.`,
	];
}

function notEnabled(): Verdict {
	return ['not_enabled', `The account is not enabled for EC2 in this region: enable the region in the account settings, ${orLeaveOut}`];
}

function unknownKey({message}: AwsError): Verdict {
	const detail = message === '' ? '' : ` (${withoutEnd(message)})`;
	return ['denied', `AWS does not accept the access key${detail}: check that it is active and complete.`];
}

function expired(_: AwsError, {renewal}: ErrorContext): Verdict {
	return ['expired_credentials', `The credentials are expired. ${renewal}`];
}

function throttled(): Verdict {
	return ['throttled', 'EC2 throttles this account in the region: wait a minute, and ask less often.'];
}

function trouble({code}: Pick<AwsError, 'code'>): Verdict {
	return ['failed', `EC2 has trouble in this region (${code}): try again later, and see the AWS Health Dashboard.`];
}

function notThere({code}: AwsError, {action}: ErrorContext): Verdict {
	return ['failed', `The endpoint does not offer ${action} (${code}): leave the region out with --regions, or check --endpoint-url.`];
}

function sentence(what: string, detail: string): string {
	return detail === '' ? `${what}.` : `${what}: ${withoutEnd(detail)}.`;
}

function withoutEnd(text: string): string {
	return text.replace(/[.\s]+$/, '');
}
