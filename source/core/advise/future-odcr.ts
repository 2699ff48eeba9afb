const day = 86_400_000;

/** Future-dated ODCRs begin this many days ahead (EC2 API, `CreateCapacityReservation`, `StartDate`). */
export const soonestFutureDays = 5;
export const latestFutureDays = 120;

/** Families that can be reserved for a future date (EC2 User Guide, "Future-dated Capacity Reservations"). */
export const futureFamilies = ['C', 'M', 'R', 'I', 'T', 'G'] as const;

/** All instances of a future-dated ODCR together have at least so many vCPUs (ibid.). */
export const leastFutureVcpus = 32;

/**
Whether an ODCR can be requested for that day now.

`soon`: it is less than five days ahead. `early`: it is more than 120. `family` and `small`: AWS takes none of this family, or of so few
vCPUs. A size whose vCPUs are not known here is not called small.
*/
export type FutureOdcr = 'possible' | 'soon' | 'early' | 'family' | 'small';

export function futureOdcrOf(instanceType: string, count: number | null, start: Date, now: Date): FutureOdcr {
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
	const [, , times = '', size] = /^([a-z0-9-]+)\.(\d*)(x?large)$/.exec(instanceType) ?? [];
	if (size === undefined) {
		return null;
	}

	return size === 'large' ? 2 : 4 * Number(times || 1);
}
