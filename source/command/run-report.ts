import {collectSnapshot} from '../core/regions/collect-snapshot.js';
import type {FanOutEvent} from '../core/regions/fan-out.js';
import {hasAnswered} from '../core/regions/region-result.js';
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
		const noteHalf = atHalf(() => void loadPrinter().catch(() => {}));
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

/** Calls back once, when half of the regions have answered: all have been asked then, and the farthest ones are still to be waited for. */
function atHalf(callBack: () => void): (event: FanOutEvent) => void {
	let asked = 0;
	let answered = 0;
	let isOver = false;
	return (event) => {
		asked += event.type === 'asking' ? event.regions.length : 0;
		answered += event.type === 'answered' ? 1 : 0;
		if (!isOver && answered > 0 && answered >= asked / 2) {
			isOver = true;
			callBack();
		}
	};
}

function exitCodeOf(snapshot: CapacitySnapshot, isStrict: boolean): number {
	if (!snapshot.regions.some(hasAnswered)) {
		return exitCodes.failed;
	}

	return isStrict && !isSnapshotComplete(snapshot) ? exitCodes.partial : exitCodes.ok;
}
