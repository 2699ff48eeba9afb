import {ApiError} from './api-error.js';
import {readBlockDuration} from './block-duration.js';
import {isSoldAsBlock} from './is-sold-as-block.js';
import {type Pool, poolsIn, zoneTypeOf} from './market.js';
import {bookingHorizon, type OfferingRequest} from './offerings.js';
import {readDate, readFlag, readInteger} from './query-request.js';
import type {World} from './world.js';

const largestBlock = 64;

/** Reads what DescribeCapacityBlockOfferings is asked for, and refuses what AWS would. */
export function readOfferingRequest(parameters: URLSearchParams, world: World): OfferingRequest {
	const hours = readBlockDuration(parameters, 'CapacityDurationHours');
	refuseMixedTypes(parameters);
	const isUltra = parameters.has('UltraserverType') || parameters.has('UltraserverCount');
	const type = readRequired(parameters, isUltra ? 'UltraserverType' : 'InstanceType');
	const count = isUltra ? readCount(parameters, 'UltraserverCount', null) : readCount(parameters, 'InstanceCount', largestBlock);
	const pools = isUltra ? ultraServerPools(type, world) : instancePools(type, world);
	const hasAllZones = readFlag(parameters, 'AllAvailabilityZones');
	return {
		// No demo account has opted in to a Local Zone.
		pools: pools.filter(({availabilityZone}) => hasAllZones || zoneTypeOf(availabilityZone) === 'availability-zone'),
		count,
		hours,
		...readRange(parameters, world.now),
	};
}

function refuseMixedTypes(parameters: URLSearchParams): void {
	const instances = ['InstanceType', 'InstanceCount'].find((name) => parameters.has(name));
	const ultraServers = ['UltraserverType', 'UltraserverCount'].find((name) => parameters.has(name));
	if (instances !== undefined && ultraServers !== undefined) {
		throw new ApiError(400, 'InvalidParameterCombination', `The parameter ${instances} cannot be used with the parameter ${ultraServers}`);
	}
}

function readRequired(parameters: URLSearchParams, name: string): string {
	const text = parameters.get(name) ?? '';
	if (text === '') {
		throw new ApiError(400, 'MissingParameter', `The request must contain the parameter ${name}`);
	}

	return text;
}

function readCount(parameters: URLSearchParams, name: string, most: number | null): number {
	const count = readInteger(parameters, name);
	if (count === null) {
		throw new ApiError(400, 'MissingParameter', `The request must contain the parameter ${name}`);
	}

	if (count >= 1 && count <= (most ?? count)) {
		return count;
	}

	const range = most === null ? 'at least 1' : `between 1 and ${most}`;
	throw new ApiError(400, 'InvalidParameterValue', `${count} is an invalid value for ${name}. ${name} must be ${range}.`);
}

function instancePools(instanceType: string, world: World): readonly Pool[] {
	if (!isSoldAsBlock(instanceType, world)) {
		throw unsupported('instance', instanceType, world);
	}

	return poolsIn(world.scenario.market, world.region.name).filter(
		(pool) => pool.ultraserverType === undefined && pool.instanceType === instanceType,
	);
}

/** The text is AWS's; which code and status it has there is not known. */
function ultraServerPools(ultraserverType: string, world: World): readonly Pool[] {
	if (world.scenario.market?.hasUltraServers !== true) {
		throw new ApiError(
			403,
			'UnauthorizedOperation',
			'This AWS Account is not authorized to call DescribeCapacityBlockOfferings API when requesting an EC2 UltraServer',
		);
	}

	const pools = poolsIn(world.scenario.market, world.region.name).filter((pool) => pool.ultraserverType === ultraserverType);
	if (pools.length === 0) {
		throw unsupported('UltraServer', ultraserverType, world);
	}

	return pools;
}

function unsupported(kind: string, type: string, {region}: World): ApiError {
	return new ApiError(
		400,
		'InvalidParameterValue',
		`The ${kind} type '${type}' is not supported for Capacity Blocks in '${region.name}'. Specify a compatible ${kind} type and try again.`,
	);
}

/** A start in the past is one at once. */
function readRange(parameters: URLSearchParams, now: Date): Pick<OfferingRequest, 'from' | 'until'> {
	const from = readDate(parameters, 'StartDateRange');
	const until = readDate(parameters, 'EndDateRange');
	if (from !== null && from.getTime() > now.getTime() + bookingHorizon) {
		throw invalidDate('StartDateRange', from, 'A Capacity Block can start up to 8 weeks from now.');
	}

	if (until !== null && until <= now) {
		throw invalidDate('EndDateRange', until, 'It must be in the future.');
	}

	if (from !== null && until !== null && from >= until) {
		throw invalidDate('EndDateRange', until, 'It must be after StartDateRange.');
	}

	return {from, until};
}

function invalidDate(name: string, date: Date, reason: string): ApiError {
	return new ApiError(400, 'InvalidParameterValue', `Value ( ${date.toISOString()} ) for parameter ${name} is invalid. ${reason}`);
}
