import type {AdviceRequest} from './advice-request.js';

const hour = 3_600_000;
const day = 24 * hour;

/** Future-dated ODCRs begin this many days ahead (EC2 API, `CreateCapacityReservation`, `StartDate`). */
export const soonestFutureDays = 5;
export const latestFutureDays = 120;

/** Families that can be reserved for a future date (EC2 User Guide, "Future-dated Capacity Reservations"). */
export const futureFamilies = ['C', 'M', 'R', 'I', 'T', 'G'] as const;

/** All instances of a future-dated ODCR together have at least so many vCPUs (ibid.). */
export const leastFutureVcpus = 32;

/** The shortest commitment of one; it can neither end nor be cancelled sooner without a fee (ibid., "Create a future-dated Capacity Reservation"). */
export const leastCommitmentDays = 14;

/**
Whether an ODCR can be requested for that day now.

`soon`: it is less than five days ahead. `early`: it is more than 120. `family` and `small`: AWS takes none of this family, or of so few
vCPUs. `short`: the run is over before the shortest commitment is. A size whose vCPUs are not known here is not called small.
*/
export type FutureOdcr = 'possible' | 'soon' | 'early' | 'family' | 'small' | 'short';

export function futureOdcrOf(
	instanceType: string,
	{count, length}: Pick<AdviceRequest, 'count' | 'length'>,
	start: Date,
	now: Date,
): FutureOdcr {
	const ahead = start.getTime() - now.getTime();
	const vcpus = vcpusOf(instanceType);
	if (ahead < soonestFutureDays * day) {
		return 'soon';
	}

	if (!isFutureFamily(instanceType)) {
		return 'family';
	}

	if (vcpus !== null && count !== null && vcpus * count < leastFutureVcpus) {
		return 'small';
	}

	if (length !== null && (length.unit === 'days' ? length.amount * day : length.amount * hour) < leastCommitmentDays * day) {
		return 'short';
	}

	return ahead > latestFutureDays * day ? 'early' : 'possible';
}

/** From when on it can be requested. */
export function futureRequestableFrom(start: Date): Date {
	return new Date(start.getTime() - latestFutureDays * day);
}

/** The letters before the generation: `g6e` is of G; `inf2` and `trn1` are families of their own. */
function isFutureFamily(instanceType: string): boolean {
	const letters = /^([a-z]+)\d/.exec(instanceType)?.[1] ?? '';
	return futureFamilies.some((family) => family.toLowerCase() === letters);
}

/** EC2 names sizes by their vCPUs; `null` for those that it does not, such as `metal`. */
function vcpusOf(instanceType: string): number | null {
	const [, family = '', times = '', size = ''] = /^([a-z0-9-]+)\.(\d*)(xlarge|[a-z]+)$/.exec(instanceType) ?? [];
	if (size === 'xlarge') {
		return 4 * Number(times || 1);
	}

	return times === '' ? smallVcpusOf(family, size) : null;
}

/** Those below `xlarge`: from T3 on all burstable ones have two vCPUs, the smallest of T2 and `medium` ones of other families have one. */
function smallVcpusOf(family: string, size: string): number | null {
	if (size === 'large') {
		return 2;
	}

	const isBurstable = /^t\d/.test(family);
	if (size === 'medium') {
		return isBurstable ? 2 : 1;
	}

	return isBurstable && ['nano', 'micro', 'small'].includes(size) ? (/^t[12]$/.test(family) ? 1 : 2) : null;
}
