/** What the app needs of the terminal and the process beyond Ink's streams. */
export type TerminalPorts = {
	/** Writes a control sequence that moves nothing on the screen. */
	readonly writeControl: (sequence: string) => void;
	/** Stops the foreground process group as ctrl-z does; resolves when it goes on, or at once where there is no job control. */
	readonly stopProcess: () => Promise<void>;
	/** Calls back when another process asks this one to stop (SIGTSTP); returns how to unsubscribe. */
	readonly onStopRequest: (callback: () => void) => () => void;
	/** Calls back when the terminal may have another size, also when it is the same one again; returns how to unsubscribe. */
	readonly onResize: (callback: () => void) => () => void;
};
