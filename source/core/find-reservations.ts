import {linkAbort} from './abort.js';
import {type FanOutOptions, fanOut} from './fan-out.js';
import {hasAnswered, type RegionResult} from './region-result.js';
import type {Reservation} from './reservation.js';
import type {CapacitySnapshot} from './snapshot.js';
import type {RegionDirectory} from './source.js';

/** `snapshot`: what had answered by then; all regions when `reservations` is empty. */
export type FoundReservations = {readonly reservations: readonly Reservation[]; readonly snapshot: CapacitySnapshot};

/**
The reservation of the id, `cr-…`, or all those of the block, `cb-…`; none when no region that answered has one.

Asks all regions, and waits for no further one when one has it: ids are AWS's own, and not given twice. Rejects as `fanOut` does.
*/
export async function findReservations(id: string, options: Omit<FanOutOptions, 'onEvent' | 'needsAccount'>): Promise<FoundReservations> {
	const results = new Map<string, RegionResult>();
	let directory: RegionDirectory | null = options.directory;
	let accountId: string | null = null;
	let hasAccount = false;
	const run = linkAbort(options.signal);
	const found = () =>
		[...results.values()].flatMap((result) => (hasAnswered(result) ? result.reservations.filter((row) => isNamed(row, id)) : []));
	const isDone = () => hasAccount && found().length > 0;
	try {
		await fanOut({
			...options,
			signal: run.signal,
			needsAccount: true,
			onEvent(event) {
				switch (event.type) {
					case 'directory':
						directory = event.directory;
						break;
					case 'account':
						accountId = event.accountId;
						hasAccount = true;
						break;
					case 'answered':
						results.set(event.result.region, event.result);
						break;
					case 'dropped':
						for (const region of event.regions) {
							results.delete(region);
						}

						break;
					case 'asking':
					case 'page':
					case 'accelerators':
						return;
				}

				if (isDone()) {
					run.abort();
				}
			},
		});
	} catch (error) {
		if (options.signal.aborted || !isDone()) {
			throw error;
		}
	} finally {
		run.release();
	}

	const regions = [...results.values()].toSorted((a, b) => (a.region < b.region ? -1 : 1));
	return {reservations: found(), snapshot: {generatedAt: options.clock(), accountId, asked: options.asked, regions, directory}};
}

function isNamed(reservation: Reservation, id: string): boolean {
	return reservation.id?.toLowerCase() === id || reservation.capacityBlockId?.toLowerCase() === id;
}
