import {collectSnapshot} from '../core/collect-snapshot.js';
import {CapacityError} from '../core/errors.js';
import {hasAnswered} from '../core/region-result.js';
import {type CapacitySnapshot, isSnapshotComplete} from '../core/snapshot.js';
import {renderFailures} from '../report/render-failures.js';
import {renderReport} from '../report/render-report.js';
import type {ReportFormat} from '../report/report-options.js';
import type {CapacityCommandOptions} from './capacity-options.js';
import {exitCodes} from './exit-codes.js';
import type {Session} from './open-session.js';
import type {ProcessPorts} from './process-ports.js';

type ReportCommandOptions = CapacityCommandOptions & {readonly output: ReportFormat};

/** Asks once, prints the report on stdout and what went wrong on stderr; returns the exit code. */
export async function runReport(options: ReportCommandOptions, session: Session, ports: ProcessPorts, isAscii: boolean): Promise<number> {
	const source = await session.openSource();
	const interruption = ports.abortOn('SIGINT');
	try {
		const snapshot = await collectSnapshot({
			source,
			asked: options.regions,
			directory: null,
			knownTypes: new Map(),
			concurrency: Number.POSITIVE_INFINITY,
			timeoutMs: options.timeoutMs,
			clock: session.clock,
			timers: ports.timers,
			signal: interruption,
			needsAccount: true,
		});
		const {kinds, query, isWide, sort, columns} = options;
		ports.stdout.write(
			renderReport(snapshot, {
				format: options.output,
				kinds,
				query,
				isWide,
				sort,
				columns,
				isAscii,
				now: snapshot.generatedAt,
			}),
		);
		for (const line of renderFailures(snapshot)) {
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

/** Programs read an object also when nothing could be asked; the reason follows on stderr. */
function writeNothing(error: unknown, options: CapacityCommandOptions, session: Session, ports: ProcessPorts, isAscii: boolean): void {
	const isRead = error instanceof CapacityError && ['no_credentials', 'expired_credentials'].includes(error.reason);
	const {output, kinds, query, isWide, sort, columns} = options;
	if (isRead && (output === 'json' || output === 'yaml')) {
		const now = session.clock();
		const nothing = {generatedAt: now, accountId: null, asked: options.regions, regions: [], directory: null};
		ports.stdout.write(renderReport(nothing, {format: output, kinds, query, isWide, sort, columns, isAscii, now}));
	}
}

function exitCodeOf(snapshot: CapacitySnapshot, isStrict: boolean): number {
	if (!snapshot.regions.some(hasAnswered)) {
		return exitCodes.failed;
	}

	return isStrict && !isSnapshotComplete(snapshot) ? exitCodes.partial : exitCodes.ok;
}
