import {UsageError} from '../usage-error.js';

/** Comma-separated and repeated values as one list without blanks and doubles; `null` when the flag was not given. */
export function parseList(flag: string, values: readonly string[]): readonly string[] | null {
	if (values.length === 0) {
		return null;
	}

	const entries = values.flatMap((value) => value.split(',')).map((entry) => entry.trim());
	const list = [...new Set(entries.filter((entry) => entry !== ''))];
	if (list.length === 0) {
		throw new UsageError(`${flag} needs a value.`);
	}

	return list;
}
