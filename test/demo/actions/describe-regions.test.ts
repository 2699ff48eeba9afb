import {DescribeRegionsCommand, type DescribeRegionsCommandInput} from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import {ec2, openEndpoint, scenarioWith} from '../open-endpoint.js';

const all = ['af-south-1', 'eu-west-1', 'us-east-1'];

test('lists the regions that the account has enabled', async () => {
	expect(await describe({})).toEqual([
		{RegionName: 'eu-west-1', Endpoint: 'ec2.eu-west-1.amazonaws.com', OptInStatus: 'opted-in'},
		{RegionName: 'us-east-1', Endpoint: 'ec2.us-east-1.amazonaws.com', OptInStatus: 'opt-in-not-required'},
	]);
});

test('lists the others too when asked for all', async () => {
	const regions = await describe({AllRegions: true});

	expect(regions.map(({RegionName, OptInStatus}) => [RegionName, OptInStatus])).toEqual([
		['af-south-1', 'not-opted-in'],
		['eu-west-1', 'opted-in'],
		['us-east-1', 'opt-in-not-required'],
	]);
});

test.each<readonly [DescribeRegionsCommandInput, readonly string[]]>([
	[{RegionNames: ['us-east-1', 'eu-west-1']}, ['eu-west-1', 'us-east-1']],
	[{RegionNames: ['af-south-1']}, []],
	[{AllRegions: true, Filters: [{Name: 'opt-in-status', Values: ['not-opted-in', 'opted-in']}]}, ['af-south-1', 'eu-west-1']],
	[{AllRegions: true, Filters: [{Name: 'region-name', Values: ['*-1']}]}, all],
	[{Filters: [{Name: 'endpoint', Values: ['*us-east*']}]}, ['us-east-1']],
])('narrows by %j', async (input, names) => {
	expect((await describe(input)).map(({RegionName}) => RegionName)).toEqual(names);
});

test('refuses a region that does not exist', async () => {
	await expect(describe({RegionNames: ['us-east-1', 'us-east-9']})).rejects.toMatchObject({
		name: 'InvalidParameterValue',
		message: 'Invalid region provided: us-east-9',
	});
});

async function describe(input: DescribeRegionsCommandInput) {
	const endpoint = await openEndpoint(
		scenarioWith({
			regions: [
				{name: 'af-south-1', optInStatus: 'not-opted-in'},
				{name: 'eu-west-1', optInStatus: 'opted-in'},
				{name: 'us-east-1', optInStatus: 'opt-in-not-required'},
			],
		}),
	);
	const {Regions = []} = await ec2(endpoint).send(new DescribeRegionsCommand(input));
	return Regions;
}
