import type {Offering} from '../offerings/offering.js';
import {instancesOf, pricePerAcceleratorHour, pricePerInstanceHour} from '../offerings/offering-price.js';
import {dateOrNull} from './fit-json.js';

/** An offering as the objects of `check` and `advise` have it. */
export function offeringFields(offering: Offering) {
	return {
		capacity_block_offering_id: offering.id,
		region: offering.region,
		availability_zone: offering.availabilityZone,
		instance_type: offering.instanceType,
		instance_count: instancesOf(offering),
		start_date: dateOrNull(offering.startDate),
		end_date: dateOrNull(offering.endDate),
		duration_hours: offering.durationHours,
		upfront_fee: offering.upfrontFee?.text ?? null,
		currency_code: offering.currencyCode,
		price_per_instance_hour: pricePerInstanceHour(offering),
		price_per_accelerator_hour: pricePerAcceleratorHour(offering),
	};
}
