import {expect, test} from 'vitest';
import {
	alwaysEnabledRegions,
	builtinDirectory,
	defaultRegionOf,
	isRegionSyntax,
	partitionOf,
} from '../../../source/core/regions/regions.js';

test.each([
	['us-east-1', 'aws'],
	['eu-west-1', 'aws'],
	['mx-central-1', 'aws'],
	['cn-northwest-1', 'aws-cn'],
	['us-gov-east-1', 'aws-us-gov'],
	['eusc-de-east-1', 'aws-eusc'],
	['us-iso-east-1', 'aws-iso'],
	['us-isob-east-1', 'aws-iso-b'],
	['eu-isoe-west-1', 'aws-iso-e'],
	['us-isof-south-1', 'aws-iso-f'],
	['', 'aws'],
])('%s is in %s', (region, partition) => {
	expect(partitionOf(region)).toBe(partition);
});

test.each([
	['aws', 'us-east-1', 17],
	['aws-cn', 'cn-north-1', 2],
	['aws-us-gov', 'us-gov-west-1', 2],
	['aws-eusc', 'eusc-de-east-1', 1],
] as const)('%s is asked in %s and has %s regions that every account has', (partition, region, count) => {
	expect(defaultRegionOf(partition)).toBe(region);
	expect(alwaysEnabledRegions(partition)).toHaveLength(count);
});

test('the built-in list has every name once, in order, opt-in regions as not enabled, and says why it is used', () => {
	const directory = builtinDirectory('aws', 'DescribeRegions is denied.');
	const names = directory.regions.map(({name}) => name);
	expect(names).toEqual([...new Set(names)].toSorted());
	expect(names.every((name) => isRegionSyntax(name) && partitionOf(name) === 'aws')).toBe(true);
	expect(directory.regions.filter(({isEnabled}) => isEnabled)).toHaveLength(17);
	expect(directory.regions.find(({name}) => name === 'me-south-1')).toEqual({name: 'me-south-1', isEnabled: false});
	expect(directory).toMatchObject({
		origin: 'builtin',
		note: 'DescribeRegions is denied. The built-in list of 17 regions stands in for it; --regions names others.',
	});
});

test.each(['us-east-1', 'ap-southeast-7', 'us-gov-west-1', 'eusc-de-east-1', 'us-isob-east-1', 'il-central-1'])(
	'%s could be a region',
	(text) => {
		expect(isRegionSyntax(text)).toBe(true);
	},
);

test.each([
	'',
	'us-east',
	'us-east-1a',
	'US-EAST-1',
	'us_east_1',
	'us-east-1 ',
	'us-east-1.evil.example',
	'all',
	'-east-1',
	'us-east-123',
	'evil.example/#-1',
])('"%s" is no region', (text) => {
	expect(isRegionSyntax(text)).toBe(false);
});
