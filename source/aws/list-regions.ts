import {DescribeRegionsCommand} from '@aws-sdk/client-ec2';
import {builtinDirectory, isRegionSyntax, partitionOf} from '../core/regions/regions.js';
import {type RegionDirectory, type RegionEntry, RegionError} from '../core/regions/source.js';
import {callEc2} from './call-ec2.js';
import type {Ec2Connection} from './ec2-connection.js';

/** Every region of the account, enabled or not; the built-in list when EC2 does not tell. Throws only the reason of the signal. */
export async function listRegions(connection: Ec2Connection, signal: AbortSignal): Promise<RegionDirectory> {
	const {homeRegion: region} = connection;
	try {
		const command = new DescribeRegionsCommand({AllRegions: true});
		const call = {connection, region, signal, action: 'ec2:DescribeRegions'};
		const answer = await callEc2(call, async (client, options) => client.send(command, options));
		const regions = new Map<string, RegionEntry>();
		for (const {RegionName: name, OptInStatus: status} of answer.Regions ?? []) {
			// A name becomes a part of a host name.
			if (typeof name === 'string' && isRegionSyntax(name)) {
				regions.set(name, {name, isEnabled: status !== 'not-opted-in'});
			}
		}

		return regions.size === 0
			? builtinDirectory(partitionOf(region), 'DescribeRegions listed no region.')
			: {origin: 'ec2', regions: [...regions.values()]};
	} catch (error) {
		signal.throwIfAborted();
		return builtinDirectory(partitionOf(region), why(error));
	}
}

function why(error: unknown): string {
	const failure = error instanceof RegionError ? error.failure : null;
	return `DescribeRegions ${failure?.status === 'denied' ? 'is denied' : 'failed'} (${failure?.code ?? 'unknown error'}).`;
}
