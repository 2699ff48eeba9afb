import type {Reservation} from '../core/reservations/reservation.js';
import type {OdcrGroup} from '../core/rows/group-odcrs.js';
import type {Sort, SortKey} from '../core/rows/sort.js';
import {boxTable} from './box-table.js';

/** The guide's ODCR table: a row per type, availability zone and state. */
export function groupTable(groups: readonly OdcrGroup[], isAscii: boolean): readonly string[] {
	return boxTable(
		['Instance Type', 'Region', 'AZ', 'Total', 'Available', 'Used', 'State'],
		groups.map(({instanceType, region, availabilityZone, total, available, used, state}) =>
			[instanceType, region, availabilityZone, total, available, used, state].map((value) => String(value ?? '–')),
		),
		isAscii,
	);
}

/** Amounts are compared by their sums; by anything else a group stands where the first of its reservations would. */
export function sortGroups(groups: readonly OdcrGroup[], sorted: readonly Reservation[], sort: Sort | null): readonly OdcrGroup[] {
	if (sort === null) {
		return groups;
	}

	const amountOf = amounts[sort.key];
	if (amountOf !== undefined) {
		const sign = sort.descending ? -1 : 1;
		// Unknown comes last in both directions.
		const order = (group: OdcrGroup) => sign * (amountOf(group) ?? sign * Number.POSITIVE_INFINITY);
		return groups.toSorted((a, b) => compare(order(a), order(b)));
	}

	const places = new Map<string, number>();
	for (const [place, reservation] of sorted.entries()) {
		const key = keyOf(reservation);
		places.set(key, places.get(key) ?? place);
	}

	return groups.toSorted((a, b) => compare(places.get(keyOf(a)) ?? 0, places.get(keyOf(b)) ?? 0));
}

const amounts: Partial<Readonly<Record<SortKey, (group: OdcrGroup) => number | null>>> = {
	free: (group) => group.available,
	total: (group) => group.total,
	size: (group) => group.total,
	used: (group) => group.used,
	use: usedRatio,
	fill: usedRatio,
	accelerators: (group) => group.accelerators,
};

function usedRatio({used, total}: OdcrGroup): number | null {
	return used === null || total === null || total === 0 ? null : used / total;
}

function keyOf({instanceType, region, availabilityZone, state}: OdcrGroup | Reservation): string {
	return JSON.stringify([instanceType, region, availabilityZone, state]);
}

function compare(a: number, b: number): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
