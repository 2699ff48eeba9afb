import type {Accelerator, AcceleratorFacts} from '../core/reservations/accelerator.js';
import {acceleratorOf} from './accelerator-of.js';
import type {Ec2Call} from './call-ec2.js';
import {listInstanceTypes} from './list-instance-types.js';

/** EC2 takes 200 values in a filter and sends at most 100 types a page. */
const batchSize = 100;

/** `*` and `?` would be patterns. */
const typeSyntax = /^[a-z0-9][a-z0-9.-]{1,63}$/;

/** The accelerators of these types, as far as the region knows them. Throws `RegionError`. */
export async function describeAccelerators(call: Omit<Ec2Call, 'action'>, instanceTypes: readonly string[]): Promise<AcceleratorFacts> {
	const facts = new Map<string, Accelerator | null>();
	const types = [...new Set(instanceTypes)].filter((type) => typeSyntax.test(type));
	for (let start = 0; start < types.length; start += batchSize) {
		const batch = types.slice(start, start + batchSize);
		// A filter and not `InstanceTypes`, which refuses the whole call for one type that the region does not have.
		for await (const page of listInstanceTypes(call, {Name: 'instance-type', Values: batch})) {
			for (const info of page) {
				if (info.InstanceType !== undefined && batch.includes(info.InstanceType)) {
					facts.set(info.InstanceType, acceleratorOf(info));
				}
			}
		}
	}

	return facts;
}
