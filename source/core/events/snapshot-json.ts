import type {Reservation} from '../reservations/reservation.js';
import {type LiveTotals, summariseBlocks, summariseOdcrs} from '../rows/summary.js';
import {isoText} from '../words/iso-text.js';

/** What is known when the events begin. */
export type WatchStart = {
	readonly at: Date;
	/** `null`: STS did not answer. */
	readonly accountId: string | null;
	/** Those that match the filters, of the regions that answered. */
	readonly rows: readonly Reservation[];
	readonly regions: {readonly asked: number; readonly answered: number};
};

/** The first line of `watch -o ndjson`. A kind is `null` while no region has answered; a count is `null` when AWS told none of its parts. */
export function snapshotJson({at, accountId, rows, regions}: WatchStart) {
	const isKnown = regions.answered > 0 || regions.asked === 0;
	return {
		type: 'snapshot' as const,
		version: 1 as const,
		at: isoText(at),
		account_id: accountId,
		complete: regions.answered === regions.asked,
		regions: {asked: regions.asked, answered: regions.answered},
		odcrs: isKnown ? odcrFields(rows, accountId) : null,
		blocks: isKnown ? blockFields(rows, at) : null,
	};
}

function odcrFields(rows: readonly Reservation[], accountId: string | null) {
	const {count, live, upcoming, troubled, ended} = summariseOdcrs(rows, accountId);
	return {reservations: count, ...liveFields(live), upcoming, troubled, ended};
}

function blockFields(rows: readonly Reservation[], at: Date) {
	const {count, live, coming, troubled, ended} = summariseBlocks(rows, at);
	return {
		reservations: count,
		...liveFields(live),
		upcoming: coming.reservations,
		upcoming_unknown: coming.unknown,
		upcoming_instances: coming.instances,
		upcoming_accelerators: coming.accelerators,
		troubled,
		ended,
	};
}

function liveFields({reservations, unknown, total, available, used}: LiveTotals) {
	return {
		live: reservations,
		live_unknown: unknown,
		total_capacity: total?.instances ?? null,
		available_capacity: available?.instances ?? null,
		used_capacity: used?.instances ?? null,
		total_accelerators: total?.accelerators ?? null,
		available_accelerators: available?.accelerators ?? null,
		used_accelerators: used?.accelerators ?? null,
	};
}
