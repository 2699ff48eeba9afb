import {regionOfZone, zoneIdOf} from './regions.js';
import type {WireReservation} from './scenario.js';
import type {XmlRecord} from './xml.js';

/** A value, or how it moves with the scenario's clock. */
export type Changing<Value> = Value | ((now: Date) => Value);

/** An On-Demand Capacity Reservation of a scenario. */
export type OdcrSpec = {
	readonly id: string;
	/** The owner when it is shared in by another account: then tags and allocations are not visible. */
	readonly sharedBy?: string;
	readonly instanceType: string;
	readonly availabilityZone: string;
	readonly platform?: string;
	/** Instances. */
	readonly total: Changing<number>;
	/** Free instances while it is active. */
	readonly free: Changing<number>;
	readonly created: Date;
	/** When this account comes to see it, if not when it is created: a share that is accepted later. */
	readonly seenFrom?: Date;
	/** When this account no longer sees it: a share that is withdrawn. */
	readonly seenUntil?: Date;
	/** Later than `created` for a future-dated one. */
	readonly start?: Date;
	/** Absent: unlimited. */
	readonly end?: Date;
	/** By default what the dates say: `scheduled`, `active` or `expired`. */
	readonly state?: Changing<string>;
	readonly match: 'open' | 'targeted';
	readonly tags?: Readonly<Record<string, string>>;
	/** Further fields of the reservation. */
	readonly details?: Changing<XmlRecord>;
};

/** The row of an ODCR; it appears when it is created. */
export function odcrRow(spec: OdcrSpec, accountId: string): (now: Date) => WireReservation | null {
	return (now) => (isSeen(spec, now) ? odcrAt(spec, accountId, now) : null);
}

export function valueAt<Value extends string | number | XmlRecord>(value: Changing<Value>, now: Date): Value {
	return typeof value === 'function' ? value(now) : value;
}

export function writeTags(tags: Readonly<Record<string, string>>): readonly XmlRecord[] {
	return Object.entries(tags).map(([key, value]) => ({key, value}));
}

export function arnOf(id: string, zone: string, ownerId: string): string {
	return `arn:aws:ec2:${regionOfZone(zone)}:${ownerId}:capacity-reservation/${id}`;
}

function isSeen({seenFrom, seenUntil, created}: OdcrSpec, now: Date): boolean {
	return now >= (seenFrom ?? created) && (seenUntil === undefined || now < seenUntil);
}

function odcrAt(spec: OdcrSpec, accountId: string, now: Date): WireReservation {
	const {id, availabilityZone, start = spec.created, end} = spec;
	const ownerId = spec.sharedBy ?? accountId;
	const state = spec.state === undefined ? stateAt(start, end, now) : valueAt(spec.state, now);
	const total = valueAt(spec.total, now);
	const available = state === 'active' ? valueAt(spec.free, now) : 0;
	return {
		capacityReservationId: id,
		ownerId,
		capacityReservationArn: arnOf(id, availabilityZone, ownerId),
		availabilityZoneId: zoneIdOf(availabilityZone),
		instanceType: spec.instanceType,
		instancePlatform: spec.platform ?? 'Linux/UNIX',
		availabilityZone,
		tenancy: 'default',
		totalInstanceCount: total,
		availableInstanceCount: available,
		ebsOptimized: false,
		ephemeralStorage: false,
		state,
		startDate: start,
		...(end === undefined ? {endDateType: 'unlimited'} : {endDate: end, endDateType: 'limited'}),
		instanceMatchCriteria: spec.match,
		createDate: spec.created,
		tagSet: spec.sharedBy === undefined ? writeTags(spec.tags ?? {}) : [],
		capacityAllocationSet: spec.sharedBy === undefined ? allocations(state, total, available) : [],
		reservationType: 'default',
		...(spec.details === undefined ? {} : valueAt(spec.details, now)),
	};
}

function stateAt(start: Date, end: Date | undefined, now: Date): string {
	if (now < start) {
		return 'scheduled';
	}

	return end !== undefined && now >= end ? 'expired' : 'active';
}

function allocations(state: string, total: number, available: number): readonly XmlRecord[] {
	if (state === 'scheduled') {
		return [{allocationType: 'future', count: total}];
	}

	return state === 'active' && total > available ? [{allocationType: 'used', count: total - available}] : [];
}
