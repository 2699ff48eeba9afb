import type {Reservation} from '../reservations/reservation.js';
import {acceleratorsIn, sizeOf, usageOf} from '../reservations/usage.js';
import {naturalKey} from './natural-key.js';

/** ODCRs of one type, zone and state. Sums are instances or accelerators; `null` when any member's number is unknown. */
export type OdcrGroup = {
	readonly instanceType: string | null;
	readonly region: string;
	readonly availabilityZone: string | null;
	readonly state: string | null;
	/** Reservations in the group. */
	readonly count: number;
	readonly total: number | null;
	readonly available: number | null;
	readonly used: number | null;
	readonly accelerators: number | null;
};

/** The ODCRs among `reservations` as groups: most free first, unknown last, then by type, zone, region and state. */
export function groupOdcrs(reservations: readonly Reservation[]): readonly OdcrGroup[] {
	const groups = new Map<string, OdcrGroup>();
	for (const reservation of reservations) {
		if (reservation.kind !== 'odcr') {
			continue;
		}

		const {instanceType, region, availabilityZone, state} = reservation;
		const key = JSON.stringify([instanceType, region, availabilityZone, state]);
		const group = groups.get(key);
		groups.set(key, group === undefined ? groupOf(reservation) : add(group, groupOf(reservation)));
	}

	return [...groups.values()].sort(compareGroups);
}

function groupOf(reservation: Reservation): OdcrGroup {
	const {instanceType, region, availabilityZone, state} = reservation;
	const usage = usageOf(reservation);
	const total = sizeOf(reservation);
	return {
		instanceType,
		region,
		availabilityZone,
		state,
		count: 1,
		total,
		available: usage?.available ?? null,
		used: usage?.used ?? null,
		accelerators: acceleratorsIn(reservation, total),
	};
}

function add(group: OdcrGroup, other: OdcrGroup): OdcrGroup {
	return {
		...group,
		count: group.count + other.count,
		total: sum(group.total, other.total),
		available: sum(group.available, other.available),
		used: sum(group.used, other.used),
		accelerators: sum(group.accelerators, other.accelerators),
	};
}

function sum(a: number | null, b: number | null): number | null {
	return a === null || b === null ? null : a + b;
}

function compareGroups(a: OdcrGroup, b: OdcrGroup): number {
	return (
		compare(-(a.available ?? Number.NEGATIVE_INFINITY), -(b.available ?? Number.NEGATIVE_INFINITY)) ||
		compareWords(a.instanceType, b.instanceType) ||
		compareWords(a.availabilityZone, b.availabilityZone) ||
		compareWords(a.region, b.region) ||
		compareWords(a.state, b.state)
	);
}

/** Unknown last. */
function compareWords(a: string | null, b: string | null): number {
	return compare(Number(a === null), Number(b === null)) || compare(naturalKey(a ?? ''), naturalKey(b ?? ''));
}

function compare(a: number | string, b: number | string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
