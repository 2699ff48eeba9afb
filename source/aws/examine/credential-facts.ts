import {safeText} from '../../core/words/safe-text.js';
import type {Ec2Connection} from '../ec2-connection.js';
import type {Environment} from '../profile.js';
import {translateCredentialsError} from '../translate-credentials-error.js';

/** What may be told of credentials. */
export type CredentialFacts = {
	/** Where they come from: `keys of the environment`, `SSO, profile "ml"`. */
	readonly source: string;
	/** The last four characters of the access key id. */
	readonly keyEnd: string;
	/** `null`: they do not expire. */
	readonly expiresAt: Date | null;
};

/** What the SDK notes of the ways that credentials took, the last way first. */
const ways: ReadonlyArray<readonly [feature: RegExp, words: string]> = [
	[/^CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN$/, 'a web identity token of the environment'],
	[/^CREDENTIALS_(?:PROFILE_STS_WEB_ID_TOKEN|STS_ASSUME_ROLE_WEB_ID)$/, 'a role by web identity token'],
	[/^CREDENTIALS_STS_ASSUME_ROLE$/, 'an assumed role'],
	[/^CREDENTIALS_(?:PROFILE_)?SSO(?:_LEGACY)?$/, 'SSO'],
	[/^CREDENTIALS_(?:PROFILE_)?LOGIN$/, 'aws login'],
	[/^CREDENTIALS_(?:PROFILE_)?PROCESS$/, 'a credential process'],
	[/^CREDENTIALS_HTTP$/, 'the container'],
	[/^CREDENTIALS_ENV_VARS$/, 'keys of the environment'],
	[/^CREDENTIALS_PROFILE$/, 'keys'],
];

/** Resolves the credentials. Throws `CapacityError`. */
export async function readCredentials({credentials, profile}: Ec2Connection, env: Environment): Promise<CredentialFacts> {
	try {
		await credentials.resolve();
		const identity = await credentials.provider();
		const features: readonly string[] = Object.keys('$source' in identity ? (identity.$source ?? {}) : {});
		const way = ways.find(([feature]) => features.some((name) => feature.test(name)))?.[1] ?? 'the metadata service of the instance';
		const isOfProfile = features.some((name) => name.startsWith('CREDENTIALS_PROFILE'));
		return {
			source: isOfProfile ? `${way}, profile "${safeText(profile.name)}"` : way,
			keyEnd: safeText(identity.accessKeyId.slice(-4)),
			expiresAt: identity.expiration ?? null,
		};
	} catch (error) {
		credentials.forget();
		throw translateCredentialsError(error, profile, env);
	}
}
