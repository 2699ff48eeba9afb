import {CapacityError} from '../core/errors.js';
import {collectSnapshot} from '../core/regions/collect-snapshot.js';
import {hasAnswered} from '../core/regions/region-result.js';
import {type CapacitySnapshot, isSnapshotComplete} from '../core/regions/snapshot.js';
import {placesToPrice} from '../report/places-to-price.js';
import {renderFailures} from '../report/render-failures.js';
import {renderReport} from '../report/render-report.js';
import type {ReportFormat} from '../report/report-options.js';
import type {CapacityCommandOptions} from './capacity-options.js';
import {exitCodes} from './exit-codes.js';
import {flagHintLines} from './flag-hint-lines.js';
import type {Session} from './open-session.js';
import {openPriceFinder} from './prices/open-price-finder.js';
import type {ProcessPorts} from './process-ports.js';
import {readingOf} from './reading.js';

type ReportCommandOptions = CapacityCommandOptions & {readonly output: ReportFormat};

/** A report is worth waiting for; what it costs is worth this much, and once a day. */
const pricesLimitMs = 2000;

/** Asks once, prints the report on stdout and what went wrong on stderr; returns the exit code. */
export async function runReport(options: ReportCommandOptions, session: Session, ports: ProcessPorts, isAscii: boolean): Promise<number> {
	const source = await session.openSource();
	const interruption = ports.abortOn('SIGINT');
	try {
		const snapshot = await collectSnapshot({...readingOf(options, source, session, ports, interruption), needsAccount: true});
		const shown = {...whatToShow(options), ...proseWidth(ports), isAscii, now: snapshot.generatedAt};
		// The demo is on this machine: the same report has the same bytes, however busy it is.
		const limitMs = options.demo === null ? pricesLimitMs : options.timeoutMs;
		const findPrices = openPriceFinder(options, session, ports, limitMs);
		const prices = await findPrices(placesToPrice(snapshot, shown), interruption);
		ports.stdout.write(renderReport(snapshot, {...shown, prices}));
		for (const line of [...flagHintLines(options), ...renderFailures(snapshot)]) {
			ports.stderr.write(`${line}\n`);
		}

		return exitCodeOf(snapshot, options.isStrict);
	} catch (error) {
		if (interruption.aborted) {
			return exitCodes.interrupted;
		}

		writeNothing(error, options, session, ports, isAscii);
		throw error;
	} finally {
		source.close();
	}
}

/** What reads a pipe or a file wants each sentence on one line. The last column stays free: a terminal may wrap after it. */
function proseWidth({stdout}: ProcessPorts): {readonly proseWidth?: number} {
	return stdout.isTTY && stdout.columns > 1 ? {proseWidth: stdout.columns - 1} : {};
}

function whatToShow({output, kinds, query, isWide, sort, columns, hasHints}: ReportCommandOptions) {
	return {format: output, kinds, query, isWide, sort, columns, hasHints};
}

/** Programs read an object also when nothing could be asked; the reason follows on stderr. */
function writeNothing(error: unknown, options: ReportCommandOptions, session: Session, ports: ProcessPorts, isAscii: boolean): void {
	const isRead = error instanceof CapacityError && ['no_credentials', 'expired_credentials'].includes(error.reason);
	if (isRead && (options.output === 'json' || options.output === 'yaml')) {
		const now = session.clock();
		const nothing = {generatedAt: now, accountId: null, asked: options.regions, regions: [], directory: null};
		ports.stdout.write(renderReport(nothing, {...whatToShow(options), prices: null, isAscii, now}));
	}
}

function exitCodeOf(snapshot: CapacitySnapshot, isStrict: boolean): number {
	if (!snapshot.regions.some(hasAnswered)) {
		return exitCodes.failed;
	}

	return isStrict && !isSnapshotComplete(snapshot) ? exitCodes.partial : exitCodes.ok;
}
