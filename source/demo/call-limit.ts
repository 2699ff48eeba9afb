/** A token bucket, as EC2 has one per account, region and action: a burst, and what comes back. */
export type CallLimit = {readonly burst: number; readonly perSecond: number};

/** Takes a call from a bucket; false when it is empty. */
export type CallTaker = (bucket: string, limit: CallLimit, now: Date) => boolean;

/** Keeps the buckets, which fill by the clock of the calls. */
export function createCallTaker(): CallTaker {
	const buckets = new Map<string, {readonly left: number; readonly at: number}>();
	return (name, {burst, perSecond}, now) => {
		const at = now.getTime();
		const bucket = buckets.get(name) ?? {left: burst, at};
		const left = Math.min(burst, bucket.left + (Math.max(0, at - bucket.at) / 1000) * perSecond);
		const isTaken = left >= 1;
		buckets.set(name, {left: isTaken ? left - 1 : left, at});
		return isTaken;
	};
}
