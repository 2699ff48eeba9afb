import type {Accelerator} from './accelerator.js';

/** `odcr`: an On-Demand Capacity Reservation. `block`: a Capacity Block for ML. */
export type ReservationKind = 'odcr' | 'block';

/**
When a reservation ends.

`unlimited`: it stays until it is cancelled. `limited`: AWS ends an ODCR within the hour after `at`; a block ends at `at`,
and its instances are terminated before (see `usableUntil`). `unknown`: AWS gave neither, or a limited one without a date.
*/
export type EndDate = {readonly kind: 'unlimited'} | {readonly kind: 'limited'; readonly at: Date} | {readonly kind: 'unknown'};

/** One `CapacityAllocation`: instances of the reservation that are `used`, `future` or `cancelling`. */
export type CapacityAllocation = {
	readonly allocationType: string | null;
	readonly count: number | null;
	readonly metadata: Readonly<Record<string, string>>;
};

/** `CommitmentInfo` of a future-dated reservation. */
export type Commitment = {
	readonly committedInstanceCount: number | null;
	readonly commitmentEndDate: Date | null;
	readonly commitmentDurationSeconds: number | null;
};

/** `InterruptibleCapacityAllocation`: what the owner has carved out of this reservation as an interruptible one. */
export type InterruptibleAllocation = {
	readonly instanceCount: number | null;
	readonly targetInstanceCount: number | null;
	readonly status: string | null;
	readonly interruptibleCapacityReservationId: string | null;
	readonly interruptionType: string | null;
	readonly zeroSizePreference: string | null;
};

/** `InterruptionInfo`: present on an interruptible reservation, names the reservation it was carved from. */
export type Interruption = {
	readonly sourceCapacityReservationId: string | null;
	readonly interruptionType: string | null;
};

/**
One capacity reservation as `ec2:DescribeCapacityReservations` describes it, made safe.

Names are AWS's own. `null` means that AWS did not say, never zero and never "none". Every string is free of control
characters and at most 1,024 characters long. Times are UTC instants. Counts are instances.
*/
export type Reservation = {
	/** Unique within a snapshot, also when AWS sent no id. The cursor and change tracking hold on to it. */
	readonly key: string;
	readonly kind: ReservationKind;
	/** The region that was asked, e.g. `us-east-1`. */
	readonly region: string;
	/** `CapacityReservationId`, `cr-…`. */
	readonly id: string | null;
	readonly arn: string | null;
	readonly ownerId: string | null;
	readonly availabilityZone: string | null;
	readonly availabilityZoneId: string | null;
	readonly instanceType: string | null;
	readonly instancePlatform: string | null;
	readonly tenancy: string | null;
	/** As AWS says; 0 for a block that has not started. Use `sizeOf` for the size. */
	readonly totalInstanceCount: number | null;
	/** As AWS says, in every state. Use `usageOf` for what is free now. */
	readonly availableInstanceCount: number | null;
	readonly ebsOptimized: boolean | null;
	readonly ephemeralStorage: boolean | null;
	/** One of the 13 documented states, or whatever AWS sends next, verbatim. */
	readonly state: string | null;
	readonly startDate: Date | null;
	readonly endDate: EndDate;
	readonly createDate: Date | null;
	/** `open`: any matching launch uses it. `targeted`: launches must name it. */
	readonly instanceMatchCriteria: string | null;
	readonly tags: Readonly<Record<string, string>>;
	readonly outpostArn: string | null;
	readonly capacityReservationFleetId: string | null;
	readonly placementGroupArn: string | null;
	readonly capacityAllocations: readonly CapacityAllocation[];
	/** `ReservationType` as AWS sent it: `default` or `capacity-block`. */
	readonly reservationType: string | null;
	readonly unusedReservationBillingOwnerId: string | null;
	readonly commitment: Commitment | null;
	readonly deliveryPreference: string | null;
	/** `CapacityBlockId`, `cb-…`; one block owns one reservation, an UltraServer block several. */
	readonly capacityBlockId: string | null;
	readonly interruptible: boolean | null;
	readonly interruptibleAllocation: InterruptibleAllocation | null;
	readonly interruption: Interruption | null;
	readonly adjustmentStatus: string | null;
	/** `AdjustmentDetails`, flattened to text values; empty when AWS sent none. */
	readonly adjustmentDetails: Readonly<Record<string, string>>;
	readonly originalStartDate: Date | null;
	readonly zeroSizePreference: string | null;
	/** `launchable` or `unlaunchable`, UltraServer blocks only. */
	readonly launchStatus: string | null;
	/** What one instance of the type carries. `null`: no GPU and no ML accelerator. */
	readonly accelerator: Accelerator | null;
};

/** The `Name` tag, `null` when absent or empty. */
export function nameOf(reservation: Reservation): string | null {
	return reservation.tags['Name'] || null;
}

/** The end as an instant, `null` when unlimited or unknown. */
export function endOf(reservation: Reservation): Date | null {
	return reservation.endDate.kind === 'limited' ? reservation.endDate.at : null;
}

/**
Whether it lasts until it is cancelled.

Only an ODCR can: every block has an end (EC2 User Guide, "Capacity Blocks for ML"), so that of one AWS calls unlimited it is not known.
*/
export function isUnlimited({kind, endDate}: Reservation): boolean {
	return kind === 'odcr' && endDate.kind === 'unlimited';
}

/** Whether this account pays for the idle part: it owns the reservation or was made its billing owner. Unknown when neither id is known. */
export function isBilledTo(reservation: Reservation, accountId: string | null): boolean | null {
	const payer = reservation.unusedReservationBillingOwnerId ?? reservation.ownerId;
	if (payer === null || accountId === null) {
		return null;
	}

	return payer === accountId;
}
