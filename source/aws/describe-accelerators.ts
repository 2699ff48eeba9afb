import {DescribeInstanceTypesCommand} from '@aws-sdk/client-ec2';
import type {Accelerator, AcceleratorFacts} from '../core/accelerator.js';
import {acceleratorOf} from './accelerator-of.js';
import {callEc2, type Ec2Call, refuse} from './call-ec2.js';

/** EC2 takes 200 values in a filter and sends at most 100 types a page. */
const batchSize = 100;

/** `*` and `?` would be patterns. */
const typeSyntax = /^[a-z0-9][a-z0-9.-]{1,63}$/;

/** The accelerators of these types, as far as the region knows them. Throws `RegionError`. */
export async function describeAccelerators(call: Omit<Ec2Call, 'action'>, instanceTypes: readonly string[]): Promise<AcceleratorFacts> {
	const described: Ec2Call = {...call, action: 'ec2:DescribeInstanceTypes'};
	const facts = new Map<string, Accelerator | null>();
	const types = [...new Set(instanceTypes)].filter((type) => typeSyntax.test(type));
	for (let start = 0; start < types.length; start += batchSize) {
		await describeBatch(described, types.slice(start, start + batchSize), facts);
	}

	return facts;
}

async function describeBatch(call: Ec2Call, types: readonly string[], facts: Map<string, Accelerator | null>): Promise<void> {
	const tokens = new Set<string>();
	let token: string | undefined;
	do {
		// A filter and not `InstanceTypes`, which refuses the whole call for one type that the region does not have.
		const command = new DescribeInstanceTypesCommand({
			Filters: [{Name: 'instance-type', Values: [...types]}],
			MaxResults: batchSize,
			...(token === undefined ? {} : {NextToken: token}),
		});
		const {InstanceTypes: page, NextToken, $metadata} = await callEc2(call, async (client, options) => client.send(command, options));
		if (!Array.isArray(page)) {
			throw refuse('The answer holds no list of instance types.', $metadata.requestId);
		}

		for (const info of page) {
			if (info.InstanceType !== undefined && types.includes(info.InstanceType)) {
				facts.set(info.InstanceType, acceleratorOf(info));
			}
		}

		token = NextToken || undefined;
		if (token !== undefined && tokens.has(token)) {
			throw refuse('The pages of the answer go in a circle.', $metadata.requestId);
		}

		tokens.add(token ?? '');
	} while (token !== undefined);
}
