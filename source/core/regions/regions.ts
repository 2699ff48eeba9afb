import type {RegionDirectory} from './source.js';

/** A set of regions with accounts and credentials of its own. */
export type Partition = 'aws' | 'aws-cn' | 'aws-us-gov' | 'aws-eusc' | 'aws-iso' | 'aws-iso-b' | 'aws-iso-e' | 'aws-iso-f';

type PartitionRegions = {
	/** Regions that every account of the partition has. */
	readonly always: readonly string[];
	/** Regions that an account has only after opting in. */
	readonly optIn: readonly string[];
	readonly prefix: RegExp;
};

/** Source: `ec2:DescribeRegions` and the partitions of the AWS SDK. The first one is the partition's default. */
const partitions: Readonly<Record<Partition, PartitionRegions>> = {
	'aws-cn': {always: ['cn-north-1', 'cn-northwest-1'], optIn: [], prefix: /^cn-/},
	'aws-us-gov': {always: ['us-gov-west-1', 'us-gov-east-1'], optIn: [], prefix: /^us-gov-/},
	'aws-eusc': {always: ['eusc-de-east-1'], optIn: [], prefix: /^eusc-/},
	'aws-iso': {always: ['us-iso-east-1', 'us-iso-west-1'], optIn: [], prefix: /^us-iso-/},
	'aws-iso-b': {always: ['us-isob-east-1', 'us-isob-west-1'], optIn: [], prefix: /^us-isob-/},
	'aws-iso-e': {always: ['eu-isoe-west-1'], optIn: [], prefix: /^eu-isoe-/},
	'aws-iso-f': {always: ['us-isof-south-1', 'us-isof-east-1'], optIn: [], prefix: /^us-isof-/},
	aws: {
		always: [
			'us-east-1',
			'us-east-2',
			'us-west-1',
			'us-west-2',
			'ap-northeast-1',
			'ap-northeast-2',
			'ap-northeast-3',
			'ap-south-1',
			'ap-southeast-1',
			'ap-southeast-2',
			'ca-central-1',
			'eu-central-1',
			'eu-north-1',
			'eu-west-1',
			'eu-west-2',
			'eu-west-3',
			'sa-east-1',
		],
		optIn: [
			'af-south-1',
			'ap-east-1',
			'ap-east-2',
			'ap-south-2',
			'ap-southeast-3',
			'ap-southeast-4',
			'ap-southeast-5',
			'ap-southeast-6',
			'ap-southeast-7',
			'ca-west-1',
			'eu-central-2',
			'eu-south-1',
			'eu-south-2',
			'il-central-1',
			'me-central-1',
			'me-south-1',
			'me-west-1',
			'mx-central-1',
			'sa-west-1',
		],
		prefix: /^/,
	},
};

/** A region of an unknown shape belongs to `aws`. */
export function partitionOf(region: string): Partition {
	return (Object.keys(partitions) as Partition[]).find((partition) => partitions[partition].prefix.test(region)) ?? 'aws';
}

/** Where to ask for the partition's regions when no region is configured. */
export function defaultRegionOf(partition: Partition): string {
	return partitions[partition].always[0] ?? 'us-east-1';
}

/** Regions that every account of the partition has. */
export function alwaysEnabledRegions(partition: Partition): readonly string[] {
	return partitions[partition].always;
}

/**
The built-in list, for when `ec2:DescribeRegions` does not answer; `why` is a sentence. Opt-in regions count as not enabled,
since nobody can tell.
*/
export function builtinDirectory(partition: Partition, why: string): RegionDirectory {
	const {always, optIn} = partitions[partition];
	const regions = [...always.map((name) => ({name, isEnabled: true})), ...optIn.map((name) => ({name, isEnabled: false}))];
	return {
		origin: 'builtin',
		regions: regions.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
		note: `${why} The built-in list of ${always.length} regions stands in for it; --regions names others.`,
	};
}

/** Whether it could be a region's name: `us-east-1`, `us-gov-west-1`, `eusc-de-east-1`. */
export function isRegionSyntax(text: string): boolean {
	return /^[a-z]{2,4}(?:-[a-z]{1,12}){1,3}-\d{1,2}$/.test(text);
}
