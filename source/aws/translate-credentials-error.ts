import {CapacityError} from '../core/errors.js';
import {safeText} from '../core/words/safe-text.js';
import {readAwsError} from './aws-error.js';
import {isExpiredMessage} from './credential-words.js';
import {MfaNeededError, renewalOf} from './credentials.js';
import {networkSentence} from './network-words.js';
import type {Environment, Profile} from './profile.js';

const waysToGetThem =
	'Set them up with `aws configure` or `aws sso login --profile NAME`, name a profile with --profile, or look around with --demo.';

const expiredCodes = /^(?:ExpiredToken(?:Exception)?|RequestExpired|TokenRefreshRequired)$/;

/** Why there are no credentials at all, and what to do about it. Takes whatever the credential chain threw. */
export function translateCredentialsError(error: unknown, profile: Profile, env: Environment): CapacityError {
	if (error instanceof CapacityError) {
		return error;
	}

	const of = profile.exists || profile.isNamed ? ` of profile "${safeText(profile.name)}"` : '';
	if (error instanceof MfaNeededError && !error.isRenewal) {
		return new CapacityError('no_credentials', `The credentials${of} need a multi-factor code.`, {
			hint: 'Start truffle in a terminal, where it can ask for the code.',
			cause: error,
		});
	}

	const read = readAwsError(error);
	const {code} = read;
	const detail = read.message.replace(/[.\s]+$/, '');
	if (error instanceof MfaNeededError || expiredCodes.test(code) || isExpiredMessage(detail)) {
		return new CapacityError('expired_credentials', `The credentials${of} are expired.`, {hint: renewalOf(profile, env), cause: error});
	}

	if (profile.isNamed && !profile.exists) {
		const known = profile.known.length === 0 ? 'There are none.' : `There are: ${safeText(profile.known.join(', '))}.`;
		return new CapacityError('bad_setting', `No profile "${safeText(profile.name)}" in the AWS config and credentials files.`, {
			hint: known,
			cause: error,
		});
	}

	if (isNothingFound(detail) && profile.sources.some((section) => section['credential_process'])) {
		// The chain goes on after it and forgets what it said.
		return new CapacityError('no_credentials', `The credential_process${of} gave no credentials.`, {
			hint: 'Run it by itself to see why.',
			cause: error,
		});
	}

	if (isNothingFound(detail)) {
		return new CapacityError('no_credentials', profile.exists && of !== '' ? `No credentials${of}.` : 'No credentials.', {
			hint: waysToGetThem,
			cause: error,
		});
	}

	const network = networkSentence(read, '');
	return new CapacityError('no_credentials', `Cannot get the credentials${of}: ${network ?? `${detail || code}.`}`, {
		// That sentence itself says what to do.
		...(network === null ? {hint: waysToGetThem} : {}),
		cause: error,
	});
}

function isNothingFound(detail: string): boolean {
	return /Could not load credentials from any providers|Could not resolve credentials using profile/.test(detail);
}
