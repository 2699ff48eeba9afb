import type {Timers} from '../../core/ports.js';
import {type CapacityStore, createCapacityStore} from '../../store/create-store.js';
import {askMfaCode} from '../ask-mfa-code.js';
import {exitCodes} from '../exit-codes.js';
import {waitHintLines} from '../flag-hint-lines.js';
import {openSession} from '../open-session.js';
import type {ProcessPorts} from '../process-ports.js';
import {storePorts} from '../store-ports.js';
import {isUtf8Locale} from '../terminal-settings.js';
import type {WaitOptions} from '../wait-options.js';
import {lineProgress, liveProgress, type Progress, silentProgress} from './progress.js';
import {type Wait, type WaitEnd, waitForGoal} from './wait-for-goal.js';
import {waitJson} from './wait-json.js';

const exitCodeOf = {
	satisfied: exitCodes.ok,
	unreadable: exitCodes.failed,
	timed_out: exitCodes.timedOut,
	impossible: exitCodes.impossible,
	interrupted: exitCodes.interrupted,
} as const;

/** Waits for capacity and says how it goes; returns the exit code. */
export async function runWait(options: WaitOptions, ports: ProcessPorts): Promise<number> {
	const progress = createProgress(options, ports);
	const canAsk = ports.stdin.isTTY && ports.stderr.isTTY;
	const session = await openSession(options, ports, canAsk ? askMfaCode(ports) : null);
	const store = createCapacityStore(
		// Where it will come up is not known, so regions without reservations are read as often as the others.
		{...storePorts(options, session, ports), isIntervalExplicit: true},
		{marked: options.regions},
	);
	try {
		const {goal, patienceMs, output} = options;
		const {clock, stopwatch, timers} = session;
		const signal = ports.abortOn('SIGINT');
		for (const line of waitHintLines(options)) {
			ports.stderr.write(`${line}\n`);
		}

		const wait = waitForGoal({goal, patienceMs, store, clock, stopwatch, timers, signal, onRound: progress.show});
		const report = await showUntilEnd(wait, store, progress, ports.timers);
		if (output !== 'json') {
			progress.end(report);
		} else if (report.outcome !== 'interrupted') {
			ports.stdout.write(`${JSON.stringify(waitJson(goal, report), null, 2)}\n`);
		}

		const {connection} = store.getState();
		if (report.outcome === 'unreadable' && connection.status === 'failed' && connection.error.hint !== null) {
			ports.stderr.write(`${connection.error.hint}\n`);
		}

		return exitCodeOf[report.outcome];
	} finally {
		await session.close();
	}
}

async function showUntilEnd({report, ended}: Wait, store: CapacityStore, progress: Progress, timers: Timers): Promise<WaitEnd> {
	let timer = timers.after(0, tick);
	function tick(): void {
		store.getState().tick();
		// Until there is a connection, a question for an MFA code may stand on the terminal.
		if (progress.isLive && store.getState().connection.status !== 'connecting') {
			progress.show(report());
		}

		timer = timers.after(1000, tick);
	}

	try {
		return await ended;
	} finally {
		timer.cancel();
		progress.clear();
	}
}

/** On the terminal that is there; the JSON object has stdout to itself. */
function createProgress({output, isAscii, isColor}: WaitOptions, {stdout, stderr, env}: ProcessPorts): Progress {
	const stream = output === 'json' ? stderr : stdout;
	const look = {
		isAscii: isAscii || !isUtf8Locale(env),
		isColor: isColor && (env['NO_COLOR'] ?? '') === '',
	};
	if (stream.isTTY && env['TERM'] !== 'dumb') {
		return liveProgress(stream, look);
	}

	return output === 'json' ? silentProgress : lineProgress(stream, look);
}
