import type {Family, Size} from './instance-families.js';

/** vCPUs of the sizes that the families since the sixth generation have in common. */
const usualSizes = {large: 2, xlarge: 4, '2xlarge': 8, '4xlarge': 16, '8xlarge': 32, '12xlarge': 48, '16xlarge': 64} as const;

const intelSizes = {...usualSizes, '24xlarge': 96} as const;

/** GiB of memory for each vCPU, by the letter that the name begins with. */
const memoryPerVcpu = {c: 2, m: 4, r: 8} as const;

/** Instance families without accelerators, those that people try first. Sizes as AWS publishes them. */
export const plainFamilies: readonly Family[] = [
	{
		family: 't3',
		sizes: [
			['nano', 2, 0.5, 0],
			['micro', 2, 1, 0],
			['small', 2, 2, 0],
			['medium', 2, 4, 0],
			['large', 2, 8, 0],
			['xlarge', 4, 16, 0],
			['2xlarge', 8, 32, 0],
		],
	},
	...(['c', 'm', 'r'] as const).flatMap((letter): readonly Family[] => [
		{family: `${letter}6i`, sizes: sizesOf(letter, {...intelSizes, '32xlarge': 128, metal: 128})},
		{family: `${letter}7g`, sizes: sizesOf(letter, {medium: 1, ...usualSizes, metal: 64})},
		{family: `${letter}7i`, sizes: sizesOf(letter, {...intelSizes, '48xlarge': 192, 'metal-24xl': 96, 'metal-48xl': 192})},
	]),
	{family: 'hpc7a', efa: 1, sizes: [['96xlarge', 192, 768, 0]]},
];

function sizesOf(letter: keyof typeof memoryPerVcpu, vcpusOf: Readonly<Record<string, number>>): readonly Size[] {
	return Object.entries(vcpusOf).map(([size, vcpus]): Size => [size, vcpus, vcpus * memoryPerVcpu[letter], 0]);
}
