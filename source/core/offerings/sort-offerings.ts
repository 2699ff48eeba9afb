import {naturalKey} from '../rows/natural-key.js';
import type {Offering} from './offering.js';
import {instancesOf, pricePerAcceleratorHour} from './offering-price.js';

/** The words of `--sort`. */
export type OfferingSortKey = 'price' | 'start' | 'gpu-hour';

export const offeringSortKeys: readonly OfferingSortKey[] = ['price', 'start', 'gpu-hour'];

type Value = number | string | null;

const readBy: Readonly<Record<OfferingSortKey, (offering: Offering) => readonly Value[]>> = {
	// Amounts of different currencies cannot be compared.
	price: ({currencyCode, upfrontFee}) => [upfrontFee === null ? null : (currencyCode ?? ''), upfrontFee?.amount ?? null],
	start: ({startDate}) => [startDate?.getTime() ?? null],
	'gpu-hour': (offering) => {
		const price = pricePerAcceleratorHour(offering);
		return [price === null ? null : (offering.currencyCode ?? ''), price];
	},
};

/**
A sorted copy, lowest or first first, what is unknown last.

Total: equals are ordered by start, fee, region, zone, type, count, length, id and key, so that rows never jump.
*/
export function sortOfferings(offerings: readonly Offering[], key: OfferingSortKey): readonly Offering[] {
	const read = [readBy[key], readBy.start, readBy.price, readRest];
	return offerings
		.map((offering) => ({offering, values: read.flatMap((values) => values(offering))}))
		.sort((one, other) => compareAll(one.values, other.values))
		.map(({offering}) => offering);
}

export function isOfferingSortKey(text: string): text is OfferingSortKey {
	return offeringSortKeys.some((key) => key === text);
}

function readRest(offering: Offering): readonly Value[] {
	const {region, availabilityZone, instanceType, ultraserverType, durationHours, id, key} = offering;
	const words = [region, availabilityZone, instanceType, ultraserverType].map((word) => (word === null ? null : naturalKey(word)));
	return [...words, instancesOf(offering), durationHours, id, key];
}

function compareAll(one: readonly Value[], other: readonly Value[]): number {
	for (const [place, value] of one.entries()) {
		const order = compare(value, other[place] ?? null);
		if (order !== 0) {
			return order;
		}
	}

	return 0;
}

/** Each place holds values of one type in all offerings, or null. */
function compare(one: Value, other: Value): number {
	if (one === null || other === null) {
		return Number(one === null) - Number(other === null);
	}

	return one < other ? -1 : one > other ? 1 : 0;
}
