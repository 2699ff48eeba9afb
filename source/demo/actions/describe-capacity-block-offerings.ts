import {zoneTypeOf} from '../market.js';
import {offeringLimit} from '../offering-limit.js';
import {findOfferings, type Offering, writeOfferingId} from '../offerings.js';
import {readPage} from '../paging.js';
import {readMaxResults} from '../query-request.js';
import {readOfferingRequest} from '../read-offering-request.js';
import type {World} from '../world.js';
import {writeElement, type XmlRecord} from '../xml.js';
import type {Action} from './action.js';

const minute = 60_000;

const searchParameters = [
	'InstanceType',
	'InstanceCount',
	'UltraserverType',
	'UltraserverCount',
	'CapacityDurationHours',
	'StartDateRange',
	'EndDateRange',
	'AllAvailabilityZones',
];

export const describeCapacityBlockOfferings: Action = {
	limit: offeringLimit,
	parameters: [...searchParameters, 'MaxResults', 'NextToken'],
	answer,
};

function answer(parameters: URLSearchParams, world: World): Iterable<string> {
	const limit = readMaxResults(parameters, {least: 1, most: 1000, fallback: 1000});
	const request = readOfferingRequest(parameters, world);
	const {resources, nextToken} = readPage({
		rows: findOfferings(request, world.now),
		pick: (offering) => offering,
		limit,
		token: parameters.get('NextToken'),
		scope: ['DescribeCapacityBlockOfferings', world.region.name, ...searchParameters.map((name) => parameters.get(name))].join('/'),
	});
	return [
		writeElement(
			'capacityBlockOfferingSet',
			resources.map((offering) => describe(offering, request.count)),
		),
		...(nextToken === null ? [] : [writeElement('nextToken', nextToken)]),
	];
}

function describe({pool, start, end, fee}: Offering, count: number): XmlRecord {
	const minutes = (end.getTime() - start.getTime()) / minute;
	return {
		capacityBlockOfferingId: writeOfferingId('cb', [
			pool.availabilityZone,
			pool.ultraserverType ?? pool.instanceType,
			count,
			start.getTime(),
			end.getTime(),
			fee,
		]),
		...(pool.ultraserverType === undefined
			? {instanceType: pool.instanceType, instanceCount: count}
			: {ultraserverType: pool.ultraserverType, ultraserverCount: count}),
		availabilityZone: pool.availabilityZone,
		startDate: start,
		endDate: end,
		capacityBlockDurationHours: Math.floor(minutes / 60),
		capacityBlockDurationMinutes: minutes % 60,
		upfrontFee: fee,
		currencyCode: 'USD',
		tenancy: 'default',
		zoneType: zoneTypeOf(pool.availabilityZone),
	};
}
