import process from 'node:process';
import {defaultSort} from '../core/sort.js';
import {createCapacityStore} from '../store/create-store.js';
import type {TerminalPorts} from '../ui/terminal-ports.js';
import type {CapacityCommandOptions} from './capacity-options.js';
import {exitCodes} from './exit-codes.js';
import {holdStderr} from './hold-stderr.js';
import type {Session} from './open-session.js';
import type {ProcessPorts} from './process-ports.js';
import {storePorts} from './store-ports.js';

/** Opens the app; returns the exit code once it is left. */
export async function runApp(options: CapacityCommandOptions, session: Session, ports: ProcessPorts, isAscii: boolean): Promise<number> {
	if (!(await resolveCredentialsThatAsk(options, session, ports))) {
		return exitCodes.interrupted;
	}

	// Keys that are pressed while the app loads are for the app, so they must not be echoed.
	ports.stdin.setRawMode(true);
	const releaseStderr = holdStderr(ports.stderr);
	try {
		return await openApp(options, session, ports, isAscii);
	} finally {
		ports.stdin.setRawMode(false);
		releaseStderr();
	}
}

async function openApp(options: CapacityCommandOptions, session: Session, ports: ProcessPorts, isAscii: boolean): Promise<number> {
	const [{startUi}, {asciiGlyphs, unicodeGlyphs}] = await Promise.all([import('../ui/start-ui.js'), import('../ui/glyphs.js')]);
	const store = createCapacityStore(storePorts(options, session, ports), {
		marked: options.regions,
		view: {
			pane: options.firstPane === 'odcr' ? 'odcrs' : 'blocks',
			query: options.query,
			followed: options.follow,
			sorts: options.sort === null ? defaultSort : {...defaultSort, [options.firstPane]: options.sort},
		},
	});
	const result = await startUi({
		store,
		settings: {glyphs: isAscii ? asciiGlyphs : unicodeGlyphs, label: session.label, intervalMs: options.intervalMs},
		ports: terminalPorts(ports),
		stdin: ports.stdin,
		stdout: ports.stdout,
		timers: ports.timers,
		attention: {isBell: options.isBell, isNotify: options.isNotify, isTmux: (ports.env['TMUX'] ?? '') !== ''},
		onCrash: ports.onCrash,
	});
	if (result.error !== null) {
		throw result.error;
	}

	if (result.farewell !== null) {
		ports.stdout.write(`${result.farewell}\n`);
	}

	return result.exitCode;
}

/**
A code from an MFA device is asked for on the terminal, so before the app takes the screen. Everybody else's credentials can wait for the
first frame. `false`: ctrl-c was pressed instead.
*/
async function resolveCredentialsThatAsk(options: CapacityCommandOptions, session: Session, ports: ProcessPorts): Promise<boolean> {
	if (options.demo !== null) {
		return true;
	}

	const {isMfaNeeded} = await import('../aws/is-mfa-needed.js');
	if (!(await isMfaNeeded(options.profile, ports.env))) {
		return true;
	}

	const source = await session.openSource();
	const interruption = new AbortController();
	const interrupt = () => interruption.abort();
	process.once('SIGINT', interrupt);
	try {
		await source.connect(interruption.signal);
		return true;
	} catch (error) {
		if (interruption.signal.aborted) {
			return false;
		}

		throw error;
	} finally {
		// Later, the signal must end the process again.
		process.off('SIGINT', interrupt);
	}
}

/** How long a stop may take to arrive. A process that was stopped sees this time pass only once it goes on. */
const stopMs = 50;

function terminalPorts({stdout, timers}: ProcessPorts): TerminalPorts {
	let onStop: (() => void) | null = null;
	return {
		writeControl: (sequence) => void stdout.write(sequence),
		async stopProcess() {
			const listener = onStop;
			if (listener !== null) {
				process.off('SIGTSTP', listener);
			}

			// The whole foreground group, as the terminal itself would: npm and a shell in between must stop too, or the prompt never comes.
			process.kill(0, 'SIGTSTP');
			// A terminal tells its size to the foreground only: what happened to it meanwhile has to be asked for.
			process.kill(process.pid, 'SIGWINCH');
			await new Promise<void>((resolve) => {
				timers.after(stopMs, resolve);
			});
			if (listener !== null) {
				process.on('SIGTSTP', listener);
			}
		},
		onStopRequest(callback) {
			onStop = callback;
			process.on('SIGTSTP', callback);
			return () => {
				onStop = null;
				process.off('SIGTSTP', callback);
			};
		},
	};
}
