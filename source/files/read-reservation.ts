import type {Accelerator} from '../core/reservations/accelerator.js';
import type {
	CapacityAllocation,
	Commitment,
	EndDate,
	InterruptibleAllocation,
	Interruption,
	Reservation,
} from '../core/reservations/reservation.js';
import {count, type Fields, flag, list, object, oneOf, orNull, text, texts, time} from './fields.js';

const textOrNull = orNull(text);
const countOrNull = orNull(count);
const flagOrNull = orNull(flag);
const timeOrNull = orNull(time);
const readKind = oneOf(['odcr', 'block']);
const readEndKind = oneOf(['unlimited', 'limited', 'unknown']);
const readEnd = object(endDateOf);
const readAllocations = list(allocationOf);
const readCommitment = orNull(object(commitmentOf));
const readInterruptible = orNull(object(interruptibleOf));
const readInterruption = orNull(object(interruptionOf));
const readAccelerator = orNull(object(acceleratorOf));

/** A reservation as `JSON.stringify` wrote it. Throws `DamagedError` for a field that is absent or of another kind. */
export function readReservation(fields: Fields): Reservation {
	return {
		key: text(fields, 'key'),
		kind: readKind(fields, 'kind'),
		region: text(fields, 'region'),
		id: textOrNull(fields, 'id'),
		arn: textOrNull(fields, 'arn'),
		ownerId: textOrNull(fields, 'ownerId'),
		availabilityZone: textOrNull(fields, 'availabilityZone'),
		availabilityZoneId: textOrNull(fields, 'availabilityZoneId'),
		instanceType: textOrNull(fields, 'instanceType'),
		instancePlatform: textOrNull(fields, 'instancePlatform'),
		tenancy: textOrNull(fields, 'tenancy'),
		totalInstanceCount: countOrNull(fields, 'totalInstanceCount'),
		availableInstanceCount: countOrNull(fields, 'availableInstanceCount'),
		ebsOptimized: flagOrNull(fields, 'ebsOptimized'),
		ephemeralStorage: flagOrNull(fields, 'ephemeralStorage'),
		state: textOrNull(fields, 'state'),
		startDate: timeOrNull(fields, 'startDate'),
		endDate: readEnd(fields, 'endDate'),
		createDate: timeOrNull(fields, 'createDate'),
		instanceMatchCriteria: textOrNull(fields, 'instanceMatchCriteria'),
		tags: texts(fields, 'tags'),
		outpostArn: textOrNull(fields, 'outpostArn'),
		capacityReservationFleetId: textOrNull(fields, 'capacityReservationFleetId'),
		placementGroupArn: textOrNull(fields, 'placementGroupArn'),
		capacityAllocations: readAllocations(fields, 'capacityAllocations'),
		reservationType: textOrNull(fields, 'reservationType'),
		unusedReservationBillingOwnerId: textOrNull(fields, 'unusedReservationBillingOwnerId'),
		commitment: readCommitment(fields, 'commitment'),
		deliveryPreference: textOrNull(fields, 'deliveryPreference'),
		capacityBlockId: textOrNull(fields, 'capacityBlockId'),
		interruptible: flagOrNull(fields, 'interruptible'),
		interruptibleAllocation: readInterruptible(fields, 'interruptibleAllocation'),
		interruption: readInterruption(fields, 'interruption'),
		adjustmentStatus: textOrNull(fields, 'adjustmentStatus'),
		adjustmentDetails: texts(fields, 'adjustmentDetails'),
		originalStartDate: timeOrNull(fields, 'originalStartDate'),
		zeroSizePreference: textOrNull(fields, 'zeroSizePreference'),
		launchStatus: textOrNull(fields, 'launchStatus'),
		accelerator: readAccelerator(fields, 'accelerator'),
	};
}

export function acceleratorOf(fields: Fields): Accelerator {
	return {
		name: textOrNull(fields, 'name'),
		countPerInstance: countOrNull(fields, 'countPerInstance'),
		memoryMib: countOrNull(fields, 'memoryMib'),
	};
}

function endDateOf(fields: Fields): EndDate {
	const kind = readEndKind(fields, 'kind');
	return kind === 'limited' ? {kind, at: time(fields, 'at')} : {kind};
}

function allocationOf(fields: Fields): CapacityAllocation {
	return {
		allocationType: textOrNull(fields, 'allocationType'),
		count: countOrNull(fields, 'count'),
		metadata: texts(fields, 'metadata'),
	};
}

function commitmentOf(fields: Fields): Commitment {
	return {
		committedInstanceCount: countOrNull(fields, 'committedInstanceCount'),
		commitmentEndDate: timeOrNull(fields, 'commitmentEndDate'),
		commitmentDurationSeconds: countOrNull(fields, 'commitmentDurationSeconds'),
	};
}

function interruptibleOf(fields: Fields): InterruptibleAllocation {
	return {
		instanceCount: countOrNull(fields, 'instanceCount'),
		targetInstanceCount: countOrNull(fields, 'targetInstanceCount'),
		status: textOrNull(fields, 'status'),
		interruptibleCapacityReservationId: textOrNull(fields, 'interruptibleCapacityReservationId'),
		interruptionType: textOrNull(fields, 'interruptionType'),
		zeroSizePreference: textOrNull(fields, 'zeroSizePreference'),
	};
}

function interruptionOf(fields: Fields): Interruption {
	return {
		sourceCapacityReservationId: textOrNull(fields, 'sourceCapacityReservationId'),
		interruptionType: textOrNull(fields, 'interruptionType'),
	};
}
