import {type CheckCoverage, coverageOf} from '../core/check/check-coverage.js';
import {collectSnapshot} from '../core/regions/collect-snapshot.js';
import {hasAnswered} from '../core/regions/region-result.js';
import type {CapacitySource} from '../core/regions/source.js';
import type {Reservation} from '../core/reservations/reservation.js';
import type {Session} from './open-session.js';
import type {ProcessPorts} from './process-ports.js';
import {readingOf} from './reading.js';
import type {SessionOptions} from './session-options.js';

/** What is held, as far as it could be read. */
export type Held = {
	readonly rows: readonly Reservation[];
	readonly coverage: readonly CheckCoverage[];
	/** When it was read. */
	readonly now: Date;
};

/** Reads all regions once. That the list of regions is the built-in one is said on stderr. */
export async function readHeld(
	options: SessionOptions,
	source: CapacitySource,
	session: Session,
	ports: ProcessPorts,
	signal: AbortSignal,
): Promise<Held> {
	const {regions} = options;
	const snapshot = await collectSnapshot({...readingOf(options, source, session, ports, signal), needsAccount: false});
	if (snapshot.directory?.origin === 'builtin' && regions === null) {
		ports.stderr.write(`${snapshot.directory.note}\n`);
	}

	return {
		rows: snapshot.regions.flatMap((result) => (hasAnswered(result) ? result.reservations : [])),
		coverage: coverageOf(snapshot.regions, regions),
		now: snapshot.generatedAt,
	};
}
