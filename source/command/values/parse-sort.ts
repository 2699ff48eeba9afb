import {isSortKey, type Sort, sortBy, sortKeys} from '../../core/rows/sort.js';
import {suggest} from '../../format/nearest.js';
import {quote, UsageError} from '../usage-error.js';

/** `free`, or with a direction `free:asc`; without one, amounts come largest first, words and dates smallest first. */
export function parseSort(flag: string, text: string): Sort {
	const [key = '', direction, ...rest] = text.trim().split(':');
	if (!isSortKey(key)) {
		throw new UsageError(`${flag}: unknown key ${quote(key)}.${suggest(key, sortKeys)}`);
	}

	if (direction === undefined) {
		return sortBy(key);
	}

	if ((direction !== 'asc' && direction !== 'desc') || rest.length > 0) {
		throw new UsageError(`${flag}: ${quote(text)} has no direction. Write ${key}:asc or ${key}:desc.`);
	}

	return {key, descending: direction === 'desc'};
}
