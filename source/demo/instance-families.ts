import type {DemoAccelerator} from './instance-types.js';

/** Name without family, vCPUs, GiB of memory, accelerators, and what differs from the family. */
export type Size = readonly [
	size: string,
	vcpus: number,
	memoryGib: number,
	count: number,
	differs?: {readonly partition?: number; readonly memoryMib?: number; readonly efa?: number; readonly isBlock?: boolean},
];

export type Family = {
	readonly family: string;
	readonly accelerator?: DemoAccelerator;
	readonly efa?: number;
	/** Offered as a Capacity Block. */
	readonly isBlock?: boolean;
	/** Not sold On-Demand: comes with an UltraServer Capacity Block only. */
	readonly isBlockOnly?: boolean;
	readonly sizes: readonly Size[];
};

const smallG: readonly Size[] = [
	['xlarge', 4, 16, 1],
	['2xlarge', 8, 32, 1],
	['4xlarge', 16, 64, 1],
	['8xlarge', 32, 128, 1],
	['12xlarge', 48, 192, 4],
	['16xlarge', 64, 256, 1],
];

const wholeG: readonly Size[] = [...smallG, ['24xlarge', 96, 384, 4], ['48xlarge', 192, 768, 8]];

const g7Sizes: readonly Size[] = [
	['2xlarge', 8, 64, 1],
	['4xlarge', 16, 128, 1],
	['8xlarge', 32, 256, 1],
	['12xlarge', 48, 512, 2],
	['24xlarge', 96, 1024, 4],
	['48xlarge', 192, 2048, 8],
];

/** Instance families with accelerators. Sizes and counts as AWS publishes them. */
export const acceleratedFamilies: readonly Family[] = [
	{family: 'p3dn', accelerator: nvidia('V100', 32_768), efa: 1, sizes: [['24xlarge', 96, 768, 8]]},
	{family: 'p4d', accelerator: nvidia('A100', 40_960), efa: 4, isBlock: true, sizes: [['24xlarge', 96, 1152, 8]]},
	{family: 'p4de', accelerator: nvidia('A100', 81_920), efa: 4, isBlock: true, sizes: [['24xlarge', 96, 1152, 8]]},
	{
		family: 'p5',
		accelerator: nvidia('H100', 81_920),
		efa: 32,
		isBlock: true,
		sizes: [
			['4xlarge', 16, 256, 1, {efa: 1}],
			['48xlarge', 192, 2048, 8],
		],
	},
	{family: 'p5e', accelerator: nvidia('H200', 144_384), efa: 32, isBlock: true, sizes: [['48xlarge', 192, 2048, 8]]},
	{family: 'p5en', accelerator: nvidia('H200', 144_384), efa: 16, isBlock: true, sizes: [['48xlarge', 192, 2048, 8]]},
	{family: 'p6-b200', accelerator: nvidia('B200', 183_359), efa: 8, isBlock: true, sizes: [['48xlarge', 192, 2048, 8]]},
	{family: 'p6-b300', accelerator: nvidia('B300', 275_040), efa: 16, isBlock: true, sizes: [['48xlarge', 192, 4096, 8]]},
	{family: 'p6e-gb200', accelerator: nvidia('GB200', 189_440), efa: 17, isBlockOnly: true, sizes: [['36xlarge', 144, 960, 4]]},
	{family: 'g4dn', accelerator: nvidia('T4', 16_384), sizes: [...smallG, ['metal', 96, 384, 8]]},
	{
		family: 'g4ad',
		accelerator: gpu('Radeon Pro V520', 'AMD', 8192),
		sizes: [
			['xlarge', 4, 16, 1],
			['2xlarge', 8, 32, 1],
			['4xlarge', 16, 64, 1],
			['8xlarge', 32, 128, 2],
			['16xlarge', 64, 256, 4],
		],
	},
	{family: 'g5', accelerator: nvidia('A10G', 22_888), sizes: wholeG},
	{
		family: 'g5g',
		accelerator: nvidia('T4g', 16_384),
		sizes: [
			['xlarge', 4, 8, 1],
			['2xlarge', 8, 16, 1],
			['4xlarge', 16, 32, 1],
			['8xlarge', 32, 64, 1],
			['16xlarge', 64, 128, 2],
			['metal', 64, 128, 2],
		],
	},
	{family: 'g6', accelerator: nvidia('L4', 22_888), sizes: wholeG},
	{
		family: 'gr6',
		accelerator: nvidia('L4', 22_888),
		sizes: [
			['4xlarge', 16, 128, 1],
			['8xlarge', 32, 256, 1],
		],
	},
	{
		family: 'g6f',
		accelerator: nvidia('L4', 22_888),
		sizes: [
			['large', 2, 8, 0, {partition: 0.125, memoryMib: 2861}],
			['xlarge', 4, 16, 0, {partition: 0.125, memoryMib: 2861}],
			['2xlarge', 8, 32, 0, {partition: 0.25, memoryMib: 5722}],
			['4xlarge', 16, 64, 0, {partition: 0.5, memoryMib: 11_444}],
		],
	},
	{family: 'gr6f', accelerator: nvidia('L4', 22_888), sizes: [['4xlarge', 16, 128, 0, {partition: 0.5, memoryMib: 11_444}]]},
	{
		family: 'g6e',
		accelerator: nvidia('L40S', 45_776),
		efa: 1,
		sizes: wholeG.map(([size, vcpus, memoryGib, count]) => [size, vcpus, memoryGib * 2, count]),
	},
	{
		family: 'g7',
		accelerator: nvidia('RTX PRO 4500', 32_768),
		sizes: g7Sizes.map(([size, vcpus, , count]) => [size, vcpus, vcpus * 4, count]),
	},
	{family: 'g7e', accelerator: nvidia('RTX PRO Server 6000', 98_304), efa: 1, sizes: g7Sizes},
	{
		family: 'inf1',
		accelerator: neuron('Inferentia', 8192, 4, 1, true),
		sizes: [
			['xlarge', 4, 8, 1],
			['2xlarge', 8, 16, 1],
			['6xlarge', 24, 48, 4],
			['24xlarge', 96, 192, 16],
		],
	},
	{
		family: 'inf2',
		accelerator: neuron('Inferentia2', 32_768, 2, 2, true),
		sizes: [
			['xlarge', 4, 16, 1],
			['8xlarge', 32, 128, 1],
			['24xlarge', 96, 384, 6],
			['48xlarge', 192, 768, 12],
		],
	},
	{
		family: 'trn1',
		accelerator: neuron('Trainium', 32_768, 2, 2, false),
		sizes: [
			['2xlarge', 8, 32, 1],
			['32xlarge', 128, 512, 16, {efa: 8, isBlock: true}],
		],
	},
	{family: 'trn1n', accelerator: neuron('Trainium', 32_768, 2, 2, false), efa: 16, sizes: [['32xlarge', 128, 512, 16]]},
	// 524,288 MiB is what the API says of a Trainium2 chip; its data sheet says 96 GB.
	{
		family: 'trn2',
		accelerator: neuron('Trainium2', 524_288, 8, 3, false),
		isBlock: true,
		sizes: [
			['3xlarge', 12, 128, 1],
			['48xlarge', 192, 2048, 16, {efa: 16}],
		],
	},
	{
		family: 'trn2u',
		accelerator: neuron('Trainium2', 524_288, 8, 3, false),
		efa: 16,
		isBlockOnly: true,
		sizes: [['48xlarge', 192, 2048, 16]],
	},
	{family: 'dl1', accelerator: gpu('Gaudi HL-205', 'Habana', 32_768), efa: 4, sizes: [['24xlarge', 96, 768, 8]]},
	{
		family: 'dl2q',
		accelerator: {kind: 'inference', name: 'AI100', manufacturer: 'Qualcomm', memoryMib: 16_000, count: 0},
		efa: 1,
		sizes: [['24xlarge', 96, 768, 8]],
	},
	{
		family: 'vt1',
		accelerator: {kind: 'media', name: 'U30', manufacturer: 'Xilinx', memoryMib: 24_576, count: 0},
		sizes: [
			['3xlarge', 12, 24, 1],
			['6xlarge', 24, 48, 2],
			['24xlarge', 96, 192, 8],
		],
	},
	{
		family: 'f2',
		accelerator: {kind: 'fpga', name: 'VU47P', manufacturer: 'Xilinx', memoryMib: 81_920, count: 0},
		sizes: [
			['6xlarge', 24, 256, 1],
			['12xlarge', 48, 512, 2],
			['48xlarge', 192, 2048, 8],
		],
	},
];

function nvidia(name: string, memoryMib: number): DemoAccelerator {
	return gpu(name, 'NVIDIA', memoryMib);
}

function gpu(name: string, manufacturer: string, memoryMib: number): DemoAccelerator {
	return {kind: 'gpu', name, manufacturer, memoryMib, count: 0};
}

function neuron(name: string, memoryMib: number, cores: number, coreVersion: number, isInference: boolean): DemoAccelerator {
	return {kind: 'neuron', name, memoryMib, count: 0, cores, coreVersion, isInference};
}
