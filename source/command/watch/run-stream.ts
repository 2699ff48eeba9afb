import type {CapacityError} from '../../core/errors.js';
import type {CapacityEvent} from '../../core/events/events.js';
import {snapshotJson} from '../../core/events/snapshot-json.js';
import type {Timers} from '../../core/ports.js';
import {compileQuery, type Predicate} from '../../core/rows/query.js';
import {type CapacityStore, createCapacityStore} from '../../store/create-store.js';
import {selectAllRows, selectCoverage} from '../../store/selectors.js';
import type {DataState} from '../../store/types.js';
import type {CapacityCommandOptions} from '../capacity-options.js';
import {exitCodes} from '../exit-codes.js';
import {flagHintLines} from '../flag-hint-lines.js';
import type {Session} from '../open-session.js';
import type {ProcessPorts} from '../process-ports.js';
import {storePorts} from '../store-ports.js';
import {createEventWriter} from './event-writer.js';
import {newEvents} from './new-events.js';

const tickMs = 60_000;

/** Writes a snapshot and then every event as one line of JSON, until it is interrupted or ended; returns the exit code. */
export async function runStream(options: CapacityCommandOptions, session: Session, ports: ProcessPorts): Promise<number> {
	const store = createCapacityStore(storePorts(options, session, ports), {marked: options.regions});
	const interruption = ports.abortOn('SIGINT');
	const termination = ports.abortOn('SIGTERM', 'SIGHUP');
	for (const line of flagHintLines(options)) {
		ports.stderr.write(`${line}\n`);
	}

	try {
		const ended = streamEvents(store, watchedBy(options), ports, AbortSignal.any([interruption, termination]));
		store.getState().start();
		await tickUntil(ended, store, ports.timers);
		return interruption.aborted ? exitCodes.interrupted : exitCodes.ok;
	} finally {
		store.getState().stop();
	}
}

/** Lets the store forget what is over. */
async function tickUntil(ended: Promise<void>, store: CapacityStore, timers: Timers): Promise<void> {
	let timer = timers.after(tickMs, tick);
	function tick(): void {
		store.getState().tick();
		timer = timers.after(tickMs, tick);
	}

	try {
		await ended;
	} finally {
		timer.cancel();
	}
}

/** What has ended is watched too: the snapshot counts it, and its end is an event. */
function watchedBy({query, watchedKinds}: CapacityCommandOptions): Predicate {
	const isWanted = compileQuery({...query, includeEnded: true});
	return (reservation) => watchedKinds.includes(reservation.kind) && isWanted(reservation);
}

/** Rejects with the `CapacityError` that keeps the stream from beginning. */
async function streamEvents(
	store: CapacityStore,
	isWatched: Predicate,
	{stdout, stderr}: Pick<ProcessPorts, 'stdout' | 'stderr'>,
	signal: AbortSignal,
): Promise<void> {
	const writer = createEventWriter(stdout);
	const opened = store.getState();
	let hasStarted = false;
	let told = '';
	let unsubscribe = () => {};

	function writeEvents(events: readonly CapacityEvent[]): void {
		for (const event of events) {
			writer.write(event, event.at);
		}
	}

	/** Errors of the connection are no events, but for credentials that expire. */
	function tell({message, hint}: CapacityError): void {
		const text = [message, hint].filter((part) => part !== null).join(' ');
		if (text !== told) {
			stderr.write(`${text}\n`);
			told = text;
		}
	}

	/** Regions that are asked for by name come from no list. */
	function tellStandIn({directory, marked}: DataState): void {
		if (directory?.origin === 'builtin' && marked === null) {
			stderr.write(`${directory.note}\n`);
		}
	}

	try {
		await new Promise<void>((resolve, reject) => {
			signal.addEventListener('abort', () => resolve(), {once: true});
			unsubscribe = store.subscribe((state, before) => {
				const {connection} = state;
				if (connection.status === 'failed' && connection !== before.connection) {
					// What expired is renewed, as the app waits for it; anything else has to be put right first.
					if (!hasStarted && connection.error.reason !== 'expired_credentials') {
						reject(connection.error);
						return;
					}

					tell(connection.error);
				}

				if (hasStarted) {
					writeEvents(newEvents(before, state, isWatched));
				} else if (isRead(state)) {
					hasStarted = true;
					stdout.write(`${JSON.stringify(startOf(store, isWatched))}\n`);
					tellStandIn(state);
					// What has changed since the first region answered is in the snapshot; outages are not.
					writeEvents(newEvents(opened, state, isWatched).filter(({type}) => type !== 'reservation'));
				}
			});
		});
	} finally {
		unsubscribe();
		writer.flush();
	}
}

/** Every region has answered or failed once, and the account is known if it can be. */
function isRead(state: DataState): boolean {
	const hasFinished = state.connection.status === 'connected' && state.directory !== null && state.refreshedAt !== null;
	return hasFinished && selectCoverage(state).waiting === 0;
}

function startOf(store: CapacityStore, isWatched: Predicate) {
	const state = store.getState();
	const {wanted, answered} = selectCoverage(state);
	return snapshotJson({
		at: state.now,
		accountId: state.accountId,
		rows: selectAllRows(state).filter(isWatched),
		regions: {asked: wanted, answered},
	});
}
