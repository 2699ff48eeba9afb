import {durationHours, type NextMoment, nextMoment} from '../reservations/expiry.js';
import {type Lifecycle, lifecycleOf} from '../reservations/lifecycle.js';
import {isBilledTo, type Reservation} from '../reservations/reservation.js';
import {percentOf, usageOf} from '../reservations/usage.js';
import {type Amount, addInstances, noAmount} from './amount.js';
import {type Coming, comingOf} from './coming.js';

/**
What live reservations hold.

A reservation for which AWS gave no total or no available count is in `unknown` and in no sum, so that a share never has
a part without its whole. The sums are `null` when there are live reservations, but all of them are in `unknown`.
*/
export type LiveTotals = {
	readonly reservations: number;
	readonly total: Amount | null;
	readonly available: Amount | null;
	readonly used: Amount | null;
	/** Live reservations with unknown counts. */
	readonly unknown: number;
};

export type OdcrSummary = {
	/** All ODCRs given, in whatever state. */
	readonly count: number;
	/** In the order of their first appearance. */
	readonly instanceTypes: readonly string[];
	readonly live: LiveTotals;
	/** Free share of the live instances, 0 to 1, and as whole percent, floored; `null` when there are none, or none known. */
	readonly freeRatio: number | null;
	readonly freePercent: number | null;
	/** Free and billed to this account all the same; `null` when of none of what is billed to it the counts are known. */
	readonly idle: Amount | null;
	readonly upcoming: number;
	readonly troubled: number;
	readonly ended: number;
};

export type BlockSummary = {
	readonly count: number;
	readonly instanceTypes: readonly string[];
	/** Shortest and longest of the known lengths, in hours; `null` when none is known. */
	readonly durationHours: {readonly min: number; readonly max: number} | null;
	/** `available` is what is not filled. */
	readonly live: LiveTotals;
	/** Blocks that have not started. */
	readonly coming: Coming;
	/** The start, drain or end that comes first; moments that have passed without AWS changing the state are left out. */
	readonly next: {readonly reservation: Reservation; readonly moment: NextMoment} | null;
	readonly troubled: number;
	readonly ended: number;
};

/**
Sums up the ODCRs among `reservations`.

Idle capacity counts as billed unless it is known to be billed to another account: without `accountId` nothing is known,
and money is not understated. An interruptible reservation and the one that it was carved from are added like any two:
AWS moves the instances from one to the other and bills both on their own (EC2 User Guide, "Interruptible Capacity Reservations").
*/
export function summariseOdcrs(reservations: readonly Reservation[], accountId: string | null): OdcrSummary {
	const odcrs = reservations.filter((reservation) => reservation.kind === 'odcr');
	const live = totalsOf(odcrs);
	const free = live.available?.instances ?? null;
	const all = live.total?.instances ?? null;
	return {
		count: odcrs.length,
		instanceTypes: typesOf(odcrs),
		live,
		freeRatio: free === null || all === null || all === 0 ? null : free / all,
		freePercent: percentOf(free, all),
		idle: totalsOf(odcrs.filter((reservation) => isBilledTo(reservation, accountId) !== false)).available,
		upcoming: countOf(odcrs, 'upcoming'),
		troubled: countOf(odcrs, 'troubled'),
		ended: countOf(odcrs, 'ended'),
	};
}

/** Sums up the Capacity Blocks among `reservations`. */
export function summariseBlocks(reservations: readonly Reservation[], now: Date): BlockSummary {
	const blocks = reservations.filter((reservation) => reservation.kind === 'block');
	return {
		count: blocks.length,
		instanceTypes: typesOf(blocks),
		durationHours: durationsOf(blocks),
		live: totalsOf(blocks),
		coming: comingOf(blocks),
		next: nextOf(blocks, now),
		troubled: countOf(blocks, 'troubled'),
		ended: countOf(blocks, 'ended'),
	};
}

function typesOf(reservations: readonly Reservation[]): readonly string[] {
	const types = new Set(reservations.map((reservation) => reservation.instanceType));
	return [...types].filter((type) => type !== null);
}

function countOf(reservations: readonly Reservation[], lifecycle: Lifecycle): number {
	return reservations.reduce((count, reservation) => count + (lifecycleOf(reservation.state) === lifecycle ? 1 : 0), 0);
}

function totalsOf(all: readonly Reservation[]): LiveTotals {
	let reservations = 0;
	let unknown = 0;
	let [total, available, used] = [noAmount, noAmount, noAmount];
	for (const reservation of all) {
		const usage = usageOf(reservation);
		if (usage === null) {
			continue;
		}

		reservations++;
		if (usage.total === null || usage.available === null) {
			unknown++;
			continue;
		}

		total = addInstances(total, reservation, usage.total);
		available = addInstances(available, reservation, usage.available);
		used = addInstances(used, reservation, usage.used ?? 0);
	}

	return reservations > 0 && unknown === reservations
		? {reservations, total: null, available: null, used: null, unknown}
		: {reservations, total, available, used, unknown};
}

function durationsOf(blocks: readonly Reservation[]): BlockSummary['durationHours'] {
	const hours = blocks.map(durationHours).filter((length) => length !== null);
	return hours.length === 0 ? null : {min: hours.reduce((a, b) => Math.min(a, b)), max: hours.reduce((a, b) => Math.max(a, b))};
}

function nextOf(blocks: readonly Reservation[], now: Date): BlockSummary['next'] {
	let next: BlockSummary['next'] = null;
	for (const reservation of blocks) {
		const moment = nextMoment(reservation, now);
		if (moment !== null && moment.in >= 0 && (next === null || moment.at < next.moment.at)) {
			next = {reservation, moment};
		}
	}

	return next;
}
