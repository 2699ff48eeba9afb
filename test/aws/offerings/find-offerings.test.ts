import {describe, expect, test} from 'vitest';
import type {PacedCall} from '../../../source/core/offerings/offerings-source.js';
import type {OfferingsCall} from '../../../source/core/offerings/plan-offerings.js';
import {RegionError} from '../../../source/core/regions/source.js';
import {openEndpoint} from '../../demo/open-endpoint.js';
import {openMarket, p5} from '../../demo/open-market.js';
import {errorXml, type LocalAnswer, sourceAt, startLocalEc2} from '../local-ec2.js';

const {signal} = new AbortController();

const week: OfferingsCall = {
	instanceType: 'p5.48xlarge',
	instanceCount: 16,
	ultraserverType: null,
	ultraserverCount: null,
	capacityDurationHours: 168,
	startDateRange: null,
	endDateRange: null,
};

/** Counts the turns. */
function turns(): PacedCall & {readonly count: () => number} {
	let count = 0;
	return {
		signal,
		async nextTurn() {
			count++;
		},
		count: () => count,
	};
}

function offeringsXml(items: readonly string[], nextToken = ''): LocalAnswer {
	const set = items.map((item) => `<item>${item}</item>`).join('');
	return {
		xml: `<DescribeCapacityBlockOfferingsResponse><capacityBlockOfferingSet>${set}</capacityBlockOfferingSet><nextToken>${nextToken}</nextToken></DescribeCapacityBlockOfferingsResponse>`,
	};
}

const full = `<capacityBlockOfferingId>cb-0123456789abcdef0</capacityBlockOfferingId><instanceType>p5.48xlarge</instanceType>
	<availabilityZone>us-east-1a</availabilityZone><instanceCount>16</instanceCount><startDate>2026-11-24T04:55:00Z</startDate>
	<endDate>2026-12-01T11:30:00Z</endDate><capacityBlockDurationHours>174</capacityBlockDurationHours>
	<capacityBlockDurationMinutes>35</capacityBlockDurationMinutes><upfrontFee>87696.0000</upfrontFee><currencyCode>USD</currencyCode>
	<tenancy>default</tenancy><zoneType>availability-zone</zoneType>`;

describe('a search of one region', () => {
	test('is asked under AWS’s names and read in full', async () => {
		await using ec2 = await startLocalEc2(() => offeringsXml([full]));
		using source = sourceAt(ec2.url);
		const paced = turns();
		const call = {...week, startDateRange: new Date('2026-11-24T00:00:00Z'), endDateRange: new Date('2026-12-24T00:00:00Z')};
		expect(await source.findOfferings('us-east-1', call, paced)).toEqual({
			kind: 'offered',
			offerings: [
				{
					key: 'us-east-1/cb-0123456789abcdef0',
					id: 'cb-0123456789abcdef0',
					region: 'us-east-1',
					availabilityZone: 'us-east-1a',
					zoneType: 'availability-zone',
					instanceType: 'p5.48xlarge',
					instanceCount: 16,
					ultraserverType: null,
					ultraserverCount: null,
					startDate: new Date('2026-11-24T04:55:00Z'),
					endDate: new Date('2026-12-01T11:30:00Z'),
					durationHours: 174 + 35 / 60,
					upfrontFee: {text: '87696.0000', amount: 87_696},
					currencyCode: 'USD',
					tenancy: 'default',
					accelerator: {name: 'H100', countPerInstance: 8, memoryMib: 81_920},
				},
			],
		});
		expect(paced.count()).toBe(0);
		expect(ec2.requests.map(({parameters}) => Object.fromEntries(parameters))).toEqual([
			{
				Action: 'DescribeCapacityBlockOfferings',
				Version: '2016-11-15',
				InstanceType: 'p5.48xlarge',
				InstanceCount: '16',
				CapacityDurationHours: '168',
				StartDateRange: '2026-11-24T00:00:00Z',
				EndDateRange: '2026-12-24T00:00:00Z',
				MaxResults: '1000',
			},
		]);
	});

	test('is asked for UltraServers without instances', async () => {
		await using ec2 = await startLocalEc2(() => offeringsXml([]));
		using source = sourceAt(ec2.url);
		const call = {...week, instanceType: null, instanceCount: null, ultraserverType: 'u-p6e-gb200x72', ultraserverCount: 1};
		expect(await source.findOfferings('us-east-1', call, turns())).toEqual({kind: 'offered', offerings: []});
		const [request] = ec2.requests;
		expect([request?.parameters.get('UltraserverType'), request?.parameters.get('UltraserverCount')]).toEqual(['u-p6e-gb200x72', '1']);
		expect([request?.parameters.has('InstanceType'), request?.parameters.has('InstanceCount')]).toEqual([false, false]);
	});

	test('what AWS leaves out is unknown, and what it says is made safe', async () => {
		const odd =
			'<capacityBlockOfferingId>cb-&#x202e;1</capacityBlockOfferingId><instanceCount>-4</instanceCount><upfrontFee>1e9</upfrontFee>';
		await using ec2 = await startLocalEc2(() => offeringsXml(['', odd]));
		using source = sourceAt(ec2.url);
		const answer = await source.findOfferings('us-east-1', week, turns());
		const unknown = {
			region: 'us-east-1',
			availabilityZone: null,
			zoneType: null,
			instanceType: null,
			instanceCount: null,
			ultraserverType: null,
			ultraserverCount: null,
			startDate: null,
			endDate: null,
			durationHours: null,
			upfrontFee: null,
			currencyCode: null,
			tenancy: null,
			accelerator: null,
		};
		expect(answer).toEqual({
			kind: 'offered',
			offerings: [
				{...unknown, key: 'us-east-1/#0', id: null},
				{...unknown, key: 'us-east-1/cb-1', id: 'cb-1'},
			],
		});
	});
});

describe('the pace', () => {
	test('every page after the first waits for a turn', async () => {
		const tokens = ['', 'two', 'three'];
		await using ec2 = await startLocalEc2(({parameters}) => {
			const place = tokens.indexOf(parameters.get('NextToken') ?? '');
			return offeringsXml([`<capacityBlockOfferingId>cb-${place}</capacityBlockOfferingId>`], tokens[place + 1] ?? '');
		});
		using source = sourceAt(ec2.url);
		const paced = turns();
		const answer = await source.findOfferings('us-east-1', week, paced);
		expect(answer.kind === 'offered' && answer.offerings.map(({key}) => key)).toEqual([
			'us-east-1/cb-0',
			'us-east-1/cb-1',
			'us-east-1/cb-2',
		]);
		expect(ec2.requests.map(({parameters}) => parameters.get('NextToken'))).toEqual([null, 'two', 'three']);
		expect(paced.count()).toBe(2);
	});

	test('what the SDK sends again waits for a turn too', async () => {
		let attempts = 0;
		await using ec2 = await startLocalEc2(() => (++attempts < 3 ? errorXml('Unavailable', 'Try again.', 503) : offeringsXml([])));
		using source = sourceAt(ec2.url);
		const paced = turns();
		expect(await source.findOfferings('us-east-1', week, paced)).toEqual({kind: 'offered', offerings: []});
		expect([ec2.requests.length, paced.count()]).toEqual([3, 2]);
	});

	test('pages that go in a circle are a failure', async () => {
		await using ec2 = await startLocalEc2(() => offeringsXml([], 'same'));
		using source = sourceAt(ec2.url);
		await expect(source.findOfferings('us-east-1', week, turns())).rejects.toMatchObject({failure: {code: 'InvalidResponse'}});
		expect(ec2.requests).toHaveLength(2);
	});
});

describe('what AWS refuses', () => {
	test.each([
		['limited', 'CapacityBlockDescribeLimitExceeded', 'You have reached the limit.', 400],
		[
			'needs_enablement',
			'UnauthorizedOperation',
			'This AWS Account is not authorized to call DescribeCapacityBlockOfferings API when requesting an EC2 UltraServer',
			403,
		],
		['ineligible', 'InvalidParameterValue', "The instance type 'g6.xlarge' is not supported for Capacity Blocks in 'us-east-1'.", 400],
		['ineligible', 'InvalidInstanceType', 'The following supplied instance types do not exist: [p9.48xlarge]', 400],
	] as const)('%s by %s', async (refusal, code, message, status) => {
		await using ec2 = await startLocalEc2(() => errorXml(code, message, status));
		using source = sourceAt(ec2.url);
		expect(await source.findOfferings('us-east-1', week, turns())).toEqual({kind: 'refused', refusal, message});
		expect(ec2.requests).toHaveLength(1);
	});

	test.each([
		['denied', 'UnauthorizedOperation', 'You are not authorized to perform this operation.', 403],
		['failed', 'InvalidParameterValue', '8 is an invalid value for InstanceCount.', 400],
	] as const)('but %s by %s is a failure of the region', async (status, code, message, http) => {
		await using ec2 = await startLocalEc2(() => errorXml(code, message, http));
		using source = sourceAt(ec2.url);
		const failed = source.findOfferings('us-east-1', week, turns());
		await expect(failed).rejects.toBeInstanceOf(RegionError);
		await expect(failed).rejects.toMatchObject({failure: {status, code}});
	});

	test('an answer without the list is a failure, never “none”', async () => {
		await using ec2 = await startLocalEc2(() => ({xml: '<html>Sign in</html>'}));
		using source = sourceAt(ec2.url);
		await expect(source.findOfferings('us-east-1', week, turns())).rejects.toMatchObject({failure: {code: 'InvalidResponse'}});
	});
});

describe('against the embedded endpoint', () => {
	test('a search has its offerings, and the types with blocks are known with what they carry', async () => {
		const endpoint = await openMarket([p5]);
		using source = sourceAt(endpoint.url);
		const answer = await source.findOfferings('us-east-1', week, turns());
		expect(answer.kind === 'offered' && answer.offerings.length).toBe(6);
		const types = await source.describeBlockTypes('us-east-1', signal);
		expect(types.get('p5.48xlarge')).toEqual({name: 'H100', countPerInstance: 8, memoryMib: 81_920});
		expect(types.has('g6.xlarge')).toBe(false);
	});

	test('a type is known or not, whether it is sold or not, and a region that is denied does not tell', async () => {
		const endpoint = await openEndpoint('faults');
		using source = sourceAt(endpoint.url);
		expect(await source.knowsType('us-east-1', 'g6.xlarge', signal)).toBe(true);
		expect(await source.knowsType('us-east-1', 'foo.bar', signal)).toBe(false);
		await expect(source.knowsType('me-south-1', 'foo.bar', signal)).rejects.toBeInstanceOf(RegionError);
	});

	test('an owned block has its extension', async () => {
		const endpoint = await openEndpoint('market');
		using source = sourceAt(endpoint.url);
		const call = {capacityReservationId: 'cr-0c1f5a9d7e2b48360', capacityBlockExtensionDurationHours: 24};
		expect(await source.findExtensions('us-east-2', call, turns())).toEqual({
			kind: 'offered',
			offerings: [
				{
					key: expect.stringMatching(/^us-east-2\/cbe-/),
					id: expect.stringMatching(/^cbe-/),
					reservationId: 'cr-0c1f5a9d7e2b48360',
					region: 'us-east-2',
					availabilityZone: 'us-east-2a',
					zoneType: 'availability-zone',
					instanceType: 'p5.48xlarge',
					instanceCount: 4,
					ultraserverType: null,
					ultraserverCount: null,
					blockStartDate: new Date('2026-11-22T11:30:00Z'),
					startDate: new Date('2026-11-29T11:30:00Z'),
					endDate: new Date('2026-11-30T11:30:00Z'),
					durationHours: 24,
					upfrontFee: {text: '3020.54', amount: 3020.54},
					currencyCode: 'USD',
					tenancy: 'default',
					accelerator: {name: 'H100', countPerInstance: 8, memoryMib: 81_920},
				},
			],
		});
	});
});
