import type {Accelerator} from '../reservations/accelerator.js';

/** An amount of money as AWS wrote it. Sums of it are made from `text` by whoever must be exact; `amount` is for comparing and dividing. */
export type Fee = {
	/** Plain decimal digits, e.g. `8467.2000`. */
	readonly text: string;
	readonly amount: number;
};

/**
One Capacity Block that can be bought, as `ec2:DescribeCapacityBlockOfferings` describes it, made safe.

Names are AWS's own. `null` means that AWS did not say, never zero. Times are UTC instants.
*/
export type Offering = {
	/** Unique within an answer, also when AWS sent no id. */
	readonly key: string;
	/** `CapacityBlockOfferingId`; without it nothing can be bought. */
	readonly id: string | null;
	/** The region that was asked. */
	readonly region: string;
	readonly availabilityZone: string | null;
	/** `availability-zone`, `local-zone`. */
	readonly zoneType: string | null;
	readonly instanceType: string | null;
	readonly instanceCount: number | null;
	/** Only of an UltraServer offering, e.g. `u-p6e-gb200x72`. */
	readonly ultraserverType: string | null;
	readonly ultraserverCount: number | null;
	readonly startDate: Date | null;
	/** 11:30 UTC of some day (EC2 User Guide, "Find and purchase Capacity Blocks"). */
	readonly endDate: Date | null;
	/** The real length, fractional when it begins at another time of day than it ends. */
	readonly durationHours: number | null;
	/** Paid once, for all instances and the whole length; operating system fees come on top. */
	readonly upfrontFee: Fee | null;
	/** ISO 4217, `USD`. */
	readonly currencyCode: string | null;
	readonly tenancy: string | null;
	/** What one instance of the type carries. `null`: no GPU and no ML accelerator. */
	readonly accelerator: Accelerator | null;
};

/** AWS's `UpfrontFee`, a string; `null` when it is no plain decimal number. */
export function parseFee(text: string | null): Fee | null {
	return text !== null && /^\d{1,15}(?:\.\d{1,12})?$/.test(text) ? {text, amount: Number(text)} : null;
}

/** The real length: AWS's own hours and minutes, else from start to end; `null` when neither is known or makes sense. */
export function offeringHours(hours: number | null, minutes: number | null, startDate: Date | null, endDate: Date | null): number | null {
	if (hours !== null && hours >= 0 && hours + (minutes ?? 0) > 0) {
		return hours + (minutes ?? 0) / 60;
	}

	const span = startDate === null || endDate === null ? 0 : (endDate.getTime() - startDate.getTime()) / 3_600_000;
	return span > 0 ? span : null;
}
