import {DescribeInstanceTypesCommand, type Filter, type InstanceTypeInfo} from '@aws-sdk/client-ec2';
import {callEc2, type Ec2Call, refuse} from './call-ec2.js';

/** EC2 sends at most so many. */
const pageSize = 100;

/** The types of the region that the filter lets through, a page at a time. Throws `RegionError`. */
export async function* listInstanceTypes(call: Omit<Ec2Call, 'action'>, filter: Filter): AsyncGenerator<readonly InstanceTypeInfo[]> {
	const described: Ec2Call = {...call, action: 'ec2:DescribeInstanceTypes'};
	const tokens = new Set<string>();
	let token: string | undefined;
	do {
		const command = new DescribeInstanceTypesCommand({
			Filters: [filter],
			MaxResults: pageSize,
			...(token === undefined ? {} : {NextToken: token}),
		});
		const {InstanceTypes: page, NextToken, $metadata} = await callEc2(described, async (client, options) => client.send(command, options));
		if (!Array.isArray(page)) {
			throw refuse('The answer holds no list of instance types.', $metadata.requestId);
		}

		yield page;
		token = NextToken || undefined;
		if (token !== undefined && tokens.has(token)) {
			throw refuse('The pages of the answer go in a circle.', $metadata.requestId);
		}

		tokens.add(token ?? '');
	} while (token !== undefined);
}
