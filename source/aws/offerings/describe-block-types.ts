import type {Accelerator, AcceleratorFacts} from '../../core/reservations/accelerator.js';
import {safeText} from '../../core/words/safe-text.js';
import {acceleratorOf} from '../accelerator-of.js';
import type {Ec2Call} from '../call-ec2.js';
import {listInstanceTypes} from '../list-instance-types.js';

/** The types that the region sells as Capacity Blocks, by name, with what they carry. Throws `RegionError`. */
export async function describeBlockTypes(call: Omit<Ec2Call, 'action'>): Promise<AcceleratorFacts> {
	const facts = new Map<string, Accelerator | null>();
	for await (const page of listInstanceTypes(call, {Name: 'supported-usage-class', Values: ['capacity-block']})) {
		for (const info of page) {
			// An endpoint that does not know the filter answers with every type.
			if (info.InstanceType !== undefined && (info.SupportedUsageClasses ?? ['capacity-block']).includes('capacity-block')) {
				facts.set(safeText(info.InstanceType), acceleratorOf(info));
			}
		}
	}

	return new Map([...facts].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
