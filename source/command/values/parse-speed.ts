import {quote, UsageError} from '../usage-error.js';

const highestSpeed = 1000;

/** How many times faster than real time a demo's clock runs: more than 0, also a fraction. */
export function parseSpeed(flag: string, text: string): number {
	const trimmed = text.trim();
	const speed = /^\d{1,4}(\.\d{1,6})?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
	if (!(speed > 0 && speed <= highestSpeed)) {
		throw new UsageError(`${flag}: ${quote(text)} is not a number above 0, up to ${highestSpeed}.`);
	}

	return speed;
}
