import {Document, visit} from 'yaml';
import type {CapacitySnapshot} from '../core/snapshot.js';
import {reportData} from './report-data.js';
import type {Selection} from './select-rows.js';

/**
The JSON object as YAML, one line per value and without anchors.

Strings that a YAML 1.1 or 1.2 reader could take for something else (`no`, a date, an account's digits) are in double quotes, and so are those
with characters beyond ASCII: there they can be written as escapes. Those that some reader takes for a line break always are, in ASCII all.
*/
export function renderYaml(snapshot: CapacitySnapshot, selection: Selection, isAscii: boolean): string {
	const document = new Document(reportData(snapshot, selection), {aliasDuplicateObjects: false});
	visit(document, {
		Scalar(_, node) {
			if (typeof node.value === 'string' && !isPlain(node.value)) {
				node.type = 'QUOTE_DOUBLE';
			}
		},
	});
	const escaped = isAscii ? /[^\0-\x7e]/gu : /[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\p{Cs}]/gu;
	return document.toString({lineWidth: 0}).replaceAll(escaped, escapeCharacter);
}

/** A word or several that no reader takes for anything else; the library still quotes what would break the syntax. */
function isPlain(text: string): boolean {
	return /^[a-z][ -~]*$/i.test(text) && !/^(?:y|yes|n|no|on|off|true|false|null|e\d+)$/i.test(text);
}

function escapeCharacter(character: string): string {
	const hex = (character.codePointAt(0) ?? 0).toString(16);
	return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}
