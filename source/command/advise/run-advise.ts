import {costLines, pricedAdvice} from '../../core/advise/advice-costs.js';
import {adviceJson} from '../../core/advise/advice-json.js';
import {searchOfAdvice} from '../../core/advise/advice-offerings.js';
import {checkOfAdvice} from '../../core/advise/advice-request.js';
import {adviceWords} from '../../core/advise/advice-words.js';
import {type Advice, adviseCapacity} from '../../core/advise/advise-capacity.js';
import type {Prices} from '../../core/cost/price.js';
import {CapacityError} from '../../core/errors.js';
import {isBlockTypeBuiltin} from '../../core/offerings/block-types.js';
import type {OfferingsSearch} from '../../core/offerings/search-offerings.js';
import {isSoldNowhere} from '../../core/offerings/why-nothing.js';
import {renderVerdict} from '../../report/render-verdict.js';
import type {AdviseOptions} from '../advise-options.js';
import {askMfaCode} from '../ask-mfa-code.js';
import {exitCodes} from '../exit-codes.js';
import {readSold, type SoldReading} from '../offerings/read-sold.js';
import {openSession, type Session} from '../open-session.js';
import {openPriceFinder} from '../prices/open-price-finder.js';
import type {ProcessPorts} from '../process-ports.js';
import {type Held, readHeld} from '../read-held.js';
import {sessionSteps} from '../session-line.js';
import {textLook} from '../text-look.js';
import {unknownRegions} from '../unknown-regions.js';
import {refusePastStart} from '../values/refuse-past.js';
import {writeObject} from '../write-object.js';

/** Costs are an extra: they hold up the advice no longer than this. */
const pricesLimitMs = 3000;

/** Says which capacity suits a workload, after a look at what is held; returns the exit code. */
export async function runAdvise(options: AdviseOptions, ports: ProcessPorts): Promise<number> {
	const canAsk = ports.stdin.isTTY && ports.stderr.isTTY;
	const session = await openSession({...options, asksOnce: true}, ports, canAsk ? askMfaCode(ports) : null);
	const signal = ports.abortOn('SIGINT');
	try {
		refusePastStart('--start', options.request.start, session.clock());
		const source = await session.openSource();
		try {
			const reading: SoldReading = {options, session, source, ports, signal};
			const needsHeld = checkOfAdvice(options.request) !== null;
			const read = needsHeld ? await readIfPossible(reading) : null;
			const held = read ?? nothing(session);
			const first = adviceOn(options, held, {found: null, unknownIn: []});
			// Without credentials AWS tells no more of what it sells than of what is held.
			const unknownIn = await unknownTo(options, first, reading);
			const isAsked = options.asksOfferings && read !== null && unknownIn.length === 0;
			const search = isAsked ? searchOfAdvice(options.request, first, held.now) : null;
			const found = search === null ? null : await readSold(search, reading);
			const advice = adviceOn(options, held, {found, unknownIn});
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

/** The guide holds for those without credentials, too: they are told why nothing of theirs is in it (`null`). */
async function readIfPossible({options, source, session, ports, signal}: SoldReading): Promise<Held | null> {
	try {
		return await readHeld(options, source, session, ports, signal);
	} catch (error) {
		if (error instanceof CapacityError && ['no_credentials', 'expired_credentials'].includes(error.reason)) {
			const why = [error.message, error.hint].filter((part) => part !== null).join(' ');
			ports.stderr.write(`What you hold could not be read. ${why}\n`);
			return null;
		}

		throw error;
	}
}

function nothing({clock}: Session): Held {
	return {rows: [], coverage: [], now: clock()};
}

async function unknownTo({request}: AdviseOptions, {verdict}: Advice, reading: SoldReading): Promise<readonly string[]> {
	return verdict === null || request.instanceType === null ? [] : unknownRegions(request.instanceType, verdict, reading);
}

type Asked = {readonly found: OfferingsSearch | null; readonly unknownIn: readonly string[]};

function adviceOn({request}: AdviseOptions, {rows, coverage, now}: Held, {found, unknownIn}: Asked): Advice {
	const builtin = request.instanceType === null ? null : isBlockTypeBuiltin(request.instanceType);
	const isBlockType = found !== null && isSoldNowhere(found) ? false : builtin;
	const sold = found?.kind === 'searched' ? {search: found.request, merged: found.merged, largest: found.largest} : null;
	return adviseCapacity({request, rows, coverage, isBlockType, sold, unknownIn, now});
}

type Told = {readonly advice: Advice; readonly prices: Prices; readonly now: Date};

async function tell(options: AdviseOptions, {advice, prices, now}: Told, ports: ProcessPorts): Promise<void> {
	const {request, output} = options;
	const words = adviceWords(request, advice, now);
	const next = sessionSteps(words.next, options);
	const look = textLook(options, ports);
	if (output === 'table') {
		const sections = [
			{title: 'Cost', lines: costLines(request, advice, prices, now)},
			{title: 'Otherwise', lines: words.otherwise},
		];
		ports.stdout.write(renderVerdict({...words, sections, next}, advice.held === null ? 'cyan' : 'green', look));
	} else {
		await writeObject({...adviceJson(request, advice, prices, now), next}, output, look.isAscii, ports);
	}
}
