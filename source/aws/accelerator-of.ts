import type {InstanceTypeInfo} from '@aws-sdk/client-ec2';
import type {Accelerator} from '../core/reservations/accelerator.js';
import {builtinAccelerator, nameWithPart, shortAcceleratorName} from '../core/reservations/accelerator-table.js';
import {safeText} from '../core/words/safe-text.js';

type Device = {
	readonly Name?: string | undefined;
	readonly Count?: number | undefined;
	readonly LogicalGpuCount?: number | undefined;
	readonly GpuPartitionSize?: number | undefined;
	readonly MemoryInfo?: {readonly SizeInMiB?: number | undefined} | undefined;
};

/**
What DescribeInstanceTypes says of a type's GPUs or ML accelerators; `null`: it has none.

Inferentia is listed as a Neuron device and as an inference accelerator: once counts. Media accelerators and FPGAs do not.
*/
export function acceleratorOf(info: InstanceTypeInfo): Accelerator | null {
	const devices: readonly Device[] =
		[info.GpuInfo?.Gpus, info.NeuronInfo?.NeuronDevices, info.InferenceAcceleratorInfo?.Accelerators].find(
			(list) => Array.isArray(list) && list.length > 0,
		) ?? [];
	const [first] = devices;
	if (first === undefined) {
		return null;
	}

	const name = first.Name ? shortAcceleratorName(safeText(first.Name)) || null : null;
	return {
		name: name === null ? null : nameWithPart(name, first.GpuPartitionSize ?? null),
		countPerInstance: sum(devices.map(countOf)),
		memoryMib: memoryOf(first, info.InstanceType ?? null),
	};
}

/** A type with a part of a GPU has a `Count` of 0. */
function countOf({Count, LogicalGpuCount}: Device): number | null {
	const count = Count || LogicalGpuCount;
	return count !== undefined && Number.isSafeInteger(count) && count > 0 ? count : null;
}

/** For Trainium2 the API says 512 GiB a chip, where AWS publishes 96 GB. */
function memoryOf({Name, MemoryInfo}: Device, instanceType: string | null): number | null {
	if (Name === 'Trainium2') {
		return builtinAccelerator(instanceType)?.memoryMib ?? null;
	}

	const size = MemoryInfo?.SizeInMiB;
	return size !== undefined && Number.isSafeInteger(size) && size > 0 ? size : null;
}

function sum(counts: readonly (number | null)[]): number | null {
	return counts.reduce((total, count) => (total === null || count === null ? null : total + count), 0);
}
