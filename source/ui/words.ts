import type {CapacityErrorReason} from '../core/errors.js';
import type {OfferingSortKey} from '../core/offerings/sort-offerings.js';
import {lifecycleOf} from '../core/reservations/lifecycle.js';
import type {Reservation} from '../core/reservations/reservation.js';
import type {SortKey} from '../core/rows/sort.js';

export function plural(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}

/** `16 instances and 1 of unknown size`, short `16 and 1 unknown`. `instances`: of those whose size is known, `null` when of none it is. */
export function sizeText(instances: number | null, unknown: number, isLong: boolean): string {
	if (instances === null) {
		return 'size unknown';
	}

	const rest = unknown === 0 ? '' : isLong ? ` and ${unknown} of unknown size` : ` and ${unknown} unknown`;
	return `${isLong ? plural(instances, 'instance') : instances}${rest}`;
}

/** Why no connection can be made, in a few words. */
export const connectionWords = {
	no_credentials: 'no credentials',
	expired_credentials: 'credentials expired',
	unknown_region: 'unknown region',
	bad_setting: 'cannot read',
} as const satisfies Record<CapacityErrorReason, string>;

/** How the usable end of a block is announced; `null` for ODCRs, and for blocks that were never there to use. */
export function usableVerb({kind, state}: Reservation): 'usable until' | 'was usable until' | null {
	if (kind !== 'block') {
		return null;
	}

	return ['live', 'upcoming'].includes(lifecycleOf(state)) ? 'usable until' : state === 'expired' ? 'was usable until' : null;
}

/** What the foot calls a sort of offerings: as its column is called. */
export const offeringSortLabels = {price: 'fee', start: 'start', 'gpu-hour': 'accel-h'} as const satisfies Record<OfferingSortKey, string>;

/** What the foot calls a sort. */
export const sortLabels = {
	free: 'free',
	type: 'type',
	region: 'region',
	az: 'AZ',
	accelerators: 'accel',
	total: 'total',
	used: 'used',
	use: 'use',
	size: 'size',
	fill: 'fill',
	state: 'state',
	match: 'match',
	start: 'start',
	'usable-until': 'usable until',
	end: 'end',
	length: 'length',
	countdown: 'countdown',
	name: 'name',
	id: 'id',
} as const satisfies Record<SortKey, string>;
