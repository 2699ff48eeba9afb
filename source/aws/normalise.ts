import type {CapacityReservation} from '@aws-sdk/client-ec2';
import {builtinAccelerator} from '../core/accelerator-table.js';
import type {
	CapacityAllocation,
	Commitment,
	EndDate,
	InterruptibleAllocation,
	Interruption,
	Reservation,
	ReservationKind,
} from '../core/reservation.js';
import {safeText} from '../core/safe-text.js';

/** Field names come from the SDK; what is in the fields is taken for nothing before it was looked at. */
type Fields<Shape> = {readonly [Name in keyof Shape]?: unknown};

/** AWS puts the kind into this tag too; older answers have no `ReservationType`. */
const typeTag = 'aws:ec2capacityreservation:capacityReservationType';

/** The years that ISO 8601 writes with four digits, from the beginning of Unix time (milliseconds); nothing of EC2 can be outside of them. */
const earliest = 0;
const latest = Date.UTC(10_000, 0, 1) - 1;

/**
One page of `DescribeCapacityReservations` as reservations of `region`: every string made safe, every count and date
checked, whatever is missing or makes no sense `null`. Never throws.

`position`: how many reservations of the region came before this page; rows without an id get their key from it.
*/
export function normalise(region: string, page: unknown, position: number): readonly Reservation[] {
	return listOf(page).map((item, index) => normaliseOne(region, item, position + index));
}

function normaliseOne(region: string, given: Fields<CapacityReservation>, position: number): Reservation {
	const id = textOf(given.CapacityReservationId);
	const instanceType = textOf(given.InstanceType);
	const reservationType = textOf(given.ReservationType);
	const tags = recordOf(given.Tags);
	return {
		key: `${region}/${id ?? `#${position}`}`,
		kind: kindOf(reservationType, tags),
		region,
		id,
		arn: textOf(given.CapacityReservationArn),
		ownerId: textOf(given.OwnerId),
		availabilityZone: textOf(given.AvailabilityZone),
		availabilityZoneId: textOf(given.AvailabilityZoneId),
		instanceType,
		instancePlatform: textOf(given.InstancePlatform),
		tenancy: textOf(given.Tenancy),
		totalInstanceCount: countOf(given.TotalInstanceCount),
		availableInstanceCount: countOf(given.AvailableInstanceCount),
		ebsOptimized: flagOf(given.EbsOptimized),
		ephemeralStorage: flagOf(given.EphemeralStorage),
		state: textOf(given.State),
		startDate: dateOf(given.StartDate),
		endDate: endDateOf(textOf(given.EndDateType), dateOf(given.EndDate)),
		createDate: dateOf(given.CreateDate),
		instanceMatchCriteria: textOf(given.InstanceMatchCriteria),
		tags,
		outpostArn: textOf(given.OutpostArn),
		capacityReservationFleetId: textOf(given.CapacityReservationFleetId),
		placementGroupArn: textOf(given.PlacementGroupArn),
		capacityAllocations: listOf(given.CapacityAllocations).map(allocationOf),
		reservationType,
		unusedReservationBillingOwnerId: textOf(given.UnusedReservationBillingOwnerId),
		commitment: commitmentOf(given.CommitmentInfo),
		deliveryPreference: textOf(given.DeliveryPreference),
		capacityBlockId: textOf(given.CapacityBlockId),
		interruptible: flagOf(given.Interruptible),
		interruptibleAllocation: interruptibleAllocationOf(given.InterruptibleCapacityAllocation),
		interruption: interruptionOf(given.InterruptionInfo),
		adjustmentStatus: textOf(given.AdjustmentStatus),
		adjustmentDetails: detailsOf(given.AdjustmentDetails),
		originalStartDate: dateOf(given.OriginalStartDate),
		zeroSizePreference: textOf(given.ZeroSizePreference),
		launchStatus: textOf(given.LaunchStatus),
		accelerator: builtinAccelerator(instanceType),
	};
}

function kindOf(reservationType: string | null, tags: Readonly<Record<string, string>>): ReservationKind {
	const isKnown = reservationType === 'default' || reservationType === 'capacity-block';
	return (isKnown ? reservationType : tags[typeTag]) === 'capacity-block' ? 'block' : 'odcr';
}

function endDateOf(endDateType: string | null, at: Date | null): EndDate {
	if (endDateType === 'unlimited') {
		return {kind: 'unlimited'};
	}

	return at === null ? {kind: 'unknown'} : {kind: 'limited', at};
}

function allocationOf(given: Given): CapacityAllocation {
	return {
		allocationType: textOf(given['AllocationType']),
		count: countOf(given['Count']),
		metadata: recordOf(given['AllocationMetadata']),
	};
}

function commitmentOf(value: unknown): Commitment | null {
	return isGiven(value)
		? {
				committedInstanceCount: countOf(value['CommittedInstanceCount']),
				commitmentEndDate: dateOf(value['CommitmentEndDate']),
				commitmentDurationSeconds: countOf(value['CommitmentDuration']),
			}
		: null;
}

function interruptibleAllocationOf(value: unknown): InterruptibleAllocation | null {
	return isGiven(value)
		? {
				instanceCount: countOf(value['InstanceCount']),
				targetInstanceCount: countOf(value['TargetInstanceCount']),
				status: textOf(value['Status']),
				interruptibleCapacityReservationId: textOf(value['InterruptibleCapacityReservationId']),
				interruptionType: textOf(value['InterruptionType']),
				zeroSizePreference: textOf(value['ZeroSizePreference']),
			}
		: null;
}

function interruptionOf(value: unknown): Interruption | null {
	return isGiven(value)
		? {
				sourceCapacityReservationId: textOf(value['SourceCapacityReservationId']),
				interruptionType: textOf(value['InterruptionType']),
			}
		: null;
}

type Given = Readonly<Record<string, unknown>>;

function isGiven(value: unknown): value is Given {
	return typeof value === 'object' && value !== null;
}

function listOf(value: unknown): readonly Given[] {
	return Array.isArray(value) ? value.filter(isGiven) : [];
}

/** AWS sends an empty element where it has nothing to say. */
function textOf(value: unknown): string | null {
	return typeof value === 'string' ? safeText(value) || null : null;
}

function countOf(value: unknown): number | null {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function flagOf(value: unknown): boolean | null {
	return typeof value === 'boolean' ? value : null;
}

function dateOf(value: unknown): Date | null {
	return value instanceof Date && value.getTime() >= earliest && value.getTime() <= latest ? value : null;
}

/** `[{Key, Value}]` as an object without a prototype: a tag may well be called `__proto__`. */
function recordOf(value: unknown): Readonly<Record<string, string>> {
	const record: Record<string, string> = Object.create(null);
	for (const {Key, Value} of listOf(value)) {
		if (typeof Key === 'string') {
			record[safeText(Key)] = typeof Value === 'string' ? safeText(Value) : '';
		}
	}

	return record;
}

function detailsOf(value: unknown): Readonly<Record<string, string>> {
	const record: Record<string, string> = Object.create(null);
	for (const [name, detail] of isGiven(value) ? Object.entries(value) : []) {
		const text = detailText(detail);
		if (text !== null) {
			record[safeText(name)] = text;
		}
	}

	return record;
}

function detailText(detail: unknown): string | null {
	if (detail instanceof Date) {
		return (
			dateOf(detail)
				?.toISOString()
				.replace(/\.\d{3}Z$/, 'Z') ?? null
		);
	}

	return typeof detail === 'number' || typeof detail === 'boolean' ? String(detail) : textOf(detail);
}
