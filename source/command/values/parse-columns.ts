import {nearest} from '../../format/nearest.js';
import {type ColumnKey, columnKeys, findColumn} from '../../report/column-keys.js';
import {quote, UsageError} from '../usage-error.js';
import {parseList} from './parse-list.js';

/** `null` when the flag was not given. A column is named by its short word or by its field in JSON. */
export function parseColumns(flag: string, values: readonly string[]): readonly ColumnKey[] | null {
	const words = parseList(flag, values);
	return words === null ? null : [...new Set(words.map((word) => findColumn(word) ?? refuse(flag, word)))];
}

function refuse(flag: string, word: string): never {
	const match = nearest(word, columnKeys);
	const hint = match === null ? 'truffle --help lists the usual ones.' : `Did you mean ${match}?`;
	throw new UsageError(`${flag}: unknown column ${quote(word)}. ${hint}`);
}
