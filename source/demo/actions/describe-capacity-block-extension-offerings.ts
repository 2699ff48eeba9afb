import {ApiError} from '../api-error.js';
import {longestBlockHours, readBlockDuration} from '../block-duration.js';
import {feeOf, freeIn, type Pool, poolsIn, type Span, zoneTypeOf} from '../market.js';
import {offeringLimit} from '../offering-limit.js';
import {writeOfferingId} from '../offerings.js';
import {findExtensibleBlock, type OwnedBlock} from '../owned-block.js';
import {readPage} from '../paging.js';
import {readMaxResults} from '../query-request.js';
import {zoneIdOf} from '../regions.js';
import type {World} from '../world.js';
import {writeElement, type XmlRecord} from '../xml.js';
import type {Action} from './action.js';

const hour = 3_600_000;

export const describeCapacityBlockExtensionOfferings: Action = {
	limit: offeringLimit,
	parameters: ['CapacityBlockExtensionDurationHours', 'CapacityReservationId', 'MaxResults', 'NextToken'],
	answer,
};

/** There is one offering where the zone has room for the same instances after the end of the block, or none. */
function answer(parameters: URLSearchParams, world: World): Iterable<string> {
	const limit = readMaxResults(parameters, {least: 1, most: 1000, fallback: 1000});
	const hours = readBlockDuration(parameters, 'CapacityBlockExtensionDurationHours');
	const id = parameters.get('CapacityReservationId') ?? '';
	if (id === '') {
		throw new ApiError(400, 'MissingParameter', 'The request must contain the parameter CapacityReservationId');
	}

	const block = findExtensibleBlock(id, world);
	const span = {start: block.end, end: new Date(block.end.getTime() + hours * hour)};
	if (span.end.getTime() - block.start.getTime() > longestBlockHours * hour) {
		throw new ApiError(
			400,
			'InvalidParameterValue',
			`${hours} is an invalid value for CapacityBlockExtensionDurationHours. A Capacity Block must not last longer than 182 days in total.`,
		);
	}

	const {resources, nextToken} = readPage({
		rows: poolsIn(world.scenario.market, world.region.name),
		pick: (pool) => (isFor(pool, block) && freeIn(pool, span, world.now) >= block.size ? describe(pool, block, span, world.now) : null),
		limit,
		token: parameters.get('NextToken'),
		scope: `DescribeCapacityBlockExtensionOfferings/${world.region.name}/${id}/${hours}`,
	});
	return [
		writeElement('capacityBlockExtensionOfferingSet', resources),
		...(nextToken === null ? [] : [writeElement('nextToken', nextToken)]),
	];
}

function isFor(pool: Pool, block: OwnedBlock): boolean {
	return pool.ultraserverType === undefined && pool.instanceType === block.instanceType && pool.availabilityZone === block.availabilityZone;
}

function describe(pool: Pool, block: OwnedBlock, span: Span, now: Date): XmlRecord {
	const fee = feeOf(pool, block.size, span, now);
	return {
		capacityBlockExtensionOfferingId: writeOfferingId('cbe', [block.id, span.start.getTime(), span.end.getTime(), fee]),
		instanceType: block.instanceType,
		instanceCount: block.size,
		availabilityZone: block.availabilityZone,
		availabilityZoneId: zoneIdOf(block.availabilityZone),
		startDate: block.start,
		capacityBlockExtensionStartDate: span.start,
		capacityBlockExtensionEndDate: span.end,
		capacityBlockExtensionDurationHours: (span.end.getTime() - span.start.getTime()) / hour,
		upfrontFee: fee,
		currencyCode: 'USD',
		tenancy: 'default',
		zoneType: zoneTypeOf(block.availabilityZone),
	};
}
