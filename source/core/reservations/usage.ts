import {lifecycleOf} from './lifecycle.js';
import type {Reservation} from './reservation.js';

/** Instances of a live reservation. `null`: AWS did not say. */
export type Usage = {
	readonly total: number | null;
	readonly available: number | null;
	/** In use, or not available for another reason. */
	readonly used: number | null;
};

/** AWS keeps a block's size in this tag until the block starts and its counts are filled. */
export const requestedQuantityTag = 'aws:ec2capacityreservation:incrementalRequestedQuantity';

/**
How many instances the reservation is for.

A block reports a total of 0 before it starts; then the size is in an AWS tag.
Source: EC2 User Guide, "View Capacity Blocks".
*/
export function sizeOf(reservation: Reservation): number | null {
	const total = reservation.totalInstanceCount;
	if (reservation.kind === 'odcr' || (total !== null && total > 0)) {
		return total;
	}

	// No block is for 0 instances: outside a live one the 0 only says that AWS has not filled the count.
	return countFrom(reservation.tags[requestedQuantityTag]) ?? (isLive(reservation) ? total : null);
}

/**
What of a live reservation is free and used; `null` for every other state, where AWS's counts mean nothing.

Counts that contradict each other are no facts: used and free are never more than the total (see `contradictionIn`).
*/
export function usageOf(reservation: Reservation): Usage | null {
	if (!isLive(reservation)) {
		return null;
	}

	const total = sizeOf(reservation);
	const available = freeOf(reservation);
	return {total, available, used: listedAsUsed(reservation, total, available) ?? difference(total, available)};
}

/** Free instances of a live reservation, else `null`; unknown too where AWS says that more are free than there are. */
export function freeOf(reservation: Reservation): number | null {
	if (!isLive(reservation)) {
		return null;
	}

	const available = reservation.availableInstanceCount;
	const total = sizeOf(reservation);
	const isPossible = available === null || total === null || available <= total;
	return isPossible && (isCounted(reservation) || available !== 0) ? available : null;
}

/** What AWS's counts of a live reservation have wrong among themselves, one sentence; `null`: nothing. */
export function contradictionIn(reservation: Reservation): string | null {
	const usage = usageOf(reservation);
	if (usage === null || usage.total === null) {
		return null;
	}

	const {total, available} = usage;
	const told = reservation.availableInstanceCount;
	if (told !== null && told > total) {
		return `AWS says that ${told} of ${total} instances are free; how many really are is unknown.`;
	}

	const used = usedAllocations(reservation);
	return used === null || used <= total - (available ?? 0)
		? null
		: `AWS lists ${used} of ${total} instances as used${available === null ? '' : `, and says that ${available} are free`}: the list is not counted.`;
}

/** Whole percent, rounded down so that 100 means full; `null` when there is nothing to take a percentage of. */
export function percentOf(part: number | null, whole: number | null): number | null {
	return part === null || whole === null || whole <= 0 ? null : Math.floor((part * 100) / whole);
}

/** Accelerators in `instances` of this reservation's type: 0 when the type has none, `null` when unknown. */
export function acceleratorsIn(reservation: Reservation, instances: number | null): number | null {
	if (reservation.accelerator === null) {
		return 0;
	}

	const each = reservation.accelerator.countPerInstance;
	return each === null || instances === null ? null : each * instances;
}

function isLive(reservation: Reservation): boolean {
	return lifecycleOf(reservation.state) === 'live';
}

/** False for a block that is live but whose counts AWS has not filled yet: its size is in the tag, and 0 available means nothing. */
function isCounted(reservation: Reservation): boolean {
	return reservation.kind === 'odcr' || (reservation.totalInstanceCount ?? 0) > 0 || (sizeOf(reservation) ?? 0) === 0;
}

/** `null`: AWS does not list it, or lists more than can be. */
function listedAsUsed(reservation: Reservation, total: number | null, available: number | null): number | null {
	const used = usedAllocations(reservation);
	return used === null || total === null || used <= total - (available ?? 0) ? used : null;
}

function usedAllocations(reservation: Reservation): number | null {
	const used = reservation.capacityAllocations.filter((allocation) => allocation.allocationType === 'used' && allocation.count !== null);
	return used.length === 0 ? null : used.reduce((sum, allocation) => sum + (allocation.count ?? 0), 0);
}

function difference(total: number | null, available: number | null): number | null {
	return total === null || available === null ? null : total - available;
}

function countFrom(text: string | undefined): number | null {
	return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
