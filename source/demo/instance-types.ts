import {acceleratedFamilies, type Family, type Size} from './instance-families.js';
import {plainFamilies} from './plain-families.js';

/** What the demo's DescribeInstanceTypes says of accelerators, by where the API puts them. */
export type DemoAccelerator =
	/** `gpuInfo`. `partition` is the share of a GPU that a fractional size has. */
	| {
			readonly kind: 'gpu';
			readonly name: string;
			readonly manufacturer: string;
			readonly memoryMib: number;
			readonly count: number;
			readonly partition?: number;
	  }
	/** `neuronInfo`; `isInference` also in `inferenceAcceleratorInfo`. */
	| {
			readonly kind: 'neuron';
			readonly name: string;
			readonly memoryMib: number;
			readonly count: number;
			readonly cores: number;
			readonly coreVersion: number;
			readonly isInference: boolean;
	  }
	/** `inferenceAcceleratorInfo` alone. */
	| {readonly kind: 'inference'; readonly name: string; readonly manufacturer: string; readonly memoryMib: number; readonly count: number}
	/** `mediaAcceleratorInfo` and `fpgaInfo`: not for machine learning. */
	| {
			readonly kind: 'media' | 'fpga';
			readonly name: string;
			readonly manufacturer: string;
			readonly memoryMib: number;
			readonly count: number;
	  };

export type DemoInstanceType = {
	readonly instanceType: string;
	readonly vcpus: number;
	readonly memoryGib: number;
	readonly usageClasses: readonly string[];
	/** 0: no Elastic Fabric Adapter. */
	readonly efaInterfaces: number;
	readonly accelerator: DemoAccelerator | null;
};

/**
The instance types that the demo knows, by name in alphabetical order; every region has them all.

Accelerators as DescribeInstanceTypes gives them, memory in MiB for each.
*/
export const demoInstanceTypes: ReadonlyMap<string, DemoInstanceType> = new Map(
	[...acceleratedFamilies, ...plainFamilies]
		.flatMap((family) => family.sizes.map((size) => describe(family, size)))
		.sort((a, b) => (a.instanceType < b.instanceType ? -1 : 1))
		.map((entry) => [entry.instanceType, entry]),
);

function describe(family: Family, [size, vcpus, memoryGib, count, differs = {}]: Size): DemoInstanceType {
	const {efa = family.efa ?? 0, isBlock = family.isBlock ?? false, ...sizeOfAccelerator} = differs;
	return {
		instanceType: `${family.family}.${size}`,
		vcpus,
		memoryGib,
		usageClasses: family.isBlockOnly ? ['capacity-block'] : ['on-demand', 'spot', ...(isBlock ? ['capacity-block'] : [])],
		efaInterfaces: efa,
		accelerator: family.accelerator === undefined ? null : {...family.accelerator, count, ...sizeOfAccelerator},
	};
}
