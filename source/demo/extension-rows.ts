import {type BlockSpec, type ExtensionSpec, endAt} from './block-row.js';
import {zoneTypeOf} from './market.js';
import {regionOfZone, zoneIdOf} from './regions.js';
import type {ExtensionRow} from './scenario.js';
import type {XmlRecord} from './xml.js';

const hour = 3_600_000;

/** The extensions of the blocks in a region, each from the moment it is bought. */
export function extensionRows(region: string, blocks: readonly BlockSpec[]): readonly ExtensionRow[] {
	return blocks
		.filter(({availabilityZone}) => regionOfZone(availabilityZone) === region)
		.flatMap((block) =>
			(block.extensions ?? []).map(
				(extension): ExtensionRow =>
					(now) =>
						now < extension.bought ? null : extensionAt(block, extension, now),
			),
		);
}

function extensionAt(block: BlockSpec, extension: ExtensionSpec, now: Date): XmlRecord {
	const start = endAt(block, extension.bought);
	return {
		capacityReservationId: block.id,
		instanceType: block.instanceType,
		instanceCount: block.size,
		availabilityZone: block.availabilityZone,
		availabilityZoneId: zoneIdOf(block.availabilityZone),
		capacityBlockExtensionOfferingId: extension.offeringId,
		capacityBlockExtensionDurationHours: extension.hours,
		capacityBlockExtensionStatus: statusAt(extension, now),
		capacityBlockExtensionPurchaseDate: extension.bought,
		capacityBlockExtensionStartDate: start,
		capacityBlockExtensionEndDate: new Date(start.getTime() + extension.hours * hour),
		upfrontFee: extension.fee,
		currencyCode: 'USD',
		zoneType: zoneTypeOf(block.availabilityZone),
	};
}

function statusAt({settled, isPaid}: ExtensionSpec, now: Date): string {
	if (now < settled) {
		return 'payment-pending';
	}

	return isPaid ? 'payment-succeeded' : 'payment-failed';
}
