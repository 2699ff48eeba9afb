import process from 'node:process';
import type {TerminalPorts} from '../../ui/terminal-ports.js';
import type {ProcessPorts} from '../process-ports.js';

/** How long a stop may take to arrive. A process that was stopped sees this time pass only once it goes on. */
const stopMs = 50;

/** What the app does to the terminal and the process beside drawing. */
export function terminalPorts({stdout, timers}: ProcessPorts): TerminalPorts {
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
		onResize(callback) {
			process.on('SIGWINCH', callback);
			return () => void process.off('SIGWINCH', callback);
		},
	};
}
