import process from 'node:process';
import type {RequestLog} from '../../aws/request-log.js';
import {openAppendFile} from '../../files/append-file.js';
import type {ProcessPorts} from '../process-ports.js';
import {quote, UsageError} from '../usage-error.js';
import {requestLine} from './request-line.js';

export type DebugLog = {
	readonly requests: RequestLog;
	/** Says on stderr when lines could not be written. */
	readonly close: () => void;
};

/** The file of `--debug-log`. In a demo, too, its times are those of this machine. Throws `UsageError`. */
export function openDebugLog(path: string, {clock, stderr}: Pick<ProcessPorts, 'clock' | 'stderr'>): DebugLog {
	const opening = openAppendFile(path, {userId: process.getuid?.() ?? null});
	if (opening.kind === 'failed') {
		throw new UsageError(`--debug-log: ${quote(path)} cannot be opened: ${opening.problem}.`);
	}

	const {file} = opening;
	return {
		requests: {clock, onRequest: (record) => file.write(requestLine(record))},
		close() {
			file.close();
			const problem = file.problem();
			if (problem !== null) {
				stderr.write(`--debug-log: ${problem}\n`);
			}
		},
	};
}
