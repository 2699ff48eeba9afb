import {defaultProvider} from '@aws-sdk/credential-provider-node';
import {safeText} from '../core/words/safe-text.js';
import {type Environment, type Profile, usesEnvironmentKeys} from './profile.js';
import type {RequestHandler} from './request-handler.js';
import {silentLogger} from './silent-logger.js';

type Provider = ReturnType<typeof defaultProvider>;
type Identity = Awaited<ReturnType<Provider>>;

export type CredentialsOptions = {
	readonly profile: Profile;
	/** By `--profile`. */
	readonly profileName: string | null;
	readonly homeRegion: string;
	readonly requestHandler: RequestHandler;
	readonly askMfaCode: ((serial: string) => Promise<string>) | null;
};

/** The credentials that all clients share. */
export type Credentials = {
	/** What a client calls before each request. `memoized`: the client need not keep a copy, which would outlive `forget`. */
	readonly provider: ((options?: Parameters<Provider>[0]) => Promise<Identity>) & {readonly memoized: true};
	/** The next `resolve` goes through the whole chain again and reads the files anew: somebody may have logged in meanwhile. */
	readonly forget: () => void;
	readonly resolve: () => Promise<void>;
};

/** The SDK's own chain: environment, SSO, login, assumed roles, processes, web identity, containers, instances. */
export function createCredentials(options: CredentialsOptions): Credentials {
	let isForgotten = false;
	let wasResolved = false;

	async function askOnce(serial: string): Promise<string> {
		// Later the screen belongs to the app.
		if (wasResolved || options.askMfaCode === null) {
			throw new MfaNeededError(wasResolved);
		}

		return options.askMfaCode(serial);
	}

	function createChain(ignoreCache: boolean): Provider {
		const {profileName, requestHandler, homeRegion} = options;
		const shared = {requestHandler, logger: silentLogger};
		return defaultProvider({
			...(profileName === null ? {} : {profile: profileName}),
			logger: silentLogger,
			ignoreCache,
			mfaCodeProvider: askOnce,
			clientConfig: shared,
			// Not in `clientConfig`, where the region would also be that of SSO.
			parentClientConfig: {...shared, region: async () => homeRegion},
		});
	}

	let chain = createChain(false);
	const provider = async (given?: Parameters<Provider>[0]) => chain(given);
	return {
		provider: Object.assign(provider, {memoized: true} as const),

		forget() {
			isForgotten = true;
		},

		async resolve() {
			if (isForgotten) {
				isForgotten = false;
				chain = createChain(true);
			}

			await chain();
			wasResolved = true;
		},
	};
}

/** Keys that never change, of the demo. */
export function fixedCredentials(identity: Identity): Credentials {
	return {
		provider: Object.assign(async () => identity, {memoized: true} as const),
		forget() {},
		async resolve() {},
	};
}

/** A role wants a code and nobody can be asked. */
export class MfaNeededError extends Error {
	override readonly name = 'MfaNeededError';
	/** There was a session; it is over. */
	readonly isRenewal: boolean;

	constructor(isRenewal: boolean) {
		super('A multi-factor code is needed.');
		this.isRenewal = isRenewal;
	}
}

/** How a person renews these credentials, a sentence. */
export function renewalOf(profile: Profile, env: Environment): string {
	const option = profile.isNamed ? ` --profile ${quoted(safeText(profile.name))}` : '';
	if (usesEnvironmentKeys(profile, env)) {
		return 'Set new ones in the environment and start again.';
	}

	if (profile.sources.some((section) => section['login_session'])) {
		return `Renew them with: aws login${option}`;
	}

	if (profile.sources.some((section) => section['sso_session'] ?? section['sso_start_url'])) {
		return `Renew them with: aws sso login${option}`;
	}

	if (profile.sources.some((section) => section['mfa_serial'])) {
		return 'Start again to enter a new multi-factor code.';
	}

	return profile.exists ? `Renew those of profile "${safeText(profile.name)}".` : 'Renew them, for example with: aws login';
}

function quoted(name: string): string {
	return /^[\w.@%+:/-]+$/.test(name) ? name : `'${name}'`;
}
