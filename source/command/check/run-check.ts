import {type CheckVerdict, checkCapacity} from '../../core/check/check-capacity.js';
import {checkJson} from '../../core/check/check-json.js';
import {checkWords} from '../../core/check/check-words.js';
import {CapacityError} from '../../core/errors.js';
import type {MergedOfferings} from '../../core/offerings/merge-offerings.js';
import {renderCheck} from '../../report/render-check.js';
import {askMfaCode} from '../ask-mfa-code.js';
import type {CheckOptions} from '../check-options.js';
import {exitCodes} from '../exit-codes.js';
import {readSold, type SoldReading} from '../offerings/read-sold.js';
import {openSession} from '../open-session.js';
import type {ProcessPorts} from '../process-ports.js';
import {type Held, readHeld} from '../read-held.js';
import {sessionSteps} from '../session-line.js';
import {textLook} from '../text-look.js';
import {unknownRegions} from '../unknown-regions.js';
import {refusePastEnd} from '../values/refuse-past.js';
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
	const session = await openSession({...options, asksOnce: true}, ports, canAsk ? askMfaCode(ports) : null);
	const signal = ports.abortOn('SIGINT');
	try {
		refusePastEnd('--by', options.request.by, session.clock());
		const source = await session.openSource();
		try {
			const held = await readHeld(options, source, session, ports, signal);
			const reading: SoldReading = {options, session, source, ports, signal};
			const first = verdictOn(options, held, {});
			const unknownIn = await unknownRegions(options.request.instanceType, first, reading);
			const isEnough = !options.asksOfferings || first.outcome === 'now' || unknownIn.length > 0;
			const offerings = isEnough ? null : await soldFor(first, reading);
			return await tell(options, verdictOn(options, held, {offerings, unknownIn}), held.now, ports);
		} finally {
			source.close();
		}
	} catch (error) {
		if (signal.aborted) {
			return exitCodes.interrupted;
		}

		// Programs read an object also when nothing could be asked; the reason follows on stderr.
		if (error instanceof CapacityError && ['no_credentials', 'expired_credentials'].includes(error.reason) && options.output !== 'table') {
			const now = session.clock();
			await tell(options, verdictOn(options, {rows: [], coverage: [], now}, {}), now, ports);
		}

		throw error;
	} finally {
		await session.close();
	}
}

/** What AWS sells that may hold the run; `null`: it could not be asked, which the verdict's plan explains. */
async function soldFor({search}: CheckVerdict, reading: SoldReading): Promise<MergedOfferings | null> {
	const found = await readSold(search, reading);
	return found.kind === 'searched' ? found.merged : null;
}

type Asked = {readonly offerings?: MergedOfferings | null; readonly unknownIn?: readonly string[]};

function verdictOn({request}: CheckOptions, {rows, coverage, now}: Held, {offerings = null, unknownIn = []}: Asked): CheckVerdict {
	return checkCapacity({rows, coverage, request, offerings, unknownIn, now});
}

async function tell(options: CheckOptions, verdict: CheckVerdict, now: Date, ports: ProcessPorts): Promise<number> {
	const {request, output} = options;
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
