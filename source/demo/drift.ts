/**
A count that moves with the clock: from `epoch` on, one entry of `steps` after the other is added to it, each for `seconds`,
round and round.
*/
export function drift(
	count: number,
	{epoch, seconds, steps}: {readonly epoch: Date; readonly seconds: number; readonly steps: readonly number[]},
): (now: Date) => number {
	return (now) => {
		const turn = Math.max(0, Math.floor((now.getTime() - epoch.getTime()) / (seconds * 1000)));
		return count + (steps[turn % steps.length] ?? 0);
	};
}
