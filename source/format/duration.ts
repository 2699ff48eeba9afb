const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The two largest units that matter: `47m`, `3d 0h`, `21d`, `12s`. Rounded down, so that a countdown never promises more than there is. */
export function formatDuration(milliseconds: number): string {
	const span = Math.abs(milliseconds);
	if (span >= 10 * day) {
		return `${Math.floor(span / day)}d`;
	}

	if (span >= day) {
		return `${Math.floor(span / day)}d ${Math.floor((span % day) / hour)}h`;
	}

	if (span >= hour) {
		return `${Math.floor(span / hour)}h ${Math.floor((span % hour) / minute)}m`;
	}

	return span >= minute ? `${Math.floor(span / minute)}m` : `${Math.floor(span / second)}s`;
}

/** An interval as it was set, in the largest unit that keeps it whole: `30 s`, `90 s`, `5 min`, `4 h`. */
export function formatInterval(milliseconds: number): string {
	if (milliseconds % hour === 0) {
		return `${milliseconds / hour} h`;
	}

	return milliseconds % minute === 0 ? `${milliseconds / minute} min` : `${milliseconds / second} s`;
}

/** The length of a block: `7d`, `1d 6h`, `6h 35m`. Every part that is not zero, since AWS's lengths are exact. */
export function formatLength(hours: number): string {
	const minutes = Math.round(hours * 60);
	const parts: ReadonlyArray<readonly [number, string]> = [
		[Math.floor(minutes / 1440), 'd'],
		[Math.floor((minutes % 1440) / 60), 'h'],
		[minutes % 60, 'm'],
	];
	const text = parts
		.filter(([count]) => count > 0)
		.map(([count, unit]) => `${count}${unit}`)
		.join(' ');
	return text || '0m';
}
