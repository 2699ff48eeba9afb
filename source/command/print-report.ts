import {CapacityError} from '../core/errors.js';
import type {RegionResult} from '../core/regions/region-result.js';
import type {CapacitySnapshot} from '../core/regions/snapshot.js';
import {placesToPrice} from '../report/places-to-price.js';
import {prepareRows} from '../report/prepare-rows.js';
import {renderFailures} from '../report/render-failures.js';
import {renderReport} from '../report/render-report.js';
import type {ReportFormat} from '../report/report-options.js';
import type {CapacityCommandOptions} from './capacity-options.js';
import {flagHintLines} from './flag-hint-lines.js';
import type {Session} from './open-session.js';
import {openPriceFinder} from './prices/open-price-finder.js';
import type {ProcessPorts} from './process-ports.js';

export type ReportCommandOptions = CapacityCommandOptions & {readonly output: ReportFormat};

/** What a report is made with. */
export type ReportRun = {
	readonly options: ReportCommandOptions;
	readonly session: Session;
	readonly ports: ProcessPorts;
	readonly isAscii: boolean;
	readonly interruption: AbortSignal;
};

/** A report is worth waiting for; what it costs is worth this much, and once a day. */
const pricesLimitMs = 2000;

/** Makes what of the report is only of this region, while others are awaited. */
export function prepareReport(result: RegionResult, options: ReportCommandOptions): void {
	prepareRows(result, whatToShow(options));
}

/** Prints the report on stdout and what went wrong on stderr. */
export async function printReport(snapshot: CapacitySnapshot, {options, session, ports, isAscii, interruption}: ReportRun): Promise<void> {
	const shown = {...whatToShow(options), ...proseWidth(ports), isAscii, now: snapshot.generatedAt};
	// The demo is on this machine: the same report has the same bytes, however busy it is.
	const limitMs = options.demo === null ? pricesLimitMs : options.timeoutMs;
	const findPrices = openPriceFinder(options, session, ports, limitMs);
	const prices = await findPrices(placesToPrice(snapshot, shown), interruption);
	ports.stdout.write(renderReport(snapshot, {...shown, prices}));
	for (const line of [...flagHintLines(options), ...renderFailures(snapshot)]) {
		ports.stderr.write(`${line}\n`);
	}
}

/** Programs read an object also when nothing could be asked; the reason follows on stderr. */
export function printNothing(error: unknown, {options, session, ports, isAscii}: ReportRun): void {
	const isRead = error instanceof CapacityError && ['no_credentials', 'expired_credentials'].includes(error.reason);
	if (isRead && (options.output === 'json' || options.output === 'yaml')) {
		const now = session.clock();
		const nothing = {generatedAt: now, accountId: null, asked: options.regions, regions: [], directory: null};
		ports.stdout.write(renderReport(nothing, {...whatToShow(options), prices: null, isAscii, now}));
	}
}

/** What reads a pipe or a file wants each sentence on one line. The last column stays free: a terminal may wrap after it. */
function proseWidth({stdout}: ProcessPorts): {readonly proseWidth?: number} {
	return stdout.isTTY && stdout.columns > 1 ? {proseWidth: stdout.columns - 1} : {};
}

function whatToShow({output, kinds, query, isWide, sort, columns, hasHints}: ReportCommandOptions) {
	return {format: output, kinds, query, isWide, sort, columns, hasHints};
}
