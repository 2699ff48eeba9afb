import {durationHours, usableUntil} from '../core/reservations/expiry.js';
import {madeOnce} from '../core/reservations/made-once.js';
import type {CapacityAllocation, EndDate, Reservation} from '../core/reservations/reservation.js';
import {endOf} from '../core/reservations/reservation.js';
import {acceleratorsIn, contradictionIn, sizeOf, usageOf} from '../core/reservations/usage.js';
import {isoText} from '../core/words/iso-text.js';

/** A row of `reservations` in the JSON contract: the guide's keys first. `null` is unknown or not applicable. */
export type ReservationFields = ReturnType<typeof newReservationFields>;

/** A row of `blocks` in the JSON contract. */
export type BlockFields = ReturnType<typeof newBlockFields>;

export const reservationFields = madeOnce(newReservationFields);

export const blockFields = madeOnce(newBlockFields);

function newReservationFields(reservation: Reservation) {
	return {
		reservation_id: reservation.id,
		instance_type: reservation.instanceType,
		region: reservation.region,
		availability_zone: reservation.availabilityZone,
		total_capacity: sizeOf(reservation),
		...liveFields(reservation),
		state: reservation.state,
		start_date: isoOf(reservation.startDate),
		end_date: isoOf(endOf(reservation)),
		usable_until: isoOf(usableUntil(reservation)),
		capacity_block_id: reservation.capacityBlockId,
		...sharedFields(reservation),
	};
}

function newBlockFields(reservation: Reservation) {
	return {
		capacity_block_id: reservation.capacityBlockId,
		reservation_id: reservation.id,
		instance_type: reservation.instanceType,
		instance_count: sizeOf(reservation),
		region: reservation.region,
		availability_zone: reservation.availabilityZone,
		start_date: isoOf(reservation.startDate),
		end_date: isoOf(endOf(reservation)),
		duration_hours: roundedDuration(reservation),
		state: reservation.state,
		// Not a field of AWS: every Capacity Block is placed in an UltraCluster.
		ultra_cluster_placement: true,
		usable_until: isoOf(usableUntil(reservation)),
		total_capacity: usageOf(reservation)?.total ?? null,
		...liveFields(reservation),
		...sharedFields(reservation),
	};
}

/** Hours to four decimals, which is finer than AWS's minutes. */
export function roundedDuration(reservation: Reservation): number | null {
	const hours = durationHours(reservation);
	return hours === null ? null : Math.round(hours * 10_000) / 10_000;
}

function liveFields(reservation: Reservation) {
	const usage = usageOf(reservation);
	const contradiction = contradictionIn(reservation);
	return {
		available_capacity: usage?.available ?? null,
		used_capacity: usage?.used ?? null,
		...(contradiction === null ? {} : {contradiction}),
	};
}

function sharedFields(reservation: Reservation) {
	return {
		arn: reservation.arn,
		owner_id: reservation.ownerId,
		availability_zone_id: reservation.availabilityZoneId,
		instance_platform: reservation.instancePlatform,
		tenancy: reservation.tenancy,
		ebs_optimized: reservation.ebsOptimized,
		ephemeral_storage: reservation.ephemeralStorage,
		end_date_type: endDateType(reservation.endDate),
		create_date: isoOf(reservation.createDate),
		instance_match_criteria: reservation.instanceMatchCriteria,
		outpost_arn: reservation.outpostArn,
		capacity_reservation_fleet_id: reservation.capacityReservationFleetId,
		placement_group_arn: reservation.placementGroupArn,
		capacity_allocations: reservation.capacityAllocations.map(allocationFields),
		reservation_type: reservation.reservationType,
		unused_reservation_billing_owner_id: reservation.unusedReservationBillingOwnerId,
		commitment_info: commitmentFields(reservation),
		delivery_preference: reservation.deliveryPreference,
		interruptible: reservation.interruptible,
		interruptible_capacity_allocation: interruptibleFields(reservation),
		interruption_info: interruptionFields(reservation),
		adjustment_status: reservation.adjustmentStatus,
		adjustment_details: {...reservation.adjustmentDetails},
		original_start_date: isoOf(reservation.originalStartDate),
		zero_size_preference: reservation.zeroSizePreference,
		launch_status: reservation.launchStatus,
		accelerator: acceleratorFields(reservation),
		tags: {...reservation.tags},
	};
}

function acceleratorFields(reservation: Reservation) {
	const {accelerator} = reservation;
	return accelerator === null
		? null
		: {
				name: accelerator.name,
				count_per_instance: accelerator.countPerInstance,
				total: acceleratorsIn(reservation, sizeOf(reservation)),
			};
}

function allocationFields(allocation: CapacityAllocation) {
	return {allocation_type: allocation.allocationType, count: allocation.count, allocation_metadata: {...allocation.metadata}};
}

function commitmentFields({commitment}: Reservation) {
	return commitment === null
		? null
		: {
				committed_instance_count: commitment.committedInstanceCount,
				commitment_end_date: isoOf(commitment.commitmentEndDate),
				commitment_duration: commitment.commitmentDurationSeconds,
			};
}

function interruptibleFields({interruptibleAllocation}: Reservation) {
	return interruptibleAllocation === null
		? null
		: {
				instance_count: interruptibleAllocation.instanceCount,
				target_instance_count: interruptibleAllocation.targetInstanceCount,
				status: interruptibleAllocation.status,
				interruptible_capacity_reservation_id: interruptibleAllocation.interruptibleCapacityReservationId,
				interruption_type: interruptibleAllocation.interruptionType,
				zero_size_preference: interruptibleAllocation.zeroSizePreference,
			};
}

function interruptionFields({interruption}: Reservation) {
	return interruption === null
		? null
		: {
				source_capacity_reservation_id: interruption.sourceCapacityReservationId,
				interruption_type: interruption.interruptionType,
			};
}

function endDateType(endDate: EndDate): 'limited' | 'unlimited' | null {
	return endDate.kind === 'unknown' ? null : endDate.kind;
}

function isoOf(date: Date | null): string | null {
	return date === null ? null : isoText(date);
}
