import type {CapacityBlockExtensionOffering, CapacityBlockOffering} from '@aws-sdk/client-ec2';
import type {ExtensionOffering} from '../../core/offerings/extension-offering.js';
import {type Offering, offeringHours, parseFee} from '../../core/offerings/offering.js';
import {builtinAccelerator} from '../../core/reservations/accelerator-table.js';
import {ultraServerOf} from '../../core/reservations/ultraservers.js';
import {countOf, dateOf, type Fields, listOf, textOf} from '../fields.js';

/** The offerings of one page, made safe as reservations are. `position`: how many of the answer came before. Never throws. */
export function normaliseOfferings(region: string, page: unknown, position: number): readonly Offering[] {
	return listOf(page).map((given: Fields<CapacityBlockOffering>, index) => {
		const startDate = dateOf(given.StartDate);
		const endDate = dateOf(given.EndDate);
		const ultraserverType = textOf(given.UltraserverType);
		return {
			...sharedFields(region, textOf(given.CapacityBlockOfferingId), position + index, given),
			ultraserverType,
			ultraserverCount: countOf(given.UltraserverCount),
			startDate,
			endDate,
			durationHours: offeringHours(
				countOf(given.CapacityBlockDurationHours),
				countOf(given.CapacityBlockDurationMinutes),
				startDate,
				endDate,
			),
			accelerator: builtinAccelerator(textOf(given.InstanceType) ?? ultraServerOf(ultraserverType)?.instanceType ?? null),
		};
	});
}

/** The same for offerings that extend a block. */
export function normaliseExtensions(region: string, reservationId: string, page: unknown, position: number): readonly ExtensionOffering[] {
	return listOf(page).map((given: Fields<CapacityBlockExtensionOffering>, index) => {
		const startDate = dateOf(given.CapacityBlockExtensionStartDate);
		const endDate = dateOf(given.CapacityBlockExtensionEndDate);
		return {
			...sharedFields(region, textOf(given.CapacityBlockExtensionOfferingId), position + index, given),
			reservationId,
			blockStartDate: dateOf(given.StartDate),
			ultraserverType: null,
			ultraserverCount: null,
			startDate,
			endDate,
			durationHours: offeringHours(countOf(given.CapacityBlockExtensionDurationHours), null, startDate, endDate),
			accelerator: builtinAccelerator(textOf(given.InstanceType)),
		};
	});
}

type SharedName = 'AvailabilityZone' | 'ZoneType' | 'InstanceType' | 'InstanceCount' | 'UpfrontFee' | 'CurrencyCode' | 'Tenancy';

function sharedFields(
	region: string,
	id: string | null,
	position: number,
	given: Fields<Pick<CapacityBlockExtensionOffering, SharedName>>,
) {
	return {
		key: `${region}/${id ?? `#${position}`}`,
		id,
		region,
		availabilityZone: textOf(given.AvailabilityZone),
		zoneType: textOf(given.ZoneType),
		instanceType: textOf(given.InstanceType),
		instanceCount: countOf(given.InstanceCount),
		upfrontFee: parseFee(textOf(given.UpfrontFee)),
		currencyCode: textOf(given.CurrencyCode),
		tenancy: textOf(given.Tenancy),
	};
}
