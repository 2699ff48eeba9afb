import type {Accelerator} from './accelerator.js';

type Family = {
	/** As written on the screens. */
	readonly name: string;
	/** For each accelerator; `null`: not published in MiB. */
	readonly memoryMib: number | null;
	/** Accelerators of one instance, by size. */
	readonly counts: Readonly<Record<string, number>>;
};

/** The sizes that g5, g6 and g6e share. */
const g5Counts = {
	xlarge: 1,
	'2xlarge': 1,
	'4xlarge': 1,
	'8xlarge': 1,
	'12xlarge': 4,
	'16xlarge': 1,
	'24xlarge': 4,
	'48xlarge': 8,
};

const g7Counts = {'2xlarge': 1, '4xlarge': 1, '8xlarge': 1, '12xlarge': 2, '24xlarge': 4, '48xlarge': 8};

/** By instance family, as `ec2:DescribeInstanceTypes` describes them. */
const families: Readonly<Record<string, Family>> = {
	p3: {name: 'V100', memoryMib: 16_384, counts: {'2xlarge': 1, '8xlarge': 4, '16xlarge': 8}},
	p3dn: {name: 'V100', memoryMib: 32_768, counts: {'24xlarge': 8}},
	p4d: {name: 'A100', memoryMib: 40_960, counts: {'24xlarge': 8}},
	p4de: {name: 'A100', memoryMib: 81_920, counts: {'24xlarge': 8}},
	p5: {name: 'H100', memoryMib: 81_920, counts: {'4xlarge': 1, '48xlarge': 8}},
	p5e: {name: 'H200', memoryMib: 144_384, counts: {'48xlarge': 8}},
	p5en: {name: 'H200', memoryMib: 144_384, counts: {'48xlarge': 8}},
	'p6-b200': {name: 'B200', memoryMib: 183_359, counts: {'48xlarge': 8}},
	'p6-b300': {name: 'B300', memoryMib: 275_040, counts: {'48xlarge': 8}},
	'p6e-gb200': {name: 'GB200', memoryMib: null, counts: {'36xlarge': 4}},
	'p6e-gb300': {name: 'GB300', memoryMib: null, counts: {}},
	g4dn: {name: 'T4', memoryMib: 16_384, counts: {...g5Counts, metal: 8}},
	g4ad: {name: 'V520', memoryMib: 8192, counts: {xlarge: 1, '2xlarge': 1, '4xlarge': 1, '8xlarge': 2, '16xlarge': 4}},
	g5: {name: 'A10G', memoryMib: 22_888, counts: g5Counts},
	g5g: {name: 'T4g', memoryMib: 16_384, counts: {xlarge: 1, '2xlarge': 1, '4xlarge': 1, '8xlarge': 1, '16xlarge': 2, metal: 2}},
	g6: {name: 'L4', memoryMib: 22_888, counts: g5Counts},
	gr6: {name: 'L4', memoryMib: 22_888, counts: {'4xlarge': 1, '8xlarge': 1}},
	g6e: {name: 'L40S', memoryMib: 45_776, counts: g5Counts},
	g7: {name: 'RTX4500', memoryMib: 32_768, counts: g7Counts},
	g7e: {name: 'RTX6000', memoryMib: 98_304, counts: g7Counts},
	inf1: {name: 'Inf1', memoryMib: 8192, counts: {xlarge: 1, '2xlarge': 1, '6xlarge': 4, '24xlarge': 16}},
	inf2: {name: 'Inf2', memoryMib: 32_768, counts: {xlarge: 1, '8xlarge': 1, '24xlarge': 6, '48xlarge': 12}},
	trn1: {name: 'Trn1', memoryMib: 32_768, counts: {'2xlarge': 1, '32xlarge': 16}},
	trn1n: {name: 'Trn1', memoryMib: 32_768, counts: {'32xlarge': 16}},
	trn2: {name: 'Trn2', memoryMib: 98_304, counts: {'3xlarge': 1, '48xlarge': 16}},
	trn2u: {name: 'Trn2', memoryMib: 98_304, counts: {'48xlarge': 16}},
	trn3: {name: 'Trn3', memoryMib: null, counts: {}},
	dl1: {name: 'Gaudi', memoryMib: 32_768, counts: {'24xlarge': 8}},
	dl2q: {name: 'AI100', memoryMib: 16_000, counts: {'24xlarge': 8}},
};

/** Types that carry a part of an L4; the part is in the name, the memory is that of the part. */
const fractions: Readonly<Record<string, {readonly part: number; readonly memoryMib: number}>> = {
	'g6f.large': {part: 1 / 8, memoryMib: 2861},
	'g6f.xlarge': {part: 1 / 8, memoryMib: 2861},
	'g6f.2xlarge': {part: 1 / 4, memoryMib: 5722},
	'g6f.4xlarge': {part: 1 / 2, memoryMib: 11_444},
	'gr6f.4xlarge': {part: 1 / 2, memoryMib: 11_444},
};

/** GPU and ML families that this table does not know; `vt1` (media) and `f1`, `f2` (FPGA) are neither. */
const unknownFamily = /^(?:p|g|gr|trn|inf|dl)\d/;

/** What DescribeInstanceTypes calls them, where that is longer than a column should be. */
const shortNames: readonly (readonly [RegExp, string])[] = [
	[/^Trainium(\d*)$/i, 'Trn'],
	[/^Inferentia(\d*)$/i, 'Inf'],
	[/^Radeon Pro (V\d+)$/i, ''],
	[/^RTX PRO (?:Server )?(\d+)\b.*$/i, 'RTX'],
	[/^(Gaudi)\b.*$/i, ''],
	[/^Qualcomm (AI\d+)$/i, ''],
];

/** What is known of a type without asking; `null`: no GPU and no ML accelerator. */
export function builtinAccelerator(instanceType: string | null): Accelerator | null {
	if (instanceType === null) {
		return null;
	}

	const fraction = entry(fractions, instanceType);
	if (fraction !== undefined) {
		return {name: nameWithPart('L4', fraction.part), countPerInstance: 1, memoryMib: fraction.memoryMib};
	}

	const [familyName = '', size = ''] = instanceType.split('.');
	const family = entry(families, familyName);
	if (family !== undefined) {
		return {name: family.name, countPerInstance: entry(family.counts, size) ?? null, memoryMib: family.memoryMib};
	}

	return unknownFamily.test(familyName) ? {name: null, countPerInstance: null, memoryMib: null} : null;
}

/** AWS's name of a GPU or accelerator as the screens write it: `Trainium2` is `Trn2`, `Radeon Pro V520` is `V520`. */
export function shortAcceleratorName(name: string): string {
	const model = name.trim().replace(/^(?:NVIDIA|AMD|AWS|Intel|Habana)\s+/i, '');
	for (const [pattern, prefix] of shortNames) {
		const match = pattern.exec(model);
		if (match !== null) {
			// The first generation of Trainium and Inferentia has no number in AWS's name.
			return `${prefix}${match[1] || '1'}`;
		}
	}

	return model;
}

/** `L4` and 0.125 is `L4 1/8`; a whole one keeps its name. */
export function nameWithPart(name: string, part: number | null): string {
	return part !== null && part > 0 && part < 1 ? `${name} 1/${Math.round(1 / part)}` : name;
}

function entry<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}
