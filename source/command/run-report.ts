import {type AnswersSoFar, atHalf} from '../core/regions/at-half.js';
import {collectSnapshot} from '../core/regions/collect-snapshot.js';
import {hasAnswered} from '../core/regions/region-result.js';
import {type CapacitySnapshot, isSnapshotComplete} from '../core/regions/snapshot.js';
import {exitCodes} from './exit-codes.js';
import type {Session} from './open-session.js';
import type {ReportCommandOptions, ReportRun} from './print-report.js';
import type {ProcessPorts} from './process-ports.js';
import {readingOf} from './reading.js';

/** Asks once, prints the report on stdout and what went wrong on stderr; returns the exit code. */
export async function runReport(options: ReportCommandOptions, session: Session, ports: ProcessPorts, isAscii: boolean): Promise<number> {
	const source = await session.openSource();
	const interruption = ports.abortOn('SIGINT');
	const run = {options, session, ports, isAscii, interruption};
	try {
		const {onEvent = () => {}, ...reading} = readingOf(options, source, session, ports, interruption);
		const noteHalf = atHalf((soFar) => void prepare(run, soFar).catch(() => {}));
		const snapshot = await collectSnapshot({
			...reading,
			needsAccount: true,
			onEvent(event) {
				onEvent(event);
				noteHalf(event);
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

async function loadPrinter() {
	return import('./print-report.js');
}

/** Where nothing is waited for any more, a rehearsal would only take time. */
async function prepare(run: ReportRun, {results, isWaiting}: AnswersSoFar): Promise<void> {
	const {rehearseReport} = await loadPrinter();
	if (isWaiting()) {
		rehearseReport(results(), run);
	}
}

function exitCodeOf(snapshot: CapacitySnapshot, isStrict: boolean): number {
	if (!snapshot.regions.some(hasAnswered)) {
		return exitCodes.failed;
	}

	return isStrict && !isSnapshotComplete(snapshot) ? exitCodes.partial : exitCodes.ok;
}
