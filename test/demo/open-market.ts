import {
	type CapacityBlockOffering,
	DescribeCapacityBlockOfferingsCommand,
	type DescribeCapacityBlockOfferingsCommandInput,
} from '@aws-sdk/client-ec2';
import type {DemoEndpoint} from '../../source/demo/demo-endpoint.js';
import type {Market, Pool} from '../../source/demo/market.js';
import {ec2, openEndpoint, scenarioWith} from './open-endpoint.js';

export const marketEpoch = new Date('2026-10-03T02:22:30Z');

/** A pool of us-east-1; a test states what differs. */
export const p5: Pool = {instanceType: 'p5.48xlarge', availabilityZone: 'us-east-1a', size: 16, rate: 30};

/** A search for all of it. */
export const week = {InstanceType: 'p5.48xlarge', InstanceCount: 16, CapacityDurationHours: 168};

type Opening = Omit<Market, 'pools'> & {readonly epoch?: Date; readonly clock?: () => Date};

/** An endpoint of us-east-1 and eu-west-1 with a market. */
export async function openMarket(pools: readonly Pool[], {epoch = marketEpoch, clock, ...market}: Opening = {}): Promise<DemoEndpoint> {
	const regions = ['us-east-1', 'eu-west-1'].map((name) => ({name, optInStatus: 'opt-in-not-required' as const}));
	return openEndpoint(scenarioWith({epoch, regions, market: {...market, pools}}), clock === undefined ? {} : {clock});
}

export async function askOfferings(
	endpoint: DemoEndpoint,
	input: DescribeCapacityBlockOfferingsCommandInput,
	region = 'us-east-1',
): Promise<readonly CapacityBlockOffering[]> {
	const {CapacityBlockOfferings} = await ec2(endpoint, region).send(new DescribeCapacityBlockOfferingsCommand(input));
	if (CapacityBlockOfferings === undefined) {
		throw new Error(`${region} answered without a set.`);
	}

	return CapacityBlockOfferings;
}
