import {checkCapacity} from '../../core/check/check-capacity.js';
import {type CheckCoverage, coverageOf} from '../../core/check/check-coverage.js';
import {checkJson} from '../../core/check/check-json.js';
import type {CheckRequest} from '../../core/check/check-request.js';
import {checkWords} from '../../core/check/check-words.js';
import {collectSnapshot} from '../../core/collect-snapshot.js';
import {CapacityError} from '../../core/errors.js';
import {hasAnswered} from '../../core/region-result.js';
import type {Reservation} from '../../core/reservation.js';
import {jsonText} from '../../report/json.js';
import {renderCheck} from '../../report/render-check.js';
import {askMfaCode} from '../ask-mfa-code.js';
import type {CheckOptions} from '../check-options.js';
import {exitCodes} from '../exit-codes.js';
import {openSession, type Session} from '../open-session.js';
import type {ProcessPorts} from '../process-ports.js';
import {textLook} from '../text-look.js';
import {sessionLine} from './session-line.js';

/** What is held, as far as it could be read. */
type Held = {readonly rows: readonly Reservation[]; readonly coverage: readonly CheckCoverage[]; readonly now: Date};

const exitCodeOf = {
	now: exitCodes.ok,
	later: exitCodes.later,
	no: exitCodes.absent,
	unreadable: exitCodes.failed,
} as const;

/** Reads once and says whether the capacity for a run is there; returns the exit code. */
export async function runCheck(options: CheckOptions, ports: ProcessPorts): Promise<number> {
	const canAsk = ports.stdin.isTTY && ports.stderr.isTTY;
	const session = await openSession(options, ports, canAsk ? askMfaCode(ports) : null);
	const signal = ports.abortOn('SIGINT');
	try {
		const held = await readHeld(options, session, ports, signal);
		return await tell(options, held, ports);
	} catch (error) {
		if (signal.aborted) {
			return exitCodes.interrupted;
		}

		// Programs read an object also when nothing could be asked; the reason follows on stderr.
		if (error instanceof CapacityError && ['no_credentials', 'expired_credentials'].includes(error.reason) && options.output !== 'table') {
			await tell(options, {rows: [], coverage: [], now: session.clock()}, ports);
		}

		throw error;
	} finally {
		await session.close();
	}
}

async function readHeld(
	{regions, timeoutMs}: CheckOptions,
	{openSource, clock}: Session,
	{timers, stderr}: ProcessPorts,
	signal: AbortSignal,
): Promise<Held> {
	const source = await openSource();
	try {
		const snapshot = await collectSnapshot({
			source,
			asked: regions,
			directory: null,
			knownTypes: new Map(),
			concurrency: Number.POSITIVE_INFINITY,
			timeoutMs,
			clock,
			timers,
			signal,
			needsAccount: false,
		});
		if (snapshot.directory?.origin === 'builtin' && regions === null) {
			stderr.write(`${snapshot.directory.note}\n`);
		}

		return {
			rows: snapshot.regions.flatMap((result) => (hasAnswered(result) ? result.reservations : [])),
			coverage: coverageOf(snapshot.regions, regions),
			now: snapshot.generatedAt,
		};
	} finally {
		source.close();
	}
}

async function tell(options: CheckOptions, {rows, coverage, now}: Held, ports: ProcessPorts): Promise<number> {
	const request: CheckRequest = options.request;
	const verdict = checkCapacity({rows, coverage, request, offerings: null, now});
	const words = checkWords(request, verdict, now);
	const next = words.next.map(({text, command}) => ({text, command: command === null ? null : sessionLine(command, options)}));
	const look = textLook(options, ports);
	switch (options.output) {
		case 'table':
			ports.stdout.write(renderCheck({...words, next}, verdict.outcome, look));
			break;
		case 'json':
			ports.stdout.write(jsonText({...checkJson(request, verdict, now), next}, look.isAscii));
			break;
		case 'yaml': {
			const {yamlText} = await import('../../report/yaml.js');
			ports.stdout.write(yamlText({...checkJson(request, verdict, now), next}, look.isAscii));
		}
	}

	return exitCodeOf[verdict.outcome];
}
