import {type CapacityReservation, DescribeRegionsCommand} from '@aws-sdk/client-ec2';
import type {DemoEndpoint} from '../../source/demo/demo-endpoint.js';
import {describeReservations, ec2} from './open-endpoint.js';

/** The first pages of all enabled regions that answer, in the order of the regions. */
export async function readAccount(endpoint: DemoEndpoint): Promise<readonly CapacityReservation[]> {
	const {Regions = []} = await ec2(endpoint).send(new DescribeRegionsCommand({}));
	const answers = await Promise.allSettled(Regions.map(({RegionName = ''}) => describeReservations(endpoint, RegionName)));
	return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}
