import {drainMinutes} from '../core/reservations/expiry.js';
import {requestedQuantityTag} from '../core/reservations/usage.js';
import {arnOf, type Changing, valueAt, writeTags} from './odcr-row.js';
import {zoneIdOf} from './regions.js';
import type {WireReservation} from './scenario.js';
import type {XmlRecord} from './xml.js';

/** The reservation of a Capacity Block in a scenario. */
export type BlockSpec = {
	readonly id: string;
	readonly blockId: string;
	readonly instanceType: string;
	readonly availabilityZone: string;
	/** Instances. */
	readonly size: number;
	/** Free instances while it is active. */
	readonly free: Changing<number>;
	readonly created: Date;
	/** Until then the up-front fee is being processed. */
	readonly paid?: Date;
	readonly start: Date;
	/** As it was bought; what is paid of `extensions` comes after it. */
	readonly end: Date;
	/** In the order in which they were bought. */
	readonly extensions?: readonly ExtensionSpec[];
	/** By default what the dates say: `payment-pending`, `scheduled`, `active` or `expired`. */
	readonly state?: Changing<string>;
	readonly tags?: Readonly<Record<string, string>>;
	/** Further fields of the reservation. */
	readonly details?: XmlRecord;
};

/** More time for a block. */
export type ExtensionSpec = {
	readonly offeringId: string;
	readonly hours: number;
	readonly bought: Date;
	/** When AWS has the fee, or has given up on it: until then the payment is pending. */
	readonly settled: Date;
	readonly isPaid: boolean;
	/** US dollars, two decimal places. */
	readonly fee: string;
};

const minute = 60_000;

/** The row of a block; it appears when it is bought. */
export function blockRow(spec: BlockSpec, accountId: string): (now: Date) => WireReservation | null {
	return (now) => (now < spec.created ? null : blockAt(spec, accountId, now));
}

/** The end of a block with the extensions that are paid by then. */
export function endAt({end, extensions = []}: Pick<BlockSpec, 'end' | 'extensions'>, now: Date): Date {
	const hours = extensions.reduce((sum, {isPaid, settled, hours: more}) => (isPaid && now >= settled ? sum + more : sum), 0);
	return new Date(end.getTime() + hours * 60 * minute);
}

function blockAt(spec: BlockSpec, accountId: string, now: Date): WireReservation {
	const {id, availabilityZone, size} = spec;
	const state = spec.state === undefined ? stateAt(spec, now) : valueAt(spec.state, now);
	const isLive = state === 'active';
	const used = isLive ? usedAt(spec, now) : 0;
	return {
		capacityReservationId: id,
		ownerId: accountId,
		capacityReservationArn: arnOf(id, availabilityZone, accountId),
		availabilityZoneId: zoneIdOf(availabilityZone),
		instanceType: spec.instanceType,
		instancePlatform: 'Linux/UNIX',
		availabilityZone,
		tenancy: 'default',
		// Zero until the start: only the tag has the size ("View Capacity Blocks" in the EC2 User Guide).
		totalInstanceCount: now < spec.start ? 0 : size,
		availableInstanceCount: isLive ? size - used : 0,
		ebsOptimized: false,
		ephemeralStorage: false,
		state,
		startDate: spec.start,
		endDate: endAt(spec, now),
		endDateType: 'limited',
		instanceMatchCriteria: 'targeted',
		createDate: spec.created,
		tagSet: writeTags({
			...spec.tags,
			'aws:ec2capacityreservation:capacityReservationType': 'capacity-block',
			[requestedQuantityTag]: String(size),
		}),
		capacityAllocationSet: used > 0 ? [{allocationType: 'used', count: used}] : [],
		reservationType: 'capacity-block',
		capacityBlockId: spec.blockId,
		...spec.details,
	};
}

function stateAt(spec: BlockSpec, now: Date): string {
	const {paid, start} = spec;
	if (now < start) {
		return paid !== undefined && now < paid ? 'payment-pending' : 'scheduled';
	}

	return now < endAt(spec, now) ? 'active' : 'expired';
}

/** Once the drain begins AWS terminates the instances; here a tenth of them each minute. */
function usedAt(spec: BlockSpec, now: Date): number {
	const {instanceType, size, free} = spec;
	const used = size - valueAt(free, now);
	const draining = now.getTime() - (endAt(spec, now).getTime() - drainMinutes(instanceType) * minute);
	return draining < 0 ? used : Math.floor(used * Math.max(0, 1 - (Math.floor(draining / minute) + 1) / 10));
}
