import {checkCapacity} from '../../core/check/check-capacity.js';
import {checkJson} from '../../core/check/check-json.js';
import {checkWords} from '../../core/check/check-words.js';
import {CapacityError} from '../../core/errors.js';
import {renderCheck} from '../../report/render-check.js';
import {askMfaCode} from '../ask-mfa-code.js';
import type {CheckOptions} from '../check-options.js';
import {exitCodes} from '../exit-codes.js';
import {openSession} from '../open-session.js';
import type {ProcessPorts} from '../process-ports.js';
import {type Held, readHeld} from '../read-held.js';
import {sessionSteps} from '../session-line.js';
import {textLook} from '../text-look.js';
import {writeObject} from '../write-object.js';

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

async function tell(options: CheckOptions, {rows, coverage, now}: Held, ports: ProcessPorts): Promise<number> {
	const {request, output} = options;
	const verdict = checkCapacity({rows, coverage, request, offerings: null, now});
	const words = checkWords(request, verdict, now);
	const next = sessionSteps(words.next, options);
	const look = textLook(options, ports);
	if (output === 'table') {
		ports.stdout.write(renderCheck({...words, next}, verdict.outcome, look));
	} else {
		await writeObject({...checkJson(request, verdict, now), next}, output, look.isAscii, ports);
	}

	return exitCodeOf[verdict.outcome];
}
