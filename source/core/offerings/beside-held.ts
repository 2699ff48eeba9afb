import {isOver} from '../reservations/is-over.js';
import {endOf, type Reservation} from '../reservations/reservation.js';
import type {Offering} from './offering.js';

/** How an offering sits beside the blocks of its type that are held already. */
export type BesideHeld = {
	/** Held at the same time, in any zone: counted together for the organisation's limit, and perhaps all that is needed. */
	readonly overlaps: readonly Reservation[];
	/** The block that ends last before the offering starts, and the time between; a gap of 0 needs no other cluster in between. */
	readonly after: {readonly block: Reservation; readonly gapMs: number} | null;
	/** The block that starts first after the offering's end. */
	readonly before: {readonly block: Reservation; readonly gapMs: number} | null;
};

/** Compares the whole lengths, drain included. Blocks that are over or whose dates are unknown are left out. */
export function besideHeld(offering: Offering, reservations: readonly Reservation[]): BesideHeld {
	const start = offering.startDate?.getTime() ?? null;
	const end = offering.endDate?.getTime() ?? null;
	if (start === null || end === null) {
		return {overlaps: [], after: null, before: null};
	}

	const held = reservations.flatMap((block) => {
		const from = block.startDate?.getTime() ?? null;
		const to = endOf(block)?.getTime() ?? null;
		const isHeld = block.kind === 'block' && block.instanceType === offering.instanceType && !isOver(block);
		return isHeld && from !== null && to !== null ? [{block, from, to}] : [];
	});
	const earlier = held.filter(({to}) => to <= start).toSorted((one, other) => other.to - one.to || compareKeys(one.block, other.block));
	const later = held.filter(({from}) => from >= end).toSorted((one, other) => one.from - other.from || compareKeys(one.block, other.block));
	return {
		overlaps: held.filter(({from, to}) => from < end && to > start).map(({block}) => block),
		after: earlier[0] === undefined ? null : {block: earlier[0].block, gapMs: start - earlier[0].to},
		before: later[0] === undefined ? null : {block: later[0].block, gapMs: later[0].from - end},
	};
}

function compareKeys(one: Reservation, other: Reservation): number {
	return one.key < other.key ? -1 : Number(one.key > other.key);
}
