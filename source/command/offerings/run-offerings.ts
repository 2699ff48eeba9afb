import {CapacityError} from '../../core/errors.js';
import {hasOffered, isSettled} from '../../core/offerings/offerings-result.js';
import {createPaceKeeper, type PaceKeeper} from '../../core/offerings/pace-keeper.js';
import {planOfferings} from '../../core/offerings/plan-offerings.js';
import {type ExtensionSearch, searchExtensions} from '../../core/offerings/search-extensions.js';
import {type OfferingsSearch, searchOfferings, unansweredSearch} from '../../core/offerings/search-offerings.js';
import {unreadWords} from '../../core/offerings/unread-words.js';
import {collectSnapshot} from '../../core/regions/collect-snapshot.js';
import {hasAnswered} from '../../core/regions/region-result.js';
import {type CapacitySnapshot, isSnapshotComplete} from '../../core/regions/snapshot.js';
import type {CapacitySource} from '../../core/regions/source.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import {shellQuote} from '../../core/words/shell-quote.js';
import type {OfferingsReport} from '../../report/offerings/offerings-report.js';
import {nothingText} from '../../report/offerings/offerings-text.js';
import {renderOfferings} from '../../report/offerings/render-offerings.js';
import {renderFailures} from '../../report/render-failures.js';
import {askMfaCode} from '../ask-mfa-code.js';
import {exitCodes} from '../exit-codes.js';
import type {OfferingsOptions} from '../offerings-options.js';
import {openSession, type Session} from '../open-session.js';
import type {ProcessPorts} from '../process-ports.js';
import {readingOf} from '../reading.js';
import {sessionFlags} from '../session-line.js';
import {isUtf8Locale} from '../terminal-settings.js';
import {UsageError} from '../usage-error.js';
import {searchProgressLine} from './search-progress.js';

/** What a run works with. */
type Run = {
	readonly options: OfferingsOptions;
	readonly session: Session;
	readonly source: CapacitySource;
	readonly keeper: PaceKeeper;
	readonly ports: ProcessPorts;
	readonly signal: AbortSignal;
	readonly isAscii: boolean;
};

type Outcome = {readonly report: OfferingsReport | null; readonly stderr: readonly string[]; readonly exitCode: number};

/** Searches once, prints what AWS sells on stdout and what went wrong on stderr; returns the exit code. Nothing is bought. */
export async function runOfferings(options: OfferingsOptions, ports: ProcessPorts): Promise<number> {
	const {stdin, stdout, stderr} = ports;
	const session = await openSession({...options, asksOnce: true}, ports, stdin.isTTY && stderr.isTTY ? askMfaCode(ports) : null);
	const signal = ports.abortOn('SIGINT');
	try {
		refuseWhatIsNeverSold(options, session);
		const source = await session.openSource();
		const isAscii = options.isAscii || !isUtf8Locale(ports.env);
		const run = {options, session, source, keeper: createPaceKeeper(session), ports, signal, isAscii};
		try {
			const outcome = options.asks.kind === 'search' ? await search(run, options.asks) : await extend(run, options.asks);
			stdout.write(outcome.report === null ? '' : renderOfferings(outcome.report, options.output));
			const nothing = outcome.report !== null && options.output === 'csv' ? nothingText(outcome.report) : [];
			// Rows have no room for why there are none.
			for (const line of [...nothing, ...outcome.stderr]) {
				stderr.write(`${line}\n`);
			}

			return outcome.exitCode;
		} finally {
			source.close();
		}
	} catch (error) {
		if (signal.aborted) {
			return exitCodes.interrupted;
		}

		writeNothing(error, options, session, ports);
		throw error;
	} finally {
		await session.close();
	}
}

/** Programs read an object also when nothing could be asked; the reason follows on stderr. */
function writeNothing(error: unknown, {asks, output, isAscii}: OfferingsOptions, {clock}: Session, {stdout, env}: ProcessPorts): void {
	const isRead = error instanceof CapacityError && ['no_credentials', 'expired_credentials'].includes(error.reason);
	if (!isRead || asks.kind !== 'search' || (output !== 'json' && output !== 'yaml')) {
		return;
	}

	const now = clock();
	const {request} = asks;
	const held = {generatedAt: now, accountId: null, asked: request.regions, regions: [], directory: null};
	const search = unansweredSearch(request, now);
	stdout.write(renderOfferings({kind: 'search', search, held, isAscii: isAscii || !isUtf8Locale(env), now}, output));
}

/** Before any call. */
function refuseWhatIsNeverSold({asks}: OfferingsOptions, {clock}: Session): void {
	const plan = asks.kind === 'search' ? planOfferings(asks.request, clock()) : null;
	if (plan?.kind === 'never') {
		throw new UsageError(plan.because);
	}
}

async function search(run: Run, {request, findsLargest}: Extract<OfferingsOptions['asks'], {readonly kind: 'search'}>): Promise<Outcome> {
	const {options, session, source, keeper, ports, signal, isAscii} = run;
	const {stderr, timers, env} = ports;
	const progress = searchProgressLine(stderr, request.subject.count, session.stopwatch, {
		isAscii,
		isLive: stderr.isTTY && env['TERM'] !== 'dumb',
	});
	try {
		const searching = searchOfferings({
			source,
			request,
			sort: options.sort,
			findsLargest,
			directory: null,
			keeper,
			timeoutMs: options.timeoutMs,
			clock: session.clock,
			timers,
			signal,
			onEvent(event) {
				if (event.type === 'progress') {
					progress.show(event.progress);
				}
			},
		});
		const [found, held] = await Promise.all([searching, readHeld(run)]);
		progress.clear();
		const report: OfferingsReport = {kind: 'search', search: found, held, isAscii, now: session.clock()};
		// Where nothing was found the report says why itself.
		const unread = found.kind === 'searched' && found.merged.offerings.length > 0 ? unreadWords(found.merged.unread) : [];
		return {report, stderr: [...renderFailures(held), ...unread], exitCode: searchExitCode(found, options)};
	} finally {
		progress.clear();
	}
}

async function extend(run: Run, {id, hours}: Extract<OfferingsOptions['asks'], {readonly kind: 'extension'}>): Promise<Outcome> {
	const {options, session, source, keeper, ports, signal, isAscii} = run;
	// All regions, since the blocks of others are beside the extension too.
	const held = await readHeld(run);
	const named = namedIn(held, id);
	const [block, another] = named;
	if (block === undefined) {
		const isKnown = isSnapshotComplete(held);
		const message = `${id} was not found${isKnown ? '. Check the id, --profile and --regions.' : ', and not every region could be read.'}`;
		return {report: null, stderr: [message, ...renderFailures(held)], exitCode: isKnown ? exitCodes.absent : exitCodes.failed};
	}

	if (another !== undefined) {
		const ids = named.map((row) => row.id ?? row.key).join(', ');
		const message = `${id} has ${named.length} reservations, and each is extended by its own id: ${ids}.`;
		return {report: null, stderr: [message], exitCode: exitCodes.absent};
	}

	const found = await searchExtensions({
		source,
		block,
		hours,
		keeper,
		timeoutMs: options.timeoutMs,
		clock: session.clock,
		timers: ports.timers,
		signal,
	});
	return {
		report: {kind: 'extension', search: found, hours, shortestLine: shortestLine(id, options), held, isAscii, now: session.clock()},
		stderr: renderFailures(held),
		exitCode: extensionExitCode(found),
	};
}

/** A day is the shortest that AWS sells. */
function shortestLine(id: string, options: OfferingsOptions): string {
	const regions = options.regions === null ? '' : ` --regions ${options.regions.map(shellQuote).join(',')}`;
	return `truffle offerings --extend ${shellQuote(id)} --days 1${regions}${sessionFlags(options)}`;
}

/** What cannot be extended at all is as good as absent; what cannot be yet is an answer. */
function extensionExitCode(found: ExtensionSearch): number {
	if (found.kind === 'not-asked') {
		return found.plan.kind === 'never' ? exitCodes.absent : exitCodes.ok;
	}

	return isSettled(found.result) ? exitCodes.ok : exitCodes.failed;
}

async function readHeld({options, session, source, ports, signal}: Run): Promise<CapacitySnapshot> {
	return collectSnapshot({...readingOf(options, source, session, ports, signal), needsAccount: true});
}

function namedIn(held: CapacitySnapshot, id: string): readonly Reservation[] {
	return held.regions
		.flatMap((result) => (hasAnswered(result) ? result.reservations : []))
		.filter((row) => row.id?.toLowerCase() === id || row.capacityBlockId?.toLowerCase() === id);
}

function searchExitCode(found: OfferingsSearch, {isStrict}: OfferingsOptions): number {
	if (found.kind === 'not-asked') {
		return exitCodes.ok;
	}

	if (!found.results.some((result) => hasOffered(result) || isSettled(result))) {
		return exitCodes.failed;
	}

	return isStrict && !found.merged.isComplete ? exitCodes.partial : exitCodes.ok;
}
