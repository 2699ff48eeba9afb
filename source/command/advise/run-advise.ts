import {costLines, pricedAdvice} from '../../core/advise/advice-costs.js';
import {adviceJson} from '../../core/advise/advice-json.js';
import {checkOfAdvice} from '../../core/advise/advice-request.js';
import {adviceWords} from '../../core/advise/advice-words.js';
import {type Advice, adviseCapacity} from '../../core/advise/advise-capacity.js';
import type {Prices} from '../../core/cost/price.js';
import {CapacityError} from '../../core/errors.js';
import {isBlockTypeBuiltin} from '../../core/offerings/block-types.js';
import type {CapacitySource} from '../../core/regions/source.js';
import {renderVerdict} from '../../report/render-verdict.js';
import type {AdviseOptions} from '../advise-options.js';
import {askMfaCode} from '../ask-mfa-code.js';
import {exitCodes} from '../exit-codes.js';
import {openSession, type Session} from '../open-session.js';
import {openPriceFinder} from '../prices/open-price-finder.js';
import type {ProcessPorts} from '../process-ports.js';
import {type Held, readHeld} from '../read-held.js';
import {sessionSteps} from '../session-line.js';
import {textLook} from '../text-look.js';
import {refusePastStart} from '../values/refuse-past.js';
import {writeObject} from '../write-object.js';

/** Costs are an extra: they hold up the advice no longer than this. */
const pricesLimitMs = 3000;

/** Says which capacity suits a workload, after a look at what is held; returns the exit code. */
export async function runAdvise(options: AdviseOptions, ports: ProcessPorts): Promise<number> {
	const canAsk = ports.stdin.isTTY && ports.stderr.isTTY;
	const session = await openSession(options, ports, canAsk ? askMfaCode(ports) : null);
	const signal = ports.abortOn('SIGINT');
	try {
		refusePastStart('--start', options.request.start, session.clock());
		const source = await session.openSource();
		try {
			const needsHeld = checkOfAdvice(options.request) !== null;
			const held = needsHeld ? await readIfPossible(options, source, session, ports, signal) : nothing(session);
			const advice = adviceOn(options, held);
			const place = pricedAdvice(options.request, advice);
			const findPrices = openPriceFinder(options, session, ports, options.demo === null ? pricesLimitMs : options.timeoutMs);
			const prices = await findPrices(place === null ? [] : [place], signal);
			await tell(options, {advice, prices, now: held.now}, ports);
			return needsHeld && !held.coverage.some(({status}) => status === 'read') ? exitCodes.failed : exitCodes.ok;
		} finally {
			source.close();
		}
	} catch (error) {
		if (signal.aborted) {
			return exitCodes.interrupted;
		}

		throw error;
	} finally {
		await session.close();
	}
}

/** The guide holds for those without credentials, too: they are told why nothing of theirs is in it. */
async function readIfPossible(
	options: AdviseOptions,
	source: CapacitySource,
	session: Session,
	ports: ProcessPorts,
	signal: AbortSignal,
): Promise<Held> {
	try {
		return await readHeld(options, source, session, ports, signal);
	} catch (error) {
		if (error instanceof CapacityError && ['no_credentials', 'expired_credentials'].includes(error.reason)) {
			const why = [error.message, error.hint].filter((part) => part !== null).join(' ');
			ports.stderr.write(`What you hold could not be read. ${why}\n`);
			return nothing(session);
		}

		throw error;
	}
}

function nothing({clock}: Session): Held {
	return {rows: [], coverage: [], now: clock()};
}

function adviceOn({request}: AdviseOptions, {rows, coverage, now}: Held): Advice {
	const isBlockType = request.instanceType === null ? null : isBlockTypeBuiltin(request.instanceType);
	return adviseCapacity({request, rows, coverage, isBlockType, offerings: null, now});
}

type Told = {readonly advice: Advice; readonly prices: Prices; readonly now: Date};

async function tell(options: AdviseOptions, {advice, prices, now}: Told, ports: ProcessPorts): Promise<void> {
	const {request, output} = options;
	const words = adviceWords(request, advice, now);
	const next = sessionSteps(words.next, options);
	const look = textLook(options, ports);
	if (output === 'table') {
		const sections = [
			{title: 'Cost', lines: costLines(request, advice, prices)},
			{title: 'Otherwise', lines: words.otherwise},
		];
		ports.stdout.write(renderVerdict({...words, sections, next}, advice.held === null ? 'cyan' : 'green', look));
	} else {
		await writeObject({...adviceJson(request, advice, prices, now), next}, output, look.isAscii, ports);
	}
}
