/**
Whether a type can be bought as a Capacity Block, for when AWS was not asked; `null`: not known.

AWS answers it by `DescribeInstanceTypes` with the filter `supported-usage-class=capacity-block`, for each region; this table is what
that said in November 2026 and what the EC2 User Guide lists, and only stands in. New types of a family that has blocks are unknown
rather than refused.
*/
export function isBlockTypeBuiltin(instanceType: string): boolean | null {
	if (known.has(instanceType)) {
		return true;
	}

	const [family = ''] = instanceType.split('.');
	return isMaybe.test(family) && !never.has(instanceType) && !never.has(family) ? null : false;
}

/** The types known to be sold as blocks, in the order of their generations. */
export const builtinBlockTypes: readonly string[] = [
	'p4d.24xlarge',
	'p4de.24xlarge',
	'p5.4xlarge',
	'p5.48xlarge',
	'p5e.48xlarge',
	'p5en.48xlarge',
	'p6-b200.48xlarge',
	'p6-b300.48xlarge',
	'p6e-gb200.36xlarge',
	'trn1.32xlarge',
	'trn2.3xlarge',
	'trn2.48xlarge',
	'trn2u.48xlarge',
];

const known: ReadonlySet<string> = new Set(builtinBlockTypes);

/** Accelerator families of which no member, or not this one, is sold as a block. */
const never: ReadonlySet<string> = new Set(['p2', 'p3', 'p3dn', 'trn1n', 'trn1.2xlarge']);

/** AWS sells no blocks but of P and Trn types. */
const isMaybe = /^(?:p|trn)\d/;
