import {withDeadline} from '../core/abort.js';
import type {Timers} from '../core/ports.js';
import type {Ec2Connection} from './ec2-connection.js';
import {logRequests} from './request-log.js';

/** The answer is worth this much waiting, not more. */
const stsLimitMs = 2000;

/** The caller's account by STS; `null` when it does not answer in time, or when the endpoint is not AWS's. Never throws. */
export async function readAccountId(connection: Ec2Connection, signal: AbortSignal, timers: Timers = realTimers): Promise<string | null> {
	if (!connection.endpoints.hasSts) {
		return null;
	}

	try {
		return await withDeadline({timeoutMs: stsLimitMs, timers, signal}, async (abortSignal) => askAccountId(connection, abortSignal));
	} catch {
		return null;
	}
}

/** The same, throwing what STS does. `null`: its answer is none. */
export async function askAccountId(
	{clientConfig, endpoints, homeRegion, requests}: Ec2Connection,
	abortSignal: AbortSignal,
): Promise<string | null> {
	const {STSClient, GetCallerIdentityCommand} = await import('@aws-sdk/client-sts');
	const client = new STSClient({...clientConfig, region: homeRegion, ...(endpoints.sts === null ? {} : {endpoint: endpoints.sts})});
	if (requests !== null) {
		logRequests(client, {service: 'sts', region: homeRegion}, requests);
	}

	const {Account: account} = await client.send(new GetCallerIdentityCommand({}), {abortSignal});
	return account !== undefined && /^\d{12}$/.test(account) ? account : null;
}

const realTimers: Timers = {
	after(milliseconds, callback) {
		const timeout = setTimeout(callback, milliseconds);
		return {cancel: () => clearTimeout(timeout)};
	},
};
