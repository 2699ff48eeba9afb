import {quote, UsageError} from '../usage-error.js';

/** More than any account has. */
export const mostInstances = 1_000_000;

/** A whole number within bounds, written in digits. */
export function parseCount(flag: string, text: string, {min, max}: {readonly min: number; readonly max: number}): number {
	const trimmed = text.trim();
	const count = /^\d{1,15}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
	if (!(count >= min && count <= max)) {
		throw new UsageError(`${flag}: ${quote(text)} is not a whole number from ${min} to ${max}.`);
	}

	return count;
}
