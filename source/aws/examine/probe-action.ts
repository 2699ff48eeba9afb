import {
	DescribeCapacityBlockExtensionOfferingsCommand,
	DescribeCapacityBlockOfferingsCommand,
	DescribeCapacityReservationsCommand,
	DescribeInstanceTypesCommand,
	DescribeRegionsCommand,
	type EC2Client,
} from '@aws-sdk/client-ec2';
import type {RegionFailure} from '../../core/regions/region-result.js';
import {RegionError} from '../../core/regions/source.js';
import {readAwsError} from '../aws-error.js';
import {callEc2} from '../call-ec2.js';
import type {Ec2Connection} from '../ec2-connection.js';
import {lacksStatement} from '../translate-error.js';

/** What an IAM action is asked for by a call that reads nothing. */
export const probedActions = [
	'ec2:DescribeRegions',
	'ec2:DescribeCapacityReservations',
	'ec2:DescribeInstanceTypes',
	'ec2:DescribeCapacityBlockOfferings',
	'ec2:DescribeCapacityBlockExtensionOfferings',
] as const;

export type ProbedAction = (typeof probedActions)[number];

export type Verdict =
	| {readonly kind: 'allowed'}
	/** `isStatementMissing`: a statement in the caller's own policy would allow it. */
	| {readonly kind: 'denied'; readonly failure: RegionFailure; readonly isStatementMissing: boolean}
	/** Nobody can tell: there was another answer, or none. */
	| {readonly kind: 'unknown'; readonly failure: RegionFailure};

type Send = (client: EC2Client, options: {readonly abortSignal: AbortSignal}) => Promise<unknown>;

/** The shortest length that AWS sells. */
const oneDay = 24;

const dryRuns: Readonly<Record<ProbedAction, Send>> = {
	'ec2:DescribeRegions': async (client, options) => client.send(new DescribeRegionsCommand({DryRun: true}), options),
	'ec2:DescribeCapacityReservations': async (client, options) =>
		client.send(new DescribeCapacityReservationsCommand({DryRun: true}), options),
	'ec2:DescribeInstanceTypes': async (client, options) => client.send(new DescribeInstanceTypesCommand({DryRun: true}), options),
	'ec2:DescribeCapacityBlockOfferings': async (client, options) =>
		client.send(
			new DescribeCapacityBlockOfferingsCommand({
				DryRun: true,
				InstanceType: 'p5.48xlarge',
				InstanceCount: 1,
				CapacityDurationHours: oneDay,
			}),
			options,
		),
	// No reservation is read, so that there is no block to name: where the id is looked at first, nobody is told what is allowed.
	'ec2:DescribeCapacityBlockExtensionOfferings': async (client, options) =>
		client.send(
			new DescribeCapacityBlockExtensionOfferingsCommand({
				DryRun: true,
				CapacityReservationId: 'cr-00000000000000000',
				CapacityBlockExtensionDurationHours: oneDay,
			}),
			options,
		),
};

/** Whether EC2 lets the caller do this in the region, by a dry run. Throws the reason of the signal. */
export async function probeAction(connection: Ec2Connection, action: ProbedAction, region: string, signal: AbortSignal): Promise<Verdict> {
	try {
		await callEc2({connection, region, signal, action}, dryRuns[action]);
		// An endpoint that knows no dry runs has answered.
		return {kind: 'allowed'};
	} catch (error) {
		if (!(error instanceof RegionError)) {
			throw error;
		}

		return error.failure.code === 'DryRunOperation' ? {kind: 'allowed'} : verdictOn(error.failure, error.cause);
	}
}

export function verdictOn(failure: RegionFailure, cause: unknown): Verdict {
	return /^(?:UnauthorizedOperation|AccessDenied(?:Exception)?)$/.test(failure.code)
		? {kind: 'denied', failure, isStatementMissing: lacksStatement(readAwsError(cause).message)}
		: {kind: 'unknown', failure};
}
