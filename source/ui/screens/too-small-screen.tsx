import {Text} from 'ink';
import {wrapText} from '../../format/fit-text.js';
import {leastColumns, leastRows} from '../layout.js';

/** A terminal in which nothing could be read. */
export function TooSmallScreen({columns, rows}: {readonly columns: number; readonly rows: number}) {
	const text = `This terminal is ${columns}x${rows}; ${leastColumns}x${leastRows} is needed.   q quit`;
	return <Text>{wrapText(text, columns).slice(0, rows).join('\n')}</Text>;
}
