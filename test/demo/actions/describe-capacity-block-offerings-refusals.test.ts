import {DescribeCapacityBlockOfferingsCommand, type DescribeCapacityBlockOfferingsCommandInput, EC2Client} from '@aws-sdk/client-ec2';
import {expect, onTestFinished, test} from 'vitest';
import {credentials, startedAt} from '../open-endpoint.js';
import {askOfferings, openMarket, p5, week} from '../open-market.js';

test.each([
	['c7i.4xlarge', 'us-east-1'],
	['inf2.xlarge', 'us-east-1'],
	['p4d.24xlarge', 'us-east-1'],
	['p5.48xlarge', 'eu-west-1'],
	['p9.superxlarge', 'us-east-1'],
])('%s is not sold in %s', async (InstanceType, region) => {
	await expect(askOfferings(await openMarket([p5]), {...week, InstanceType}, region)).rejects.toMatchObject({
		name: 'InvalidParameterValue',
		message: `The instance type '${InstanceType}' is not supported for Capacity Blocks in '${region}'. Specify a compatible instance type and try again.`,
		$metadata: {httpStatusCode: 400},
	});
});

const duration =
	'CapacityDurationHours must be in 1-day increments up to 14 days (336 hours) or in 7-day increments up to 182 days (4368 hours).';

test.each<readonly [Partial<DescribeCapacityBlockOfferingsCommandInput>, string, string]>([
	[{CapacityDurationHours: undefined}, 'MissingParameter', 'The request must contain the parameter CapacityDurationHours'],
	[{InstanceType: undefined}, 'MissingParameter', 'The request must contain the parameter InstanceType'],
	[{InstanceCount: undefined}, 'MissingParameter', 'The request must contain the parameter InstanceCount'],
	[
		{InstanceType: undefined, InstanceCount: undefined, UltraserverType: 'u-trn2x64'},
		'MissingParameter',
		'The request must contain the parameter UltraserverCount',
	],
	[
		{UltraserverType: 'u-trn2x64', UltraserverCount: 1},
		'InvalidParameterCombination',
		'The parameter InstanceType cannot be used with the parameter UltraserverType',
	],
	[{UltraserverCount: 1}, 'InvalidParameterCombination', 'The parameter InstanceType cannot be used with the parameter UltraserverCount'],
	...[0, -24, 23, 25, 360, 500, 4392].map(
		(hours) =>
			[
				{CapacityDurationHours: hours},
				'InvalidParameterValue',
				`${hours} is an invalid value for CapacityDurationHours. ${duration}`,
			] as const,
	),
	[{InstanceCount: 0}, 'InvalidParameterValue', '0 is an invalid value for InstanceCount. InstanceCount must be between 1 and 64.'],
	[{InstanceCount: 65}, 'InvalidParameterValue', '65 is an invalid value for InstanceCount. InstanceCount must be between 1 and 64.'],
	[
		{InstanceType: undefined, InstanceCount: undefined, UltraserverType: 'u-trn2x64', UltraserverCount: 0},
		'InvalidParameterValue',
		'0 is an invalid value for UltraserverCount. UltraserverCount must be at least 1.',
	],
	[
		{EndDateRange: new Date('2026-10-03T02:22:30Z')},
		'InvalidParameterValue',
		'Value ( 2026-10-03T02:22:30.000Z ) for parameter EndDateRange is invalid. It must be in the future.',
	],
	[
		{StartDateRange: new Date('2026-10-20T00:00:00Z'), EndDateRange: new Date('2026-10-20T00:00:00Z')},
		'InvalidParameterValue',
		'Value ( 2026-10-20T00:00:00.000Z ) for parameter EndDateRange is invalid. It must be after StartDateRange.',
	],
	[
		{MaxResults: 1001},
		'InvalidParameterValue',
		'Value ( 1001 ) for parameter maxResults is invalid. Expecting a value between 1 and 1000.',
	],
])('refuses %j', async (differs, name, message) => {
	const input = {...week, ...differs} as DescribeCapacityBlockOfferingsCommandInput;

	await expect(askOfferings(await openMarket([p5]), input)).rejects.toMatchObject({name, message, $metadata: {httpStatusCode: 400}});
});

test.each([24, 336, 504, 4368])('takes %i hours', async (CapacityDurationHours) => {
	await expect(askOfferings(await openMarket([p5]), {...week, CapacityDurationHours})).resolves.toHaveLength(6);
});

test.each([
	['CapacityDurationHours=day', 'Value ( day ) for parameter CapacityDurationHours is invalid. Expecting an integer.'],
	['CapacityDurationHours=24.0', 'Value ( 24.0 ) for parameter CapacityDurationHours is invalid. Expecting an integer.'],
	[
		'CapacityDurationHours=24&StartDateRange=tomorrow',
		'Value ( tomorrow ) for parameter StartDateRange is invalid. Expecting a timestamp.',
	],
	[
		'CapacityDurationHours=24&EndDateRange=2026-13-01',
		'Value ( 2026-13-01 ) for parameter EndDateRange is invalid. Expecting a timestamp.',
	],
])('refuses %s', async (parameters, message) => {
	const {url} = await openMarket([p5]);
	const authorization = 'AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261123/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=0';
	const body = `Action=DescribeCapacityBlockOfferings&Version=2016-11-15&InstanceType=p5.48xlarge&InstanceCount=1&${parameters}`;
	const response = await fetch(url, {method: 'POST', headers: {authorization}, body});

	expect(response.status).toBe(400);
	expect(await response.text()).toContain(`<Code>InvalidParameterValue</Code><Message>${message}</Message>`);
});

test('lets ten calls through in a region, then one in 6.7 s of the scenario clock', async () => {
	let real = startedAt;
	const endpoint = await openMarket([p5], {clock: () => real});
	const outcome = async (region = 'us-east-1') =>
		askOfferings(endpoint, {...week, InstanceType: 'p5.48xlarge'}, region).then(
			() => 'ok',
			(error: Error) => error.name,
		);
	const limited = 'CapacityBlockDescribeLimitExceeded';

	for (let call = 0; call < 10; call++) {
		expect(await outcome()).toBe('ok');
	}

	expect(await outcome()).toBe(limited);
	expect(await outcome('eu-west-1')).toBe('InvalidParameterValue');
	real = new Date(startedAt.getTime() + 6600);
	expect(await outcome()).toBe(limited);
	real = new Date(startedAt.getTime() + 6700);
	expect([await outcome(), await outcome()]).toEqual(['ok', limited]);
});

test('the SDK does not try again by itself when there were too many calls', async () => {
	const endpoint = await openMarket([p5]);
	const client = new EC2Client({region: 'us-east-1', endpoint: endpoint.url, credentials, maxAttempts: 3});
	onTestFinished(() => client.destroy());
	for (let call = 0; call < 10; call++) {
		await client.send(new DescribeCapacityBlockOfferingsCommand(week));
	}

	await expect(client.send(new DescribeCapacityBlockOfferingsCommand(week))).rejects.toMatchObject({
		name: 'CapacityBlockDescribeLimitExceeded',
		message: 'You have reached the limit of DescribeCapacityBlockOfferings requests for this account in us-east-1. Try again later.',
		$metadata: {httpStatusCode: 400, attempts: 1},
	});
});

test('a dry run says that it would have worked, or why not', async () => {
	const endpoint = await openMarket([p5]);

	await expect(askOfferings(endpoint, {...week, DryRun: true})).rejects.toMatchObject({name: 'DryRunOperation'});
	await expect(askOfferings(endpoint, {...week, InstanceCount: 99, DryRun: true})).rejects.toMatchObject({name: 'InvalidParameterValue'});
});
