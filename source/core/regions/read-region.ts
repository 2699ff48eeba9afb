import type {Clock, Timers} from '../ports.js';
import type {AcceleratorFacts} from '../reservations/accelerator.js';
import {builtinAccelerator} from '../reservations/accelerator-table.js';
import type {Reservation} from '../reservations/reservation.js';
import {untilAborted, withDeadline} from './abort.js';
import type {FanOutEvent} from './fan-out.js';
import type {CapacitySource} from './source.js';
import {toFailure} from './to-failure.js';

export type RegionCall = {
	readonly source: CapacitySource;
	readonly region: string;
	/** Between two pages, from the turn to the first one, and for the accelerator facts. However many pages there are, the region may give them all. */
	readonly timeoutMs: number;
	readonly clock: Clock;
	readonly timers: Timers;
	readonly signal: AbortSignal;
	/** Described before this refresh. */
	readonly knownTypes: AcceleratorFacts;
	/** Types that some region of this refresh is asked about; this call adds its own. */
	readonly typesAsked: Set<string>;
	readonly onEvent: (event: FanOutEvent) => void;
};

/** Reads one region: pages, its result, then the facts of types that are new. Rejects only with the reason of `signal`. */
export async function readRegion(call: RegionCall): Promise<void> {
	const {region, onEvent} = call;
	let hasAnswered = false;
	try {
		await withDeadline(call, async (signal, renew) => {
			const reservations = await readPages(call, signal, renew);
			const status = reservations.length === 0 ? 'empty' : 'ok';
			onEvent({type: 'answered', result: {region, status, reservations, fetchedAt: call.clock()}});
			hasAnswered = true;
			await describeNewTypes(call, reservations, signal);
		});
	} catch (error) {
		call.signal.throwIfAborted();
		// Facts that do not come are no failure: the built-in table stands in, and a later refresh asks again.
		if (!hasAnswered) {
			const failure = toFailure(error, call.timeoutMs);
			onEvent({type: 'answered', result: {region, status: failure.status, failure}});
		}
	}
}

async function readPages({source, region, onEvent}: RegionCall, signal: AbortSignal, onPage: () => void): Promise<readonly Reservation[]> {
	const pages = source.listReservations(region, signal)[Symbol.asyncIterator]();
	const reservations: Reservation[] = [];
	// Pages are not of one moment: what moves between two of them comes twice.
	const keys = new Set<string>();
	try {
		for (;;) {
			const page = await untilAborted(pages.next(), signal);
			onPage();
			if (page.done) {
				return reservations;
			}

			const fresh = page.value.filter(({key}) => !keys.has(key) && keys.add(key));
			reservations.push(...fresh);
			if (fresh.length > 0) {
				onEvent({type: 'page', region, reservations: fresh});
			}
		}
	} finally {
		// Not awaited: a source that hangs would hang here too.
		pages.return?.().catch(() => {});
	}
}

async function describeNewTypes(
	{source, region, knownTypes, typesAsked, onEvent}: RegionCall,
	reservations: readonly Reservation[],
	signal: AbortSignal,
): Promise<void> {
	const types = new Set<string>();
	for (const {instanceType} of reservations) {
		if (instanceType !== null && !knownTypes.has(instanceType) && !typesAsked.has(instanceType)) {
			types.add(instanceType);
			typesAsked.add(instanceType);
		}
	}

	if (types.size > 0) {
		const facts = await untilAborted(source.describeAccelerators(region, [...types], signal), signal);
		// A type that EC2 does not know stays with the built-in table, and need not be asked again.
		onEvent({type: 'accelerators', facts: new Map([...types].map((type) => [type, facts.get(type) ?? fallback(facts, type)]))});
	}
}

function fallback(facts: AcceleratorFacts, type: string) {
	return facts.has(type) ? null : builtinAccelerator(type);
}
