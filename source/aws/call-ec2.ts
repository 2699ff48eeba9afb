import type {EC2Client} from '@aws-sdk/client-ec2';
import {RegionError} from '../core/regions/source.js';
import {safeText} from '../core/words/safe-text.js';
import type {Ec2Connection} from './ec2-connection.js';
import {translateError} from './translate-error.js';

export type Ec2Call = {
	readonly connection: Ec2Connection;
	readonly region: string;
	readonly signal: AbortSignal;
	/** The IAM action, for the message of a denial. */
	readonly action: string;
};

/** One call; throws `RegionError`, or the reason of the signal. */
export async function callEc2<Answer>(
	{connection, region, signal, action}: Ec2Call,
	send: (client: EC2Client, options: {abortSignal: AbortSignal}) => Promise<Answer>,
): Promise<Answer> {
	await connection.pacer.toAsk();
	signal.throwIfAborted();
	try {
		return await send(connection.clientOf(region), {abortSignal: signal});
	} catch (error) {
		signal.throwIfAborted();
		const failure = translateError(error, {region, action, renewal: connection.renewal});
		if (failure.status === 'expired_credentials') {
			connection.credentials.forget();
		}

		throw new RegionError(failure, error);
	}
}

/** An answer that came, but cannot be one. */
export function refuse(message: string, requestId: string | undefined): RegionError {
	return new RegionError({
		status: 'failed',
		code: 'InvalidResponse',
		message,
		requestId: requestId === undefined ? null : safeText(requestId),
	});
}
