/** The outside world, handed in so that tests and the demo can stand in for it. */
export type Clock = () => Date;

/**
Milliseconds since some moment; only differences mean anything. It goes on while the machine sleeps, and whatever the clock is set to,
so that it is for how long something takes or may take.
*/
export type Stopwatch = () => number;

export type Timer = {readonly cancel: () => void};

export type Timers = {
	/** Calls back once after `milliseconds`. */
	readonly after: (milliseconds: number, callback: () => void) => Timer;
};
