import type {CapacityReservation} from '@aws-sdk/client-ec2';
import {builtinAccelerator} from '../core/reservations/accelerator-table.js';
import type {
	CapacityAllocation,
	Commitment,
	EndDate,
	InterruptibleAllocation,
	Interruption,
	Reservation,
	ReservationKind,
} from '../core/reservations/reservation.js';
import {safeText} from '../core/words/safe-text.js';
import {countOf, dateOf, type Fields, flagOf, type Given, isGiven, listOf, textOf, wordOf} from './fields.js';
import {share, shareText} from './share.js';

/** AWS puts the kind into this tag too; older answers have no `ReservationType`. */
const typeTag = 'aws:ec2capacityreservation:capacityReservationType';

/** What most reservations have none of is one object for all: each of their own would take as much memory as the rest of a reservation. */
const nothing: Readonly<Record<string, string>> = Object.freeze(emptyRecord());
const noAllocations: readonly CapacityAllocation[] = Object.freeze([]);
const unlimited: EndDate = Object.freeze({kind: 'unlimited'});

/** `used 4`, without metadata: what most reservations have. */
const oneAllocation = share((allocationType: string | null) =>
	share((count: number | null): readonly CapacityAllocation[] =>
		Object.freeze([Object.freeze({allocationType, count, metadata: nothing})]),
	),
);

const acceleratorOf = share((instanceType: string | null) => Object.freeze(builtinAccelerator(instanceType)));

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
	const instanceType = wordOf(given.InstanceType);
	const reservationType = wordOf(given.ReservationType);
	const tags = recordOf(given.Tags);
	const startDate = dateOf(given.StartDate);
	return {
		// Joined, it is one string; a template would keep its parts as well.
		key: [region, id ?? `#${position}`].join('/'),
		kind: kindOf(reservationType, tags),
		region,
		id,
		arn: textOf(given.CapacityReservationArn),
		ownerId: wordOf(given.OwnerId),
		availabilityZone: wordOf(given.AvailabilityZone),
		availabilityZoneId: wordOf(given.AvailabilityZoneId),
		instanceType,
		instancePlatform: wordOf(given.InstancePlatform),
		tenancy: wordOf(given.Tenancy),
		totalInstanceCount: countOf(given.TotalInstanceCount),
		availableInstanceCount: countOf(given.AvailableInstanceCount),
		ebsOptimized: flagOf(given.EbsOptimized),
		ephemeralStorage: flagOf(given.EphemeralStorage),
		state: wordOf(given.State),
		startDate,
		endDate: endDateOf(wordOf(given.EndDateType), dateOf(given.EndDate)),
		createDate: sameDate(dateOf(given.CreateDate), startDate),
		instanceMatchCriteria: wordOf(given.InstanceMatchCriteria),
		tags,
		outpostArn: wordOf(given.OutpostArn),
		capacityReservationFleetId: wordOf(given.CapacityReservationFleetId),
		placementGroupArn: wordOf(given.PlacementGroupArn),
		capacityAllocations: allocationsOf(given.CapacityAllocations),
		reservationType,
		unusedReservationBillingOwnerId: wordOf(given.UnusedReservationBillingOwnerId),
		commitment: commitmentOf(given.CommitmentInfo),
		deliveryPreference: wordOf(given.DeliveryPreference),
		capacityBlockId: wordOf(given.CapacityBlockId),
		interruptible: flagOf(given.Interruptible),
		interruptibleAllocation: interruptibleAllocationOf(given.InterruptibleCapacityAllocation),
		interruption: interruptionOf(given.InterruptionInfo),
		adjustmentStatus: wordOf(given.AdjustmentStatus),
		adjustmentDetails: detailsOf(given.AdjustmentDetails),
		originalStartDate: dateOf(given.OriginalStartDate),
		zeroSizePreference: wordOf(given.ZeroSizePreference),
		launchStatus: wordOf(given.LaunchStatus),
		accelerator: acceleratorOf(instanceType),
	};
}

function kindOf(reservationType: string | null, tags: Readonly<Record<string, string>>): ReservationKind {
	const isKnown = reservationType === 'default' || reservationType === 'capacity-block';
	return (isKnown ? reservationType : tags[typeTag]) === 'capacity-block' ? 'block' : 'odcr';
}

function endDateOf(endDateType: string | null, at: Date | null): EndDate {
	if (endDateType === 'unlimited') {
		return unlimited;
	}

	return at === null ? {kind: 'unknown'} : {kind: 'limited', at};
}

/** `date`, as the same object if it is the time of `other`: most ODCRs start when they are made. */
function sameDate(date: Date | null, other: Date | null): Date | null {
	return date?.getTime() === other?.getTime() ? other : date;
}

function allocationsOf(value: unknown): readonly CapacityAllocation[] {
	const allocations = listOf(value).map(allocationOf);
	const [first] = allocations;
	if (first === undefined) {
		return noAllocations;
	}

	return allocations.length === 1 && first.metadata === nothing ? oneAllocation(first.allocationType)(first.count) : allocations;
}

function allocationOf(given: Given): CapacityAllocation {
	return {
		allocationType: wordOf(given['AllocationType']),
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
				status: wordOf(value['Status']),
				interruptibleCapacityReservationId: wordOf(value['InterruptibleCapacityReservationId']),
				interruptionType: wordOf(value['InterruptionType']),
				zeroSizePreference: wordOf(value['ZeroSizePreference']),
			}
		: null;
}

function interruptionOf(value: unknown): Interruption | null {
	return isGiven(value)
		? {
				sourceCapacityReservationId: wordOf(value['SourceCapacityReservationId']),
				interruptionType: wordOf(value['InterruptionType']),
			}
		: null;
}

/** An object without a prototype: a tag may well be called `__proto__`. As `Object.create(null)` it would be a hash table of three times the size. */
function emptyRecord(): Record<string, string> {
	return Object.setPrototypeOf({}, null);
}

/** `[{Key, Value}]` as an object. */
function recordOf(value: unknown): Readonly<Record<string, string>> {
	const entries = listOf(value);
	if (entries.length === 0) {
		return nothing;
	}

	const record = emptyRecord();
	for (const {Key, Value} of entries) {
		if (typeof Key === 'string') {
			record[shareText(safeText(Key))] = typeof Value === 'string' ? shareText(safeText(Value)) : '';
		}
	}

	return record;
}

function detailsOf(value: unknown): Readonly<Record<string, string>> {
	if (!isGiven(value)) {
		return nothing;
	}

	const record = emptyRecord();
	for (const [name, detail] of Object.entries(value)) {
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
