import type {CredentialFacts} from '../../aws/examine/credential-facts.js';
import type {Verdict} from '../../aws/examine/probe-action.js';
import type {SettingFacts} from '../../aws/examine/setting-facts.js';
import type {RequestRecord} from '../../aws/request-log.js';
import {CapacityError} from '../../core/errors.js';
import {failureText} from '../../core/regions/failure-text.js';
import {spanText} from '../../core/words/span-text.js';
import {bad, type Check, ok, warn} from './check.js';

/** A setting cannot be used, so nothing can be asked. */
export function settingsProblem(error: unknown): Check {
	return problem('Settings', error);
}

export function credentialsCheck({source, keyEnd, expiresAt}: CredentialFacts, now: Date): Check {
	const lifetime = expiresAt === null ? '' : `, renewed or over in ${spanText(expiresAt.getTime() - now.getTime())}`;
	return ok('Credentials', `${source}; the access key id ends in ${keyEnd}${lifetime}`);
}

export function credentialsProblem(error: unknown): Check {
	return problem('Credentials', error);
}

function problem(name: string, error: unknown): Check {
	if (!(error instanceof CapacityError)) {
		throw error;
	}

	return bad(name, error.message, ...(error.hint?.split('\n') ?? []));
}

export function homeRegionCheck({homeRegion, homeRegionPlace}: SettingFacts): Check {
	return ok('Home region', homeRegionPlace === null ? homeRegion : `${homeRegion}, by ${homeRegionPlace}`);
}

export function caBundleCheck({caBundle}: SettingFacts): Check {
	return ok('CA bundle', caBundle === null ? "none: Node's own authorities" : `${caBundle.path}, by ${caBundle.place}`);
}

/** `proxy`: host and port of the one that the endpoint is reached by. */
export function proxyCheck({hasProxy}: SettingFacts, proxy: string | null): Check {
	return ok('Proxy', proxy ?? (hasProxy ? 'one is set, but not for this endpoint' : 'none'));
}

/** `record` and `verdict` are of the first request to the home region. */
export function endpointCheck({endpointPlace}: SettingFacts, record: RequestRecord | null, verdict: Verdict): Check {
	const where = `${record?.origin ?? 'no address'}${endpointPlace === null ? '' : `, by ${endpointPlace}`}`;
	return record === null || record.status === null || verdict.kind === 'unknown'
		? warn('Endpoint', where, ...(verdict.kind === 'allowed' ? [] : [failureText(verdict.failure)]))
		: ok('Endpoint', `${where}, answers in ${record.durationMs} ms`);
}

const usualSkewMs = 10_000;
const mostSkewMs = 5 * 60_000;

/** `record`: of the first request to the home region. */
export function clockCheck(record: RequestRecord | null): Check {
	const aheadMs = record?.serverAheadMs ?? null;
	if (aheadMs === null) {
		const fix = 'AWS tells it with every answer: look at the endpoint, and at the proxy on the way.';
		return warn('Clock', 'not known, since the endpoint told no time', fix);
	}

	const skewMs = Math.abs(aheadMs);
	const text = skewMs < 2000 ? "agrees with the endpoint's" : `${spanText(skewMs)} ${aheadMs > 0 ? 'behind' : 'ahead of'} the endpoint's`;
	if (skewMs <= usualSkewMs) {
		return ok('Clock', text);
	}

	const fix = "Set this machine's clock, best by NTP: countdowns are wrong by as much, and AWS refuses requests that are 5 minutes off.";
	return skewMs > mostSkewMs ? bad('Clock', text, fix) : warn('Clock', text, fix);
}
