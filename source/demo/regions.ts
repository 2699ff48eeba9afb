import type {ScenarioRegion} from './scenario.js';

/** Regions that an account has from the start, and the code that their zone ids begin with. */
const standardRegions: Readonly<Record<string, string>> = {
	'ap-northeast-1': 'apne1',
	'ap-northeast-2': 'apne2',
	'ap-northeast-3': 'apne3',
	'ap-south-1': 'aps1',
	'ap-southeast-1': 'apse1',
	'ap-southeast-2': 'apse2',
	'ca-central-1': 'cac1',
	'eu-central-1': 'euc1',
	'eu-north-1': 'eun1',
	'eu-west-1': 'euw1',
	'eu-west-2': 'euw2',
	'eu-west-3': 'euw3',
	'sa-east-1': 'sae1',
	'us-east-1': 'use1',
	'us-east-2': 'use2',
	'us-west-1': 'usw1',
	'us-west-2': 'usw2',
};

/** Regions that an account has to enable. */
const optInRegions: Readonly<Record<string, string>> = {
	'af-south-1': 'afs1',
	'ap-east-1': 'ape1',
	'ap-east-2': 'ape2',
	'ap-south-2': 'aps2',
	'ap-southeast-3': 'apse3',
	'ap-southeast-4': 'apse4',
	'ap-southeast-5': 'apse5',
	'ap-southeast-6': 'apse6',
	'ap-southeast-7': 'apse7',
	'ca-west-1': 'caw1',
	'eu-central-2': 'euc2',
	'eu-south-1': 'eus1',
	'eu-south-2': 'eus2',
	'il-central-1': 'ilc1',
	'me-central-1': 'mec1',
	'me-south-1': 'mes1',
	'mx-central-1': 'mxc1',
};

/** Zone ids are mapped to the letters per account; these are the demo accounts' ones where they are not simply 1, 2, 3. */
const zoneNumbers: Readonly<Record<string, string>> = {'us-east-1': '461235', 'us-west-2': '213'};

export const standardRegionNames: readonly string[] = Object.keys(standardRegions);

/** The 34 regions of the partition `aws`, by name; the ones named in `enabled` are opted in, `disabled` ones are not. */
export function listRegions({
	enabled = [],
	disabled = [],
}: {
	readonly enabled?: readonly string[];
	readonly disabled?: readonly string[];
} = {}): readonly ScenarioRegion[] {
	return [...standardRegionNames, ...Object.keys(optInRegions)].sort().map((name) => ({name, optInStatus: optInStatusOf(name)}));

	function optInStatusOf(name: string): ScenarioRegion['optInStatus'] {
		if (enabled.includes(name)) {
			return 'opted-in';
		}

		return name in standardRegions && !disabled.includes(name) ? 'opt-in-not-required' : 'not-opted-in';
	}
}

/** `us-east-1` of `us-east-1a` and of the Local Zone `us-east-1-dfw-2a`. */
export function regionOfZone(zone: string): string {
	return /^[a-z]+(?:-[a-z]+)+-\d+/.exec(zone)?.[0] ?? zone;
}

/** `use1-az4` of `us-east-1a`, `use1-dfw2-az1` of `us-east-1-dfw-2a`. */
export function zoneIdOf(zone: string): string {
	const region = regionOfZone(zone);
	const code = standardRegions[region] ?? optInRegions[region] ?? region;
	const local = /^-([a-z]+)-(\d+)/.exec(zone.slice(region.length));
	const place = local === null ? '' : `-${local[1]}${local[2]}`;
	const letter = zone.charCodeAt(zone.length - 1) - 97;
	const number = local === null ? zoneNumbers[region]?.[letter] : undefined;
	return `${code}${place}-az${number ?? letter + 1}`;
}
