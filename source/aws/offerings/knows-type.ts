import {type _InstanceType, DescribeInstanceTypesCommand} from '@aws-sdk/client-ec2';
import {RegionError} from '../../core/regions/source.js';
import {readAwsError} from '../aws-error.js';
import {callEc2, type Ec2Call} from '../call-ec2.js';

/** Whether EC2 has a type of the name in the region. Throws `RegionError` when the region does not tell. */
export async function knowsType(call: Omit<Ec2Call, 'action'>, instanceType: string): Promise<boolean> {
	// The SDK's list of types is that of its release: AWS has new ones.
	const command = new DescribeInstanceTypesCommand({InstanceTypes: [instanceType as _InstanceType]});
	try {
		await callEc2({...call, action: 'ec2:DescribeInstanceTypes'}, async (client, options) => client.send(command, options));
		return true;
	} catch (error) {
		if (error instanceof RegionError && readAwsError(error.cause).code === 'InvalidInstanceType') {
			return false;
		}

		throw error;
	}
}
