/** A count from a second of the scenario's clock on, counted from its epoch. */
export type Step = readonly [second: number, count: number];

/** A count that changes at set moments and then stays: `first` until the first of `steps`, which are in order of time. */
export function stepCount(epoch: Date, first: number, steps: readonly Step[]): (now: Date) => number {
	return (now) => {
		const seconds = (now.getTime() - epoch.getTime()) / 1000;
		return steps.findLast(([second]) => second <= seconds)?.[1] ?? first;
	};
}
