import {isRegionSyntax} from '../core/regions/regions.js';
import {lifecycleOf} from '../core/reservations/lifecycle.js';
import {nameOf, type Reservation} from '../core/reservations/reservation.js';
import {isUltraServer} from '../core/reservations/ultraservers.js';
import {freeOf, sizeOf} from '../core/reservations/usage.js';

/** How instances get into the reservation, which decides the market type of the launch. */
export type LaunchMode = 'odcr' | 'block' | 'ultraserver' | 'interruptible';

/** What a launch into a reservation needs, checked: ids and names are plain words of the form that AWS documents. */
export type LaunchTarget = {
	readonly reservation: Reservation;
	readonly mode: LaunchMode;
	readonly id: string;
	readonly instanceType: string;
	readonly region: string;
	/** `null`: unknown. */
	readonly zone: string | null;
	/** Instances to launch: what is free, else its size, else 1. */
	readonly count: number;
	/** Instances that it is for; at least 1. */
	readonly size: number;
	/** Launches must name it; any text. */
	readonly placementGroup: string | null;
	readonly isLive: boolean;
};

/** Why no launch can be written down for a reservation. */
export type NoTarget = {readonly because: string};

/**
The target of launches into a live or coming reservation.

Ids and types of another form than AWS's make none: the AWS CLI takes words such as `file://…` or `--…` for more than text, whatever
a shell makes of them.
*/
export function launchTargetOf(reservation: Reservation): LaunchTarget | NoTarget {
	const {id, instanceType, region, availabilityZone, state, kind, key} = reservation;
	const lifecycle = lifecycleOf(state);
	if (lifecycle !== 'live' && lifecycle !== 'upcoming') {
		return {because: `${id ?? key} is ${state ?? 'in an unknown state'}: nothing can be launched into it.`};
	}

	const isPlain = /^cr-[0-9a-z]+$/i.test(id ?? '') && /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/i.test(instanceType ?? '') && isRegionSyntax(region);
	if (!isPlain || id === null || instanceType === null) {
		return {because: `AWS gave no id, instance type or region of the usual form for ${id ?? key}, so that no launch can name it.`};
	}

	const size = Math.max(1, sizeOf(reservation) ?? 1);
	return {
		reservation,
		mode: modeOf(reservation),
		id,
		instanceType,
		region,
		zone: /^[a-z0-9-]+$/i.test(availabilityZone ?? '') ? availabilityZone : null,
		count: Math.max(1, freeOf(reservation) || size),
		size,
		placementGroup: kind === 'odcr' ? placementGroupOf(reservation) : null,
		isLive: lifecycle === 'live',
	};
}

export function isTarget(given: LaunchTarget | NoTarget): given is LaunchTarget {
	return 'id' in given;
}

/** `cr-0a1b (train-a), 32 × p5.48xlarge in us-east-1a`. */
export function targetText({reservation, id, instanceType, size, zone, region}: LaunchTarget): string {
	const name = nameOf(reservation);
	return `${id}${name === null ? '' : ` (${name})`}, ${size} × ${instanceType} in ${zone ?? region}`;
}

function modeOf(reservation: Reservation): LaunchMode {
	if (reservation.kind === 'block') {
		return isUltraServer(reservation) ? 'ultraserver' : 'block';
	}

	return reservation.interruptible === true || reservation.interruption !== null ? 'interruptible' : 'odcr';
}

/** An ODCR of a cluster placement group is used by launches into that group only (EC2 User Guide, "Capacity Reservations in cluster placement groups"). */
function placementGroupOf({placementGroupArn}: Reservation): string | null {
	return placementGroupArn?.split(':placement-group/')[1] || null;
}
