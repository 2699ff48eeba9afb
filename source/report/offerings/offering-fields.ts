import {besideHeld} from '../../core/offerings/beside-held.js';
import type {ExtensionOffering} from '../../core/offerings/extension-offering.js';
import type {Offering} from '../../core/offerings/offering.js';
import {acceleratorsOf, instancesOf, pricePerAcceleratorHour, pricePerInstanceHour} from '../../core/offerings/offering-price.js';
import {extensionLine, purchaseLine, purchaseTerms} from '../../core/offerings/purchase.js';
import {drainMinutes} from '../../core/reservations/expiry.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import {ultraServerOf} from '../../core/reservations/ultraservers.js';
import {isoText} from '../../core/words/iso-text.js';

/** A row of `offerings` in the JSON contract. `null` is unknown or not applicable. */
export type OfferingFields = ReturnType<typeof offeringFields>;

const minute = 60_000;
const hour = 60 * minute;

export function offeringFields(offering: Offering | ExtensionOffering, held: readonly Reservation[]) {
	const isExtension = 'reservationId' in offering;
	const {overlaps, after, before} = besideHeld(offering, held);
	const command = isExtension ? extensionLine(offering.region, offering.reservationId, offering.id) : purchaseLine(offering);
	return {
		capacity_block_offering_id: isExtension ? null : offering.id,
		capacity_block_extension_offering_id: isExtension ? offering.id : null,
		region: offering.region,
		availability_zone: offering.availabilityZone,
		zone_type: offering.zoneType,
		instance_type: offering.instanceType,
		instance_count: instancesOf(offering),
		ultraserver_type: offering.ultraserverType,
		ultraserver_count: offering.ultraserverCount,
		start_date: isoOf(offering.startDate),
		end_date: isoOf(offering.endDate),
		usable_until: isoOf(usableUntil(offering)),
		duration_hours: rounded(offering.durationHours),
		upfront_fee: offering.upfrontFee?.text ?? null,
		currency_code: offering.currencyCode,
		price_per_instance_hour: rounded(pricePerInstanceHour(offering)),
		price_per_accelerator_hour: rounded(pricePerAcceleratorHour(offering)),
		tenancy: offering.tenancy,
		accelerator:
			offering.accelerator === null
				? null
				: {
						name: offering.accelerator.name,
						count_per_instance: offering.accelerator.countPerInstance,
						total: acceleratorsOf(offering),
					},
		held_beside: overlaps.map(({id}) => id),
		held_before: after === null ? null : {reservation_id: after.block.id, gap_hours: rounded(after.gapMs / hour)},
		held_after: before === null ? null : {reservation_id: before.block.id, gap_hours: rounded(before.gapMs / hour)},
		purchase_command: command,
		terms: purchaseTerms(offering),
	};
}

/** Four decimals: finer than AWS's minutes, and than a cent of an hour. */
function rounded(value: number | null): number | null {
	return value === null ? null : Math.round(value * 10_000) / 10_000;
}

function usableUntil({endDate, instanceType, ultraserverType}: Offering): Date | null {
	const drain = drainMinutes(instanceType ?? ultraServerOf(ultraserverType)?.instanceType ?? null);
	return endDate === null ? null : new Date(endDate.getTime() - drain * minute);
}

function isoOf(date: Date | null): string | null {
	return date === null ? null : isoText(date);
}
