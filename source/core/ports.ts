/** The outside world, handed in so that tests and the demo can stand in for it. */
export type Clock = () => Date;

export type Timer = {readonly cancel: () => void};

export type Timers = {
	/** Calls back once after `milliseconds`. */
	readonly after: (milliseconds: number, callback: () => void) => Timer;
};
