import {collectSnapshot} from '../core/regions/collect-snapshot.js';
import {hasAnswered, type RegionResult} from '../core/regions/region-result.js';
import {type CapacitySnapshot, isSnapshotComplete} from '../core/regions/snapshot.js';
import {exitCodes} from './exit-codes.js';
import type {Session} from './open-session.js';
import type {ReportCommandOptions} from './print-report.js';
import type {ProcessPorts} from './process-ports.js';
import {readingOf} from './reading.js';

/** Asks once, prints the report on stdout and what went wrong on stderr; returns the exit code. */
export async function runReport(options: ReportCommandOptions, session: Session, ports: ProcessPorts, isAscii: boolean): Promise<number> {
	const source = await session.openSource();
	const interruption = ports.abortOn('SIGINT');
	const run = {options, session, ports, isAscii, interruption};
	try {
		const {onEvent = () => {}, ...reading} = readingOf(options, source, session, ports, interruption);
		const snapshot = await collectSnapshot({
			...reading,
			needsAccount: true,
			onEvent(event) {
				onEvent(event);
				// While the other answers are under way; what fails is thrown where it is wanted.
				if (event.type === 'answered') {
					prepare(event.result, options).catch(() => {});
				}
			},
		});
		const {printReport} = await loadPrinter();
		await printReport(snapshot, run);
		return exitCodeOf(snapshot, options.isStrict);
	} catch (error) {
		if (interruption.aborted) {
			return exitCodes.interrupted;
		}

		const {printNothing} = await loadPrinter();
		printNothing(error, run);
		throw error;
	} finally {
		source.close();
	}
}

async function prepare(result: RegionResult, options: ReportCommandOptions): Promise<void> {
	const {prepareReport} = await loadPrinter();
	prepareReport(result, options);
}

async function loadPrinter() {
	return import('./print-report.js');
}

function exitCodeOf(snapshot: CapacitySnapshot, isStrict: boolean): number {
	if (!snapshot.regions.some(hasAnswered)) {
		return exitCodes.failed;
	}

	return isStrict && !isSnapshotComplete(snapshot) ? exitCodes.partial : exitCodes.ok;
}
