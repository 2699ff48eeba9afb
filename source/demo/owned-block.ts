import {requestedQuantityTag} from '../core/reservations/usage.js';
import {ApiError} from './api-error.js';
import {textOf} from './filters.js';
import {findReservations} from './reservation-ids.js';
import type {WireReservation} from './scenario.js';
import type {World} from './world.js';
import type {XmlRecord} from './xml.js';

/** A Capacity Block that can be extended. */
export type OwnedBlock = {
	readonly id: string;
	readonly instanceType: string;
	readonly availabilityZone: string;
	/** Instances. */
	readonly size: number;
	readonly start: Date;
	readonly end: Date;
};

const hour = 3_600_000;
/** A block can be extended from 56 days before its end until an hour before it ("Extend Capacity Blocks"). */
const earliest = 56 * 24 * hour;
const latest = hour;

/** Finds the block that is to be extended, and refuses what AWS does not extend. The codes and words are not AWS's. */
export function findExtensibleBlock(id: string, world: World): OwnedBlock {
	const reservation = findReservations(new Set([id]), world).get(id) ?? {};
	if (textOf(reservation, 'reservationType') !== 'capacity-block') {
		throw new ApiError(400, 'InvalidParameterValue', `The capacity reservation '${id}' is not a Capacity Block.`);
	}

	if (textOf(reservation, 'ownerId') !== world.scenario.accountId) {
		throw new ApiError(400, 'UnsupportedOperation', `The Capacity Block '${id}' can be extended by its owner only.`);
	}

	const state = textOf(reservation, 'state') ?? '';
	if (state !== 'active' && state !== 'scheduled') {
		throw new ApiError(
			400,
			'IncorrectState',
			`The Capacity Block '${id}' is ${state}. It can be extended while it is active or scheduled.`,
		);
	}

	if (hasPendingExtension(id, world)) {
		throw new ApiError(400, 'IncorrectState', `The Capacity Block '${id}' has an extension whose payment is pending.`);
	}

	const end = dateOf(reservation, 'endDate');
	const left = end.getTime() - world.now.getTime();
	if (left < latest || left > earliest) {
		throw new ApiError(
			400,
			'UnsupportedOperation',
			`The Capacity Block '${id}' can be extended from 56 days until 1 hour before it ends at ${end.toISOString()}.`,
		);
	}

	return {
		id,
		instanceType: textOf(reservation, 'instanceType') ?? '',
		availabilityZone: textOf(reservation, 'availabilityZone') ?? '',
		size: sizeOf(reservation),
		start: dateOf(reservation, 'startDate'),
		end,
	};
}

function hasPendingExtension(id: string, {scenario, region, now}: World): boolean {
	const rows = scenario.extensionsIn?.(region.name) ?? [];
	for (let index = 0; index < rows.length; index++) {
		const extension = rows.at(index)?.(now) ?? {};
		if (extension['capacityReservationId'] === id && extension['capacityBlockExtensionStatus'] === 'payment-pending') {
			return true;
		}
	}

	return false;
}

/** Before the start only the tag has it. */
function sizeOf(reservation: WireReservation): number {
	const total = Number(textOf(reservation, 'totalInstanceCount') ?? 0);
	const tags = (reservation['tagSet'] ?? []) as readonly XmlRecord[];
	return total > 0 ? total : Number(tags.find(({key}) => key === requestedQuantityTag)?.['value'] ?? 0);
}

function dateOf(reservation: WireReservation, element: string): Date {
	return new Date(textOf(reservation, element) ?? Number.NaN);
}
