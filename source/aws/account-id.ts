import {type Deadline, withDeadline} from '../core/regions/abort.js';
import type {Ec2Connection} from './ec2-connection.js';
import {logRequests} from './request-log.js';

/**
The caller's account by STS; `null` when it does not answer in time, or when the endpoint is not AWS's. Never throws.

Its time begins when the request is sent: loading the client takes seconds on a slow machine, and is not the fault of STS.
*/
export async function readAccountId(connection: Ec2Connection, deadline: Deadline): Promise<string | null> {
	if (!connection.endpoints.hasSts) {
		return null;
	}

	try {
		const client = await openSts(connection);
		return await withDeadline(deadline, async (signal, renew) => client.accountId(signal, renew));
	} catch {
		return null;
	}
}

/** The same, throwing what STS does. `null`: its answer is none. */
export async function askAccountId(connection: Ec2Connection, signal: AbortSignal): Promise<string | null> {
	const client = await openSts(connection);
	return client.accountId(signal, () => {});
}

/** `onSend`: the first attempt is about to leave. */
type Sts = {readonly accountId: (signal: AbortSignal, onSend: () => void) => Promise<string | null>};

async function openSts({clientConfig, endpoints, homeRegion, requests}: Ec2Connection): Promise<Sts> {
	const {STSClient, GetCallerIdentityCommand} = await import('@aws-sdk/client-sts');
	const client = new STSClient({...clientConfig, region: homeRegion, ...(endpoints.sts === null ? {} : {endpoint: endpoints.sts})});
	if (requests !== null) {
		logRequests(client, {service: 'sts', region: homeRegion}, requests);
	}

	return {
		async accountId(abortSignal, onSend) {
			let isSent = false;
			client.middlewareStack.add(
				(next) => async (call) => {
					// Pauses and further attempts are of the same time.
					if (!isSent) {
						isSent = true;
						onSend();
					}

					return next(call);
				},
				{step: 'deserialize', priority: 'low', name: 'onSend'},
			);
			const {Account: account} = await client.send(new GetCallerIdentityCommand({}), {abortSignal});
			return account !== undefined && /^\d{12}$/.test(account) ? account : null;
		},
	};
}
