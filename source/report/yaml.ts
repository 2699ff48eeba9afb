import {Document, type Tags} from 'yaml';
import type {CapacitySnapshot} from '../core/regions/snapshot.js';
import {reportData} from './report-data.js';
import type {RowContext} from './row-context.js';
import type {Selection} from './select-rows.js';

/**
The JSON object as YAML, one line per value and without anchors.

Strings that a YAML 1.1 or 1.2 reader could take for something else (`no`, a date, an account's digits) are in double quotes, and so are those
with characters beyond ASCII: there they can be written as escapes. Those that some reader takes for a line break always are, in ASCII all.
*/
export function renderYaml(snapshot: CapacitySnapshot, selection: Selection, context: RowContext, isAscii: boolean): string {
	const {reservations, blocks, ...head} = reportData(snapshot, selection, context);
	const write = createWriter();
	const parts = [write(head), ...listParts('reservations', reservations, write), ...listParts('blocks', blocks, write)];
	return escapeText(parts.join(''), isAscii);
}

/** Any small object as YAML, in the same way. */
export function yamlText(value: object, isAscii: boolean): string {
	return escapeText(createWriter()(value), isAscii);
}

function createWriter(): (value: object) => string {
	const document = new Document(null, {customTags: withQuotes});
	return (value) => {
		document.contents = document.createNode(value, {aliasDuplicateObjects: false});
		return document.toString({lineWidth: 0});
	};
}

function escapeText(text: string, isAscii: boolean): string {
	const escaped = isAscii ? /[^\0-\x7e]/gu : /[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\p{Cs}]/gu;
	return text.replaceAll(escaped, escapeCharacter);
}

/** A row at a time: the library makes a tree of all that it is given, and that of 10,000 rows takes 200 MB. */
function listParts(name: string, rows: readonly object[] | undefined, write: (value: object) => string): readonly string[] {
	if (rows === undefined) {
		return [];
	}

	if (rows.length === 0) {
		return [write({[name]: []})];
	}

	const heading = `${name}:\n`;
	return [heading, ...rows.map((row) => write({[name]: [row]}).slice(heading.length))];
}

/** The library's tags, of which that for strings asks for quotes as it writes: a walk over all nodes before would cost a fifth more. */
function withQuotes(tags: Tags): Tags {
	return tags.map((tag) =>
		typeof tag !== 'object' || tag.collection !== undefined || tag.tag !== 'tag:yaml.org,2002:str'
			? tag
			: {
					...tag,
					stringify(item, ...rest) {
						if (typeof item.value === 'string' && !isPlain(item.value)) {
							item.type = 'QUOTE_DOUBLE';
						}

						return tag.stringify?.(item, ...rest) ?? '';
					},
				},
	);
}

/** A word or several that no reader takes for anything else; the library still quotes what would break the syntax. */
function isPlain(text: string): boolean {
	return /^[a-z][ -~]*$/i.test(text) && !/^(?:y|yes|n|no|on|off|true|false|null|e\d+)$/i.test(text);
}

function escapeCharacter(character: string): string {
	const hex = (character.codePointAt(0) ?? 0).toString(16);
	return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}
