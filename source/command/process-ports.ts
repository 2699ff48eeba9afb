import type {Clock, Stopwatch, Timers} from '../core/ports.js';

/** What the command line has of the process; filled in `cli.tsx`. */
export type ProcessPorts = {
	/** Without node and the script. */
	readonly argv: readonly string[];
	readonly env: NodeJS.ProcessEnv;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly clock: Clock;
	readonly stopwatch: Stopwatch;
	readonly timers: Timers;
	readonly random: () => number;
	/** A signal that is aborted when one of these arrives, which then no longer ends the process by itself. */
	readonly abortOn: (...signals: readonly NodeJS.Signals[]) => AbortSignal;
	/** Calls back, and lets the process go on, when something fails that nobody waits for; returns how to unsubscribe. */
	readonly onCrash: (callback: (error: unknown) => void) => () => void;
};
