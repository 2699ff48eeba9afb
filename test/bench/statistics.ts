/** The value below which so many of a hundred samples are, by the nearest rank. */
export function percentile(samples: readonly number[], percent: number): number {
	const sorted = samples.toSorted((one, other) => one - other);
	const value = sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)];
	if (value === undefined) {
		throw new RangeError('There is no percentile of nothing.');
	}

	return value;
}

export function median(samples: readonly number[]): number {
	return percentile(samples, 50);
}
