import {quote, UsageError} from '../usage-error.js';

export type DurationBounds = {readonly min: string; readonly max: string};

const unitMilliseconds = {s: 1000, m: 60_000, h: 3_600_000} as const;

/** `30s`, `5m`, `4h` or bare seconds, in milliseconds. The bounds are written the same way. */
export function parseDuration(flag: string, text: string, {min, max}: DurationBounds): number {
	const milliseconds = read(text);
	if (milliseconds === null) {
		throw new UsageError(`${flag}: ${quote(text)} is not a duration. Write it like 30s, 5m or 4h; a bare number is seconds.`);
	}

	if (milliseconds < (read(min) ?? 0) || milliseconds > (read(max) ?? Number.POSITIVE_INFINITY)) {
		throw new UsageError(`${flag}: ${quote(text)} is out of bounds. It may be ${min} to ${max}.`);
	}

	return milliseconds;
}

function read(text: string): number | null {
	const match = /^(\d{1,9})([smh]?)$/.exec(text.trim());
	if (match === null) {
		return null;
	}

	const unit = match[2] === 'm' || match[2] === 'h' ? match[2] : 's';
	return Number(match[1]) * unitMilliseconds[unit];
}
