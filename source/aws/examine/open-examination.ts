import type {RegionDirectory} from '../../core/regions/source.js';
import {askAccountId} from '../account-id.js';
import {openConnection} from '../ec2-connection.js';
import type {Ec2SourceOptions} from '../ec2-source.js';
import {listRegions} from '../list-regions.js';
import {translateError} from '../translate-error.js';
import {type CredentialFacts, readCredentials} from './credential-facts.js';
import {type ProbedAction, probeAction, type Verdict, verdictOn} from './probe-action.js';
import {type SettingFacts, settingFacts} from './setting-facts.js';

/** `account`: by `sts:GetCallerIdentity`. */
export type CallerVerdict = {readonly verdict: Verdict; readonly account: string | null};

/** What can be learnt of the way to AWS, by calls that only read; all throw the reason of their signal. */
export type Examination = {
	readonly settings: SettingFacts;
	/** Throws `CapacityError`. */
	readonly credentials: () => Promise<CredentialFacts>;
	/** Which regions the account has; the built-in list when EC2 does not tell. */
	readonly regions: (signal: AbortSignal) => Promise<RegionDirectory>;
	readonly probe: (action: ProbedAction, region: string, signal: AbortSignal) => Promise<Verdict>;
	/** `null`: a custom EC2 endpoint has no STS beside it. */
	readonly caller: ((signal: AbortSignal) => Promise<CallerVerdict>) | null;
	/** Host and port of the proxy that requests to this origin take; `null`: none. */
	readonly proxyFor: (origin: string) => Promise<string | null>;
	readonly close: () => void;
};

/** Throws `CapacityError` (`bad_setting`). */
export async function openExamination(options: Ec2SourceOptions): Promise<Examination> {
	const connection = await openConnection(options);
	const settings = settingFacts(options, connection);
	const {homeRegion, renewal} = connection;
	return {
		settings,
		credentials: async () =>
			options.credentials === null
				? readCredentials(connection, options.env)
				: {source: "the demo's own", keyEnd: options.credentials.accessKeyId.slice(-4), expiresAt: null},
		regions: async (signal) => listRegions(connection, signal),
		probe: async (action, region, signal) => probeAction(connection, action, region, signal),
		caller: connection.endpoints.hasSts
			? async (signal) => {
					try {
						return {verdict: {kind: 'allowed'}, account: await askAccountId(connection, signal)};
					} catch (error) {
						signal.throwIfAborted();
						const failure = translateError(error, {region: homeRegion, action: 'sts:GetCallerIdentity', renewal});
						return {verdict: verdictOn(failure, error), account: null};
					}
				}
			: null,
		async proxyFor(origin) {
			if (!settings.hasProxy) {
				return null;
			}

			const {proxyFor} = await import('../proxy-handler.js');
			const proxy = proxyFor(origin, options.env);
			return proxy === null ? null : new URL(proxy).host;
		},
		close: () => connection.close(),
	};
}
